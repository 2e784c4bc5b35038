"""Small helps of the page: a hint that never blocks, counting, searching, three votes, and larger letters."""

import pytest
from playwright.sync_api import expect

from tests.browser.room import Phone, Room


@pytest.fixture
def anna(room: Room) -> Phone:
    phone = room.join("Anna")
    room.join("Bas")
    return phone


def test_a_name_is_pointed_out_and_may_stay(room: Room, anna: Phone) -> None:
    room.console.open_step("dilemmas")
    anna.write_dilemma("Ik wil met mevrouw De Vries praten, maar zij wil niet.")
    hint = anna.page.locator(".hint")
    expect(hint).to_contain_text("mevrouw De Vries")
    anna.press("Ik pas het aan")
    expect(hint).to_have_count(0)
    anna.write_dilemma("Ik wil met een bewoner praten in de Lindestraat 12.")
    expect(hint).to_contain_text("Lindestraat 12")
    anna.press("Zo laten")
    anna.shows("Je dilemma ligt op de stapel.")


def test_a_second_press_sends_without_another_question(room: Room, anna: Phone) -> None:
    room.console.open_step("dilemmas")
    anna.write_dilemma("Het gaat over zaak 2024-00123.")
    expect(anna.page.locator(".hint")).to_be_visible()
    anna.page.wait_for_timeout(800)
    anna.submit("dilemma")
    anna.shows("Je dilemma ligt op de stapel.")


def test_signs_are_counted_as_a_reader_counts(room: Room, anna: Phone) -> None:
    room.console.open_step("dilemmas")
    anna.write("dilemma", "Hé 👨‍👩‍👧‍👦")
    expect(anna.form("dilemma").locator("output")).to_have_text("4/600")


def test_searching_among_all_cards(room: Room, anna: Phone) -> None:
    room.console.open_step("spelen")
    anna.put_on_table("Ik wil de wijk in, maar de rapportage moet af.")
    anna.told()
    anna.in_phase("reflex")
    cards = anna.form("reflex").locator("[data-zoek]:visible")
    expect(cards).to_have_count(24)
    anna.page.locator("[data-zoekveld]").fill("opgave begrenzen")
    expect(cards).to_have_count(1)
    anna.page.locator("[data-zoekveld]").fill("")
    expect(cards).to_have_count(24)


def test_three_votes_and_no_fourth(room: Room, anna: Phone) -> None:
    others = [room.join(name) for name in ("Chaima", "Daan", "Eva", "Fatima")]
    room.console.open_step("dilemmas")
    for number, other in enumerate(others):
        other.write_dilemma(f"Dilemma nummer {number}")
        other.shows("ligt op de stapel")
    room.console.open_voting()
    boxes = anna.form("stemmen").locator("input[type=checkbox]")
    expect(boxes).to_have_count(4)
    for number in range(4):
        boxes.nth(number).click(force=True)
    expect(anna.form("stemmen").locator("input:checked")).to_have_count(3)
    boxes.nth(0).click(force=True)
    boxes.nth(3).click(force=True)
    expect(boxes.nth(3)).to_be_checked()
    anna.submit("stemmen")
    anna.shows("Je stemmen liggen vast.")


def test_letters_grow_and_stay_large(anna: Phone) -> None:
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    before = anna.page.evaluate(size)
    anna.page.goto(anna.page.url.partition("#")[0] + "#menu")
    anna.press("Groter")
    assert anna.page.evaluate(size) > before
    anna.page.reload()
    assert anna.page.evaluate(size) > before
    anna.press("Kleiner")
    assert anna.page.evaluate(size) == before


def test_another_name(anna: Phone) -> None:
    anna.page.goto(anna.page.url.partition("#")[0] + "#menu")
    anna.write("naam", "Annelies", "naam")
    anna.submit("naam")
    anna.saved()
    anna.page.goto(anna.page.url.partition("#")[0])
    anna.shows("Welkom, Annelies.")
    assert anna.written("naam", "naam") == "Annelies"


def test_nothing_moves_for_who_wants_no_motion(room: Room) -> None:
    still = room.join("Anna", reduced_motion="reduce")
    other = room.join("Bas")
    room.console.open_step("spelen")
    still.put_on_table("Ik wil de wijk in, maar de rapportage moet af.")
    still.told()
    still.pick_reflex("P3")
    other.pick_reflex("M1")
    other.play_card(other.hand()[0])
    still.in_phase("onthullen")
    expect(still.page.locator("ul.keus")).to_be_visible(timeout=700)
    expect(still.page.locator(".maat, .keren")).to_have_count(0)

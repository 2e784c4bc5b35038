"""What a facilitator does besides opening steps, in the browser: each is seen at once by whom it concerns."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.room import LAPTOP, Console, Phone, Room

DILEMMA = "Ik wil de wijk in, maar de rapportage moet af."
ADVICE = "Bel de wethouder eerst zelf."


def code_of(room: Room) -> str:
    """The recovery code on the page with links."""
    found = re.search(r"<code[^>]*>([A-Z0-9 ]{11})</code>", room.links)
    assert found, "The page with links has no recovery code."
    return found[1]


@pytest.fixture
def two_tables(empty_room: Room) -> tuple[Room, list[Phone]]:
    """Four people, two at each table."""
    room = empty_room.begin("workshop", size=2)
    people = [room.join(name) for name in ("Anna", "Bas", "Chaima", "Daan")]
    room.console.open_step("spelen")
    people[0].put_on_table(DILEMMA)
    return room, people


def test_moving_somebody_and_hiding_a_text(two_tables: tuple[Room, list[Phone]]) -> None:
    room, (anna, bas, _, daan) = two_tables
    bas.shows(DILEMMA)
    room.console.person("Daan").get_by_role("button", name="Naar tafel 1").click()
    daan.shows("Je schuift aan bij ronde 1.")
    daan.shows("Tafel 1")
    room.console.hide_text(DILEMMA)
    for screen in (anna, bas, daan):
        screen.shows("Deze tekst is verborgen.")
        screen.shows_not(DILEMMA)
    room.console.press("Toon weer")
    bas.shows(DILEMMA)


def test_removing_somebody_and_letting_them_in_again(two_tables: tuple[Room, list[Phone]]) -> None:
    room, (anna, bas, *_) = two_tables
    with room.watch.expecting_trouble():  # the page of Bas is a 401 for as long as it takes
        room.console.person("Bas").get_by_role("button", name="Verwijder").click()
        expect(bas.page.locator("main h1")).not_to_contain_text("Kijk op.")
    room.console.shows("verwijderd")
    room.console.person("Bas").get_by_role("button", name="Laat weer toe").click()
    anna.shows("Bas")
    bas.page.reload()
    bas.shows("Kijk op.")


def test_pausing_and_the_door(two_tables: tuple[Room, list[Phone]]) -> None:
    room, (anna, bas, *_) = two_tables
    beamer = room.beamer()
    room.console.press("Leg het spel stil")
    for screen, text in ((anna, "Pauze."), (bas, "Pauze."), (beamer, "We wachten even.")):
        screen.shows(text)
    room.console.press("Ga verder")
    anna.shows_not("Pauze.")
    anna.told()
    anna.in_phase("reflex")
    room.console.press("Doe de deur dicht")
    room.console.shows("De deur is dicht")
    late = room.page()
    with room.watch.expecting_trouble():
        late.goto(f"{room.address}/k/{room.code}")
    expect(late.locator("input[name=naam]")).to_have_count(0)
    room.console.press("Zet de deur open")
    room.console.shows("De deur is open")
    room.join("Els").shows("tafel")


def test_letting_a_table_go_on(two_tables: tuple[Room, list[Phone]]) -> None:
    room, (anna, bas, *_) = two_tables
    room.console.press("Laat verder Tafel 1")
    anna.in_phase("reflex")
    room.console.press("Toch onthullen Tafel 1")
    bas.in_phase("onthullen")
    anna.page.get_by_role("button", name="Vraag hulp").click()
    room.console.shows("vraagt hulp")
    room.console.press("Ik ben geweest Tafel 1")
    room.console.shows_not("vraagt hulp")
    anna.shows("Vraag hulp")


def test_the_recovery_code_signs_the_other_device_out(room: Room) -> None:
    other = room.page(**LAPTOP)
    other.goto(f"{room.address}/herstel")
    other.locator("[name=code]").fill(code_of(room).lower())
    with room.watch.expecting_trouble():  # the first is a 401 from now on
        other.get_by_role("button", name="Ga verder").click()
        other.get_by_role("link", name="Naar de console").first.click()
        expect(other.locator(".con-code")).to_be_visible()
        expect(room.console.page.locator("main")).to_contain_text("Dit apparaat is afgemeld.")
    second = Console(other)
    second.open_step("borden")


def test_a_co_facilitator_and_a_workshop_again(room: Room) -> None:
    found = re.search(r"/w/[^/\"\s<]+/console/binnen#[0-9a-f]+", room.links)
    assert found, "The page with links has none for a co-facilitator."
    page = room.page(**LAPTOP)
    page.goto(f"{room.address}{found[0]}")
    expect(page.locator(".con-code")).to_be_visible()
    assert "#" not in page.url
    helper = Console(page)
    expect(page.get_by_role("link", name="Beamer en links")).to_have_count(0)
    helper.open_step("borden")
    expect(room.console.page.locator("#stap-borden")).to_have_attribute("aria-current", "step")
    page.get_by_role("link", name="Dupliceer deze workshop").click()
    expect(page.locator("[name=titel]")).to_have_value(room.title)
    expect(page.locator("[name=format][value=kort]")).to_be_checked()


def test_the_end_is_asked_twice(room: Room) -> None:
    anna = room.join("Anna")
    end = room.console.page.get_by_role("button", name="Ja, beëindig")
    expect(end).to_be_hidden()
    room.console.page.get_by_text("Beëindig de workshop").click()
    anna.shows("Welkom, Anna.")
    end.click()
    anna.shows("Dat was het. Goed gespeeld.")
    expect(end).to_have_count(0)

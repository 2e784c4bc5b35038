"""A participant needs no script: joining, playing and answering are plain forms."""

import pytest
from playwright.sync_api import expect

from tests.browser.room import Phone, Room


@pytest.fixture
def plain(room: Room) -> Phone:
    return room.join("Bas", java_script_enabled=False)


def saved(phone: Phone) -> None:
    """The page that came back says that it is kept."""
    expect(phone.page.locator("#bewaard")).to_contain_text("Bewaard")


def renewed(phone: Phone) -> None:
    """Ask for the page again, as the link that stands there does: this browser keeps it from us, as it draws no noscript."""
    assert "Vernieuw</a>" in phone.page.content()
    phone.page.goto(phone.page.url.partition("?")[0])


def test_joining_answering_and_playing(room: Room, plain: Phone) -> None:
    plain.shows("Welkom, Bas.")
    plain.answer()
    saved(plain)
    plain.shows("Bewaard.")

    anna = room.join("Anna")
    room.console.open_step("dilemmas")
    renewed(plain)
    plain.write_dilemma("Ik wil de wijk in, maar de rapportage moet af.")
    saved(plain)
    plain.shows("Je dilemma ligt op de stapel.")

    room.console.open_step("spelen")
    renewed(plain)
    plain.press("Breng dit dilemma in")
    saved(plain)
    plain.told()
    plain.pick_reflex("P3")
    saved(plain)
    anna.pick_reflex("M1")
    anna.play_card(next(card for card in anna.hand() if card[0] == "O"))
    anna.in_phase("onthullen")
    renewed(plain)
    plain.in_phase("onthullen")
    plain.heard()
    plain.choose("P3", "Ik ga bellen.")
    saved(plain)
    anna.contest_with_card()
    anna.in_phase("antwoord")
    renewed(plain)
    plain.answer_contest("vasthouden", "Ik vertel het eerst.")
    saved(plain)
    plain.monday_step("ik binnenkom", "bel ik")
    saved(plain)
    plain.write_line("Alleen voor mij.")
    plain.shows("Alleen voor mij.")
    plain.end_round()
    anna.shows("Jouw beurt.")


def test_a_card_is_read_and_played_by_its_address(room: Room, plain: Phone) -> None:
    anna = room.join("Anna")
    room.console.open_step("spelen")
    renewed(plain)
    owner, giver = (plain, anna) if plain.form("breng").count() else (anna, plain)
    assert giver is anna
    owner.page.locator("details[id^=voorbeelden-] summary").click()
    owner.form("breng-voorbeeld").locator("input").first.check(force=True)
    owner.submit("breng-voorbeeld")
    owner.told()
    anna.pick_reflex("M1")
    card = anna.hand()[0]
    plain.page.goto(f"{plain.page.url.partition('?')[0]}#lees-{card}")
    expect(plain.page.locator(f"#lees-{card}")).to_be_visible()
    plain.page.locator(f"#lees-{card}").get_by_role("link", name="Terug").click()
    expect(plain.page.locator(f"#lees-{card}")).to_be_hidden()


def test_a_refusal_comes_back_with_the_text(room: Room, plain: Phone) -> None:
    room.join("Anna")
    room.console.open_step("dilemmas")
    renewed(plain)
    plain.write("dilemma", "Te laat opgestuurd.")
    room.console.open_step("spelen")
    room.watch.trouble = True  # a refusal is a 409
    plain.submit("dilemma")
    main = plain.page.locator("main")
    expect(main).to_contain_text("Niet gelukt.")
    expect(main).to_contain_text("De groep is al bij een andere stap")
    expect(main).to_contain_text("Te laat opgestuurd.")


def test_the_console_says_that_it_needs_a_script(room: Room) -> None:
    context = room.console.context
    page = room.page(java_script_enabled=False)
    page.context.add_cookies(context.cookies())  # type: ignore[arg-type]
    page.goto(room.console.page.url)
    assert "hebben JavaScript nodig" in page.content()

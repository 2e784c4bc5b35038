"""On the smallest phone, and in the plainest colours without motion: everything can be read and tapped."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.inspected import Inspection
from tests.browser.room import Phone, Room

SMALL = {"viewport": {"width": 320, "height": 568}}
PLAIN = {"forced_colors": "active", "reduced_motion": "reduce"}
DILEMMA = "Ik wil de wijk in, maar de rapportage moet af."

# What one can tap and is smaller than 24 by 24, or lies where a neighbour's 24 would be. Links within a sentence may be.
TOO_SMALL = """() => [...document.querySelectorAll('a, button, summary, input, textarea, select')].filter(one => {
    const label = one.matches('input[type=radio], input[type=checkbox]') ? one.closest('label') : null;
    const target = label ?? one;
    if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: false }) || one.type === 'hidden') return false;
    if (one.matches('p a, li a') && getComputedStyle(one).display === 'inline') return false;
    if (one.matches('.sla-over')) return false;
    const { width, height } = target.getBoundingClientRect();
    return width < 24 || height < 24;
}).map(one => one.outerHTML.slice(0, 120))"""

# Names of cards in the hand of which a line lies under something else, or outside its card.
UNREADABLE = """() => [...document.querySelectorAll('.hand .titel')].filter(one => {
    one.scrollIntoView({ block: 'center' });
    const text = document.createRange();
    text.selectNodeContents(one);
    return [...text.getClientRects()].some(line => {
        const top = document.elementFromPoint(line.left + line.width / 2, line.bottom - 3);
        return top?.closest('.card') !== one.closest('.card');
    });
}).map(one => one.innerText)"""


def fits(page: Page, view: str) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{view} sticks out sideways"
    assert page.evaluate(TOO_SMALL) == [], view


@pytest.mark.parametrize("options", [SMALL, PLAIN], ids=["320 px", "forced colours"])
def test_a_round(room: Room, inspection: Inspection, options: dict[str, object]) -> None:
    anna, bas = room.join("Anna", **options), room.join("Bas", **options)

    def look(view: str) -> None:
        for phone in (anna, bas):
            fits(phone.page, f"{view}, {phone.name}")
            inspection.look(phone, f"{view}, {phone.name}")

    look("inloop")
    for step in ("borden", "dilemmas"):
        room.console.open_step(step)
        anna.shows("klaar")
        look(step)
    room.console.open_step("spelen")
    anna.shows("Jouw beurt.")
    look("between two rounds")
    anna.put_on_table(DILEMMA)
    anna.in_phase("inbreng")
    look("inbreng")
    anna.told()
    anna.in_phase("reflex")
    look("reflex")
    bas.pick_reflex("M1")
    anna.submit("geen-reflex")
    bas.in_phase("toespelen")
    the_hand_can_be_read(bas)
    look("toespelen")
    card = next(one for one in bas.hand() if one.startswith("O"))
    bas.open_card(card)
    look("a card to play")
    bas.submit(f"speel-{card}")
    anna.in_phase("onthullen")
    look("onthullen")
    anna.heard()
    anna.in_phase("zet")
    look("zet")
    anna.choose(card)
    bas.in_phase("tegenzet")
    look("tegenzet")
    bas.contest_with_card()
    anna.in_phase("antwoord")
    look("antwoord")
    anna.answer_contest("vasthouden")
    anna.in_phase("maandagstap")
    look("maandagstap")
    anna.monday_step("het maandag is", "bel ik")
    bas.in_phase("terugblik")
    look("terugblik")
    for step, heading in (("oogst", "Alle zetten"), ("spiegel", "Je spiegel"), ("voornemen", "Maak het klein")):
        room.console.open_step(step)
        anna.shows(heading)
        look(step)
    room.console.end()
    anna.shows("Dat was het.")
    look("the end")


def the_hand_can_be_read(bas: Phone) -> None:
    """Six cards, each with its whole name, none under another."""
    expect(bas.page.locator("ul.hand .titel")).to_have_count(6)
    assert bas.page.evaluate(UNREADABLE) == []


def test_the_console_and_the_beamer(room: Room, inspection: Inspection) -> None:
    room.console.page.set_viewport_size({"width": 320, "height": 568})
    anna = room.join("Anna")
    for step in ("inloop", "borden", "dilemmas", "spelen", "oogst"):
        if step != "inloop":
            room.console.open_step(step)
        if step == "spelen":
            anna.put_on_table(DILEMMA)
            room.console.shows(DILEMMA)
        fits(room.console.page, f"console, {step}")
        inspection.look(room.console, f"console, {step}")
    room.console.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    beamer = room.beamer()
    beamer.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    for screen in (room.console, beamer):
        inspection.look(screen, f"{type(screen).__name__}, forced colours")

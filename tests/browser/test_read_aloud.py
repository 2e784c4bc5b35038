"""What a screen reader meets: the outline of the main views as it is stored, and one line for one event."""

import os
import re
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.browser.room import Phone, Room

SNAPSHOTS = Path(__file__).parent / "snapshots"
WRITE = os.environ.get("SPEELRUIMTE_SNAPSHOTS") == "write"
DILEMMA = "Ik wil de wijk in, maar de rapportage moet af."

# Collect every text that a polite or assertive region takes on, as it is said.
LISTEN = """() => {
    window.said = [];
    const regions = '[role=status], [role=alert], [aria-live]';
    const spoken = new Map();
    const hear = () => {
        for (const region of document.querySelectorAll(regions)) {
            if (region.getAttribute('aria-live') === 'off' || region.closest('[hidden]')) continue;
            const text = region.innerText.trim();
            if (spoken.get(region) !== text && text) window.said.push(text);
            spoken.set(region, text);
        }
    };
    hear();
    window.said = [];
    new MutationObserver(hear).observe(
        document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}"""


def outline(place: Locator) -> str:
    """The outline as text, without what is dealt by chance or differs from day to day."""
    text = place.aria_snapshot()
    for pattern, fixed in (
        (r'time: "\d+"', 'time: "N"'),
        (r"\d{1,2} \w+ 20\d\d", "DAG"),
        (r"\b\d{2}:\d{2}\b", "TIJD"),
        (r"/w/\w+", "/w/WORKSHOP"),
        (r"(/k/|code )[A-Z0-9 ]{6,7}", r"\1CODE"),
        (r"^\s*- paragraph: [A-Z0-9]{3} [A-Z0-9]{3}$", "    - paragraph: CODE"),
        (r"#(speel|lees|kaart)-[POM]\d", r"#\1-KAART"),
        (r'(link "(?:Politiek|Organisatie|Maatschappij)) [^"]+"', r'\1 …"'),
        (r'(link "Lees) [^"]+"', r'\1 …"'),
    ):
        text = re.sub(pattern, fixed, text, flags=re.MULTILINE)
    return text + "\n"


def as_stored(place: Locator, name: str) -> None:
    """Compare with what is stored; SPEELRUIMTE_SNAPSHOTS=write stores it anew."""
    path = SNAPSHOTS / f"{name}.yaml"
    if WRITE:
        SNAPSHOTS.mkdir(exist_ok=True)
        path.write_text(outline(place), encoding="utf-8")
    assert outline(place) == path.read_text(encoding="utf-8")


def test_the_outline_of_the_main_views(room: Room) -> None:
    anna, bas, beamer = room.join("Anna"), room.join("Bas"), room.beamer()
    anna.shows("Bas")
    room.console.shows("2 mensen")
    as_stored(anna.live, "inloop")
    as_stored(beamer.live, "beamer-inloop")
    room.console.open_step("spelen")
    anna.put_on_table(DILEMMA)
    anna.in_phase("inbreng")
    as_stored(anna.live, "inbreng-inbrenger")
    bas.in_phase("inbreng")
    as_stored(bas.live, "inbreng-anderen")
    anna.told()
    bas.in_phase("reflex")
    as_stored(bas.live, "reflex")
    bas.submit("geen-reflex")
    bas.in_phase("toespelen")
    as_stored(bas.live, "toespelen")
    room.console.shows("Reflex, 0 van 2 klaar")
    as_stored(room.console.page.locator("#kop"), "console-kop")
    as_stored(room.console.page.locator("#tafels"), "console-tafels")


def listen(*pages: Page) -> None:
    for page in pages:
        page.evaluate(LISTEN)


def heard(page: Page) -> list[str]:
    said = page.evaluate("window.said.splice(0)")
    return list(said)


def test_one_event_is_one_line(room: Room) -> None:
    anna, bas, chaima = (room.join(name) for name in ("Anna", "Bas", "Chaima"))
    room.console.open_step("spelen")
    anna.put_on_table(DILEMMA)
    chaima.in_phase("inbreng")
    listen(anna.page, bas.page, chaima.page)

    anna.told()
    said_once(anna, bas, chaima, text="Iedereen kiest een eerste kaart.")
    anna.pick_reflex("P3")
    said_once(anna, text="")
    bas.pick_reflex("M1")
    said_once(bas, text="")
    heard(chaima.page)
    chaima.submit("geen-reflex")
    chaima.in_phase("toespelen")
    said_once(chaima, text="")
    chaima.submit("pas")
    bas.page.wait_for_function("() => !document.getElementById('stand').innerText.includes('Chaima')")
    for phone in (anna, bas, chaima):
        heard(phone.page)
    bas.play_card(next(card for card in bas.hand() if card.startswith("O")))
    for phone in (anna, bas, chaima):
        phone.in_phase("onthullen")
    said_once(anna, bas, chaima, text="Alles ligt. Kijk op.")


def said_once(*phones: Phone, text: str) -> None:
    """Each phone says one line, with this in it."""
    for phone in phones:
        phone.page.wait_for_function("() => window.said.length > 0")
        phone.page.wait_for_timeout(400)  # a second line would come now
        said = heard(phone.page)
        assert len(said) == 1, f"{phone.name}: {said}"
        assert text in said[0]

"""In a room on plain http, at a name that is no localhost: no secure context, and everything works all the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect

from tests.browser.conftest import CHROMIUM, QUIET
from tests.browser.room import Room, Watch
from tests.browser.served import Served

NAME = "speelruimte.test"


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    args = [*QUIET, f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]
    launched = playwright.chromium.launch(executable_path=CHROMIUM, args=args)
    yield launched
    launched.close()


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    served = Served(tmp_path / "zaal.db", lan=True)
    served.start()
    watch = Watch(f"http://{NAME}:{served.port}")
    made = Room(browser, watch.address, watch)
    yield made.begin()
    made.close()
    served.stop()
    assert watch.faults == []


def test_a_round_in_a_room_on_plain_http(room: Room) -> None:
    anna, bas = room.join("Anna"), room.join("Bas")
    assert anna.page.evaluate("isSecureContext") is False
    assert anna.page.evaluate("typeof crypto.randomUUID") == "undefined"
    room.console.open_step("spelen")
    anna.put_on_table("Ik wil de wijk in, maar de rapportage moet af.")
    anna.saved()
    anna.told()
    anna.pick_reflex("P3")
    bas.pick_reflex("M1")
    card = next(one for one in bas.hand() if one[0] == "O")
    bas.open_card(card)
    bas.write(f"speel-{card}", "Bel eerst zelf.")
    bas.page.reload()
    assert bas.written(f"speel-{card}") == "Bel eerst zelf."
    bas.submit(f"speel-{card}")
    bas.saved()
    anna.in_phase("onthullen")
    anna.shows("Bel eerst zelf.")
    anna.heard()
    anna.choose(card)
    bas.contest_with_card()
    anna.answer_contest("loslaten")
    anna.press("Nog niet")
    anna.in_phase("terugblik")
    anna.end_round()
    bas.shows("Jouw beurt.")


def test_a_hidden_page_tells_so_without_a_secure_context(room: Room) -> None:
    anna = room.join("Anna")
    answered = anna.page.evaluate("""async () => {
        const at = location.pathname;
        const answer = await fetch(`${at}/verborgen`, { method: 'POST' });
        return [answer.status, navigator.sendBeacon(`${at}/verborgen`)];
    }""")
    assert answered == [204, True]


def test_the_links_of_the_console_work_there_too(room: Room) -> None:
    beamer = room.beamer()
    assert "#" not in beamer.page.url
    room.join("Anna")
    expect(beamer.page.locator("body")).to_contain_text(NAME)

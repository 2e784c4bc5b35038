"""Whatever happens in between: each move counts once, one is back at the same place, and half-typed text is kept."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.room import PHONE, Phone, Room, Watch
from tests.browser.served import Proxy, Served

WORDS = "Bel de wethouder eerst zelf."
A_MOMENT, A_DEPLOY, A_MINUTE = 1_500, 20_000, 60_000  # milliseconds without a server, or without a network
BACK_WITHIN = 30.0  # seconds; the promise is three, the ceiling of a test ten times as wide


@dataclass
class Round:
    """A round in which Bas may give Anna a card, and already typed what goes with it."""

    room: Room
    anna: Phone
    bas: Phone
    card: str

    @property
    def field(self) -> str:
        return f"speel-{self.card}"

    def played_once(self) -> None:
        """Bas played one card with these words, and the table sees it once."""
        if self.anna.phase == "reflex":
            self.bas.shows("Je kaart ligt")
            self.anna.pick_reflex("P3")
        self.anna.in_phase("onthullen")
        self.bas.in_phase("onthullen")
        expect(self.anna.live.get_by_text(WORDS)).to_have_count(1)


def round_begun(room: Room, address: str = "") -> Round:
    """Let two people play until one has a card in the hand; `address` is another way to the server for Bas."""
    anna, bas = room.join("Anna"), room.join("Bas")
    if address:
        bas.page.close()
        bas = joined_through(room, address)
    room.console.open_step("spelen")
    anna.put_on_table("Ik wil de wijk in, maar de rapportage moet af.")
    anna.told()
    bas.pick_reflex("M1")
    bas.in_phase("toespelen")
    card = next(one for one in bas.hand() if one[0] == "O")
    bas.open_card(card)
    bas.write(f"speel-{card}", WORDS)
    return Round(room, anna, bas, card)


def joined_through(room: Room, address: str) -> Phone:
    """Let Chaima join by another address."""
    page = room.page(**PHONE)
    page.goto(f"{address}/k/{room.code}")
    page.locator("[name=naam]").first.fill("Chaima")
    page.get_by_role("button", name="Schuif aan").click()
    page.wait_for_url("**/tafel**")
    return Phone(page, "Chaima")


@pytest.fixture(autouse=True)
def trouble(watch: Watch) -> None:
    """The network may complain here; nothing else may."""
    watch.trouble = True


@pytest.fixture
def playing(room: Room) -> Round:
    return round_begun(room)


# text and place


def test_half_typed_text_is_there_after_a_reload(playing: Round) -> None:
    playing.bas.page.reload()
    assert playing.bas.written(playing.field) == WORDS
    expect(playing.bas.page.locator(f"#{playing.field}")).to_be_visible()
    playing.bas.submit(playing.field)
    playing.played_once()


def test_half_typed_text_is_there_in_another_tab_after_the_first_was_closed(playing: Round) -> None:
    second = playing.room.second_tab(playing.bas)
    playing.bas.page.close()
    assert second.written(playing.field) == WORDS
    playing.bas = second
    second.submit(playing.field)
    playing.played_once()


def test_typing_goes_on_while_the_page_is_drawn_again(playing: Round) -> None:
    box = playing.bas.form(playing.field).locator("textarea")
    box.press("End")
    for name in ("Chaima", "Daan"):
        playing.room.join(name)
        box.press_sequentially(" En dan.")
    expect(box).to_have_value(f"{WORDS} En dan. En dan.")
    expect(box).to_be_focused()


def test_text_whose_field_has_gone_is_shown_and_can_be_thrown_away(playing: Round) -> None:
    playing.anna.pick_reflex("P3")
    playing.anna.press("Toch onthullen")
    playing.bas.in_phase("onthullen")
    lost = playing.bas.page.locator("#kladjes")
    expect(lost).to_contain_text("Je tekst van net")
    expect(lost).to_contain_text(WORDS)
    playing.bas.page.reload()
    expect(lost).to_contain_text(WORDS)
    lost.get_by_role("button").click()
    expect(lost).to_be_empty()
    playing.bas.page.reload()
    expect(lost).to_be_empty()


def test_the_back_button_stays_at_the_table(playing: Round) -> None:
    playing.bas.page.go_back()
    playing.bas.in_phase("toespelen")
    expect(playing.bas.page.locator("ul.hand")).to_be_visible()
    playing.bas.page.go_back()
    playing.bas.in_phase("toespelen")
    playing.bas.open_card(playing.card)
    assert playing.bas.written(playing.field) == WORDS
    playing.bas.submit(playing.field)
    playing.played_once()


def test_sent_text_leaves_nothing_behind(playing: Round) -> None:
    playing.bas.submit(playing.field)
    playing.bas.saved()
    playing.played_once()
    kept = playing.bas.page.evaluate("JSON.stringify(localStorage)")
    assert WORDS not in kept
    assert "uit:" not in kept


def test_clearing_the_device_leaves_nothing_behind(playing: Round) -> None:
    playing.bas.page.goto(playing.bas.page.url.partition("#")[0] + "#menu")
    playing.bas.press("Wis dit apparaat")
    playing.bas.page.wait_for_url("**/?gewist=1")
    assert playing.bas.page.evaluate("localStorage.length") == 0


# twice


def test_a_double_tap_counts_once(playing: Round) -> None:
    playing.bas.page.locator(f"button[form=f-{playing.field}]").dblclick()
    playing.played_once()
    expect(playing.bas.page.get_by_role("alert")).to_have_count(0)


def test_a_double_tap_does_not_press_the_next_button(room: Room) -> None:
    anna, bas = room.join("Anna"), room.join("Bas")
    room.console.open_step("spelen")
    anna.put_on_table("Ik wil de wijk in, maar de rapportage moet af.")
    anna.page.get_by_role("button", name="Iedereen weet genoeg").dblclick()
    anna.in_phase("reflex")
    bas.in_phase("reflex")
    expect(anna.page.get_by_role("alert")).to_have_count(0)


def test_two_tabs_send_a_waiting_move_once(playing: Round, served: Served) -> None:
    second = playing.room.second_tab(playing.bas)
    served.stop()
    playing.bas.submit(playing.field)
    expect(playing.bas.page.locator("#geen-verbinding")).to_contain_text("Geen verbinding.")
    served.start()
    playing.bas.shows("Je kaart ligt")
    second.shows("Je kaart ligt")
    playing.played_once()


def test_a_tab_that_closes_leaves_its_move_to_the_next(playing: Round, served: Served) -> None:
    second = playing.room.second_tab(playing.bas)
    served.stop()
    playing.bas.submit(playing.field)
    expect(playing.bas.page.locator("#geen-verbinding")).to_contain_text("Geen verbinding.")
    playing.bas.page.close()
    served.start()
    second.shows("Je kaart ligt")
    playing.bas = second
    playing.played_once()


# the line


def cut_offline(playing: Round, served: Served) -> None:
    del served
    playing.bas.context.set_offline(True)


def mend_offline(playing: Round, served: Served) -> None:
    del served
    playing.bas.context.set_offline(False)


def kill(playing: Round, served: Served) -> None:
    del playing
    served.kill()


def start_again(playing: Round, served: Served) -> None:
    del playing
    served.start()


Cut = Callable[[Round, Served], None]


@pytest.mark.parametrize(
    ("cut", "mend", "gone"), [(cut_offline, mend_offline, A_MINUTE), (kill, start_again, A_MOMENT)]
)
def test_a_move_without_a_line_is_sent_once_when_there_is_one(
    playing: Round, served: Served, cut: Cut, mend: Cut, gone: int
) -> None:
    bas = playing.bas
    cut(playing, served)
    bas.submit(playing.field)
    band = bas.page.locator("#geen-verbinding")
    expect(band).to_be_visible()
    expect(band).to_contain_text("Je tekst staat op deze telefoon.")
    expect(bas.page.locator("#bewaard")).to_have_text("Nog niet bewaard")
    assert bas.written(playing.field) == WORDS
    bas.page.wait_for_timeout(gone)
    mend(playing, served)
    began = time.monotonic()
    bas.shows("Je kaart ligt")
    assert time.monotonic() - began < BACK_WITHIN
    bas.saved()
    expect(band).to_contain_text("Je bent er weer. Alles klopt.")
    playing.anna.page.wait_for_timeout(500)
    playing.played_once()
    expect(band).to_be_hidden()


def test_a_move_can_be_taken_back_before_it_was_sent(playing: Round) -> None:
    bas = playing.bas
    bas.context.set_offline(True)
    bas.submit(playing.field)
    bas.press("Toch niet versturen")
    expect(bas.page.locator("#bewaard")).not_to_have_text("Nog niet bewaard")
    bas.context.set_offline(False)
    bas.page.wait_for_timeout(1_000)
    bas.in_phase("toespelen")
    assert bas.written(playing.field) == WORDS
    bas.submit(playing.field)
    playing.played_once()


def test_a_waiting_move_survives_closing_the_page(playing: Round, served: Served) -> None:
    bas, address = playing.bas, playing.bas.page.url.partition("#")[0]
    served.kill()
    bas.submit(playing.field)
    expect(bas.page.locator("#geen-verbinding")).to_be_visible()
    bas.page.close()
    served.start()
    playing.bas = Phone(bas.context.new_page(), "Bas")
    playing.room.watch.over(playing.bas.page)
    playing.bas.page.goto(address)
    playing.played_once()


def test_a_waiting_move_that_came_too_late_says_so_and_keeps_its_text(playing: Round) -> None:
    anna, bas = playing.anna, playing.bas
    bas.context.set_offline(True)
    bas.submit(playing.field)
    expect(bas.page.locator("#geen-verbinding")).to_be_visible()
    anna.pick_reflex("P3")
    anna.press("Toch onthullen")
    anna.turn_pile()
    anna.shows("van de stapel")
    anna.heard()
    anna.in_phase("zet")
    bas.context.set_offline(False)
    expect(bas.page.locator("#melding")).to_contain_text("Je kaart is niet gespeeld.")
    expect(bas.page.locator("#kladjes")).to_contain_text(WORDS)
    expect(bas.page.locator("#bewaard")).to_have_text("Niet gelukt")
    anna.shows_not(WORDS)


def test_the_server_may_be_killed_between_any_two_moves(playing: Round, served: Served) -> None:
    playing.bas.submit(playing.field)
    playing.bas.saved()
    served.kill()
    served.start()
    playing.played_once()
    playing.anna.shows(WORDS)
    playing.room.console.shows("Tafel 1")


# a proxy in between


@pytest.fixture
def proxy(served: Served) -> Iterator[Proxy]:
    served.stay_up()
    standing = Proxy(served)
    yield standing
    standing.stop()


@pytest.fixture
def far_room(browser: Browser, proxy: Proxy) -> Iterator[Room]:
    """A room of which everybody comes through the proxy."""
    watch = Watch(proxy.address, trouble=True)
    made = Room(browser, proxy.address, watch)
    yield made.begin()
    made.close()
    assert watch.faults == []


def test_a_proxy_that_says_502_for_a_while(far_room: Room, proxy: Proxy) -> None:
    playing = round_begun(far_room)
    proxy.fail(True)
    playing.bas.submit(playing.field)
    band = playing.bas.page.locator("#geen-verbinding")
    expect(band).to_contain_text("Je tekst staat op deze telefoon.")
    expect(far_room.console.page.locator("#geen-verbinding")).to_contain_text("kan verouderd zijn")
    playing.bas.page.wait_for_timeout(A_DEPLOY)
    expect(playing.bas.page.get_by_text("502")).to_have_count(0)
    assert playing.bas.written(playing.field) == WORDS
    proxy.fail(False)
    playing.bas.shows("Je kaart ligt")
    playing.played_once()
    expect(far_room.console.page.locator("#geen-verbinding")).to_be_hidden()


def test_a_page_that_opens_while_the_proxy_is_failing_comes_back(far_room: Room, proxy: Proxy) -> None:
    anna = far_room.join("Anna")
    proxy.fail(True)
    anna.page.reload()
    expect(anna.page.locator("h1")).to_contain_text("502")
    proxy.fail(False)
    anna.page.reload()
    anna.shows("Welkom, Anna.")


def test_a_stream_that_never_begins_is_begun_again(far_room: Room) -> None:
    anna = far_room.join("Anna")
    anna.page.route(
        "**/stream*", lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>502</h1>")
    )
    anna.page.reload()
    anna.page.wait_for_timeout(1_500)
    anna.shows("Welkom, Anna.")
    anna.shows_not("502")
    anna.page.unroute("**/stream*")
    far_room.join("Bas")
    anna.shows("Bas")


def test_a_proxy_that_keeps_streams_back(far_room: Room, proxy: Proxy) -> None:
    proxy.without_streams = True
    playing = round_begun(far_room)
    playing.bas.submit(playing.field)
    playing.bas.shows("Je kaart ligt")
    expect(playing.bas.page.locator("#geen-verbinding")).to_be_hidden()


# the phone


def test_a_hidden_phone_is_not_away_and_comes_back_to_what_is(playing: Round) -> None:
    bas = playing.bas
    front = bas.context.new_page()
    with bas.page.expect_request(re.compile("/verborgen$")) as told:
        hide(bas)
    response = told.value.response()
    assert response
    assert response.status == 204
    playing.anna.pick_reflex("P3")
    show(bas)
    front.close()
    bas.in_phase("toespelen")
    bas.shows("eerste kaart van Anna ligt dicht")
    bas.submit(playing.field)
    playing.played_once()


def hide(phone: Phone) -> None:
    """Make the page believe that it is hidden: a browser without a window never hides one."""
    phone.page.evaluate("""() => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
    }""")


def show(phone: Phone) -> None:
    phone.page.evaluate("""() => {
        Object.defineProperty(document, 'hidden', { value: false, configurable: true });
        Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
    }""")


def test_coming_back_on_another_phone_signs_this_one_out(playing: Round) -> None:
    code = playing.bas.own_code()
    other = playing.room.page(**PHONE)
    other.goto(playing.room.address)
    other.locator("[name=code]").first.fill(code)
    other.locator("form[action='/'] button").first.click()
    other.wait_for_url("**/tafel")
    expect(playing.bas.page.locator("main")).to_contain_text("Je speelt nu op een ander apparaat verder.")
    second = Phone(other, "Bas")
    second.in_phase("toespelen")
    assert playing.card in second.hand()


def test_a_secret_in_a_link_is_out_of_the_address_at_once(room: Room) -> None:
    beamer = room.beamer()
    assert "#" not in beamer.page.url
    assert Path(beamer.page.url).name == "beamer"
    beamer.page.reload()
    expect(beamer.live).to_be_visible()

"""Somebody is away after a minute without any page, and there again at the first sign."""

import pytest

from speelruimte.live.presence import Presence
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.store.event_store import Gone, Unknown

pytestmark = pytest.mark.anyio


class Told(list):
    """What the game heard; it can be made to fail."""

    fails: Exception | None = None

    async def __call__(self, _workshop, seat, away) -> None:
        self.append((seat, "away" if away else "there"))
        if self.fails:
            raise self.fails


class Time:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def presence(told, time) -> Presence:
    return Presence(told, clock=time)


async def test_a_seat_without_a_page_is_away_after_a_minute(presence, told, time) -> None:
    async with presence.page("w", "anna"):
        time.now = 500
        await presence.look()
    time.now = 559
    await presence.look()
    assert told == [("anna", "there")]
    time.now = 560
    await presence.look()
    await presence.look()
    assert told == [("anna", "there"), ("anna", "away")]


async def test_who_opens_a_page_again_is_there_again(presence, told, time) -> None:
    await presence.seen("w", "anna")
    time.now = 60
    await presence.look()
    async with presence.page("w", "anna"), presence.page("w", "anna"):
        assert told == [("anna", "there"), ("anna", "away"), ("anna", "there")]


async def test_a_short_interruption_is_not_told(presence, told, time) -> None:
    for start in range(0, 500, 100):
        time.now = start
        async with presence.page("w", "anna"):
            time.now = start + 50
        await presence.look()
    assert told == [("anna", "there")]


async def test_one_of_two_pages_is_enough(presence, told, time) -> None:
    async with presence.page("w", "anna"):
        async with presence.page("w", "anna"):
            pass
        time.now = 100
        await presence.look()
    assert told == [("anna", "there")]


async def test_a_locked_phone_is_present(presence, told, time) -> None:
    async with presence.page("w", "anna"):
        presence.hidden("w", "anna")
    time.now = 1_000
    await presence.look()
    assert presence.is_hidden("w", "anna")
    assert told == [("anna", "there")]
    await presence.seen("w", "anna")
    assert not presence.is_hidden("w", "anna")


async def test_a_page_without_a_stream_gives_a_sign_when_it_sends(presence, told, time) -> None:
    for now in (0, 50, 100):
        time.now = now
        await presence.seen("w", "anna")
        await presence.look()
    time.now = 160
    await presence.look()
    assert told == [("anna", "there"), ("anna", "away")]


async def test_after_a_restart_everybody_has_a_minute(presence, told, time) -> None:
    time.now = 10_000
    presence.expect("w", ["anna", "bas"])
    await presence.look()
    async with presence.page("w", "bas"):
        time.now = 10_060
        presence.expect("w", ["anna", "bas"])
        await presence.look()
    assert told == [("bas", "there"), ("anna", "away")]


@pytest.mark.parametrize(("fails", "times"), [(Unknown(), 2), (Refused(Reason.NO_SEAT), 1), (Gone(), 1)])
async def test_what_failed_is_told_again_and_what_is_pointless_is_not(presence, told, time, fails, times) -> None:
    await presence.seen("w", "anna")
    told.clear()
    time.now, told.fails = 60, fails
    await presence.look()
    await presence.look()
    assert told == [("anna", "away")] * times


async def test_a_failure_does_not_end_a_page(presence, told) -> None:
    told.fails = Unknown()
    async with presence.page("w", "anna"):
        told.fails = None
        await presence.seen("w", "anna")
    assert told == [("anna", "there")] * 2


async def test_an_erased_workshop_is_not_looked_for(presence, told, time) -> None:
    await presence.seen("w", "anna")
    presence.forget("w")
    time.now = 60
    await presence.look()
    assert told == [("anna", "there")]

"""A page wakes for what it shows, at most once, for the newest."""

import asyncio

import pytest

from speelruimte.live.watchers import Watchers

pytestmark = pytest.mark.anyio


@pytest.fixture
def watchers() -> Watchers:
    return Watchers()


async def is_waiting(waiting: asyncio.Task) -> bool:
    for _ in range(3):
        await asyncio.sleep(0)
    return not waiting.done()


async def test_a_page_waits_for_something_newer_than_it_shows(watchers) -> None:
    with watchers.watch("w") as page:
        waiting = asyncio.ensure_future(page.newer_than(4))
        watchers.wake("w", 4, None)
        assert await is_waiting(waiting)
        watchers.wake("w", 5, None)
        assert await waiting == 5


async def test_a_slow_page_skips_to_the_newest(watchers) -> None:
    with watchers.watch("w") as page:
        for version in range(1, 100):
            watchers.wake("w", version, None)
        assert await page.newer_than(0) == 99
        waiting = asyncio.ensure_future(page.newer_than(99))
        assert await is_waiting(waiting)
        waiting.cancel()


async def test_an_older_version_does_not_come_after_a_newer_one(watchers) -> None:
    with watchers.watch("w") as page:
        watchers.wake("w", 7, None)
        watchers.wake("w", 6, None)
        assert await page.newer_than(0) == 7


async def test_a_table_wakes_for_itself_and_for_the_workshop(watchers) -> None:
    with watchers.watch("w", lambda: "blue") as page:
        waiting = asyncio.ensure_future(page.newer_than(0))
        watchers.wake("w", 1, frozenset({"red"}))
        assert await is_waiting(waiting)
        watchers.wake("w", 2, frozenset({"red", "blue"}))
        assert await waiting == 2
        watchers.wake("w", 3, None)
        assert await page.newer_than(2) == 3


async def test_who_moves_to_another_table_hears_that_one(watchers) -> None:
    tables = {"anna": "blue"}
    with watchers.watch("w", lambda: tables["anna"]) as page:
        tables["anna"] = "red"
        watchers.wake("w", 1, frozenset({"red"}))
        assert await page.newer_than(0) == 1


@pytest.mark.parametrize("table_of", [None, lambda: None])
async def test_the_beamer_and_who_sits_nowhere_hear_all_tables(watchers, table_of) -> None:
    with watchers.watch("w", table_of) as page:
        watchers.wake("w", 1, frozenset({"red"}))
        assert await page.newer_than(0) == 1


async def test_another_workshop_is_not_heard(watchers) -> None:
    with watchers.watch("w") as page:
        waiting = asyncio.ensure_future(page.newer_than(0))
        watchers.wake("other", 1, None)
        assert await is_waiting(waiting)
        waiting.cancel()


async def test_closing_ends_every_page_and_those_that_come_after(watchers) -> None:
    with watchers.watch("w") as one, watchers.watch("x") as other:
        waiting = [asyncio.ensure_future(page.newer_than(0)) for page in (one, other)]
        await asyncio.sleep(0)
        watchers.close()
        assert await asyncio.gather(*waiting) == [None, None]
    with watchers.watch("w") as late:
        assert await late.newer_than(0) is None


async def test_a_page_that_was_left_is_forgotten(watchers) -> None:
    with watchers.watch("w"), watchers.watch("w"):
        assert (watchers.watched("w"), watchers.count()) == (True, 2)
    assert (watchers.watched("w"), watchers.count()) == (False, 0)


async def test_a_page_that_stopped_waiting_can_wait_again(watchers) -> None:
    """A stream waits a while, sends a sign of life, and waits on."""
    with watchers.watch("w") as page:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(page.newer_than(0), 0.01)
        watchers.wake("w", 1, None)
        assert await page.newer_than(0) == 1

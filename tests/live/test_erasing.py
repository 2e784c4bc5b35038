"""A workshop is erased on its day, and the others stay."""

import asyncio
from datetime import date

import pytest

from speelruimte.live.erasing import erase_due, keep_erasing
from speelruimte.store.event_store import Unknown
from speelruimte.store.memory import MemoryStore

pytestmark = pytest.mark.anyio

TODAY = date(2027, 1, 31)


async def test_what_is_due_is_erased(live, store, add, profile) -> None:
    for name, erase_on in (("past", "2026-12-31"), ("today", "2027-01-31"), ("later", "2027-02-01")):
        await live.begin(profile(name, erase_on), add(1))
    assert await erase_due(live, TODAY) == ["past", "today"]
    assert [workshop.id for workshop in await store.workshops()] == ["later"]
    assert await store.erased("today") == "2027-01-31"
    assert await erase_due(live, TODAY) == []


async def test_one_that_fails_does_not_keep_the_others(live_on, add, profile) -> None:
    class Stubborn(MemoryStore):
        async def delete(self, workshop, on):
            if workshop == "stuck":
                raise Unknown
            await super().delete(workshop, on)

    live = live_on(Stubborn())
    for name in ("stuck", "past"):
        await live.begin(profile(name, "2026-12-31"), add(1))
    assert await erase_due(live, TODAY) == ["past"]
    assert (await live.state("stuck")).total == 1


async def test_a_server_that_runs_erases_and_tells_which(live, store, add, profile) -> None:
    for name, erase_on in (("past", "2026-12-31"), ("later", "2027-02-01")):
        await live.begin(profile(name, erase_on), add(1))
    told: asyncio.Queue[str] = asyncio.Queue()
    erasing = asyncio.create_task(keep_erasing(live, told.put_nowait, lambda: TODAY))
    assert await asyncio.wait_for(told.get(), 5) == "past"
    erasing.cancel()
    assert [workshop.id for workshop in await store.workshops()] == ["later"]

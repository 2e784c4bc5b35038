"""A wrong, a closed and an ended code give the same page, for the same work, so that nobody can tell them apart."""

from collections import Counter

import pytest

from speelruimte.rules.words import WorkshopId
from tests.web.room import Room, Visitor

pytestmark = pytest.mark.anyio


class Counted:
    """A store that counts what it is asked."""

    def __init__(self, store: object) -> None:
        self._store = store
        self.asked: Counter[str] = Counter()

    def __getattr__(self, name: str) -> object:
        self.asked[name] += 1
        return getattr(self._store, name)


async def answer_and_work(room: Room, code: str) -> tuple[int, str, Counter[str]]:
    """Return what a stranger gets for this code, and what the store was asked for it."""
    live = room.parts.site.live
    store, counted = live.store, Counted(live.store)
    live.store = counted
    answer = await Visitor(room.parts).get(f"/k/{code}")
    live.store = store
    return answer.status_code, answer.text.replace(code, ""), counted.asked


async def test_a_wrong_code_costs_what_a_closed_one_costs(room: Room) -> None:
    code = (await room.workshop()).join_code
    await room.facilitator.send("deur", {"open": "nee"})
    closed = await answer_and_work(room, code)
    wrong = await answer_and_work(room, "WRQNG7")
    assert closed[:2] == wrong[:2]
    assert closed[2] == wrong[2]
    await room.facilitator.send("einde", {"zeker": "ja"})
    assert (await answer_and_work(room, code))[:2] == wrong[:2]
    assert await room.parts.site.live.state(WorkshopId("-")) is None

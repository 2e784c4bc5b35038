"""One door: state, decide, append, wake. First keep, then tell."""

import asyncio

import pytest

from speelruimte.live.watchers import Watchers
from speelruimte.rules.refusals import Refused
from speelruimte.store.event_store import Broken, CommandKey, Conflict, Gone, KeyTaken, SentTwice, Unknown, verify
from speelruimte.store.memory import MemoryStore

pytestmark = pytest.mark.anyio


class FailingStore(MemoryStore):
    """Fails while `failing`: before it has written, or after, when only the answer is lost."""

    failing = ""

    async def append(self, *given, **named):
        if self.failing == "before":
            raise Unknown
        wrote = await super().append(*given, **named)
        if self.failing == "after":
            raise Unknown
        return wrote


class CountingStore(MemoryStore):
    """Counts how often a whole workshop was read."""

    reads = 0

    async def read(self, workshop, after=0):
        self.reads += after == 0
        return await super().read(workshop, after)


async def test_a_change_is_kept_and_then_told(live, store, watchers, add, profile) -> None:
    await live.begin(profile("w"), add(1))
    state = await live.change("w", add(2, "blue"))
    assert (state.version, state.total) == (3, 3)
    assert watchers.woken[-1] == ("w", 3, frozenset({"blue"}))
    verify(await store.read("w"))
    assert await live.state("w") == state


async def test_what_touches_the_workshop_is_told_to_all(live, watchers, add, profile) -> None:
    await live.begin(profile("w"), add(1))
    assert watchers.woken == [("w", 1, None)]


@pytest.mark.parametrize("failing", ["before", "after"])
async def test_nobody_is_told_what_may_not_be_kept(live_on, watchers, add, profile, failing) -> None:
    store = FailingStore()
    live = live_on(store)
    await live.begin(profile("w"), add(1))
    store.failing = failing
    with pytest.raises(Unknown):
        await live.change("w", add(1))
    assert watchers.woken == [("w", 1, None)]


async def test_after_a_failure_the_truth_is_read_again(live_on, add, profile) -> None:
    store = FailingStore()
    live = live_on(store)
    await live.begin(profile("w"), add(1))
    store.failing = "after"
    with pytest.raises(Unknown):
        await live.change("w", add(1))
    store.failing = ""
    assert (await live.change("w", add(1))).total == 3


async def test_a_repeat_after_a_lost_answer_is_told_after_all(live_on, watchers, add, profile) -> None:
    store = FailingStore()
    live = live_on(store)
    await live.begin(profile("w"), add(1))
    store.failing = "after"
    with pytest.raises(Unknown):
        await live.change("w", add(1, most=2), command_id="c1")
    store.failing = ""
    assert (await live.change("w", add(1, most=2), command_id="c1")).total == 2
    assert watchers.woken[-1] == ("w", 2, None)


async def test_a_refusal_changes_nothing(live, store, watchers, add, profile) -> None:
    await live.begin(profile("w"), add(1))
    with pytest.raises(Refused):
        await live.change("w", add(5_000), command_id="c1")
    assert len(await store.read("w")) == len(watchers.woken) == 1
    assert await store.answered("w", CommandKey("c1", b"")) is None
    assert (await live.change("w", add(1), command_id="c1")).total == 2


@pytest.mark.parametrize("most", [1_000, 2])
async def test_a_repeat_changes_and_wakes_nothing(live, watchers, add, profile, most) -> None:
    """Also when the rules would refuse it now, because it has happened already."""
    await live.begin(profile("w"), add(1))
    state = await live.change("w", add(1, most=most), command_id="c1", digest=b"d")
    told = list(watchers.woken)
    assert await live.change("w", add(1, most=most), command_id="c1", digest=b"d") == state
    assert watchers.woken == told
    assert len(await live.store.read("w")) == 2


async def test_the_same_id_for_something_else_is_told(live, add, profile) -> None:
    await live.begin(profile("w"), add(1), command_id="c1", digest=b"one")
    with pytest.raises(SentTwice):
        await live.change("w", add(1), command_id="c1", digest=b"two")
    with pytest.raises(SentTwice):
        await live.change("w", add(5_000), command_id="c1", digest=b"two")


async def test_a_command_without_events_wakes_nobody(live, watchers, add, profile) -> None:
    await live.begin(profile("w"), add(1))
    assert (await live.change("w", add(0), command_id="c1")).version == 1
    assert len(watchers.woken) == 1


async def test_who_was_second_decides_again_on_what_is_true_now(live_on, store, add, profile) -> None:
    here, there = live_on(store), live_on(store, watchers=Watchers())
    await here.begin(profile("w"), add(1))
    assert (await there.state("w")).total == 1
    await here.change("w", add(2, most=3))
    with pytest.raises(Refused):
        await there.change("w", add(1, most=3))
    assert (await there.change("w", add(1))).total == 4


async def test_two_nodes_lose_nothing(live_on, store, add, profile) -> None:
    nodes = [live_on(store), live_on(store, watchers=Watchers())]
    await nodes[0].begin(profile("w"), add(1))
    await asyncio.gather(*(node.change("w", add(1)) for node in nodes for _ in range(25)))
    rows = await store.read("w")
    verify(rows)
    assert len(rows) == 51


async def test_a_repeat_on_another_node_shows_what_it_wrote(live_on, store, add, profile) -> None:
    here, there = live_on(store), live_on(store, watchers=Watchers())
    await here.begin(profile("w"), add(1))
    await there.state("w")
    await here.change("w", add(2, most=3), command_id="c1")
    assert (await there.change("w", add(2, most=3), command_id="c1")).total == 3


async def test_it_does_not_try_for_ever(live_on, add, profile) -> None:
    class Busy(MemoryStore):
        async def append(self, *_, **__):
            raise Conflict

    with pytest.raises(Conflict):
        await live_on(Busy()).begin(profile("w"), add(1))


async def test_changes_of_one_workshop_follow_each_other(live, add, profile) -> None:
    await live.begin(profile("w"), add(1))
    states = await asyncio.gather(*(live.change("w", add(1)) for _ in range(50)))
    assert [state.version for state in states] == list(range(2, 52))


async def test_a_change_is_finished_when_its_sender_has_gone(live_on, watchers, add, profile) -> None:
    go = asyncio.Event()

    class SlowStore(MemoryStore):
        async def append(self, *given, **named):
            wrote = await super().append(*given, **named)
            await go.wait()
            return wrote

    live = live_on(SlowStore())
    sender = asyncio.ensure_future(live.begin(profile("w"), add(1)))
    await asyncio.sleep(0.01)
    sender.cancel()
    go.set()
    await live.close()
    assert watchers.woken == [("w", 1, None)]


async def test_an_unknown_workshop_is_none(live, add) -> None:
    assert await live.state("w") is None
    with pytest.raises(Gone):
        await live.change("w", add(1))


async def test_keys_come_with_their_command(live, add, profile) -> None:
    await live.begin(profile("w"), add(1), keys=["door"])
    await live.change("w", add(1), keys=["seat"])
    assert (await live.find("door"), await live.find("seat"), await live.find("no key")) == ("w", "w", None)
    with pytest.raises(KeyTaken):
        await live.begin(profile("other"), add(1), keys=["door"])
    assert await live.state("other") is None


async def test_a_restart_reads_the_same(live_on, store, add, profile) -> None:
    state = await live_on(store).begin(profile("w"), add(7))
    assert await live_on(store).state("w") == state


async def test_rows_that_were_altered_are_not_played_on(live_on, store, add, profile) -> None:
    await live_on(store).begin(profile("w"), add(3))
    del store._kept["w"].rows[1]
    with pytest.raises(Broken):
        await live_on(store).state("w")


async def test_idle_workshops_leave_memory_and_watched_ones_stay(live_on, watchers, add, profile) -> None:
    store = CountingStore()
    live = live_on(store, most_idle=3)
    await live.begin(profile("watched"), add(1))
    with watchers.watch("watched"):
        for number in range(6):
            await live.begin(profile(f"w{number}"), add(1))
        store.reads = 0
        await live.state("watched")
        await live.state("w5")
        assert store.reads == 0
        await live.state("w0")
        assert store.reads == 1


async def test_an_erased_workshop_is_gone_and_its_pages_end(live, watchers, add, profile) -> None:
    await live.begin(profile("w"), add(1))
    with watchers.watch("w") as page:
        await live.erase("w", "2027-02-01")
        assert await page.newer_than(0) is None
    assert await live.state("w") is None
    with pytest.raises(Gone):
        await live.change("w", add(1))

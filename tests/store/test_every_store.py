"""One contract, every store."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from speelruimte.store import open_store
from speelruimte.store.event_store import (
    Appended,
    Broken,
    CommandKey,
    Conflict,
    EventStore,
    Gone,
    KeyTaken,
    SentTwice,
    verify,
)

pytestmark = pytest.mark.anyio

SENT = CommandKey("c1", b"what it said")


@pytest.fixture(params=["memory", "sqlite"])
async def store(request, tmp_path: Path) -> AsyncIterator[EventStore]:
    opened = open_store(":memory:" if request.param == "memory" else str(tmp_path / "events.db"))
    yield opened
    await opened.close()


@pytest.fixture
async def begun(store: EventStore, rows, profile):
    """A workshop with two events; the rows that it has."""
    first = rows(2)
    await store.append("w", 0, first, profile=profile("w"), keys=["door"])
    return first


async def test_what_was_written_is_read_in_order(store, begun, rows) -> None:
    more = rows(3, after=begun[-1])
    assert await store.append("w", 2, more) == Appended(3, 5)
    assert await store.read("w") == begun + more
    assert await store.read("w", after=3) == more[1:]


async def test_the_second_of_two_writers_is_told(store, begun, rows) -> None:
    await store.append("w", 2, rows(1, after=begun[-1]))
    with pytest.raises(Conflict):
        await store.append("w", 2, rows(1, after=begun[-1], body=b"[]"))
    assert len(await store.read("w")) == 3


async def test_versions_have_no_gaps(store, begun, rows) -> None:
    with pytest.raises(ValueError, match="count on"):
        await store.append("w", 2, [replace(rows(1, after=begun[-1])[0], version=4)])
    with pytest.raises(Conflict):
        await store.append("w", 3, [replace(rows(1, after=begun[-1])[0], version=4)])
    assert await store.read("w") == begun


async def test_the_rows_form_a_chain(store, begun, rows) -> None:
    await store.append("w", 2, rows(2, after=begun[-1]))
    kept = await store.read("w")
    verify(kept)
    verify(kept[2:], before=kept[1].hash, after=2)


@pytest.mark.parametrize(
    "harm", [{"body": b"[]"}, {"at": 1}, {"kind": "card-chosen"}, {"schema": 2}, {"hash": bytes(32)}, {"version": 3}]
)
@pytest.mark.usefixtures("begun")
async def test_a_row_that_was_altered_breaks_the_chain(store, harm) -> None:
    first, second = await store.read("w")
    with pytest.raises(Broken):
        verify([replace(first, **harm), second])
    with pytest.raises(Broken):
        verify([first, replace(second, **harm)] if harm != {"version": 3} else [second])


async def test_a_repeated_command_gets_its_first_answer_and_writes_nothing(store, begun, rows) -> None:
    new = rows(2, after=begun[-1])
    assert await store.append("w", 2, new, command=SENT) == Appended(3, 4)
    assert await store.append("w", 2, new, command=SENT) == Appended(3, 4, repeated=True)
    assert await store.append("w", 4, [], command=SENT) == Appended(3, 4, repeated=True)
    assert await store.read("w") == begun + new


async def test_an_answer_can_be_asked_for_again(store, begun, rows) -> None:
    assert await store.answered("w", SENT) is None
    await store.append("w", 2, rows(2, after=begun[-1]), command=SENT)
    assert await store.answered("w", SENT) == Appended(3, 4, repeated=True)
    with pytest.raises(SentTwice):
        await store.answered("w", CommandKey("c1", b"something else"))


async def test_the_same_id_with_other_content_is_refused(store, begun, rows) -> None:
    await store.append("w", 2, rows(1, after=begun[-1]), command=SENT)
    with pytest.raises(SentTwice):
        await store.append("w", 3, [], command=CommandKey("c1", b"something else"))


@pytest.mark.usefixtures("begun")
async def test_a_command_without_events_is_remembered_too(store) -> None:
    assert await store.append("w", 2, [], command=SENT) == Appended(3, 2)
    assert await store.append("w", 2, [], command=SENT) == Appended(3, 2, repeated=True)


async def test_a_command_that_came_too_late_may_come_again(store, begun, rows) -> None:
    with pytest.raises(Conflict):
        await store.append("w", 1, rows(1, after=begun[0]), command=SENT)
    assert await store.append("w", 2, rows(1, after=begun[-1]), command=SENT) == Appended(3, 3)


@pytest.mark.usefixtures("begun")
async def test_the_same_id_in_another_workshop_is_another_command(store, rows, profile) -> None:
    await store.append("w", 2, [], command=SENT)
    assert await store.append("other", 0, rows(1), command=SENT, profile=profile("other")) == Appended(1, 1)


async def test_a_key_opens_its_workshop(store, begun, rows) -> None:
    await store.append("w", 2, rows(1, after=begun[-1]), keys=["seat", "recovery"])
    assert await store.find("door") == "w"
    assert await store.find("recovery") == "w"
    assert await store.find("no key") is None


async def test_a_key_opens_one_workshop_only(store, begun, rows, profile) -> None:
    with pytest.raises(KeyTaken):
        await store.append("other", 0, rows(1), keys=["new", "door"], profile=profile("other"))
    assert await store.workshop("other") is None
    assert await store.read("other") == []
    assert await store.find("new") is None
    assert await store.append("w", 2, rows(1, after=begun[-1]), keys=["door"]) == Appended(3, 3)


async def test_a_workshop_begins_with_its_profile(store, rows, profile) -> None:
    with pytest.raises(Gone):
        await store.append("w", 0, rows(1))
    await store.append("w", 0, rows(1), profile=profile("w"))
    assert await store.workshop("w") == profile("w")
    assert await store.workshops() == [profile("w")]


@pytest.mark.usefixtures("begun")
async def test_a_workshop_begins_once(store, rows, profile) -> None:
    with pytest.raises(Conflict):
        await store.append("w", 0, rows(1), profile=profile("w"))


@pytest.mark.usefixtures("begun")
async def test_the_day_of_erasing_can_be_moved(store) -> None:
    await store.set_erase_on("w", "2027-06-01")
    assert (await store.workshop("w")).erase_on == "2027-06-01"
    with pytest.raises(Gone):
        await store.set_erase_on("other", "2027-06-01")


@pytest.mark.usefixtures("begun")
async def test_deleting_leaves_one_line(store, rows, profile) -> None:
    await store.append("w", 2, [], command=SENT)
    await store.append("stays", 0, rows(1), keys=["other door"], profile=profile("stays"))
    await store.delete("w", "2027-02-01")
    assert await store.erased("w") == "2027-02-01"
    assert await store.read("w") == []
    assert (await store.workshop("w"), await store.find("door"), await store.answered("w", SENT)) == (None, None, None)
    assert (await store.find("other door"), await store.erased("stays")) == ("stays", None)


async def test_a_workshop_that_was_erased_does_not_come_back(store, begun, rows, profile) -> None:
    await store.delete("w", "2027-02-01")
    await store.delete("w", "2027-02-02")
    assert await store.erased("w") == "2027-02-01"
    with pytest.raises(Gone):
        await store.append("w", 2, rows(1, after=begun[-1]))
    with pytest.raises(Gone):
        await store.append("w", 0, rows(1), profile=profile("w"))


async def test_the_kinds_that_are_stored_are_known(store, begun, rows) -> None:
    await store.append("w", 2, [replace(rows(1, after=begun[-1])[0], kind="round-opened", schema=2)])
    assert await store.event_kinds() == {("card-played", 1), ("round-opened", 2)}


async def test_many_workshops_write_at_once(store, rows, profile) -> None:
    names = [f"w{number}" for number in range(64)]
    wrote = await asyncio.gather(*(store.append(name, 0, rows(2), profile=profile(name)) for name in names))
    assert wrote == [Appended(1, 2)] * 64
    for name in names:
        verify(await store.read(name))


@pytest.mark.usefixtures("begun")
async def test_a_conflict_does_not_hurt_the_others(store, rows, profile) -> None:
    names = [f"w{number}" for number in range(32)]
    good = [store.append(name, 0, rows(1), profile=profile(name)) for name in names]
    wrong = [store.append("w", 7, [replace(rows(1)[0], version=8)]) for _ in range(32)]
    answers = await asyncio.gather(
        *(one for pair in zip(good, wrong, strict=True) for one in pair), return_exceptions=True
    )
    assert answers[0::2] == [Appended(1, 1)] * 32
    assert {type(answer) for answer in answers[1::2]} == {Conflict}


async def test_of_many_writers_of_one_workshop_one_wins(store, begun, rows) -> None:
    tries = [store.append("w", 2, rows(1, after=begun[-1], body=b'"%d"' % number)) for number in range(24)]
    answers = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(answer, Appended) for answer in answers) == 1
    verify(await store.read("w"))

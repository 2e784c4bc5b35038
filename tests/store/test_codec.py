"""What is written is read back as it was, and what cannot be read is never skipped."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from speelruimte.rules.game import EVENTS
from speelruimte.rules.words import Words, WordsId
from speelruimte.store.codec import Codec, UnknownEvent
from speelruimte.store.event_store import Row, chain
from speelruimte.store.memory import MemoryStore

CardId = NewType("CardId", str)


class Kind(StrEnum):
    OWN = "eigen"


@dataclass(frozen=True, slots=True)
class Played:
    card: CardId
    words: Words | None
    kind: Kind
    hands: dict[str, tuple[CardId, ...]]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Untold:
    pass


PLAYED = Played(CardId("p-1"), Words(WordsId("t1"), "Één “ruimte”\n\u2028"), Kind.OWN, {"anna": (CardId("p-2"),)})


GAME = Codec(EVENTS)

some.register_type_strategy(Mapping, lambda kind: some.dictionaries(*map(some.from_type, kind.__args__)))


@pytest.fixture
def codec() -> Codec:
    return Codec({"played": Played})


def test_an_event_comes_back_as_it_was(codec: Codec) -> None:
    written = codec.write(PLAYED)
    assert (written.kind, written.schema) == ("played", 1)
    assert codec.read(written.kind, written.schema, written.body) == PLAYED


@pytest.mark.parametrize("kind", EVENTS)
def test_every_event_of_the_game_comes_back_as_it_was(kind: str) -> None:
    @settings(max_examples=10, deadline=None, database=None)
    @given(some.from_type(EVENTS[kind]))
    def comes_back(event) -> None:
        written = GAME.write(event)
        assert GAME.read(written.kind, written.schema, written.body) == event

    comes_back()


def test_erased_words_come_back_as_none(codec: Codec) -> None:
    event = Played(CardId("p-1"), Words(WordsId("t1"), None), Kind.OWN, {})
    assert codec.read("played", 1, codec.write(event).body) == event


def test_an_event_without_a_stored_name_is_not_written(codec: Codec) -> None:
    with pytest.raises(UnknownEvent, match="Untold"):
        codec.write(Untold())


def test_an_event_that_would_come_back_otherwise_is_not_written(codec: Codec) -> None:
    with pytest.raises(UnknownEvent, match="another type"):
        codec.write(Played(CardId("p-1"), None, Kind.OWN, {}, open=1))


@pytest.mark.parametrize(("kind", "schema"), [("danced", 1), ("played", 2), ("played", 0)])
def test_what_is_unknown_is_an_error(codec: Codec, kind: str, schema: int) -> None:
    with pytest.raises(UnknownEvent):
        codec.read(kind, schema, codec.write(PLAYED).body)


def test_what_does_not_fit_is_an_error_without_the_words(codec: Codec) -> None:
    with pytest.raises(UnknownEvent) as error:
        codec.read(
            "played", 1, b'{"card": "p-1", "words": {"id": "t1", "text": ["geheim"]}, "kind": "eigen", "hands": {}}'
        )
    assert "words" in str(error.value)
    assert "geheim" not in str(error.value)


def test_an_old_shape_is_read_as_a_new_one() -> None:
    def hands_came(fields):
        return {**fields, "hands": {}}

    def given_by_kind(fields):
        return {**fields, "kind": "eigen"}

    codec = Codec(
        {"played": Played}, schema={"played": 3}, old_shapes={("played", 1): hands_came, ("played", 2): given_by_kind}
    )
    assert codec.read("played", 1, b'{"card": "p-1", "words": null}') == Played(CardId("p-1"), None, Kind.OWN, {})
    assert codec.write(PLAYED).schema == 3


def test_a_way_with_a_gap_is_no_way() -> None:
    codec = Codec({"played": Played}, schema={"played": 3}, old_shapes={("played", 1): dict})
    assert [codec.knows("played", schema) for schema in (1, 2, 3, 4)] == [False, False, True, False]


@pytest.mark.anyio
async def test_the_start_refuses_events_that_it_cannot_read(codec: Codec, profile) -> None:
    store = MemoryStore()
    await codec.check_kinds(store)
    await store.append("w", 0, [chain(bytes(32), Row(1, 0, "danced", 2, b"{}"))], profile=profile("w"))
    with pytest.raises(UnknownEvent, match="danced, schema 2"):
        await codec.check_kinds(store)

"""Whatever happens to the files of a deck, reading them gives a deck or a list of problems."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from speelruimte.decks import DeckProblems, read_deck
from speelruimte.rules.cards import Deck

pytestmark = pytest.mark.plays

FILES = {path.name: path.read_bytes() for path in sorted((Path(__file__).parent / "small").iterdir())}

VALUES = [
    *("7", "-1", "0xffffffffffffffffffff", "nan", "1e400", "true", "''", "'  '", "'\ud7ff'", '"\\u0000"', "[]", "{}"),
    *(
        "[[]]",
        "[{}]",
        "{id = []}",
        "[{id = 'a'}, {id = 'a'}]",
        "1979-05-27",
        "07:32:00",
        "['a', 1]",
        "[",
        "'" + "x" * 400 + "'",
    ),
]
places = some.integers(min_value=0, max_value=10_000)
Damage = Callable[[bytes], bytes]


def _bytes_put(place: int, put: bytes, gone: int) -> Damage:
    return lambda text: text[: place % len(text)] + put + text[place % len(text) + gone :] if text else put


def _lines_changed(place: int, change: Callable[[bytes], list[bytes]]) -> Damage:
    def damage(text: bytes) -> bytes:
        lines = text.split(b"\n")
        at = place % len(lines)
        return b"\n".join([*lines[:at], *change(lines[at]), *lines[at + 1 :]])

    return damage


def _value_put(value: str) -> Callable[[bytes], list[bytes]]:
    return lambda line: [line.partition(b"=")[0] + b"= " + value.encode()]


damages = some.one_of(
    some.builds(_bytes_put, places, some.binary(max_size=6), some.integers(0, 40)),
    some.builds(_bytes_put, places, some.text(max_size=6).map(str.encode), some.integers(0, 3)),
    some.builds(_lines_changed, places, some.sampled_from([lambda _: [], lambda line: [line, line]])),
    some.builds(_lines_changed, places, some.sampled_from(VALUES).map(_value_put)),
)


@settings(max_examples=300, deadline=None)
@given(some.lists(some.tuples(some.sampled_from(sorted(FILES)), damages), min_size=1, max_size=4))
def test_damaged_files_are_a_deck_or_a_list_of_problems(damaged: list[tuple[str, Damage]]) -> None:
    files = dict(FILES)
    for file, damage in damaged:
        files[file] = damage(files[file])
    outcome = _read(files)
    assert isinstance(outcome, Deck) or outcome.problems


def _read(files: dict[str, bytes]) -> Deck | DeckProblems:
    with tempfile.TemporaryDirectory() as folder:
        for file, content in files.items():
            (Path(folder) / file).write_bytes(content)
        try:
            return read_deck(Path(folder))
        except DeckProblems as problems:
            return problems

"""The rows of a deck as they were typed, so that one wrong row does not hide what is wrong with others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from speelruimte.decks.problems import Problem
from speelruimte.decks.shape import SHAPES

Tables = Mapping[str, Mapping[str, object]]  # file name → what was typed in it; unreadable files are absent

FILE_OF = {name: file for file, shape in SHAPES.items() for name in shape.model_fields}
NAMED_BY = {"phase_helps": "phase", "space": "board"}  # all other rows are named by their id


@dataclass(frozen=True)
class TypedRow:
    """One row: where it is, the code other rows name it by, what an author would call it, and its fields."""

    file: str
    code: str
    name: str
    values: Mapping[str, object]

    def text(self, field: str) -> str:
        """Return the text of a field, or nothing when there is none."""
        value = self.values.get(field)
        return value if isinstance(value, str) else ""

    def texts(self, field: str) -> list[str]:
        """Return the texts of a field, be it one text or a list."""
        value = self.values.get(field)
        return [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]

    def rows(self, kind: str) -> list["TypedRow"]:
        """Return the rows within this row, called after both."""
        found = _rows(self.file, kind, self.values.get(kind))
        return [TypedRow(row.file, row.code, f"{self.name}/{row.name}", row.values) for row in found]

    def problem(self, field: str, sentence: str) -> Problem:
        return Problem(self.file, self.name, field, sentence)


def rows(tables: Tables, kind: str) -> list[TypedRow]:
    """Return the rows of one kind, such as "tactics"; none when their file cannot be read."""
    file = FILE_OF[kind]
    return list(_rows(file, kind, tables.get(file, {}).get(kind)))


def name_of(kind: str, values: Mapping[str, object], place: int) -> str:
    """Return what an author would call a row: its code, or else its place in the file."""
    return code_of(kind, values) or f"rij {place + 1}"


def code_of(kind: str, values: Mapping[str, object]) -> str:
    """Return the code by which other rows name this one, or nothing when it was left out."""
    code = values.get(NAMED_BY.get(kind, "id"))
    return code if isinstance(code, str) else ""


def _rows(file: str, kind: str, typed: object) -> Iterator[TypedRow]:
    for place, values in enumerate(typed if isinstance(typed, list) else ()):
        if isinstance(values, Mapping):
            yield TypedRow(file, code_of(kind, values), name_of(kind, values, place), values)

"""What may be wrong with a deck, said so that its author can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `row` is a card's id or its place, `field` is empty when the whole row is meant."""

    file: str
    row: str
    field: str
    sentence: str

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.file, self.row, self.field) if part)
        return f"{place}: {self.sentence}"


class DeckProblems(Exception):
    """The folder is no deck yet; `problems` holds everything that has to be mended, at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

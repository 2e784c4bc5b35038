"""The words people write, and the names of things.

Everything a person types, their own name included, is a value of `Words` and lives in no
other field. That makes erasing one operation: a text that was erased folds to `None`.
"""

from dataclasses import dataclass
from typing import NewType

WorkshopId = NewType("WorkshopId", str)
SeatId = NewType("SeatId", str)
TableId = NewType("TableId", str)
RoundId = NewType("RoundId", str)
DilemmaId = NewType("DilemmaId", str)
WordsId = NewType("WordsId", str)
BoardId = NewType("BoardId", str)
TacticId = NewType("TacticId", str)
ContestationId = NewType("ContestationId", str)
QuestionId = NewType("QuestionId", str)
StepId = NewType("StepId", str)


@dataclass(frozen=True, slots=True)
class Words:
    """A text that somebody wrote; `text` is None once it was erased."""

    id: WordsId
    text: str | None

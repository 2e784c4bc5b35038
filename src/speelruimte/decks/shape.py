"""The shape of each file of a deck: which fields there are and how long a text may be.

What holds between rows, such as a card that names a board, is in `checks.py`.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from speelruimte.rules.cards import Scene, Source

ID = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"
ICON = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ONE_LINE = r"^[^\x00-\x1f\x7f]*$"


def _text(longest: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=longest, pattern=ONE_LINE)


# The lengths are what fits: a title on two lines of a card, a step on a phone, a script at arm's length.
Id = Annotated[str, StringConstraints(max_length=24, pattern=ID)]
Icon = Annotated[str, StringConstraints(max_length=40, pattern=ICON)]
Title = Annotated[str, _text(36)]
Line = Annotated[str, _text(90)]
Sentence = Annotated[str, _text(140)]
Text = Annotated[str, _text(300)]
Scale = Annotated[int, Field(strict=True, ge=2, le=10)]
Minutes = Annotated[int, Field(strict=True, ge=1, le=240)]
Count = Annotated[int, Field(strict=True, ge=1, le=20)]
YesNo = Annotated[bool, Field(strict=True)]


class Row(BaseModel):
    """Anything in a deck: a field that we do not know is a slip of the pen, so it is reported."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BoardRow(Row):
    id: Id
    name: Title
    space: Title
    question: Line
    text: Text
    relation: Sentence
    relation_sentence: Line
    shape: Literal["circle", "square", "triangle", "diamond", "hexagon"]
    look: Id


class VoiceRow(Row):
    id: Id
    name: Title
    question: Line
    icon: Icon
    added_by_us: YesNo = False


class TaskRow(Row):
    id: Id
    name: Title
    sentence: Sentence
    unserved: Sentence | None = None


class DeckFile(Row):
    id: Id
    name: Title
    version: Annotated[str, StringConstraints(pattern=r"^\d{1,5}\.\d{1,5}\.\d{1,5}$")]
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    author: Line
    licence: Line
    closing_question: Line
    harvest_question: Line
    unserved: Sentence
    credits: Annotated[tuple[Text, ...], Field(min_length=1)]
    neutral_names: Annotated[tuple[Title, ...], Field(min_length=1)]
    boards: Annotated[tuple[BoardRow, ...], Field(min_length=1)]
    voices: Annotated[tuple[VoiceRow, ...], Field(min_length=1)]
    tasks: Annotated[tuple[TaskRow, ...], Field(min_length=1)]


class TacticRow(Row):
    id: Id
    board: Id
    name: Title
    core: Line
    when: Line
    steps: tuple[Line, Line, Line]
    example: Sentence
    pitfall: Line
    counter: Line
    counter_voice: Id
    limit: Sentence
    question: Line
    tasks: Annotated[tuple[Id, ...], Field(min_length=1, max_length=2)]
    combines: tuple[Id, ...] = ()
    icon: Icon
    source: Source
    leans_on: Sentence


class CardsFile(Row):
    tactics: Annotated[tuple[TacticRow, ...], Field(min_length=1)]


class ContestationRow(Row):
    id: Id
    voice: Id
    text: Line


class ContestationsFile(Row):
    contestations: tuple[ContestationRow, ...] = ()


class TensionRow(Row):
    id: Id
    name: Line


class DilemmaRow(Row):
    id: Id
    text: Text
    boards: Annotated[tuple[Id, ...], Field(min_length=1)]
    tensions: tuple[Id, ...] = ()
    note: Text | None = None


class DilemmasFile(Row):
    tensions: tuple[TensionRow, ...] = ()
    dilemmas: Annotated[tuple[DilemmaRow, ...], Field(min_length=1)]


class StatementRow(Row):
    id: Id
    text: Sentence


class ScaleRow(Row):
    id: Id
    text: Sentence
    high: Scale
    low_pole: Title
    high_pole: Title


class SpaceRow(Row):
    board: Id
    text: Sentence
    low_pole: Title
    high_pole: Title
    labels: Annotated[tuple[Title, ...], Field(min_length=2, max_length=10)]


class QuestionsFile(Row):
    statement_labels: Annotated[tuple[Title, ...], Field(min_length=2, max_length=10)]
    statements: tuple[StatementRow, ...] = ()
    entry: tuple[ScaleRow, ...] = ()
    exit: tuple[ScaleRow, ...] = ()
    space: Annotated[tuple[SpaceRow, ...], Field(min_length=1)]
    hunch_question: Sentence
    hunch_note: Sentence
    hunches: tuple[StatementRow, ...] = ()


class ScriptRow(Row):
    id: Id
    say: tuple[Text, ...] = ()
    ask: tuple[Text, ...] = ()
    lay_out: tuple[Text, ...] = ()
    trouble: tuple[Text, ...] = ()


class PhaseHelpRow(Row):
    phase: Id
    sentence: Sentence


class StepRow(Row):
    id: Id
    scene: Scene
    name: Title
    minutes: Minutes
    script: Id
    here: tuple[Text, ...] = ()


class FormatRow(Row):
    id: Id
    name: Title
    rounds: Count
    rounds_small: Count
    small: Count
    one_table: YesNo = False
    steps: Annotated[tuple[StepRow, ...], Field(min_length=1)]


class FormatsFile(Row):
    before: tuple[Text, ...] = ()
    scripts: tuple[ScriptRow, ...]
    phase_helps: tuple[PhaseHelpRow, ...] = ()
    formats: Annotated[tuple[FormatRow, ...], Field(min_length=1)]


class Folder(Row):
    """The whole deck: one field for each file."""

    deck: DeckFile = Field(alias="deck.toml")
    cards: CardsFile = Field(alias="cards.toml")
    contestations: ContestationsFile = Field(alias="contestations.toml")
    dilemmas: DilemmasFile = Field(alias="dilemmas.toml")
    questions: QuestionsFile = Field(alias="questions.toml")
    formats: FormatsFile = Field(alias="formats.toml")


SHAPES: dict[str, type[Row]] = {
    field.alias: field.annotation
    for field in Folder.model_fields.values()
    if field.alias and isinstance(field.annotation, type) and issubclass(field.annotation, Row)
}


def export_schema() -> dict[str, dict[str, object]]:
    """Return the JSON Schema of each file of a deck, for editors that check while one types."""
    return {file: shape.model_json_schema() for file, shape in SHAPES.items()}

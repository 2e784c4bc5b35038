"""A deck as the rules know it: boards, tactics, contestations, example dilemmas and formats."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from speelruimte.rules.words import BoardId, ContestationId, QuestionId, StepId, TacticId


class Scene(StrEnum):
    """What a step of the agenda asks of people; every format is made of these."""

    LOBBY = "inloop"
    RECOGNISE = "herken"
    BOARDS = "borden"
    DILEMMAS = "dilemmas"
    PLAY = "spelen"
    BREAK = "pauze"
    HARVEST = "oogst"
    MIRROR = "spiegel"
    COMMITMENT = "voornemen"
    CLOSING = "afsluiting"


class Source(StrEnum):
    """Where the text of a card comes from."""

    PUBLIC_NAME = "publieke naam"
    OWN = "eigen"
    ADAPTED = "bewerkt"


@dataclass(frozen=True)
class Board:
    """One of the chessboards. `shape` and `look` name the drawn form and the set of colours."""

    id: BoardId
    name: str
    space: str  # "politieke ruimte"
    question: str
    text: str
    relation: str
    relation_sentence: str
    shape: str  # circle, square, triangle, diamond, hexagon
    look: str  # p, o, m: the class that carries its colours


@dataclass(frozen=True)
class Voice:
    """A tradition out of which people contest, or the plain human worry."""

    id: str  # R, D, S, H
    name: str
    question: str
    icon: str
    added_by_us: bool


@dataclass(frozen=True)
class Task:
    """One of the tasks in a transition that a tactic can serve."""

    id: str
    name: str
    sentence: str
    unserved: str = ""  # what the harvest asks when no move served it


@dataclass(frozen=True)
class Tactic:
    """A card: something a civil servant can do on one board."""

    id: TacticId
    board: BoardId
    name: str
    core: str
    when: str
    steps: tuple[str, str, str]
    example: str
    pitfall: str
    counter: str
    counter_voice: str
    limit: str
    question: str
    tasks: tuple[str, ...]
    combines: tuple[TacticId, ...]
    icon: str
    source: Source
    leans_on: str


@dataclass(frozen=True)
class Contestation:
    """A loose counter-move in one voice."""

    id: ContestationId
    voice: str
    text: str


@dataclass(frozen=True)
class Tension:
    """Two good things that pull apart in a dilemma."""

    id: str
    name: str


@dataclass(frozen=True)
class ExampleDilemma:
    """A ready dilemma; `note` is for the facilitator only."""

    id: str
    text: str
    boards: tuple[BoardId, ...]
    tensions: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Question:
    """A question with a scale from 1 to `high`, or with one answer per board (`high` is their number)."""

    id: QuestionId
    text: str
    high: int
    low_pole: str = ""
    high_pole: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Script:
    """What a facilitator says and does in a step."""

    say: tuple[str, ...]
    ask: tuple[str, ...]
    lay_out: tuple[str, ...]
    trouble: tuple[str, ...]
    here: tuple[str, ...]  # only in this format


@dataclass(frozen=True)
class Step:
    """One step of a format: what it asks, how long it may take, and what to say."""

    id: StepId
    scene: Scene
    name: str
    minutes: int
    script: Script


@dataclass(frozen=True)
class Format:
    """An ordered agenda. A table of at most `small` people plays `rounds_small` rounds, a larger one `rounds`."""

    id: str
    name: str
    minutes: int
    steps: tuple[Step, ...]
    rounds: int
    rounds_small: int
    small: int
    one_table: bool
    before: tuple[str, ...] = ()  # for the facilitator, before anyone comes


@dataclass(frozen=True)
class Deck:
    """Everything a workshop is played with. Nothing in the rules knows how many boards or cards there are."""

    id: str
    name: str
    version: str
    digest: str
    boards: tuple[Board, ...]
    tactics: tuple[Tactic, ...]
    voices: tuple[Voice, ...]
    contestations: tuple[Contestation, ...]
    tasks: tuple[Task, ...]
    dilemmas: tuple[ExampleDilemma, ...]
    statements: tuple[Question, ...]
    entry: tuple[Question, ...]
    exit: tuple[Question, ...]
    space: tuple[Question, ...]  # one per board
    hunches: tuple[Question, ...]
    formats: tuple[Format, ...]
    closing_question: str  # for a round without a chosen card
    harvest_question: str
    phase_helps: tuple[tuple[str, str], ...]  # phase, sentence for the facilitator
    credits: tuple[str, ...]  # colophon, first sentence short
    neutral_names: tuple[str, ...]  # offered to who wants no name
    tensions: tuple[Tension, ...] = ()
    hunch_question: str = ""  # above the hunches
    hunch_note: str = ""  # below them
    language: str = "nl"
    author: str = ""
    licence: str = ""

    @cached_property
    def tactic_of(self) -> dict[TacticId, Tactic]:
        return {tactic.id: tactic for tactic in self.tactics}

    @cached_property
    def board_of(self) -> dict[BoardId, Board]:
        return {board.id: board for board in self.boards}

    @cached_property
    def contestation_of(self) -> dict[ContestationId, Contestation]:
        return {contestation.id: contestation for contestation in self.contestations}

    @cached_property
    def example_of(self) -> dict[str, ExampleDilemma]:
        return {dilemma.id: dilemma for dilemma in self.dilemmas}

    @cached_property
    def voice_of(self) -> dict[str, Voice]:
        return {voice.id: voice for voice in self.voices}

    @cached_property
    def format_of(self) -> dict[str, Format]:
        return {format_.id: format_ for format_ in self.formats}

    def on_board(self, board: BoardId) -> tuple[Tactic, ...]:
        """Return the tactics of a board, in their fixed order on it."""
        return tuple(tactic for tactic in self.tactics if tactic.board == board)

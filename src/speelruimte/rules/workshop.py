"""The state of a workshop: what is true now, folded from what has happened."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from speelruimte.rules.cards import Deck, Format, Scene, Step
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.words import (
    BoardId,
    ContestationId,
    DilemmaId,
    QuestionId,
    RoundId,
    SeatId,
    StepId,
    TableId,
    TacticId,
    Words,
    WordsId,
)


class Role(StrEnum):
    """What a key opens."""

    SEAT = "plaats"
    FACILITATOR = "begeleider"
    COFACILITATOR = "medebegeleider"
    BEAMER = "beamer"


class KeyKind(StrEnum):
    """How a key is carried: in the cookie of a device (links carry the same), or as a code on paper."""

    COOKIE = "cookie"
    CODE = "code"


class Standing(StrEnum):
    """Whether a person takes part."""

    HERE = "hier"
    LEFT = "weg"
    REMOVED = "verwijderd"


class Stage(StrEnum):
    """How far the choosing of dilemmas is."""

    WRITING = "schrijven"
    VOTING = "stemmen"
    CHOSEN = "gekozen"


class Phase(StrEnum):
    """The nine phases of a round, and its two ends."""

    TELL = "inbreng"
    REFLEX = "reflex"
    PLAY = "toespelen"
    REVEAL = "onthullen"
    MOVE = "zet"
    COUNTER = "tegenzet"
    ANSWER = "antwoord"
    MONDAY = "maandagstap"
    LOOKBACK = "terugblik"
    DONE = "klaar"
    ASIDE = "opzij"


class ContestKind(StrEnum):
    """Out of what a contestation is made."""

    CARD = "kaart"
    PITFALL = "valkuil"
    LOOSE = "los"
    OWN = "eigen"
    TALKED = "besproken"


class AnswerKind(StrEnum):
    """What an owner may do with a contestation."""

    HOLD = "vasthouden"
    ADJUST = "aanpassen"
    SWITCH = "overstappen"
    DROP = "loslaten"


class MondayKind(StrEnum):
    """How a Monday step was left."""

    STEP = "stap"
    TALKED = "besproken"
    NOT_YET = "nog niet"


BEFORE_REVEAL = (Phase.TELL, Phase.REFLEX, Phase.PLAY)
PLAYING = (Phase.REFLEX, Phase.PLAY)
ENDED = (Phase.DONE, Phase.ASIDE)


@dataclass(frozen=True, slots=True)
class Key:
    role: Role
    kind: KeyKind
    seat: SeatId | None


@dataclass(frozen=True, slots=True)
class Seat:
    id: SeatId
    name: Words
    joined: int
    table: TableId | None = None
    standing: Standing = Standing.HERE
    away: bool = False

    @property
    def present(self) -> bool:
        return self.standing is Standing.HERE and not self.away


@dataclass(frozen=True, slots=True)
class Dilemma:
    """`author` is never shown before `brought` is True; `order` is its place after the votes."""

    id: DilemmaId
    author: SeatId | None
    words: Words | None
    example: str | None
    order: int | None = None
    brought: bool | None = None
    table: TableId | None = None

    @property
    def in_stack(self) -> bool:
        """Whether it lies with the dilemmas to choose from, and its author has not brought it to a table."""
        return self.table is None and not self.brought


@dataclass(frozen=True, slots=True)
class Played:
    """A card on the table; `giver` is None when the pile played it."""

    tactic: TacticId
    giver: SeatId | None
    words: Words | None


@dataclass(frozen=True, slots=True)
class Move:
    tactic: TacticId
    words: Words | None


@dataclass(frozen=True, slots=True)
class Answer:
    kind: AnswerKind
    words: Words | None
    tactic: TacticId | None


@dataclass(frozen=True, slots=True)
class Contest:
    """`by` is None when the card contests itself."""

    by: SeatId | None
    kind: ContestKind
    voice: str | None
    contestation: ContestationId | None
    words: Words | None
    tactic: TacticId
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Monday:
    kind: MondayKind
    condition: Words | None
    action: Words | None


@dataclass(frozen=True, slots=True)
class Round:
    """One dilemma played out. `without` and `declined` hold for the present phase only."""

    id: RoundId
    number: int
    dilemma: DilemmaId
    owner: SeatId
    stand_in: bool
    players: tuple[SeatId, ...]
    phase: Phase = Phase.TELL
    reflexes: Mapping[SeatId, TacticId | None] = field(default_factory=dict)
    played: tuple[Played, ...] = ()
    open: tuple[Played, ...] = ()
    passed: frozenset[SeatId] = frozenset()
    without: frozenset[SeatId] = frozenset()
    declined: frozenset[SeatId] = frozenset()
    opponent: SeatId | None = None
    move: Move | None = None
    contests: tuple[Contest, ...] = ()
    monday: Monday | None = None
    necessity: str | None = None
    lines: Mapping[SeatId, Words] = field(default_factory=dict)
    on_beamer: bool | None = None
    owner_left: bool = False

    @property
    def reflex(self) -> TacticId | None:
        """The reflex of the owner, shown from the reveal on."""
        return self.reflexes.get(self.owner)

    @property
    def ended(self) -> bool:
        return self.phase in ENDED

    @property
    def standing_move(self) -> TacticId | None:
        """The card the owner stands on now, after switching or dropping."""
        if self.move is None:
            return None
        chosen: TacticId | None = self.move.tactic
        for contest in self.contests:
            if contest.answer and contest.answer.kind is AnswerKind.SWITCH:
                chosen = contest.answer.tactic
            if contest.answer and contest.answer.kind is AnswerKind.DROP:
                chosen = None
        return chosen


@dataclass(frozen=True, slots=True)
class Table:
    """`seats` is the order of sitting; hands, pile, discards and what lies in rounds are its cards."""

    id: TableId
    number: int
    name: Words | None = None
    seats: tuple[SeatId, ...] = ()
    copies: int = 0
    hands: Mapping[SeatId, tuple[TacticId, ...]] = field(default_factory=dict)
    pile: tuple[TacticId, ...] = ()
    discards: tuple[TacticId, ...] = ()
    queue: tuple[DilemmaId, ...] = ()
    rounds: tuple[Round, ...] = ()
    turn_passed: frozenset[SeatId] = frozenset()
    on_paper: bool = False
    wants_help: bool = False
    moved_at: int = 0

    @property
    def round(self) -> Round | None:
        """The round that is being played, if any."""
        return self.rounds[-1] if self.rounds and not self.rounds[-1].ended else None

    def round_of(self, round_: RoundId) -> Round | None:
        return next((one for one in reversed(self.rounds) if one.id == round_), None)

    def with_round(self, changed: Round) -> "Table":
        """Return the table with this round in place of the one with its id."""
        return replace(self, rounds=tuple(changed if one.id == changed.id else one for one in self.rounds))


@dataclass(frozen=True, slots=True)
class Commitment:
    condition: Words | None
    action: Words | None
    first_step: Words | None
    date: str
    along: Mapping[BoardId, Words]
    stop: Words | None


@dataclass(frozen=True)
class Workshop:
    """Everything that is true of one gathering. Never changed: each event gives a new one."""

    deck: Deck
    version: int = 0
    title: Words | None = None
    join_code: str = ""
    format_id: str = ""
    table_size: int = 4
    table_count: int | None = None
    erase_on: str = ""
    language: str = "nl"
    keys: Mapping[str, Key] = field(default_factory=dict)
    seats: Mapping[SeatId, Seat] = field(default_factory=dict)
    tables: Mapping[TableId, Table] = field(default_factory=dict)
    step_id: StepId | None = None
    step_opened_at: Mapping[StepId, int] = field(default_factory=dict)
    door_open: bool = True
    paused: bool = False
    ended: bool = False
    next_button: frozenset[SeatId] = frozenset()
    answers: Mapping[SeatId, Mapping[QuestionId, int | None]] = field(default_factory=dict)
    ready: Mapping[str, frozenset[SeatId]] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()
    relations: Mapping[SeatId, tuple[BoardId, Words]] = field(default_factory=dict)
    dilemmas: Mapping[DilemmaId, Dilemma] = field(default_factory=dict)
    votes: Mapping[SeatId, tuple[DilemmaId, ...]] = field(default_factory=dict)
    stage: Stage = Stage.WRITING
    commitments: Mapping[SeatId, Commitment] = field(default_factory=dict)
    hidden: frozenset[WordsId] = frozenset()
    spotlight: TableId | None = None

    @property
    def format(self) -> Format:
        return self.deck.format_of[self.format_id]

    @property
    def step(self) -> Step:
        """The step that is open; before the first is opened, the first."""
        return next((step for step in self.format.steps if step.id == self.step_id), self.format.steps[0])

    @property
    def scene(self) -> Scene:
        return self.step.scene

    @property
    def here(self) -> tuple[Seat, ...]:
        """Everybody who takes part, in order of joining."""
        return tuple(seat for seat in self.seats.values() if seat.standing is Standing.HERE)

    @property
    def waiting(self) -> tuple[Seat, ...]:
        """Who takes part without a table, while there are tables."""
        return tuple(seat for seat in self.here if seat.table is None) if self.tables else ()

    def seat_here(self, seat: SeatId) -> Seat:
        """Return the seat of somebody who takes part; raise Refused otherwise."""
        found = self.seats.get(seat)
        if found is None or found.standing is not Standing.HERE:
            raise Refused(Reason.NO_SEAT)
        return found

    def table_of(self, seat: SeatId) -> Table:
        """Return the table of a seat; raise Refused when it has none."""
        table = self.tables.get(self.seat_here(seat).table or TableId(""))
        if table is None:
            raise Refused(Reason.TABLES_FULL)
        return table

    def is_present(self, seat: SeatId) -> bool:
        return seat in self.seats and self.seats[seat].present

    def with_seat(self, seat: Seat) -> "Workshop":
        return replace(self, seats={**self.seats, seat.id: seat})

    def with_table(self, table: Table) -> "Workshop":
        return replace(self, tables={**self.tables, table.id: table})

    def must_go_on(self) -> None:
        """Raise Refused when the workshop has ended."""
        if self.ended:
            raise Refused(Reason.WORKSHOP_ENDED)

    def must_be_in(self, *scenes: Scene) -> None:
        """Raise Refused when the workshop has ended or another step is open."""
        self.must_go_on()
        if self.scene not in scenes:
            raise Refused(Reason.NOT_THIS_STEP, stap=self.step.name)

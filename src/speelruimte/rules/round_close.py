"""The end of a round: the step for Monday, looking back, filling the hands, and opening a round again."""

from dataclasses import dataclass, replace

from speelruimte.rules.cards import Scene
from speelruimte.rules.chance import Lots, shuffled
from speelruimte.rules.dealing import dealt, filled
from speelruimte.rules.events import Event, OfATable
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.round_contest import owners_round
from speelruimte.rules.round_flow import (
    PhaseOpened,
    RoundSetAside,
    must_be_owner,
    must_be_phase,
    open_round,
    with_changed,
)
from speelruimte.rules.words import RoundId, SeatId, TableId, Words
from speelruimte.rules.workshop import BEFORE_REVEAL, Monday, MondayKind, Phase, Round, Table, Workshop

NECESSITIES = ("nodig", "afgesproken", "allebei", "weet ik nog niet")


@dataclass(frozen=True, slots=True)
class MondayStepTaken(OfATable):
    """The owner made a step for Monday, told it, or has none yet."""

    table: TableId
    round: RoundId
    monday: Monday

    def apply(self, workshop: Workshop) -> Workshop:
        return with_changed(workshop, self.table, self.round, lambda one: replace(one, monday=self.monday))


@dataclass(frozen=True, slots=True)
class NecessityMarked(OfATable):
    """For the owner alone: is this needed, agreed, or both?"""

    table: TableId
    round: RoundId
    necessity: str

    def apply(self, workshop: Workshop) -> Workshop:
        return with_changed(workshop, self.table, self.round, lambda one: replace(one, necessity=self.necessity))


@dataclass(frozen=True, slots=True)
class LineWritten(OfATable):
    """A private line about a round, for its writer alone."""

    table: TableId
    round: RoundId
    seat: SeatId
    words: Words

    def apply(self, workshop: Workshop) -> Workshop:
        def written(one: Round) -> Round:
            return replace(one, lines={**one.lines, self.seat: self.words})

        return with_changed(workshop, self.table, self.round, written)


@dataclass(frozen=True, slots=True)
class RoundEnded(OfATable):
    """A round is done: what lay on the table goes to the discards. Hands were filled just before."""

    table: TableId
    round: RoundId

    def apply(self, workshop: Workshop) -> Workshop:
        table = workshop.tables[self.table]
        found = table.round_of(self.round)
        if found is None:
            return workshop
        gone = tuple(card.tactic for card in found.played)
        cleared = table.with_round(replace(found, phase=Phase.DONE, played=()))
        return workshop.with_table(replace(cleared, discards=(*table.discards, *gone)))


@dataclass(frozen=True, slots=True)
class RoundReopened(OfATable):
    """The last finished round goes on at the move."""

    table: TableId
    round: RoundId

    def apply(self, workshop: Workshop) -> Workshop:
        table = workshop.tables[self.table]
        found = table.round_of(self.round)
        if found is None:
            return workshop
        opened = replace(found, phase=Phase.MOVE, opponent=None, declined=frozenset(), owner_left=False)
        rest = tuple(one for one in table.rounds if one.id != self.round)
        return workshop.with_table(replace(table, rounds=(*rest, opened)))


@dataclass(frozen=True, slots=True)
class BeamerAllowed(OfATable):
    """The owner said whether the round may be on the big screen."""

    table: TableId
    round: RoundId
    allowed: bool

    def apply(self, workshop: Workshop) -> Workshop:
        return with_changed(workshop, self.table, self.round, lambda one: replace(one, on_beamer=self.allowed))


@dataclass(frozen=True, slots=True)
class TakeMondayStep:
    """The owner makes the step for Monday: "als … dan …", told aloud, or "nog niet"."""

    seat: SeatId
    round: RoundId
    kind: MondayKind
    condition: Words | None = None
    action: Words | None = None
    necessity: str | None = None

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_, later = owners_round(workshop, self.seat, self.round, Phase.MONDAY)
        if self.kind is MondayKind.STEP and self.condition is None and self.action is None:
            raise Refused(Reason.EMPTY)
        if self.necessity is not None and self.necessity not in NECESSITIES:
            raise Refused(Reason.UNKNOWN)
        marked: list[Event] = [NecessityMarked(table.id, round_.id, self.necessity)] if self.necessity else []
        monday = Monday(self.kind, self.condition, self.action)
        taken: list[Event] = [*marked, MondayStepTaken(table.id, round_.id, monday)]
        return taken if later else [*taken, PhaseOpened(table.id, round_.id, Phase.LOOKBACK)]


@dataclass(frozen=True, slots=True)
class WriteLine:
    """Write a private line about a round at the own table, while it lasts or after it."""

    seat: SeatId
    round: RoundId
    words: Words

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.must_be_in(Scene.PLAY)
        table = workshop.table_of(self.seat)
        found = table.round_of(self.round)
        if found is None or found.phase in BEFORE_REVEAL:
            raise Refused(Reason.ROUND_OVER)
        return [LineWritten(table.id, self.round, self.seat, self.words)]


@dataclass(frozen=True, slots=True)
class AllowBeamer:
    """The owner says whether the round may be shown to everybody."""

    seat: SeatId
    round: RoundId
    allowed: bool

    def decide(self, workshop: Workshop) -> list[Event]:
        table = workshop.table_of(self.seat)
        found = table.round_of(self.round)
        if found is None:
            raise Refused(Reason.ROUND_OVER)
        must_be_owner(workshop, found, self.seat)
        return [BeamerAllowed(table.id, self.round, self.allowed)]


@dataclass(frozen=True, slots=True)
class EndRound:
    """The owner ends the looking back; when the owner is away, anybody at the table may."""

    seat: SeatId
    round: RoundId
    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_ = open_round(workshop, self.seat, self.round)
        must_be_phase(round_, Phase.LOOKBACK)
        owner_decides = workshop.is_present(round_.owner) and not round_.owner_left
        if owner_decides and self.seat != round_.owner:
            raise Refused(Reason.ONLY_OWNER, naam=workshop.seats[round_.owner].name.text)
        return ended(workshop, table, round_, self.lots)


def ended(workshop: Workshop, table: Table, round_: Round, lots: Lots) -> list[Event]:
    """Fill every hand, from the pile and then from the reshuffled discards, and only then clear the table."""
    full = replace(table, discards=shuffled(table.discards, lots))
    for seat in table.seats:
        played = tuple(card.tactic for card in round_.played if card.giver == seat)
        full = filled(workshop.deck, full, seat, played)
    return [dealt(table, full), RoundEnded(table.id, round_.id)]


@dataclass(frozen=True, slots=True)
class ReopenRound:
    """The owner of the last finished round opens it again, until the next reveal."""

    seat: SeatId
    round: RoundId

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.must_be_in(Scene.PLAY)
        table = workshop.table_of(self.seat)
        found = table.round_of(self.round)
        if found is None:
            raise Refused(Reason.NOT_YOUR_TABLE, tafel=table.number)
        must_be_owner(workshop, found, self.seat)
        return reopened(table, self.round)


def reopened(table: Table, round_id: RoundId) -> list[Event]:
    """Return the events that open the last finished round again; raise Refused when it is too late."""
    finished = [one for one in table.rounds if one.phase is Phase.DONE]
    if not finished or finished[-1].id != round_id:
        raise Refused(Reason.TOO_LATE_TO_REOPEN)
    now = table.round
    if now is not None and now.phase not in BEFORE_REVEAL:
        raise Refused(Reason.TOO_LATE_TO_REOPEN)
    aside: list[Event] = [RoundSetAside(table.id, now.id)] if now else []
    return [*aside, RoundReopened(table.id, round_id)]

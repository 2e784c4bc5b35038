"""The beginning of a round: whose dilemma, who brings it in, and who passes that turn."""

from collections import Counter
from dataclasses import dataclass, replace

from speelruimte.rules.cards import Scene
from speelruimte.rules.events import Event, OfATable, after
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.round_flow import (
    PhaseOpened,
    RoundSetAside,
    must_be_owner,
    must_be_phase,
    open_round,
    with_changed,
)
from speelruimte.rules.words import DilemmaId, RoundId, SeatId, TableId, Words
from speelruimte.rules.workshop import Dilemma, Phase, Round, Table, Workshop


@dataclass(frozen=True, slots=True)
class RoundBegun(OfATable):
    """A dilemma came on the table; with `stand_in` the owner only plays the one whose dilemma it is."""

    table: TableId
    round: RoundId
    dilemma: DilemmaId
    owner: SeatId
    stand_in: bool

    def apply(self, workshop: Workshop) -> Workshop:
        table = workshop.tables[self.table]
        number = 1 + sum(one.phase is not Phase.ASIDE for one in table.rounds)
        begun = Round(self.round, number, self.dilemma, self.owner, self.stand_in, table.seats)
        queue = tuple(dilemma for dilemma in table.queue if dilemma != self.dilemma)
        return workshop.with_table(
            replace(table, queue=queue, rounds=(*table.rounds, begun), turn_passed=frozenset(), wants_help=False)
        )


@dataclass(frozen=True, slots=True)
class DilemmaBrought(OfATable):
    """Somebody put the own dilemma, or an example, in front of the table's queue."""

    table: TableId
    dilemma: DilemmaId
    seat: SeatId
    words: Words | None
    example: str | None

    def apply(self, workshop: Workshop) -> Workshop:
        known = workshop.dilemmas.get(self.dilemma)
        new = Dilemma(self.dilemma, self.seat, self.words, self.example)
        brought = replace(known or new, brought=True, table=self.table)
        table = workshop.tables[self.table]
        queue = (self.dilemma, *(one for one in table.queue if one != self.dilemma))
        return replace(
            workshop.with_table(replace(table, queue=queue)),
            dilemmas={**workshop.dilemmas, self.dilemma: brought},
        )


@dataclass(frozen=True, slots=True)
class OwnerStoodIn(OfATable):
    """The next seat in turn plays the owner of a dilemma whose author stays unknown."""

    table: TableId
    round: RoundId
    owner: SeatId

    def apply(self, workshop: Workshop) -> Workshop:
        return with_changed(workshop, self.table, self.round, lambda one: replace(one, owner=self.owner))


@dataclass(frozen=True, slots=True)
class TurnPassed(OfATable):
    """Somebody passed the turn to bring in a dilemma; it holds until the next round begins."""

    table: TableId
    seat: SeatId

    def apply(self, workshop: Workshop) -> Workshop:
        table = workshop.tables[self.table]
        return workshop.with_table(replace(table, turn_passed=table.turn_passed | {self.seat}))


def owned(table: Table) -> Counter[SeatId]:
    """Return how often each seat has been owner of a round that was not set aside."""
    return Counter(one.owner for one in table.rounds if one.phase is not Phase.ASIDE)


def to_come(workshop: Workshop, table: Table) -> Counter[SeatId]:
    """Return how many dilemmas of their own people of this table have in its queue."""
    waiting = [workshop.dilemmas[one] for one in table.queue]
    return Counter(one.author for one in waiting if one.brought and one.author in table.seats)


def next_in_turn(workshop: Workshop, table: Table) -> SeatId | None:
    """Return who is next in turn: present, not passed, and least often owner so far, or soon with an own dilemma."""
    had = owned(table) + to_come(workshop, table)
    fit = [seat for seat in table.seats if workshop.is_present(seat) and seat not in table.turn_passed]
    return min(fit, key=lambda seat: (had[seat], table.seats.index(seat)), default=None)


def owner_for(workshop: Workshop, table: Table, dilemma: Dilemma) -> SeatId | None:
    """Return who brings this dilemma in: its author when known and here, else the next in turn."""
    if dilemma.brought and dilemma.author is not None and dilemma.author in table.seats:
        fit = dilemma.author not in table.turn_passed and workshop.is_present(dilemma.author)
        return dilemma.author if fit else None
    return next_in_turn(workshop, table)


def next_round(workshop: Workshop, table_id: TableId) -> list[Event]:
    """Begin the round of the first dilemma in the queue that can be brought in; nobody twice before the others."""
    table = workshop.tables[table_id]
    if table.round is not None:
        return []
    had = owned(table)
    found = [(dilemma, owner_for(workshop, table, workshop.dilemmas[dilemma])) for dilemma in table.queue]
    ready = [(dilemma, owner) for dilemma, owner in found if owner is not None]
    if not ready:
        return []
    dilemma, owner = min(ready, key=lambda pair: had[pair[1]])
    return [begun(workshop, table, dilemma, owner)]


def begun(workshop: Workshop, table: Table, dilemma: DilemmaId, owner: SeatId) -> RoundBegun:
    """Return the event that begins a round of this table."""
    known = workshop.dilemmas[dilemma]
    stand_in = not (known.brought and known.author == owner)
    return RoundBegun(table.id, RoundId(f"{table.id}r{len(table.rounds) + 1}"), dilemma, owner, stand_in)


def set_aside(workshop: Workshop, table: Table, round_: Round) -> list[Event]:
    """Set a round aside and begin that of the next owner, if there is one."""
    aside: list[Event] = [RoundSetAside(table.id, round_.id)]
    return [*aside, *next_round(after(workshop, aside), table.id)]


def table_between_rounds(workshop: Workshop, seat: SeatId) -> Table:
    """Return the table of a seat; raise Refused while it plays a round."""
    workshop.must_be_in(Scene.PLAY)
    table = workshop.table_of(seat)
    if table.round is not None:
        raise Refused(Reason.TABLE_BUSY)
    return table


@dataclass(frozen=True, slots=True)
class BeginRound:
    """Anybody at a table begins the round of the next dilemma in its queue."""

    seat: SeatId

    def decide(self, workshop: Workshop) -> list[Event]:
        table = table_between_rounds(workshop, self.seat)
        events = next_round(workshop, table.id)
        if not events:
            raise Refused(Reason.NO_DILEMMA)
        return events


@dataclass(frozen=True, slots=True)
class BringDilemma:
    """The next in turn brings in a dilemma: new words, an example, or the own one that was written before."""

    seat: SeatId
    dilemma: DilemmaId
    words: Words | None = None
    example: str | None = None

    def decide(self, workshop: Workshop) -> list[Event]:
        table = table_between_rounds(workshop, self.seat)
        if next_round(workshop, table.id):
            raise Refused(Reason.CHANGED_MEANWHILE)
        turn = next_in_turn(workshop, table)
        if turn not in (None, self.seat):
            raise Refused(Reason.ONLY_OWNER, naam=workshop.seats[turn].name.text if turn else "")
        self._must_be_something(workshop, table)
        brought: list[Event] = [DilemmaBrought(table.id, self.dilemma, self.seat, self.words, self.example)]
        ready = after(workshop, brought)
        return [*brought, begun(ready, ready.tables[table.id], self.dilemma, self.seat)]

    def _must_be_something(self, workshop: Workshop, table: Table) -> None:
        known = workshop.dilemmas.get(self.dilemma)
        if known is not None and (known.author != self.seat or is_played(workshop, known.id)):
            raise Refused(Reason.NO_DILEMMA)
        if known is not None and known.table not in (None, table.id):
            raise Refused(Reason.CHANGED_MEANWHILE)
        if known is None and not self.words and self.example not in workshop.deck.example_of:
            raise Refused(Reason.EMPTY)


def is_played(workshop: Workshop, dilemma: DilemmaId) -> bool:
    """Tell whether a dilemma has come on a table and was not set aside."""
    rounds = [one for table in workshop.tables.values() for one in table.rounds]
    return any(one.dilemma == dilemma and one.phase is not Phase.ASIDE for one in rounds)


@dataclass(frozen=True, slots=True)
class PassTurn:
    """Somebody whose turn it is passes: between rounds, or at the beginning of one."""

    seat: SeatId
    round: RoundId | None = None

    def decide(self, workshop: Workshop) -> list[Event]:
        if self.round is None:
            return [TurnPassed(table_between_rounds(workshop, self.seat).id, self.seat)]
        table, round_ = open_round(workshop, self.seat, self.round)
        must_be_phase(round_, Phase.TELL)
        must_be_owner(workshop, round_, self.seat)
        return turn_given_on(workshop, table, round_)


def turn_given_on(workshop: Workshop, table: Table, round_: Round) -> list[Event]:
    """A stand-in hands the part to the next in turn; whose own dilemma it is sets the round aside."""
    passed: list[Event] = [TurnPassed(table.id, round_.owner)]
    later = after(workshop, passed)
    heir = next_in_turn(later, later.tables[table.id])
    if round_.stand_in and heir is not None:
        return [*passed, OwnerStoodIn(table.id, round_.id, heir)]
    return [*passed, *set_aside(later, table, round_)]


@dataclass(frozen=True, slots=True)
class TellEnough:
    """The owner has told the dilemma, and everybody turns to the cards."""

    seat: SeatId
    round: RoundId

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_ = open_round(workshop, self.seat, self.round)
        must_be_phase(round_, Phase.TELL)
        must_be_owner(workshop, round_, self.seat)
        return [PhaseOpened(table.id, round_.id, Phase.REFLEX)]

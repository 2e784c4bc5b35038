"""Who is away, and how a table goes on without them. That somebody is away is told to the rules, not timed by them."""

from dataclasses import dataclass, replace

from speelruimte.rules.cards import Scene
from speelruimte.rules.chance import Lots
from speelruimte.rules.events import Event, OfATable, OfTheWorkshop, after
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.round_close import ended
from speelruimte.rules.round_flow import (
    CardsRevealed,
    PhaseOpened,
    must_be_phase,
    open_round,
    to_counter,
    waited_for,
    with_changed,
    without_seat,
)
from speelruimte.rules.round_opening import next_round
from speelruimte.rules.words import RoundId, SeatId, TableId
from speelruimte.rules.workshop import PLAYING, Phase, Round, Standing, Table, Workshop


@dataclass(frozen=True, slots=True)
class PresenceNoted(OfTheWorkshop):
    """A seat has had no live page for a while, or has one again."""

    seat: SeatId
    away: bool

    def apply(self, workshop: Workshop) -> Workshop:
        return workshop.with_seat(replace(workshop.seats[self.seat], away=self.away))


@dataclass(frozen=True, slots=True)
class WentOnWithout(OfATable):
    """The table stopped waiting for a seat, for this phase."""

    table: TableId
    round: RoundId
    seat: SeatId

    def apply(self, workshop: Workshop) -> Workshop:
        return with_changed(
            workshop, self.table, self.round, lambda one: replace(one, without=one.without | {self.seat})
        )


@dataclass(frozen=True, slots=True)
class WaitsAgain(OfATable):
    """Somebody came back before the end of the phase and is waited for again."""

    table: TableId
    round: RoundId
    seat: SeatId

    def apply(self, workshop: Workshop) -> Workshop:
        def waiting(one: Round) -> Round:
            # Who is marked as gone in this phase is the owner only in the last one.
            left = one.owner_left and self.seat != one.owner
            return replace(one, without=one.without - {self.seat}, owner_left=left)

        return with_changed(workshop, self.table, self.round, waiting)


@dataclass(frozen=True, slots=True)
class NotePresence:
    """Say that a seat is away, or back. The live layer gives this; nobody can give it for another."""

    seat: SeatId
    away: bool

    def decide(self, workshop: Workshop) -> list[Event]:
        found = workshop.seats.get(self.seat)
        if found is None or found.standing is not Standing.HERE or found.away == self.away:
            return []
        noted: list[Event] = [PresenceNoted(self.seat, self.away)]
        return noted if self.away else [*noted, *self._waited_for_again(workshop)]

    def _waited_for_again(self, workshop: Workshop) -> list[Event]:
        table = workshop.tables.get(workshop.seats[self.seat].table or TableId(""))
        round_ = table.round if table else None
        if table is None or round_ is None or self.seat not in round_.without:
            return []
        return [WaitsAgain(table.id, round_.id, self.seat)]


@dataclass(frozen=True, slots=True)
class GoOnWithout:
    """Somebody at the table goes on without a seat that is away and waited for."""

    seat: SeatId
    round: RoundId
    absent: SeatId

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_ = open_round(workshop, self.seat, self.round)
        if self.absent not in waited_for(table, round_):
            raise Refused(Reason.NOBODY_IS_WAITED_FOR)
        if workshop.is_present(self.absent):
            raise Refused(Reason.STILL_PRESENT, naam=workshop.seats[self.absent].name.text)
        return gone_on(workshop, table, round_, self.absent)


def gone_on(workshop: Workshop, table: Table, round_: Round, absent: SeatId) -> list[Event]:
    """Return how a round goes on without a seat, and the next round when this one was set aside."""
    gone: list[Event] = [WentOnWithout(table.id, round_.id, absent)]
    gone += without_seat(after(workshop, gone), table.id, absent)
    return [*gone, *next_round(after(workshop, gone), table.id)]


@dataclass(frozen=True, slots=True)
class LetGoOn:
    """The facilitator lets a table go on from the phase it is in."""

    table: TableId
    round: RoundId
    phase: Phase
    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.must_be_in(Scene.PLAY)
        table = workshop.tables.get(self.table)
        round_ = table.round if table else None
        if table is None or round_ is None or round_.id != self.round:
            raise Refused(Reason.ROUND_OVER)
        must_be_phase(round_, self.phase)
        return self._on(workshop, table, round_)

    def _on(self, workshop: Workshop, table: Table, round_: Round) -> list[Event]:
        if round_.phase in PLAYING:
            return [CardsRevealed(table.id, round_.id)]
        if round_.phase is Phase.LOOKBACK:
            return ended(workshop, table, round_, self.lots)
        if round_.phase is Phase.COUNTER:
            return without_contest(workshop, table, round_)
        return [PhaseOpened(table.id, round_.id, AFTER[round_.phase])]


AFTER = {
    Phase.TELL: Phase.REFLEX,
    Phase.REVEAL: Phase.MOVE,
    Phase.MOVE: Phase.MONDAY,
    Phase.ANSWER: Phase.MONDAY,
    Phase.MONDAY: Phase.LOOKBACK,
}


def without_contest(workshop: Workshop, table: Table, round_: Round) -> list[Event]:
    """Nobody contests any more: the card answers itself the first time, and else the round goes on."""
    nobody = replace(round_, declined=frozenset(round_.players))
    return to_counter(workshop, table, nobody)

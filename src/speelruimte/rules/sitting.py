"""Sitting down at a table and standing up from it, with the cards that come and go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from speelruimte.rules.cards import Scene
from speelruimte.rules.chance import Lots
from speelruimte.rules.dealing import deal_to
from speelruimte.rules.events import Event, OfTheWorkshop, after
from speelruimte.rules.round_flow import without_seat
from speelruimte.rules.round_opening import is_played, next_round
from speelruimte.rules.seating import LARGEST_TABLE, WAITING_FOR_A_TABLE, smallest_table
from speelruimte.rules.words import DilemmaId, SeatId, TableId, TacticId
from speelruimte.rules.workshop import BEFORE_REVEAL, Round, Table, Workshop


@dataclass(frozen=True, slots=True)
class TableOpened(OfTheWorkshop):
    """A table was set, still without people or cards."""

    table: TableId
    number: int

    def apply(self, workshop: Workshop) -> Workshop:
        return workshop.with_table(Table(self.table, self.number))


@dataclass(frozen=True, slots=True)
class SatDown(OfTheWorkshop):
    """Somebody took a seat at a table; their own unplayed dilemmas came along."""

    table: TableId
    seat: SeatId

    def apply(self, workshop: Workshop) -> Workshop:
        table = workshop.tables[self.table]
        mine = tuple(one for one in brought_by(workshop, self.seat) if workshop.dilemmas[one].table is None)
        seated = replace(table, seats=(*table.seats, self.seat), queue=(*table.queue, *mine))
        person = replace(workshop.seats[self.seat], table=self.table)
        return on_table(workshop.with_table(seated).with_seat(person), mine, self.table)


@dataclass(frozen=True, slots=True)
class StoodUp(OfTheWorkshop):
    """Somebody left a table: hand and unrevealed card went to the discards, own dilemmas out of its queue."""

    table: TableId
    seat: SeatId

    def apply(self, workshop: Workshop) -> Workshop:
        table = workshop.tables[self.table]
        mine = [one for one in brought_by(workshop, self.seat) if workshop.dilemmas[one].table == self.table]
        hands = {seat: hand for seat, hand in table.hands.items() if seat != self.seat}
        left = replace(
            table,
            seats=tuple(seat for seat in table.seats if seat != self.seat),
            hands=hands,
            queue=tuple(one for one in table.queue if one not in mine),
            discards=(*table.discards, *table.hands.get(self.seat, ())),
        )
        person = replace(workshop.seats[self.seat], table=None)
        return on_table(workshop.with_table(without_unrevealed(left, self.seat)).with_seat(person), mine, None)


def on_table(workshop: Workshop, dilemmas: Iterable[DilemmaId], table: TableId | None) -> Workshop:
    """Return the workshop with these dilemmas on a table, or on none."""
    moved = {one: replace(workshop.dilemmas[one], table=table) for one in dilemmas}
    return replace(workshop, dilemmas={**workshop.dilemmas, **moved})


def without_unrevealed(table: Table, seat: SeatId) -> Table:
    """Return the table with the face-down card of this seat in the discards."""
    round_ = table.round
    if round_ is None or round_.phase not in BEFORE_REVEAL:
        return table
    gone: tuple[TacticId, ...] = tuple(card.tactic for card in round_.played if card.giver == seat)
    left: Round = replace(round_, played=tuple(card for card in round_.played if card.giver != seat))
    return replace(table.with_round(left), discards=(*table.discards, *gone))


def brought_by(workshop: Workshop, seat: SeatId) -> tuple[DilemmaId, ...]:
    """Return the unplayed dilemmas that this person wants to bring in, in the order of the votes."""
    mine = [one for one in workshop.dilemmas.values() if one.author == seat and one.brought]
    open_ = [one for one in mine if not is_played(workshop, one.id)]
    return tuple(one.id for one in sorted(open_, key=lambda one: (one.order is None, one.order or 0)))


def seated(workshop: Workshop, table: TableId, seats: Sequence[SeatId], lots: Lots) -> list[Event]:
    """Let people sit down at a table and deal to them."""
    down: list[Event] = [SatDown(table, seat) for seat in seats]
    later = after(workshop, down)
    return [*down, deal_to(workshop.deck, later.tables[table], seats, lots)]


def stood_up(workshop: Workshop, seat: SeatId) -> list[Event]:
    """Let somebody stand up, and the table go on without them: with its round, or with the next one."""
    table = workshop.seats[seat].table
    if table is None:
        return []
    events: list[Event] = [StoodUp(table, seat)]
    events += without_seat(after(workshop, events), table, seat)
    was_playing = workshop.tables[table].round is not None and not workshop.ended
    if was_playing and workshop.scene is Scene.PLAY:
        events += next_round(after(workshop, events), table)
    return events


def placed(workshop: Workshop, lots: Lots) -> list[Event]:
    """Find a place for who waits, longest first: the smallest table, or a new one as soon as three people wait."""
    waiting = [one.id for one in workshop.waiting]
    table = smallest_table(workshop)
    if table is not None:
        return seated(workshop, table.id, waiting[: LARGEST_TABLE - len(table.seats)], lots)
    if len(waiting) < WAITING_FOR_A_TABLE:
        return []
    opened = new_table(workshop)
    events: list[Event] = [opened]
    return [*events, *seated(after(workshop, events), opened.table, waiting[:LARGEST_TABLE], lots)]


def new_table(workshop: Workshop) -> TableOpened:
    number = 1 + max((table.number for table in workshop.tables.values()), default=0)
    return TableOpened(TableId(f"t{number}"), number)

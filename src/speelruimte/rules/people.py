"""People in a workshop: joining, a name, leaving, coming back, and moving to another table."""

from dataclasses import dataclass, replace

from speelruimte.rules.chance import Lots
from speelruimte.rules.events import Event, OfTheWorkshop, after
from speelruimte.rules.keys import KeyGiven, KeysRevoked
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.seating import LARGEST_TABLE
from speelruimte.rules.sitting import placed, seated, stood_up
from speelruimte.rules.words import SeatId, TableId, Words
from speelruimte.rules.workshop import KeyKind, Role, Seat, Standing, Workshop


@dataclass(frozen=True, slots=True)
class SeatTaken(OfTheWorkshop):
    """Somebody joined."""

    seat: SeatId
    name: Words

    def apply(self, workshop: Workshop) -> Workshop:
        return workshop.with_seat(Seat(self.seat, self.name, len(workshop.seats) + 1))


@dataclass(frozen=True, slots=True)
class NameChanged(OfTheWorkshop):
    """Somebody took another name."""

    seat: SeatId
    name: Words

    def apply(self, workshop: Workshop) -> Workshop:
        return workshop.with_seat(replace(workshop.seats[self.seat], name=self.name))


@dataclass(frozen=True, slots=True)
class StandingChanged(OfTheWorkshop):
    """Somebody left, was removed, or is back."""

    seat: SeatId
    standing: Standing

    def apply(self, workshop: Workshop) -> Workshop:
        changed = replace(workshop.seats[self.seat], standing=self.standing, away=False)
        return workshop.with_seat(changed)


def must_be_named(name: Words) -> None:
    if not (name.text or "").strip():
        raise Refused(Reason.NAME_EMPTY)


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """Join with a name. The two keys are hashes: of this device's cookie and of the person's own code."""

    seat: SeatId
    name: Words
    cookie: str
    code: str
    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.must_go_on()
        if not workshop.door_open:
            raise Refused(Reason.DOOR_CLOSED)
        must_be_named(self.name)
        if self.seat in workshop.seats:
            raise Refused(Reason.CHANGED_MEANWHILE)
        joined: list[Event] = [
            SeatTaken(self.seat, self.name),
            KeyGiven(self.cookie, Role.SEAT, KeyKind.COOKIE, self.seat),
            KeyGiven(self.code, Role.SEAT, KeyKind.CODE, self.seat),
        ]
        return [*joined, *placed(after(workshop, joined), self.lots)]


@dataclass(frozen=True, slots=True)
class ChangeName:
    seat: SeatId
    name: Words

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.seat_here(self.seat)
        must_be_named(self.name)
        return [NameChanged(self.seat, self.name)]


def departed(workshop: Workshop, seat: SeatId, standing: Standing, lots: Lots) -> list[Event]:
    """Let somebody stand up and go; who waits longest gets the place."""
    gone: list[Event] = [*stood_up(workshop, seat), StandingChanged(seat, standing)]
    later = after(workshop, gone)
    return [*gone, *placed(later, lots)] if later.waiting else gone


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the workshop; the own code brings one back."""

    seat: SeatId
    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.seat_here(self.seat)
        return departed(workshop, self.seat, Standing.LEFT, self.lots)


@dataclass(frozen=True, slots=True)
class ComeBack:
    """Come back with the own code: on this device from now on, and signed out on the old one."""

    code: str
    cookie: str
    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        key = workshop.keys.get(self.code)
        seat = workshop.seats.get(key.seat) if key and key.seat else None
        if key is None or seat is None or key.kind is not KeyKind.CODE:
            raise Refused(Reason.NO_SEAT)
        if seat.standing is Standing.REMOVED:
            raise Refused(Reason.DOOR_CLOSED)
        keys: list[Event] = [
            KeysRevoked(Role.SEAT, KeyKind.COOKIE, seat.id),
            KeyGiven(self.cookie, Role.SEAT, KeyKind.COOKIE, seat.id),
        ]
        if seat.standing is Standing.HERE:
            return keys
        return [*keys, *returned(workshop, seat.id, self.lots)]


def returned(workshop: Workshop, seat: SeatId, lots: Lots) -> list[Event]:
    """Let somebody in again, at a table as a late arrival."""
    back: list[Event] = [StandingChanged(seat, Standing.HERE)]
    return [*back, *placed(after(workshop, back), lots)]


@dataclass(frozen=True, slots=True)
class RemoveSeat:
    """The facilitator sends somebody out; it can be taken back."""

    seat: SeatId
    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.seat_here(self.seat)
        return departed(workshop, self.seat, Standing.REMOVED, self.lots)


@dataclass(frozen=True, slots=True)
class ReadmitSeat:
    """The facilitator lets somebody in again."""

    seat: SeatId
    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        found = workshop.seats.get(self.seat)
        if found is None or found.standing is Standing.HERE:
            raise Refused(Reason.NO_SEAT)
        return returned(workshop, self.seat, self.lots)


@dataclass(frozen=True, slots=True)
class MoveSeat:
    """The facilitator moves somebody to another table: the old hand is left there, a new one is dealt."""

    seat: SeatId
    table: TableId
    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.must_go_on()
        found = workshop.seat_here(self.seat)
        goal = workshop.tables.get(self.table)
        if goal is None or found.table == self.table:
            raise Refused(Reason.CHANGED_MEANWHILE)
        if len(goal.seats) >= LARGEST_TABLE:
            raise Refused(Reason.TABLES_FULL)
        up = stood_up(workshop, self.seat)
        return [*up, *seated(after(workshop, up), self.table, [self.seat], self.lots)]

"""The agenda: beginning a workshop, opening its steps in any order, pausing it and ending it."""

from dataclasses import dataclass, replace

from speelruimte.rules.cards import Scene, Step
from speelruimte.rules.chance import Lots
from speelruimte.rules.dealing import deal_to
from speelruimte.rules.events import Event, OfTheWorkshop, after
from speelruimte.rules.keys import KeyGiven
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.round_opening import next_round
from speelruimte.rules.seating import LARGEST_TABLE, number_of_tables, spread
from speelruimte.rules.sitting import SatDown, TableOpened
from speelruimte.rules.words import SeatId, StepId, TableId, Words
from speelruimte.rules.workshop import KeyKind, Role, Workshop

WITH_TABLES = (Scene.DILEMMAS, Scene.PLAY)


@dataclass(frozen=True, slots=True)
class WorkshopBegun(OfTheWorkshop):
    """A facilitator made a workshop, with a deck that is pinned by version and digest."""

    title: Words
    join_code: str
    deck: str
    deck_version: str
    deck_digest: str
    format: str
    table_size: int
    table_count: int | None
    erase_on: str

    def apply(self, workshop: Workshop) -> Workshop:
        return replace(
            workshop,
            title=self.title,
            join_code=self.join_code,
            format_id=self.format,
            table_size=self.table_size,
            table_count=self.table_count,
            erase_on=self.erase_on,
        )


@dataclass(frozen=True, slots=True)
class StepOpened(OfTheWorkshop):
    """A step was opened, for the first time or again."""

    step: StepId
    at: int

    def apply(self, workshop: Workshop) -> Workshop:
        opened = {**workshop.step_opened_at, self.step: self.at}
        return replace(workshop, step_id=self.step, step_opened_at=opened)


@dataclass(frozen=True, slots=True)
class PauseChanged(OfTheWorkshop):
    """Everything rests for a moment, or goes on."""

    paused: bool

    def apply(self, workshop: Workshop) -> Workshop:
        return replace(workshop, paused=self.paused)


@dataclass(frozen=True, slots=True)
class DoorChanged(OfTheWorkshop):
    """New people can join, or not."""

    open: bool

    def apply(self, workshop: Workshop) -> Workshop:
        return replace(workshop, door_open=self.open)


@dataclass(frozen=True, slots=True)
class WorkshopEnded(OfTheWorkshop):
    """The workshop is over; people can still read what is theirs until the day of erasing."""

    def apply(self, workshop: Workshop) -> Workshop:
        return replace(workshop, ended=True, paused=False, door_open=False)


@dataclass(frozen=True, slots=True)
class NextButtonGiven(OfTheWorkshop):
    """In a short workshop without a facilitator at hand a seat may open the next step."""

    seat: SeatId
    given: bool

    def apply(self, workshop: Workshop) -> Workshop:
        holders = workshop.next_button | {self.seat} if self.given else workshop.next_button - {self.seat}
        return replace(workshop, next_button=holders)


@dataclass(frozen=True, slots=True)
class BeginWorkshop:
    """Make a workshop. Keys are hashes: of the console's cookie, its recovery code, and the links to hand out."""

    title: Words
    join_code: str
    format: str
    table_size: int
    table_count: int | None
    erase_on: str
    keys: tuple[tuple[str, Role, KeyKind], ...]

    def decide(self, workshop: Workshop) -> list[Event]:
        if workshop.version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        if self.format not in workshop.deck.format_of:
            raise Refused(Reason.UNKNOWN)
        deck = workshop.deck
        begun = WorkshopBegun(
            self.title,
            self.join_code,
            deck.id,
            deck.version,
            deck.digest,
            self.format,
            self.table_size,
            self.table_count,
            self.erase_on,
        )
        return [begun, *(KeyGiven(key, role, kind) for key, role, kind in self.keys)]


@dataclass(frozen=True, slots=True)
class OpenStep:
    """The facilitator opens a step, further on or further back. Nothing that was written is lost by it."""

    step: StepId
    at: int
    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.must_go_on()
        step = step_of(workshop, self.step)
        events: list[Event] = [StepOpened(step.id, self.at)]
        if step.scene in WITH_TABLES and not workshop.tables:
            events += tables_made(workshop, self.lots)
        if step.scene is Scene.PLAY:
            events += first_rounds(after(workshop, events))
        return events


def step_of(workshop: Workshop, step: StepId) -> Step:
    """Return a step of the format; raise Refused when there is none of that name."""
    found = next((one for one in workshop.format.steps if one.id == step), None)
    if found is None:
        raise Refused(Reason.UNKNOWN)
    return found


def tables_made(workshop: Workshop, lots: Lots) -> list[Event]:
    """Set the tables, spread everybody over them in order of joining, and deal. Nobody there yet: one empty table."""
    people = [seat.id for seat in workshop.here]
    events: list[Event] = []
    for number, seats in enumerate(spread(people, tables_wanted(workshop)), start=1):
        table = TableId(f"t{number}")
        events += [TableOpened(table, number), *(SatDown(table, seat) for seat in seats)]
    later = after(workshop, events)
    # Each table shuffles with its own stretch of lots, so that no two have the same order.
    rotated = {table: lots[7 * at :] + lots[: 7 * at] for at, table in enumerate(later.tables)}
    return [*events, *(deal_to(later.deck, table, table.seats, rotated[id_]) for id_, table in later.tables.items())]


def tables_wanted(workshop: Workshop) -> int:
    """Return the number of tables: as the facilitator said, one in a short format, else by the wished size."""
    people = len(workshop.here)
    least = -(-people // LARGEST_TABLE) or 1
    if workshop.format.one_table:
        return least
    return max(workshop.table_count or number_of_tables(people, workshop.table_size), least)


def first_rounds(workshop: Workshop) -> list[Event]:
    """Begin the first round of every table that has not played and has a dilemma waiting."""
    events: list[Event] = []
    for table in workshop.tables.values():
        if not table.rounds:
            events += next_round(workshop, table.id)
    return events


def following(workshop: Workshop) -> Step | None:
    """Return the step after the open one, or None at the end."""
    steps = workshop.format.steps
    at = steps.index(workshop.step) + 1
    return steps[at] if at < len(steps) else None


@dataclass(frozen=True, slots=True)
class NextStep:
    """A seat that was given the button opens the next step."""

    seat: SeatId
    step: StepId
    at: int
    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.seat_here(self.seat)
        if self.seat not in workshop.next_button:
            raise Refused(Reason.ONLY_FACILITATOR)
        later = following(workshop)
        if self.step != workshop.step.id or later is None:
            raise Refused(Reason.NOT_THIS_STEP, stap=workshop.step.name)
        return OpenStep(later.id, self.at, self.lots).decide(workshop)


@dataclass(frozen=True, slots=True)
class GiveNextButton:
    seat: SeatId
    given: bool = True

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.must_go_on()
        workshop.seat_here(self.seat)
        if self.given and not workshop.format.one_table:
            raise Refused(Reason.ONLY_FACILITATOR)
        return [NextButtonGiven(self.seat, self.given)]


@dataclass(frozen=True, slots=True)
class Pause:
    paused: bool

    def decide(self, workshop: Workshop) -> list[Event]:
        return [] if workshop.paused == self.paused or workshop.ended else [PauseChanged(self.paused)]


@dataclass(frozen=True, slots=True)
class SetDoor:
    open: bool

    def decide(self, workshop: Workshop) -> list[Event]:
        return [] if workshop.door_open == self.open or workshop.ended else [DoorChanged(self.open)]


@dataclass(frozen=True, slots=True)
class EndWorkshop:
    """End for good. The pages of people stay readable for themselves until the day of erasing."""

    def decide(self, workshop: Workshop) -> list[Event]:
        return [] if workshop.ended else [WorkshopEnded()]

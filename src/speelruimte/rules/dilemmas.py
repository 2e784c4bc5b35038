"""Dilemmas: writing, picking an example, voting blind, and who brings in what was chosen."""

from collections import Counter
from dataclasses import dataclass, replace

from speelruimte.rules.answers import SeatReady, moment, must_be_open
from speelruimte.rules.cards import Format, Scene
from speelruimte.rules.chance import Lots, shuffled
from speelruimte.rules.events import Event, OfTheWorkshop
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.round_opening import is_played
from speelruimte.rules.words import DilemmaId, SeatId, StepId, TableId, Words
from speelruimte.rules.workshop import Dilemma, Stage, Table, Workshop

VOTES_EACH = 3
FEWEST_TO_VOTE = 3


@dataclass(frozen=True, slots=True)
class DilemmaPut(OfTheWorkshop):
    """Somebody put a dilemma in the stack, in place of an earlier one of theirs."""

    dilemma: DilemmaId
    author: SeatId
    words: Words | None
    example: str | None

    def apply(self, workshop: Workshop) -> Workshop:
        others = {key: one for key, one in workshop.dilemmas.items() if one.author != self.author or not one.in_stack}
        put = Dilemma(self.dilemma, self.author, self.words, self.example)
        return replace(workshop, dilemmas={**others, self.dilemma: put})


@dataclass(frozen=True, slots=True)
class DilemmaTakenBack(OfTheWorkshop):
    """Somebody took the own dilemma out of the stack."""

    dilemma: DilemmaId

    def apply(self, workshop: Workshop) -> Workshop:
        left = {key: one for key, one in workshop.dilemmas.items() if key != self.dilemma}
        return replace(workshop, dilemmas=left)


@dataclass(frozen=True, slots=True)
class VotingOpened(OfTheWorkshop):
    """Everybody reads the dilemmas, without authors, in a shuffled order, and may vote."""

    order: tuple[DilemmaId, ...]

    def apply(self, workshop: Workshop) -> Workshop:
        ordered = {one: workshop.dilemmas[one] for one in self.order if one in workshop.dilemmas}
        return replace(workshop, stage=Stage.VOTING, dilemmas={**ordered, **workshop.dilemmas})


@dataclass(frozen=True, slots=True)
class VotesGiven(OfTheWorkshop):
    """The votes of one person, all of them."""

    seat: SeatId
    votes: tuple[DilemmaId, ...]

    def apply(self, workshop: Workshop) -> Workshop:
        return replace(workshop, votes={**workshop.votes, self.seat: self.votes})


@dataclass(frozen=True, slots=True)
class DilemmasChosen(OfTheWorkshop):
    """The chosen dilemmas, most votes first; ties in the shuffled order that is written here."""

    order: tuple[DilemmaId, ...]

    def apply(self, workshop: Workshop) -> Workshop:
        dilemmas = dict(workshop.dilemmas)
        for at, dilemma in enumerate(self.order):
            dilemmas[dilemma] = replace(dilemmas[dilemma], order=at)
        return replace(workshop, stage=Stage.CHOSEN, dilemmas=dilemmas)


@dataclass(frozen=True, slots=True)
class AuthorAnswered(OfTheWorkshop):
    """The author brings the chosen dilemma in, by name, or leaves it to another."""

    dilemma: DilemmaId
    brings: bool

    def apply(self, workshop: Workshop) -> Workshop:
        answered = replace(workshop.dilemmas[self.dilemma], brought=self.brings)
        return replace(workshop, dilemmas={**workshop.dilemmas, self.dilemma: answered})


@dataclass(frozen=True, slots=True)
class DilemmaPlaced(OfTheWorkshop):
    """A dilemma joined the queue of a table, in the order of the votes."""

    dilemma: DilemmaId
    table: TableId

    def apply(self, workshop: Workshop) -> Workshop:
        placed = replace(workshop.dilemmas[self.dilemma], table=self.table)
        dilemmas = {**workshop.dilemmas, self.dilemma: placed}
        table = workshop.tables[self.table]
        queue = sorted({*table.queue, self.dilemma}, key=lambda one: (rank(dilemmas[one]), one))
        return replace(workshop.with_table(replace(table, queue=tuple(queue))), dilemmas=dilemmas)


def stack(workshop: Workshop) -> tuple[DilemmaId, ...]:
    """Return the dilemmas to choose from: all but those that somebody has brought to a table already."""
    return tuple(one.id for one in workshop.dilemmas.values() if one.in_stack)


def rank(dilemma: Dilemma) -> tuple[bool, int]:
    """Order chosen dilemmas by their votes, before all others."""
    return dilemma.order is None, dilemma.order or 0


@dataclass(frozen=True, slots=True)
class PutDilemma:
    """Write a dilemma, or pick an example; a second one replaces the first until the votes open."""

    seat: SeatId
    step: StepId
    dilemma: DilemmaId
    words: Words | None = None
    example: str | None = None

    def decide(self, workshop: Workshop) -> list[Event]:
        must_be_open(workshop, self.seat, self.step)
        must_be_writing(workshop)
        known = workshop.dilemmas.get(self.dilemma)
        if known is not None and (known.author != self.seat or not known.in_stack):
            raise Refused(Reason.CHANGED_MEANWHILE)
        if self.words is None and self.example not in workshop.deck.example_of:
            raise Refused(Reason.EMPTY)
        example = None if self.words else self.example
        return [
            DilemmaPut(self.dilemma, self.seat, self.words, example),
            SeatReady(self.seat, moment(workshop)),
        ]


def must_be_writing(workshop: Workshop) -> None:
    workshop.must_be_in(Scene.DILEMMAS)
    if workshop.stage is not Stage.WRITING:
        raise Refused(Reason.VOTES_CLOSED)


@dataclass(frozen=True, slots=True)
class TakeDilemmaBack:
    """Take the own dilemma out of the stack, until the votes open."""

    seat: SeatId
    dilemma: DilemmaId

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.seat_here(self.seat)
        must_be_writing(workshop)
        found = workshop.dilemmas.get(self.dilemma)
        if found is None or found.author != self.seat or not found.in_stack:
            raise Refused(Reason.NO_DILEMMA)
        return [DilemmaTakenBack(self.dilemma)]


@dataclass(frozen=True, slots=True)
class OpenVoting:
    """The facilitator opens the votes; with fewer than three dilemmas there is no vote."""

    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        must_be_writing(workshop)
        written = stack(workshop)
        if not written:
            raise Refused(Reason.NO_DILEMMA)
        if len(written) < FEWEST_TO_VOTE:
            return [DilemmasChosen(chosen(workshop, self.lots))]
        return [VotingOpened(shuffled(written, self.lots))]


@dataclass(frozen=True, slots=True)
class GiveVotes:
    """Give at most three votes, one to a dilemma, none to the own one; a second time replaces the first."""

    seat: SeatId
    votes: tuple[DilemmaId, ...]

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.seat_here(self.seat)
        workshop.must_be_in(Scene.DILEMMAS)
        if workshop.stage is not Stage.VOTING:
            raise Refused(Reason.VOTES_CLOSED)
        if not set(self.votes) <= set(stack(workshop)):
            raise Refused(Reason.NO_DILEMMA)
        if any(workshop.dilemmas[vote].author == self.seat for vote in self.votes):
            raise Refused(Reason.VOTE_FOR_OWN)
        if len(set(self.votes)) > VOTES_EACH:
            raise Refused(Reason.VOTES_USED)
        return [VotesGiven(self.seat, tuple(dict.fromkeys(self.votes))), SeatReady(self.seat, moment(workshop))]


@dataclass(frozen=True, slots=True)
class CloseVoting:
    """The facilitator closes the votes; the most wanted dilemmas are chosen, one for each round of each table."""

    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.must_be_in(Scene.DILEMMAS)
        if workshop.stage is not Stage.VOTING:
            raise Refused(Reason.VOTES_CLOSED)
        return [DilemmasChosen(chosen(workshop, self.lots))]


def chosen(workshop: Workshop, lots: Lots) -> tuple[DilemmaId, ...]:
    """Return the dilemmas to be played, most votes first, ties by lot."""
    votes = Counter(vote for given in workshop.votes.values() for vote in given)
    order = shuffled(stack(workshop), lots)
    return tuple(sorted(order, key=lambda one: -votes[one])[: rounds_to_play(workshop)])


def rounds_to_play(workshop: Workshop) -> int:
    """Return how many rounds the format leaves time for, over all tables."""
    format_ = workshop.format
    return sum(rounds_of(format_, table) for table in workshop.tables.values()) or format_.rounds


def rounds_of(format_: Format, table: Table) -> int:
    """Return how many rounds a table has time for: a small one has more."""
    return format_.rounds_small if len(table.seats) <= format_.small else format_.rounds


@dataclass(frozen=True, slots=True)
class AnswerBringing:
    """The author of a chosen dilemma says whether to bring it in; yes puts it in the queue of the own table."""

    seat: SeatId
    dilemma: DilemmaId
    brings: bool

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.must_go_on()
        found = workshop.dilemmas.get(self.dilemma)
        if found is None or found.author != self.seat or found.order is None:
            raise Refused(Reason.NO_DILEMMA)
        if found.table is not None or is_played(workshop, found.id):
            raise Refused(Reason.CHANGED_MEANWHILE)
        answered: list[Event] = [AuthorAnswered(found.id, self.brings)]
        table = workshop.seat_here(self.seat).table
        return [*answered, DilemmaPlaced(found.id, table)] if self.brings and table else answered


@dataclass(frozen=True, slots=True)
class PlaceDilemma:
    """The facilitator puts a chosen dilemma on a table, seeing no name; its author is not asked any more."""

    dilemma: DilemmaId
    table: TableId

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.must_go_on()
        found = workshop.dilemmas.get(self.dilemma)
        if found is None or found.order is None or self.table not in workshop.tables:
            raise Refused(Reason.NO_DILEMMA)
        if found.table is not None:
            raise Refused(Reason.CHANGED_MEANWHILE)
        return [DilemmaPlaced(found.id, self.table)]


def unplaced(workshop: Workshop) -> tuple[Dilemma, ...]:
    """Return the chosen dilemmas that lie on no table yet, most votes first."""
    free = [one for one in workshop.dilemmas.values() if one.order is not None and one.table is None]
    return tuple(sorted(free, key=rank))

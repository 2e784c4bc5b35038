"""The commitment: if-then, a first step, a date, whom one takes along, and what one stops doing. Private."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from speelruimte.rules.answers import SeatReady, moment
from speelruimte.rules.cards import Scene
from speelruimte.rules.events import Event, OfTheWorkshop
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.words import BoardId, SeatId, StepId, Words
from speelruimte.rules.workshop import Commitment, Workshop

MAY_COMMIT = (Scene.COMMITMENT, Scene.CLOSING)


@dataclass(frozen=True, slots=True)
class CommitmentMade(OfTheWorkshop):
    """Somebody wrote a commitment, in place of an earlier one."""

    seat: SeatId
    commitment: Commitment

    def apply(self, workshop: Workshop) -> Workshop:
        return replace(workshop, commitments={**workshop.commitments, self.seat: self.commitment})


@dataclass(frozen=True, slots=True)
class MakeCommitment:
    """Make a commitment; every part may stay empty, but not all."""

    seat: SeatId
    step: StepId
    condition: Words | None
    action: Words | None
    first_step: Words | None
    date: str
    along: Mapping[BoardId, Words]
    stop: Words | None

    def decide(self, workshop: Workshop) -> list[Event]:
        workshop.seat_here(self.seat)
        workshop.must_be_in(*MAY_COMMIT)
        if self.step != workshop.step.id:
            raise Refused(Reason.NOT_THIS_STEP, stap=workshop.step.name)
        if any(board not in workshop.deck.board_of for board in self.along):
            raise Refused(Reason.UNKNOWN)
        if not (self.condition or self.action or self.first_step or self.stop or self.along or self.date):
            raise Refused(Reason.EMPTY)
        made = Commitment(self.condition, self.action, self.first_step, self.date, dict(self.along), self.stop)
        events: list[Event] = [CommitmentMade(self.seat, made)]
        if workshop.scene is Scene.COMMITMENT:
            events.append(SeatReady(self.seat, moment(workshop)))
        return events

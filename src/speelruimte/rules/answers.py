"""Answers to the questions of a step: scales, statements, space, first hunches, and who is ready."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from speelruimte.rules.cards import Question, Scene
from speelruimte.rules.events import Event, OfTheWorkshop
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.words import BoardId, QuestionId, SeatId, StepId, Words
from speelruimte.rules.workshop import Stage, Workshop


@dataclass(frozen=True, slots=True)
class AnswersGiven(OfTheWorkshop):
    """Somebody answered questions of a step; None is skipped."""

    seat: SeatId
    answers: Mapping[QuestionId, int | None]

    def apply(self, workshop: Workshop) -> Workshop:
        mine = {**workshop.answers.get(self.seat, {}), **self.answers}
        return replace(workshop, answers={**workshop.answers, self.seat: mine})


@dataclass(frozen=True, slots=True)
class RelationWritten(OfTheWorkshop):
    """Somebody finished the sentence about a relation on one board; private."""

    seat: SeatId
    board: BoardId
    words: Words

    def apply(self, workshop: Workshop) -> Workshop:
        return replace(workshop, relations={**workshop.relations, self.seat: (self.board, self.words)})


@dataclass(frozen=True, slots=True)
class SeatReady(OfTheWorkshop):
    """Somebody is ready with the question that is open now."""

    seat: SeatId
    moment: str

    def apply(self, workshop: Workshop) -> Workshop:
        ready = workshop.ready.get(self.moment, frozenset()) | {self.seat}
        return replace(workshop, ready={**workshop.ready, self.moment: ready})


@dataclass(frozen=True, slots=True)
class QuestionClosed(OfTheWorkshop):
    """The facilitator closed or opened the question of a moment; its picture shows while it is closed."""

    moment: str
    closed: bool

    def apply(self, workshop: Workshop) -> Workshop:
        closed = workshop.closed | {self.moment} if self.closed else workshop.closed - {self.moment}
        return replace(workshop, closed=closed)


def moment(workshop: Workshop) -> str:
    """Return the name of the question that is open now; choosing dilemmas has two."""
    voting = workshop.scene is Scene.DILEMMAS and workshop.stage is not Stage.WRITING
    return f"{workshop.step.id}:stemmen" if voting else str(workshop.step.id)


def questions(workshop: Workshop) -> tuple[Question, ...]:
    """Return the questions of the open step, all of them private until the step shows a picture."""
    deck = workshop.deck
    of_scene: dict[Scene, tuple[Question, ...]] = {
        Scene.LOBBY: deck.entry,
        Scene.RECOGNISE: deck.statements,
        Scene.BOARDS: (*deck.space, *deck.hunches),
        Scene.CLOSING: deck.exit,
    }
    return harvest_questions(workshop) if workshop.scene is Scene.HARVEST else of_scene.get(workshop.scene, ())


def harvest_questions(workshop: Workshop) -> tuple[Question, ...]:
    """Return one yes-question per tactic that some table chose: did it serve the task and the transition?"""
    chosen = {one.standing_move for table in workshop.tables.values() for one in table.rounds if one.standing_move}
    deck = workshop.deck
    return tuple(
        Question(QuestionId(f"oogst-{tactic.id}"), tactic.name, 1) for tactic in deck.tactics if tactic.id in chosen
    )


@dataclass(frozen=True, slots=True)
class GiveAnswers:
    """Answer the questions of a step; what is not answered is skipped. Until it closes one may answer again."""

    seat: SeatId
    step: StepId
    answers: Mapping[QuestionId, int | None]
    board: BoardId | None = None
    relation: Words | None = None

    def decide(self, workshop: Workshop) -> list[Event]:
        must_be_open(workshop, self.seat, self.step)
        known = {question.id: question for question in questions(workshop)}
        for question, answer in self.answers.items():
            if question not in known or (answer is not None and not 1 <= answer <= known[question].high):
                raise Refused(Reason.UNKNOWN)
        events: list[Event] = [AnswersGiven(self.seat, dict(self.answers))]
        return [*events, *self._relation(workshop), SeatReady(self.seat, moment(workshop))]

    def _relation(self, workshop: Workshop) -> list[Event]:
        if self.relation is None:
            return []
        if self.board is None or self.board not in workshop.deck.board_of or workshop.scene is not Scene.BOARDS:
            raise Refused(Reason.UNKNOWN)
        return [RelationWritten(self.seat, self.board, self.relation)]


def must_be_open(workshop: Workshop, seat: SeatId, step: StepId) -> None:
    """Raise Refused unless this seat takes part and this step and its question are open."""
    workshop.seat_here(seat)
    workshop.must_go_on()
    if step != workshop.step.id:
        raise Refused(Reason.NOT_THIS_STEP, stap=workshop.step.name)
    if moment(workshop) in workshop.closed:
        raise Refused(Reason.QUESTION_CLOSED)


@dataclass(frozen=True, slots=True)
class SayReady:
    """Say that one is ready, with or without an answer."""

    seat: SeatId
    step: StepId

    def decide(self, workshop: Workshop) -> list[Event]:
        must_be_open(workshop, self.seat, self.step)
        return [SeatReady(self.seat, moment(workshop))]


@dataclass(frozen=True, slots=True)
class CloseQuestion:
    """The facilitator closes the open question, or opens it again."""

    moment: str
    closed: bool = True

    def decide(self, workshop: Workshop) -> list[Event]:
        if self.moment != moment(workshop) or workshop.ended:
            raise Refused(Reason.NOT_THIS_STEP, stap=workshop.step.name)
        return [] if (self.moment in workshop.closed) == self.closed else [QuestionClosed(self.moment, self.closed)]

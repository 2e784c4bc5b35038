"""Pictures of a question: counts without names, only once it is closed and enough people answered."""

from collections import Counter
from dataclasses import dataclass

from speelruimte.rules import floors
from speelruimte.rules.answers import moment, questions
from speelruimte.rules.cards import Question, Scene
from speelruimte.rules.words import QuestionId
from speelruimte.rules.workshop import Workshop

SHOWN = (Scene.RECOGNISE, Scene.BOARDS, Scene.HARVEST)


@dataclass(frozen=True, slots=True)
class Picture:
    """How often each answer from 1 to high was given, or None when too few answered."""

    question: QuestionId
    text: str
    counts: tuple[int, ...] | None

    @property
    def answers(self) -> int:
        return sum(self.counts or ())


@dataclass(frozen=True, slots=True)
class Ready:
    """How many of those who take part are ready."""

    ready: int
    total: int


def ready_count(workshop: Workshop) -> Ready:
    """Count who is ready with the open question, of those who are present."""
    done = workshop.ready.get(moment(workshop), frozenset())
    here = [seat for seat in workshop.here if seat.present or seat.id in done]
    return Ready(sum(seat.id in done for seat in here), len(here))


def is_closed(workshop: Workshop) -> bool:
    return moment(workshop) in workshop.closed


def pictures(workshop: Workshop) -> tuple[Picture, ...]:
    """Return the pictures of the open step; none while its question is open. First hunches stay private."""
    if workshop.scene not in SHOWN or not is_closed(workshop):
        return ()
    private = {question.id for question in workshop.deck.hunches}
    return tuple(picture(workshop, question) for question in questions(workshop) if question.id not in private)


def picture(workshop: Workshop, question: Question) -> Picture:
    """Return the picture of one question, without counts under the floor."""
    given = Counter(answers[question.id] for answers in workshop.answers.values() if answers.get(question.id))
    counts = tuple(given[value] for value in range(1, question.high + 1))
    answered = len(workshop.ready.get(moment(workshop), frozenset())) if question.high == 1 else sum(counts)
    return Picture(question.id, question.text, counts if answered >= floors.PICTURE else None)

"""A simulated person outside the rounds: answering, choosing dilemmas, and making a commitment."""

from speelruimte.rehearsal import sentences
from speelruimte.rehearsal.draws import new_id, one_of
from speelruimte.rehearsal.simulated import Person
from speelruimte.rules.answers import GiveAnswers, SayReady, questions
from speelruimte.rules.commitment import MakeCommitment
from speelruimte.rules.dilemmas import VOTES_EACH, AnswerBringing, GiveVotes, PutDilemma, stack
from speelruimte.rules.events import Command
from speelruimte.rules.words import DilemmaId, QuestionId
from speelruimte.rules.workshop import Stage


def say_ready(person: Person) -> Command | None:
    return None if person.is_ready else SayReady(person.seat, person.workshop.step.id)


def answer(person: Person) -> Command | None:
    """Answer the questions of the step."""
    if person.is_ready:
        return None
    return GiveAnswers(person.seat, person.workshop.step.id, some_answers(person))


def some_answers(person: Person) -> dict[QuestionId, int | None]:
    """Answer each question, or skip it."""
    asked = questions(person.workshop)
    return {one.id: None if person.passes else person.chance.randint(1, one.high) for one in asked}


def answer_boards(person: Person) -> Command | None:
    """Mark the space on each board, and perhaps finish the sentence about a relation."""
    if person.is_ready:
        return None
    board = person.chance.choice(person.workshop.deck.boards).id
    relation = person.says(sentences.RELATIONS)
    return GiveAnswers(person.seat, person.workshop.step.id, some_answers(person), board, relation)


def choose_dilemmas(person: Person) -> Command | None:
    """Put a dilemma in the stack, vote, or say whether one brings the own chosen one in."""
    stage = person.workshop.stage
    if stage is Stage.CHOSEN:
        return answer_bringing(person)
    if person.is_ready:
        return None
    return put_dilemma(person) if stage is Stage.WRITING else vote(person)


def put_dilemma(person: Person) -> Command | None:
    if person.passes:
        return say_ready(person)
    dilemma = DilemmaId(new_id(person.chance))
    words = person.says(sentences.DILEMMAS)
    example = None if words else person.chance.choice(person.workshop.deck.dilemmas).id
    return PutDilemma(person.seat, person.workshop.step.id, dilemma, words, example)


def vote(person: Person) -> Command | None:
    workshop = person.workshop
    others = [one for one in stack(workshop) if workshop.dilemmas[one].author != person.seat]
    return GiveVotes(person.seat, tuple(person.chance.sample(others, min(VOTES_EACH, len(others)))))


def answer_bringing(person: Person) -> Command | None:
    """Say yes or no to the first own chosen dilemma that still asks for it."""
    mine = [one for one in person.workshop.dilemmas.values() if one.author == person.seat and one.order is not None]
    asked = [one for one in mine if one.brought is None and one.table is None]
    return AnswerBringing(person.seat, asked[0].id, brings=not person.passes) if asked else None


def commit(person: Person) -> Command | None:
    """Make a commitment, or say that one is ready without."""
    if person.is_ready or person.passes:
        return say_ready(person)
    chance = person.chance
    along = {board.id: person.says(sentences.COMPANIONS) for board in person.workshop.deck.boards}
    return MakeCommitment(
        person.seat,
        person.workshop.step.id,
        one_of(chance, sentences.CONDITIONS),
        one_of(chance, sentences.ACTIONS),
        person.says(sentences.FIRST_STEPS),
        "",
        {board: words for board, words in along.items() if words},
        person.says(sentences.STOPPING),
    )

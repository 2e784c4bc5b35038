"""A simulated person from the move on: choosing, contesting, answering, and the end of a round."""

from speelruimte.rehearsal import sentences
from speelruimte.rehearsal.draws import lots, one_of
from speelruimte.rehearsal.simulated import Person
from speelruimte.rules.events import Command
from speelruimte.rules.open_cards import open_tactics
from speelruimte.rules.round_close import NECESSITIES, AllowBeamer, EndRound, TakeMondayStep, WriteLine
from speelruimte.rules.round_contest import AnswerContest, ChooseMove, ContestMove, DeclineContest
from speelruimte.rules.words import TacticId
from speelruimte.rules.workshop import AnswerKind, ContestKind, MondayKind, Round, Table


def choose(person: Person, _: Table, round_: Round) -> Command | None:
    if person.seat != round_.owner:
        return None
    cards = sorted(open_tactics(round_))
    tactic = None if person.passes or not cards else person.chance.choice(cards)
    return ChooseMove(person.seat, round_.id, tactic, person.says(sentences.MOVES))


def contest(person: Person, _: Table, round_: Round) -> Command | None:
    """Contest with what the card offers, a loose contestation or own words; or pass."""
    if person.seat != round_.opponent:
        return None
    if person.passes:
        return DeclineContest(person.seat, round_.id)
    deck, chance = person.workshop.deck, person.chance
    kind = chance.choice(tuple(ContestKind))
    voice = chance.choice(deck.voices).id if kind is ContestKind.OWN else None
    loose = chance.choice(deck.contestations).id if kind is ContestKind.LOOSE else None
    words = one_of(chance, sentences.CONTESTATIONS) if kind is ContestKind.OWN else None
    return ContestMove(person.seat, round_.id, kind, voice, loose, words)


def answer(person: Person, _: Table, round_: Round) -> Command | None:
    """Hold, adjust, switch where another card lies open, or drop."""
    if person.seat != round_.owner:
        return None
    others = sorted(open_tactics(round_) - {round_.standing_move})
    kind = person.chance.choice(tuple(AnswerKind) if others else (AnswerKind.HOLD, AnswerKind.ADJUST))
    tactic: TacticId | None = person.chance.choice(others) if kind is AnswerKind.SWITCH else None
    return AnswerContest(person.seat, round_.id, kind, person.says(sentences.ANSWERS), tactic)


def plan_monday(person: Person, _: Table, round_: Round) -> Command | None:
    return monday_step(person, round_) if person.seat == round_.owner else None


def monday_step(person: Person, round_: Round) -> Command:
    """Take a step for Monday, or none yet."""
    necessity = person.chance.choice(NECESSITIES)
    if person.passes:
        return TakeMondayStep(person.seat, round_.id, MondayKind.NOT_YET, necessity=necessity)
    condition = person.says(sentences.CONDITIONS)
    if condition is None:
        return TakeMondayStep(person.seat, round_.id, MondayKind.TALKED, necessity=necessity)
    action = one_of(person.chance, sentences.ACTIONS)
    return TakeMondayStep(person.seat, round_.id, MondayKind.STEP, condition, action, necessity)


def look_back(person: Person, _: Table, round_: Round) -> Command | None:
    """Write a line for oneself; the owner allows the beamer and ends the round, or anybody when the owner is gone."""
    if person.seat not in round_.lines and person.happens(person.temperament.writes / 2):
        return WriteLine(person.seat, round_.id, one_of(person.chance, sentences.LINES))
    if round_.owner_left and round_.owner == person.seat and round_.monday is None:
        return monday_step(person, round_)
    if person.seat == round_.owner and round_.on_beamer is None:
        return AllowBeamer(person.seat, round_.id, allowed=not person.passes)
    owner_decides = person.workshop.is_present(round_.owner) and not round_.owner_left
    if owner_decides and person.seat != round_.owner:
        return None
    return EndRound(person.seat, round_.id, lots(person.workshop, person.chance))

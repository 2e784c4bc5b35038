"""A simulated person at a table: between rounds, and up to the reveal of one."""

from collections.abc import Callable

from speelruimte.rehearsal import facing_a_move, sentences
from speelruimte.rehearsal.draws import lots, new_id
from speelruimte.rehearsal.simulated import Person
from speelruimte.rules.absence import GoOnWithout
from speelruimte.rules.dilemmas import rounds_of
from speelruimte.rules.events import Command
from speelruimte.rules.round_cards import PassPlaying, PickReflex, PlayCard
from speelruimte.rules.round_contest import HeardAll
from speelruimte.rules.round_flow import has_still_to, waited_for
from speelruimte.rules.round_opening import (
    BeginRound,
    BringDilemma,
    PassTurn,
    TellEnough,
    is_played,
    next_in_turn,
    next_round,
)
from speelruimte.rules.round_pile import TurnPileCard, pile_has_more, pile_may_play
from speelruimte.rules.words import DilemmaId, TableId
from speelruimte.rules.workshop import Phase, Round, Table, Workshop


def at_the_table(person: Person) -> Command | None:
    """Do what the table waits for; a table that has played its rounds rests."""
    table = person.workshop.tables.get(person.workshop.seats[person.seat].table or TableId(""))
    if table is None:
        return None
    if table.round is None:
        return None if has_played_enough(person.workshop, table) else begin(person, table)
    without = without_absent(person, table, table.round)
    return without or IN_PHASE[table.round.phase](person, table, table.round)


def has_played_enough(workshop: Workshop, table: Table) -> bool:
    done = sum(one.phase is Phase.DONE for one in table.rounds)
    return done >= rounds_of(workshop.format, table)


def begin(person: Person, table: Table) -> Command | None:
    """Begin the next round of the queue, or bring in a dilemma when it is one's turn."""
    if next_round(person.workshop, table.id):
        return BeginRound(person.seat)
    turn = next_in_turn(person.workshop, table)
    if turn == person.seat and person.passes:
        return PassTurn(person.seat)
    return bring(person, table) if turn in (None, person.seat) else None


def bring(person: Person, table: Table) -> Command:
    """Bring in the own dilemma when it waits, else a new one or an example."""
    workshop = person.workshop
    mine = [one for one in workshop.dilemmas.values() if one.author == person.seat and one.table in (None, table.id)]
    waiting = [one for one in mine if not is_played(workshop, one.id)]
    if waiting:
        return BringDilemma(person.seat, waiting[0].id)
    words = person.says(sentences.DILEMMAS)
    example = None if words else person.chance.choice(workshop.deck.dilemmas).id
    return BringDilemma(person.seat, DilemmaId(new_id(person.chance)), words, example)


def without_absent(person: Person, table: Table, round_: Round) -> Command | None:
    """Go on without who is waited for and away."""
    away = [seat for seat in waited_for(table, round_) if not person.workshop.is_present(seat)]
    return GoOnWithout(person.seat, round_.id, away[0]) if away else None


def tell(person: Person, _: Table, round_: Round) -> Command | None:
    if person.seat != round_.owner:
        return None
    return PassTurn(person.seat, round_.id) if person.passes else TellEnough(person.seat, round_.id)


def pick_or_play(person: Person, table: Table, round_: Round) -> Command | None:
    """Pick a reflex, then play a card to the owner; or pass."""
    if person.seat not in round_.reflexes and not (person.seat != round_.owner and person.passes):
        return pick(person, round_)
    if person.seat == round_.owner or not has_still_to(round_, person.seat):
        return None
    hand = table.hands.get(person.seat, ())
    if not hand or person.passes:
        return PassPlaying(person.seat, round_.id)
    return PlayCard(person.seat, round_.id, person.chance.choice(hand), person.says(sentences.ADVICE))


def pick(person: Person, round_: Round) -> Command:
    tactic = None if person.passes else person.chance.choice(person.workshop.deck.tactics).id
    return PickReflex(person.seat, round_.id, tactic)


def listen(person: Person, table: Table, round_: Round) -> Command | None:
    """Let the pile play along where few cards lie open; the owner goes on when all is said."""
    if pile_may_play(person.workshop, round_) and pile_has_more(person.workshop, table, round_):
        return TurnPileCard(person.seat, round_.id, lots(person.workshop, person.chance))
    return HeardAll(person.seat, round_.id) if person.seat == round_.owner else None


IN_PHASE: dict[Phase, Callable[[Person, Table, Round], Command | None]] = {
    Phase.TELL: tell,
    Phase.REFLEX: pick_or_play,
    Phase.PLAY: pick_or_play,
    Phase.REVEAL: listen,
    Phase.MOVE: facing_a_move.choose,
    Phase.COUNTER: facing_a_move.contest,
    Phase.ANSWER: facing_a_move.answer,
    Phase.MONDAY: facing_a_move.plan_monday,
    Phase.LOOKBACK: facing_a_move.look_back,
}

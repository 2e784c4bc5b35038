"""A round in Dutch text: the dilemma, the open cards, the move, the counter-move, the answer and the step for Monday."""

from collections.abc import Iterator

from speelruimte.rehearsal.said import dilemma, in_quotes, name, quoted, table_name, tactic
from speelruimte.rules.events import Event
from speelruimte.rules.round_close import MondayStepTaken, RoundEnded
from speelruimte.rules.round_contest import ContestAnswered, MoveChosen
from speelruimte.rules.round_flow import CardsRevealed, MoveContested, PhaseOpened, RoundSetAside
from speelruimte.rules.round_opening import OwnerStoodIn, RoundBegun
from speelruimte.rules.round_pile import PileCardTurned
from speelruimte.rules.words import RoundId, TableId
from speelruimte.rules.workshop import (
    Answer,
    AnswerKind,
    Contest,
    ContestKind,
    Monday,
    MondayKind,
    Phase,
    Round,
    Workshop,
)

ANSWERED = {
    AnswerKind.HOLD: "houdt vast",
    AnswerKind.ADJUST: "past de zet aan",
    AnswerKind.SWITCH: "stapt over",
    AnswerKind.DROP: "laat de zet los",
}
MONDAY = {
    MondayKind.STEP: "Maandagstap:",
    MondayKind.TALKED: "De maandagstap is besproken.",
    MondayKind.NOT_YET: "Nog geen maandagstap.",
}


def round_told(workshop: Workshop, event: Event) -> Iterator[str]:
    """Tell what everybody at a table sees of a round, in the workshop as it is after this event."""
    match event:
        case RoundBegun(table, round_, _, owner):
            yield from begun(workshop, the_round(workshop, table, round_), table_name(workshop, table))
        case OwnerStoodIn(_, _, owner):
            yield f"  {name(workshop, owner)} speelt nu de inbrenger."
        case RoundSetAside(table):
            yield f"  De ronde van {table_name(workshop, table).lower()} gaat opzij."
        case CardsRevealed(table, round_):
            yield from revealed(workshop, the_round(workshop, table, round_))
        case PileCardTurned(tactic=card):
            yield f"  De stapel speelt mee: {tactic(workshop, card)}."
        case RoundEnded(table):
            yield f"  {table_name(workshop, table)}: de ronde is klaar."
        case _:
            yield from move_told(workshop, event)


def move_told(workshop: Workshop, event: Event) -> Iterator[str]:
    """Tell the move and what becomes of it."""
    match event:
        case MoveChosen(table, round_, card, words):
            owner = name(workshop, the_round(workshop, table, round_).owner)
            yield f"  {owner} kiest {tactic(workshop, card)}.{quoted(words)}"
        case PhaseOpened(table, round_, Phase.MONDAY) if the_round(workshop, table, round_).move is None:
            yield "  Er is geen kaart gekozen."
        case MoveContested(contest=contest):
            yield f"  {contested(workshop, contest)}"
        case ContestAnswered(table, round_, answer):
            owner = name(workshop, the_round(workshop, table, round_).owner)
            yield f"  {owner} {answered(workshop, answer)}"
        case MondayStepTaken(monday=monday):
            yield f"  {monday_step(monday)}"
        case _:
            return


def the_round(workshop: Workshop, table: TableId, round_: RoundId) -> Round:
    return next(one for one in workshop.tables[table].rounds if one.id == round_)


def begun(workshop: Workshop, round_: Round, table: str) -> Iterator[str]:
    how = "speelt de inbrenger van" if round_.stand_in else "brengt in:"
    yield ""
    yield f"{table}, ronde {round_.number}. {name(workshop, round_.owner)} {how} {dilemma(workshop, round_.dilemma)}"


def revealed(workshop: Workshop, round_: Round) -> Iterator[str]:
    """Tell the reflex of the owner and all cards that turned over."""
    if round_.reflex is not None:
        yield f"  Reflex van {name(workshop, round_.owner)}: {tactic(workshop, round_.reflex)}."
    for card in round_.open:
        yield f"  {name(workshop, card.giver)} speelt toe: {tactic(workshop, card.tactic)}.{quoted(card.words)}"


def contested(workshop: Workshop, contest: Contest) -> str:
    """Tell who contests, in which voice, and with what."""
    voice = workshop.deck.voice_of.get(contest.voice or "")
    in_voice = f" ({voice.name.lower()})" if voice else ""
    who = "De kaart spreekt zichzelf" if contest.by is None else f"{name(workshop, contest.by)} spreekt"
    return f"{who} tegen{in_voice}{contested_with(workshop, contest)}"


def contested_with(workshop: Workshop, contest: Contest) -> str:
    """Return the text of a contestation, as far as it has one."""
    card = workshop.deck.tactic_of[contest.tactic]
    loose = workshop.deck.contestation_of[contest.contestation].text if contest.contestation else ""
    said = {
        ContestKind.CARD: f": {card.counter}",
        ContestKind.PITFALL: f" met de valkuil: {card.pitfall}",
        ContestKind.LOOSE: f": {loose}",
        ContestKind.OWN: quoted(contest.words, ": "),
        ContestKind.TALKED: ", in een gesprek.",
    }
    return said[contest.kind]


def answered(workshop: Workshop, answer: Answer) -> str:
    to = f" naar {tactic(workshop, answer.tactic)}" if answer.tactic else ""
    return f"{ANSWERED[answer.kind]}{to}{quoted(answer.words, ': ') or '.'}"


def monday_step(monday: Monday) -> str:
    text = " ".join(words.text or "" for words in (monday.condition, monday.action) if words)
    return f"{MONDAY[monday.kind]} {in_quotes(text)}" if text else MONDAY[monday.kind]

"""Situations that the tests begin with: people, tables, and a round of Anna's in any phase.

Lots are drawn in order here, so hands follow the deck: Anna holds A1 A2 B1 B2 C1 C2, Bas A3 A4 B3 B4 C3 C4, and so on.
"""

from speelruimte.rules.absence import LetGoOn
from speelruimte.rules.agenda import BeginWorkshop, OpenStep
from speelruimte.rules.cards import Deck, Scene
from speelruimte.rules.dilemmas import AnswerBringing, CloseVoting, OpenVoting, PutDilemma
from speelruimte.rules.events import Command, Event
from speelruimte.rules.people import TakeSeat
from speelruimte.rules.round_cards import PickReflex, PlayCard
from speelruimte.rules.round_close import EndRound, TakeMondayStep
from speelruimte.rules.round_contest import AnswerContest, ChooseMove, ContestMove, HeardAll
from speelruimte.rules.round_opening import TellEnough
from speelruimte.rules.round_pile import TurnPileCard
from speelruimte.rules.words import DilemmaId, RoundId, SeatId, StepId, TableId, TacticId, Words, WordsId
from speelruimte.rules.workshop import (
    AnswerKind,
    ContestKind,
    KeyKind,
    MondayKind,
    Phase,
    Role,
    Round,
    Table,
    Workshop,
)
from tests.given import NOON, with_all
from tests.rules.small_deck import small_deck

NAMES = "anna bas chaima daan els farid greet hugo imke joris karima luuk mieke noor otto petra quinten rosa sam tess"
PEOPLE = tuple(SeatId(name) for name in NAMES.split())
ANNA, BAS, CHAIMA, DAAN, ELS, FARID = PEOPLE[:6]
LOTS = tuple(number / 1000 for number in range(400))
DILEMMAS, PLAY = StepId(Scene.DILEMMAS.value), StepId(Scene.PLAY.value)
T1, T2, R1, R2 = TableId("t1"), TableId("t2"), RoundId("t1r1"), RoundId("t1r2")
REFLEX = TacticId("A1")


def words(text: str) -> Words:
    return Words(WordsId(text), text)


def dilemma_of(seat: SeatId) -> DilemmaId:
    return DilemmaId(f"d-{seat}")


def begun(format_: str = "kort", deck: Deck | None = None, size: int = 4, tables: int | None = None) -> Workshop:
    keys = (("console", Role.FACILITATOR, KeyKind.COOKIE),)
    begin = BeginWorkshop(words("titel"), "KAART7", format_, size, tables, "2099-01-01", keys)
    return with_all(Workshop(deck or small_deck()), begin)


def take_seat(seat: SeatId) -> TakeSeat:
    return TakeSeat(seat, words(seat), f"cookie-{seat}", f"code-{seat}", LOTS)


def open_step(scene: Scene) -> OpenStep:
    return OpenStep(StepId(scene.value), NOON, LOTS)


def joined(number: int, format_: str = "kort", **how: object) -> Workshop:
    """This many people joined."""
    return with_all(begun(format_, **how), *(take_seat(seat) for seat in PEOPLE[:number]))


def seated(number: int, format_: str = "kort", **how: object) -> Workshop:
    """They sit at their tables, and may write dilemmas."""
    return with_all(joined(number, format_, **how), open_step(Scene.DILEMMAS))


def put(seat: SeatId) -> PutDilemma:
    return PutDilemma(seat, DILEMMAS, dilemma_of(seat), words(f"dilemma van {seat}"))


def chosen(number: int, *authors: SeatId, format_: str = "kort") -> Workshop:
    """These wrote dilemmas, and they were chosen as far as there is time; nobody has said whose they are."""
    writing = with_all(seated(number, format_), *(put(author) for author in authors), OpenVoting(LOTS))
    return with_all(writing, CloseVoting(LOTS)) if len(authors) > 2 else writing


def telling(number: int, format_: str = "kort") -> Workshop:
    """Anna's own dilemma is on the table, and she tells it."""
    return with_all(
        chosen(number, ANNA, format_=format_),
        AnswerBringing(ANNA, dilemma_of(ANNA), brings=True),
        open_step(Scene.PLAY),
    )


def table(workshop: Workshop, which: TableId = T1) -> Table:
    return workshop.tables[which]


def round_(workshop: Workshop, which: RoundId = R1) -> Round:
    found = table(workshop, TableId(which.split("r")[0])).round_of(which)
    assert found is not None
    return found


def hand(workshop: Workshop, seat: SeatId) -> tuple[TacticId, ...]:
    return workshop.tables[workshop.seats[seat].table or T1].hands[seat]


def cards_of(workshop: Workshop) -> list[Command]:
    """Everybody but the owner plays the card of the hand at the own place: Bas his second, Chaima her third …"""
    seats = table(workshop).seats
    return [PlayCard(seat, R1, table(workshop).hands[seat][at]) for at, seat in enumerate(seats) if at]


def in_phase(phase: Phase, number: int = 4) -> Workshop:
    """Anna's round has come to a phase. Her reflex is A1; Bas gave A4, Chaima B5, Daan B8; she chose B5.

    With fewer than four the pile played along, and with fewer than three she chose her reflex.
    """
    start = telling(number)
    on: dict[Phase, list[Command | Event]] = {
        Phase.TELL: [TellEnough(ANNA, R1)],
        Phase.REFLEX: [PickReflex(seat, R1, REFLEX) for seat in table(start).seats[1:]] + cards_of(start)[:1],
        Phase.PLAY: [*cards_of(start)[1:], PickReflex(ANNA, R1, REFLEX)],
        Phase.REVEAL: [*[TurnPileCard(ANNA, R1, LOTS)] * max(0, 4 - number), HeardAll(ANNA, R1)],
        Phase.MOVE: [ChooseMove(ANNA, R1, TacticId("B5") if number > 2 else REFLEX)],
        Phase.COUNTER: [ContestMove(BAS, R1, ContestKind.CARD)],
        Phase.ANSWER: [AnswerContest(ANNA, R1, AnswerKind.HOLD)],
        Phase.MONDAY: [TakeMondayStep(ANNA, R1, MondayKind.TALKED)],
        Phase.LOOKBACK: [EndRound(ANNA, R1, LOTS)],
    }
    for passed, steps in on.items():
        if passed is phase:
            break
        start = with_all(start, *steps)
    assert round_(start).phase is phase
    return start


def let_go_on(workshop: Workshop) -> LetGoOn:
    return LetGoOn(T1, R1, round_(workshop).phase, LOTS)

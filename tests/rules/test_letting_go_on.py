"""The facilitator lets a table go on, from any phase."""

import pytest

from speelruimte.rules.absence import LetGoOn
from speelruimte.rules.cards import Scene
from speelruimte.rules.dealing import CardsDealt
from speelruimte.rules.events import Event
from speelruimte.rules.people import Leave
from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_close import RoundEnded
from speelruimte.rules.round_contest import AnswerContest, ContestMove
from speelruimte.rules.round_flow import CardsRevealed, MoveContested, PhaseOpened
from speelruimte.rules.words import TableId
from speelruimte.rules.workshop import AnswerKind, ContestKind, Phase
from tests.given import given, with_all
from tests.rules.situations import ANNA, BAS, LOTS, R1, R2, T1, in_phase, let_go_on, open_step, round_


@pytest.mark.parametrize(
    ("phase", "events"),
    [
        (Phase.TELL, [PhaseOpened(T1, R1, Phase.REFLEX)]),
        (Phase.REFLEX, [CardsRevealed(T1, R1)]),
        (Phase.PLAY, [CardsRevealed(T1, R1)]),
        (Phase.REVEAL, [PhaseOpened(T1, R1, Phase.MOVE)]),
        (Phase.MOVE, [PhaseOpened(T1, R1, Phase.MONDAY)]),
        (Phase.ANSWER, [PhaseOpened(T1, R1, Phase.MONDAY)]),
        (Phase.MONDAY, [PhaseOpened(T1, R1, Phase.LOOKBACK)]),
    ],
)
def test_to_the_next_phase(phase: Phase, events: list[Event]) -> None:
    start = in_phase(phase)
    given(start).when(let_go_on(start)).then(*events)


def test_from_the_counter_move_the_card_answers_once() -> None:
    first = in_phase(Phase.COUNTER)
    given(first).when(let_go_on(first)).then_some(MoveContested, PhaseOpened)
    second = with_all(first, ContestMove(BAS, R1, ContestKind.CARD), AnswerContest(ANNA, R1, AnswerKind.ADJUST))
    given(second).when(let_go_on(second)).then(PhaseOpened(T1, R1, Phase.MONDAY))


def test_from_the_looking_back_the_round_ends() -> None:
    start = in_phase(Phase.LOOKBACK)
    given(start).when(let_go_on(start)).then_some(CardsDealt, RoundEnded)


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase not in (Phase.DONE, Phase.ASIDE)])
def test_from_every_phase_to_the_end(phase: Phase) -> None:
    workshop = in_phase(phase)
    for _ in Phase:
        if not round_(workshop).ended:
            workshop = with_all(workshop, let_go_on(workshop))
    assert round_(workshop).phase is Phase.DONE


def test_a_table_that_everybody_left_can_be_let_go_on() -> None:
    left = with_all(in_phase(Phase.MOVE, 2), Leave(BAS, LOTS), Leave(ANNA, LOTS))
    given(left).when(let_go_on(left)).then_some(CardsDealt, RoundEnded)


def test_only_from_the_phase_and_round_that_was_meant() -> None:
    start = given(in_phase(Phase.MOVE))
    start.when(LetGoOn(T1, R1, Phase.REVEAL, LOTS)).then_refused(Reason.NOT_THIS_PHASE)
    start.when(LetGoOn(T1, R2, Phase.MOVE, LOTS)).then_refused(Reason.ROUND_OVER)
    start.when(LetGoOn(TableId("t9"), R1, Phase.MOVE, LOTS)).then_refused(Reason.ROUND_OVER)
    elsewhere = given(in_phase(Phase.MOVE), open_step(Scene.HARVEST))
    elsewhere.when(LetGoOn(T1, R1, Phase.MOVE, LOTS)).then_refused(Reason.NOT_THIS_STEP)

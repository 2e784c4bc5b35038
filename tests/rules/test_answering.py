"""The answer: hold, adjust, switch or drop."""

import pytest

from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_contest import AnswerContest, ContestAnswered, ContestMove
from speelruimte.rules.round_flow import PhaseOpened
from speelruimte.rules.words import TacticId
from speelruimte.rules.workshop import Answer, AnswerKind, ContestKind, Phase
from tests.given import given, with_all
from tests.rules.situations import ANNA, BAS, CHAIMA, R1, T1, in_phase, round_, words

A4, B5, B8 = TacticId("A4"), TacticId("B5"), TacticId("B8")
START = in_phase(Phase.ANSWER)


@pytest.mark.parametrize("kind", [AnswerKind.HOLD, AnswerKind.DROP])
def test_hold_and_drop_end_the_contest(kind: AnswerKind) -> None:
    given(START).when(AnswerContest(ANNA, R1, kind, words("omdat"))).then(
        ContestAnswered(T1, R1, Answer(kind, words("omdat"), None)), PhaseOpened(T1, R1, Phase.MONDAY)
    )


def test_adjust_may_be_contested_once_more() -> None:
    given(START).when(AnswerContest(ANNA, R1, AnswerKind.ADJUST)).then(
        ContestAnswered(T1, R1, Answer(AnswerKind.ADJUST, None, None)), PhaseOpened(T1, R1, Phase.COUNTER, CHAIMA)
    )


def test_after_switching_the_new_card_is_contested() -> None:
    switched = with_all(START, AnswerContest(ANNA, R1, AnswerKind.SWITCH, tactic=A4))
    assert round_(switched).standing_move == A4
    contested = with_all(switched, ContestMove(CHAIMA, R1, ContestKind.CARD))
    assert round_(contested).contests[-1].tactic == A4


@pytest.mark.parametrize("kind", [AnswerKind.ADJUST, AnswerKind.HOLD, AnswerKind.DROP])
def test_after_the_second_answer_the_round_goes_on(kind: AnswerKind) -> None:
    second = given(START, AnswerContest(ANNA, R1, AnswerKind.ADJUST), ContestMove(CHAIMA, R1, ContestKind.CARD))
    outcome = second.when(AnswerContest(ANNA, R1, kind))
    assert round_(outcome.workshop).phase is Phase.MONDAY


def test_one_switches_to_another_open_card() -> None:
    given(START).when(AnswerContest(ANNA, R1, AnswerKind.SWITCH, tactic=B5)).then_refused(Reason.MOVE_NOT_OPEN)
    given(START).when(AnswerContest(ANNA, R1, AnswerKind.SWITCH)).then_refused(Reason.MOVE_NOT_OPEN)
    hidden = AnswerContest(ANNA, R1, AnswerKind.SWITCH, tactic=TacticId("C8"))
    given(START).when(hidden).then_refused(Reason.MOVE_NOT_OPEN)


def test_dropping_leaves_no_move() -> None:
    assert round_(with_all(START, AnswerContest(ANNA, R1, AnswerKind.DROP))).standing_move is None


def test_only_the_owner_answers() -> None:
    given(START).when(AnswerContest(BAS, R1, AnswerKind.HOLD)).then_refused(Reason.ONLY_OWNER)


def test_there_is_nothing_to_answer_before_it_is_contested() -> None:
    early = AnswerContest(ANNA, R1, AnswerKind.HOLD)
    given(in_phase(Phase.COUNTER)).when(early).then_refused(Reason.NOT_THIS_PHASE)

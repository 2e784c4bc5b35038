"""The counter-move: who contests, and with what."""

import pytest

from speelruimte.rules.absence import NotePresence
from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_contest import (
    AnswerContest,
    ChooseMove,
    ContestDeclined,
    ContestMove,
    DeclineContest,
)
from speelruimte.rules.round_flow import MoveContested, PhaseOpened
from speelruimte.rules.words import ContestationId, TacticId
from speelruimte.rules.workshop import AnswerKind, Contest, ContestKind, Phase
from tests.given import given, with_all
from tests.rules.situations import ANNA, BAS, CHAIMA, DAAN, R1, T1, in_phase, round_, take_seat, words

B5 = TacticId("B5")
START = in_phase(Phase.COUNTER)
TO_ANSWER = PhaseOpened(T1, R1, Phase.ANSWER)
ADJUST = AnswerContest(ANNA, R1, AnswerKind.ADJUST)
OF_THE_CARD = Contest(None, ContestKind.CARD, "D", None, None, B5)


def test_the_next_seat_after_the_owner_contests() -> None:
    assert round_(START).opponent == BAS
    given(START).when(ContestMove(CHAIMA, R1, ContestKind.CARD)).then_refused(Reason.ONLY_OPPONENT)
    given(START).when(DeclineContest(CHAIMA, R1)).then_refused(Reason.ONLY_OPPONENT)


def test_with_the_cards_own_counter_move_in_its_voice() -> None:
    contest = Contest(BAS, ContestKind.CARD, "D", None, None, B5)
    given(START).when(ContestMove(BAS, R1, ContestKind.CARD)).then(MoveContested(T1, R1, contest), TO_ANSWER)


def test_with_the_pitfall_of_the_card() -> None:
    contest = Contest(BAS, ContestKind.PITFALL, None, None, None, B5)
    given(START).when(ContestMove(BAS, R1, ContestKind.PITFALL)).then(MoveContested(T1, R1, contest), TO_ANSWER)


def test_with_a_loose_contestation_of_the_deck() -> None:
    loose = ContestationId("LS")
    contest = Contest(BAS, ContestKind.LOOSE, "S", loose, None, B5)
    command = ContestMove(BAS, R1, ContestKind.LOOSE, contestation=loose)
    given(START).when(command).then(MoveContested(T1, R1, contest), TO_ANSWER)


def test_with_own_words_in_a_voice() -> None:
    own = ContestMove(BAS, R1, ContestKind.OWN, "H", words=words("Wie legt dit uit?"))
    contest = Contest(BAS, ContestKind.OWN, "H", None, words("Wie legt dit uit?"), B5)
    given(START).when(own).then(MoveContested(T1, R1, contest), TO_ANSWER)


def test_without_typing() -> None:
    given(START).when(ContestMove(BAS, R1, ContestKind.TALKED)).then_some(MoveContested, PhaseOpened)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (ContestMove(BAS, R1, ContestKind.LOOSE, contestation=ContestationId("L9")), Reason.CARD_UNKNOWN),
        (ContestMove(BAS, R1, ContestKind.LOOSE), Reason.CARD_UNKNOWN),
        (ContestMove(BAS, R1, ContestKind.TALKED, "Q"), Reason.CARD_UNKNOWN),
        (ContestMove(BAS, R1, ContestKind.OWN, "H"), Reason.EMPTY),
    ],
)
def test_a_contestation_that_says_nothing_is_refused(command: ContestMove, reason: Reason) -> None:
    given(START).when(command).then_refused(reason)


def test_when_the_opponent_passes_the_next_seat_is_asked() -> None:
    given(START).when(DeclineContest(BAS, R1)).then(
        ContestDeclined(T1, R1, BAS), PhaseOpened(T1, R1, Phase.COUNTER, CHAIMA)
    )


def test_who_is_away_is_not_asked() -> None:
    away = NotePresence(CHAIMA, away=True)
    given(START, away).when(DeclineContest(BAS, R1)).then_some(ContestDeclined, PhaseOpened)
    assert round_(with_all(START, away, DeclineContest(BAS, R1))).opponent == DAAN


def test_when_all_pass_the_card_answers() -> None:
    given(START, DeclineContest(BAS, R1), DeclineContest(CHAIMA, R1)).when(DeclineContest(DAAN, R1)).then(
        ContestDeclined(T1, R1, DAAN), MoveContested(T1, R1, OF_THE_CARD), TO_ANSWER
    )


def test_alone_the_card_answers_at_once() -> None:
    alone = given(in_phase(Phase.MOVE, 3), *(NotePresence(seat, away=True) for seat in (BAS, CHAIMA)))
    outcome = alone.when(ChooseMove(ANNA, R1, B5))
    assert round_(outcome.workshop).contests == (OF_THE_CARD,)
    assert round_(outcome.workshop).phase is Phase.ANSWER


def test_the_second_contestation_is_for_the_seat_after_the_first() -> None:
    second = with_all(START, ContestMove(BAS, R1, ContestKind.CARD), ADJUST)
    assert round_(second).opponent == CHAIMA


def test_after_somebody_passed_the_first_the_second_is_for_the_one_after_who_contested() -> None:
    second = with_all(START, DeclineContest(BAS, R1), ContestMove(CHAIMA, R1, ContestKind.CARD), ADJUST)
    assert round_(second).opponent == DAAN


def test_with_two_people_the_other_contests_both_times() -> None:
    second = with_all(in_phase(Phase.ANSWER, 2), ADJUST)
    assert round_(second).opponent == BAS


def test_when_all_pass_the_second_the_round_goes_on() -> None:
    second = given(START, ContestMove(BAS, R1, ContestKind.CARD), ADJUST)
    passed = [DeclineContest(CHAIMA, R1), DeclineContest(DAAN, R1)]
    given(second.workshop, *passed).when(DeclineContest(BAS, R1)).then(
        ContestDeclined(T1, R1, BAS), PhaseOpened(T1, R1, Phase.MONDAY)
    )


def test_who_joined_after_the_reveal_does_not_contest() -> None:
    late = with_all(in_phase(Phase.MOVE, 1), take_seat(BAS))
    assert round_(with_all(late, ChooseMove(ANNA, R1, round_(late).open[0].tactic))).opponent is None

"""The last finished round can be opened again, until the next reveal."""

from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_cards import PickReflex, PlayCard, RevealAnyway
from speelruimte.rules.round_close import EndRound, ReopenRound, RoundReopened, TakeMondayStep
from speelruimte.rules.round_contest import ChooseMove
from speelruimte.rules.round_flow import RoundSetAside
from speelruimte.rules.round_opening import BringDilemma, TellEnough
from speelruimte.rules.words import DilemmaId
from speelruimte.rules.workshop import MondayKind, Phase
from tests.given import given, with_all
from tests.rules.situations import ANNA, BAS, CHAIMA, LOTS, R1, R2, REFLEX, T1, hand, in_phase, round_, table, words

DONE = in_phase(Phase.DONE)
NEW = DilemmaId("nieuw")
SECOND = with_all(DONE, BringDilemma(BAS, NEW, words("nieuw")), TellEnough(BAS, R2), PickReflex(BAS, R2, REFLEX))
REOPEN = ReopenRound(ANNA, R1)


def test_it_goes_on_at_the_move() -> None:
    given(DONE).when(REOPEN).then(RoundReopened(T1, R1))
    reopened = with_all(DONE, REOPEN)
    assert table(reopened).round == round_(reopened)
    assert round_(reopened).phase is Phase.MOVE


def test_the_owner_chooses_again_and_is_contested_anew() -> None:
    again = with_all(DONE, REOPEN, ChooseMove(ANNA, R1, REFLEX))
    assert round_(again).standing_move == REFLEX
    assert round_(again).contests == ()


def test_the_cards_of_the_new_round_go_back_to_their_hands() -> None:
    card = hand(SECOND, CHAIMA)[0]
    playing = with_all(SECOND, PlayCard(CHAIMA, R2, card))
    outcome = given(playing).when(REOPEN)
    outcome.then(RoundSetAside(T1, R2), RoundReopened(T1, R1))
    assert set(hand(outcome.workshop, CHAIMA)) == set(hand(SECOND, CHAIMA))
    assert table(outcome.workshop).queue == (NEW,)


def test_after_the_next_reveal_it_is_too_late() -> None:
    revealed = with_all(SECOND, PlayCard(CHAIMA, R2, hand(SECOND, CHAIMA)[0]), RevealAnyway(BAS, R2))
    given(revealed).when(REOPEN).then_refused(Reason.TOO_LATE_TO_REOPEN)


def test_only_a_finished_round_of_the_own_table_by_its_owner() -> None:
    given(in_phase(Phase.LOOKBACK)).when(REOPEN).then_refused(Reason.TOO_LATE_TO_REOPEN)
    given(DONE).when(ReopenRound(BAS, R1)).then_refused(Reason.ONLY_OWNER)
    given(DONE).when(ReopenRound(ANNA, R2)).then_refused(Reason.NOT_YOUR_TABLE)


def test_an_earlier_round_stays_closed() -> None:
    passed = with_all(DONE, REOPEN)
    given(passed).when(REOPEN).then_refused(Reason.TOO_LATE_TO_REOPEN)


def test_ending_it_again_deals_nobody_too_many_cards() -> None:
    again = with_all(DONE, REOPEN, ChooseMove(ANNA, R1, None), TakeMondayStep(ANNA, R1, MondayKind.NOT_YET))
    ended = with_all(again, EndRound(ANNA, R1, LOTS))
    assert all(len(cards) == 6 for cards in table(ended).hands.values())

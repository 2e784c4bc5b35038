"""The move: the owner chooses one of the open cards."""

from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_contest import ChooseMove, HeardAll, MoveChosen
from speelruimte.rules.round_flow import PhaseOpened
from speelruimte.rules.words import TacticId
from speelruimte.rules.workshop import Phase
from tests.given import given
from tests.rules.situations import ANNA, BAS, R1, REFLEX, T1, in_phase, words

B5, C7 = TacticId("B5"), TacticId("C7")
START = in_phase(Phase.MOVE)


def test_only_the_owner_has_heard_all() -> None:
    given(in_phase(Phase.REVEAL)).when(HeardAll(BAS, R1)).then_refused(Reason.ONLY_OWNER)


def test_the_owner_chooses_an_open_card_and_the_next_seat_contests() -> None:
    given(START).when(ChooseMove(ANNA, R1, B5, words("Ik ga bellen."))).then(
        MoveChosen(T1, R1, B5, words("Ik ga bellen.")), PhaseOpened(T1, R1, Phase.COUNTER, BAS)
    )


def test_the_own_reflex_may_be_chosen() -> None:
    given(START).when(ChooseMove(ANNA, R1, REFLEX)).then_some(MoveChosen, PhaseOpened)


def test_a_card_that_does_not_lie_open_is_refused() -> None:
    given(START).when(ChooseMove(ANNA, R1, C7)).then_refused(Reason.MOVE_NOT_OPEN)


def test_without_a_choice_the_step_for_monday_follows() -> None:
    given(START).when(ChooseMove(ANNA, R1, None)).then(PhaseOpened(T1, R1, Phase.MONDAY))


def test_nobody_else_chooses() -> None:
    given(START).when(ChooseMove(BAS, R1, B5)).then_refused(Reason.ONLY_OWNER)


def test_it_is_chosen_in_its_phase() -> None:
    given(in_phase(Phase.REVEAL)).when(ChooseMove(ANNA, R1, B5)).then_refused(Reason.NOT_THIS_PHASE)

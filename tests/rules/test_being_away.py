"""Who is waited for and away: the table may go on without them, for that phase."""

import pytest

from speelruimte.rules.absence import GoOnWithout, NotePresence, PresenceNoted, WaitsAgain, WentOnWithout
from speelruimte.rules.cards import Scene
from speelruimte.rules.dilemmas import AnswerBringing
from speelruimte.rules.people import Leave
from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_cards import PickReflex, PlayCard
from speelruimte.rules.round_close import EndRound, RoundEnded, TakeMondayStep
from speelruimte.rules.round_contest import AnswerContest, ChooseMove, DeclineContest
from speelruimte.rules.round_flow import CardsRevealed, OwnerLeft, PhaseOpened, RoundSetAside
from speelruimte.rules.round_opening import RoundBegun
from speelruimte.rules.words import SeatId, TacticId
from speelruimte.rules.workshop import AnswerKind, MondayKind, Phase
from tests.given import given, with_all
from tests.rules.situations import (
    ANNA,
    BAS,
    CHAIMA,
    DAAN,
    LOTS,
    R1,
    R2,
    REFLEX,
    T1,
    chosen,
    dilemma_of,
    hand,
    in_phase,
    open_step,
    round_,
    table,
)

PLAY = with_all(in_phase(Phase.REFLEX, 3), PickReflex(ANNA, R1, REFLEX), PlayCard(BAS, R1, TacticId("A3")))


def away(seat: SeatId) -> NotePresence:
    return NotePresence(seat, away=True)


def back(seat: SeatId) -> NotePresence:
    return NotePresence(seat, away=False)


def without(absent: SeatId, by: SeatId = BAS) -> GoOnWithout:
    return GoOnWithout(by, R1, absent)


def test_presence_is_noted_when_it_changes() -> None:
    given(PLAY).when(away(BAS)).then(PresenceNoted(BAS, away=True))
    given(PLAY).when(back(BAS)).then()
    given(PLAY).when(NotePresence("niemand", away=True)).then()


def test_an_absent_seat_keeps_its_hand() -> None:
    assert hand(with_all(PLAY, away(CHAIMA)), CHAIMA) == hand(PLAY, CHAIMA)


def test_being_away_alone_changes_no_phase() -> None:
    assert round_(with_all(PLAY, away(CHAIMA))).phase is Phase.PLAY


def test_the_table_goes_on_without_who_is_away_and_waited_for() -> None:
    given(PLAY, away(CHAIMA)).when(without(CHAIMA)).then(WentOnWithout(T1, R1, CHAIMA), CardsRevealed(T1, R1))


def test_not_without_who_is_present() -> None:
    given(PLAY).when(without(CHAIMA)).then_refused(Reason.STILL_PRESENT)


def test_not_without_who_is_not_waited_for() -> None:
    given(PLAY, away(BAS)).when(without(BAS, by=ANNA)).then_refused(Reason.NOBODY_IS_WAITED_FOR)


def test_coming_back_before_the_end_of_the_phase_undoes_it() -> None:
    two_away = with_all(in_phase(Phase.REFLEX, 4), away(CHAIMA), away(DAAN), without(CHAIMA))
    assert CHAIMA in round_(two_away).without
    given(two_away).when(back(CHAIMA)).then(PresenceNoted(CHAIMA, away=False), WaitsAgain(T1, R1, CHAIMA))


def test_it_holds_for_that_phase_only() -> None:
    gone = with_all(in_phase(Phase.REFLEX, 4), away(DAAN), without(DAAN))
    assert round_(gone).without == {DAAN}
    assert round_(with_all(gone, PlayCard(BAS, R1, TacticId("A3")))).without == frozenset()


@pytest.mark.parametrize("phase", [Phase.TELL, Phase.REFLEX, Phase.PLAY])
def test_without_the_owner_before_the_reveal_the_round_is_set_aside(phase: Phase) -> None:
    outcome = given(in_phase(phase), away(ANNA)).when(without(ANNA))
    outcome.then(WentOnWithout(T1, R1, ANNA), RoundSetAside(T1, R1))
    assert table(outcome.workshop).queue == (dilemma_of(ANNA),)
    assert all(len(hand_) == 6 for hand_ in table(outcome.workshop).hands.values())


def test_then_the_next_owner_begins() -> None:
    yes = [AnswerBringing(seat, dilemma_of(seat), brings=True) for seat in (ANNA, BAS)]
    playing = with_all(chosen(4, ANNA, BAS), *yes, open_step(Scene.PLAY))
    given(playing, away(ANNA)).when(without(ANNA)).then(
        WentOnWithout(T1, R1, ANNA),
        RoundSetAside(T1, R1),
        RoundBegun(T1, R2, dilemma_of(BAS), BAS, stand_in=False),
    )


@pytest.mark.parametrize("phase", [Phase.REVEAL, Phase.MOVE, Phase.ANSWER, Phase.MONDAY])
def test_without_the_owner_after_the_reveal_the_table_looks_back(phase: Phase) -> None:
    given(in_phase(phase), away(ANNA)).when(without(ANNA)).then(
        WentOnWithout(T1, R1, ANNA), OwnerLeft(T1, R1), PhaseOpened(T1, R1, Phase.LOOKBACK)
    )


def test_move_answer_and_step_stay_open_on_the_owners_phone() -> None:
    in_move = given(in_phase(Phase.MOVE), away(ANNA), without(ANNA), back(ANNA))
    in_move.when(ChooseMove(ANNA, R1, TacticId("B5"))).then_accepted()
    in_answer = given(in_phase(Phase.ANSWER), away(ANNA), without(ANNA), EndRound(BAS, R1, LOTS), back(ANNA))
    in_answer.when(AnswerContest(ANNA, R1, AnswerKind.HOLD)).then_accepted()
    later = in_answer.when(TakeMondayStep(ANNA, R1, MondayKind.TALKED))
    assert round_(later.workshop).monday is not None
    assert round_(later.workshop).phase is Phase.DONE


def test_a_move_is_not_chosen_twice_later_on() -> None:
    gone = given(in_phase(Phase.ANSWER), away(ANNA), without(ANNA), back(ANNA))
    gone.when(ChooseMove(ANNA, R1, REFLEX)).then_refused(Reason.ALREADY_CHOSEN)
    gone.when(ChooseMove(ANNA, R1, None)).then()


def test_without_the_owner_anybody_ends_the_looking_back() -> None:
    gone = given(in_phase(Phase.MOVE), away(ANNA), without(ANNA))
    gone.when(EndRound(DAAN, R1, LOTS)).then_accepted()


def test_an_owner_who_is_back_while_the_table_looks_back_ends_it_again() -> None:
    gone = given(in_phase(Phase.LOOKBACK), away(ANNA), without(ANNA), back(ANNA))
    gone.when(EndRound(BAS, R1, LOTS)).then_refused(Reason.ONLY_OWNER)
    assert RoundEnded in {type(event) for event in gone.when(EndRound(ANNA, R1, LOTS)).events}


def test_without_the_opponent_the_next_seat_contests() -> None:
    given(in_phase(Phase.COUNTER), away(BAS)).when(without(BAS, by=ANNA)).then(
        WentOnWithout(T1, R1, BAS), PhaseOpened(T1, R1, Phase.COUNTER, CHAIMA)
    )


def test_an_opponent_who_is_back_is_asked_again_when_another_passes() -> None:
    gone = with_all(in_phase(Phase.COUNTER), away(BAS), without(BAS, by=ANNA), back(BAS))
    assert round_(with_all(gone, DeclineContest(CHAIMA, R1))).opponent == BAS


def test_an_opponent_who_leaves_is_followed_by_the_next_seat() -> None:
    assert round_(with_all(in_phase(Phase.COUNTER), Leave(BAS, LOTS))).opponent == CHAIMA

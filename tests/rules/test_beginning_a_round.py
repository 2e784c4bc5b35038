"""Between rounds, and the first phase: whose turn it is, and who passes it."""

from speelruimte.rules.absence import NotePresence
from speelruimte.rules.cards import Scene
from speelruimte.rules.dilemmas import DilemmaPlaced, DilemmaPut, PlaceDilemma
from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_close import EndRound
from speelruimte.rules.round_flow import PhaseOpened, RoundSetAside
from speelruimte.rules.round_opening import (
    BeginRound,
    BringDilemma,
    DilemmaBrought,
    OwnerStoodIn,
    PassTurn,
    RoundBegun,
    TellEnough,
    TurnPassed,
)
from speelruimte.rules.words import DilemmaId
from speelruimte.rules.workshop import Phase
from tests.given import given, with_all
from tests.rules.situations import (
    ANNA,
    BAS,
    CHAIMA,
    LOTS,
    R1,
    R2,
    T1,
    chosen,
    dilemma_of,
    in_phase,
    open_step,
    round_,
    seated,
    table,
    telling,
    words,
)

EMPTY = with_all(seated(3), open_step(Scene.PLAY))
NEW = DilemmaId("nieuw")
ENDED = with_all(in_phase(Phase.LOOKBACK), EndRound(ANNA, R1, LOTS))
STAND_IN = with_all(chosen(3, CHAIMA), PlaceDilemma(dilemma_of(CHAIMA), T1), open_step(Scene.PLAY))


def test_opening_the_rounds_begins_the_first_of_the_queue() -> None:
    assert table(telling(3)).queue == ()
    assert round_(telling(3)).phase is Phase.TELL


def test_with_an_empty_queue_nothing_can_be_begun() -> None:
    given(EMPTY).when(BeginRound(BAS)).then_refused(Reason.NO_DILEMMA)


def test_with_an_empty_queue_the_next_seat_brings_one_in() -> None:
    given(EMPTY).when(BringDilemma(ANNA, NEW, words("nieuw"))).then(
        DilemmaBrought(T1, NEW, ANNA, words("nieuw"), None), RoundBegun(T1, R1, NEW, ANNA, stand_in=False)
    )


def test_an_example_can_be_brought_in_and_an_empty_one_cannot() -> None:
    given(EMPTY).when(BringDilemma(ANNA, NEW, example="V2")).then_some(DilemmaBrought, RoundBegun)
    given(EMPTY).when(BringDilemma(ANNA, NEW)).then_refused(Reason.EMPTY)


def test_it_is_one_turn_after_another() -> None:
    given(EMPTY).when(BringDilemma(BAS, NEW, words("nieuw"))).then_refused(Reason.ONLY_OWNER)
    given(EMPTY, PassTurn(ANNA)).when(BringDilemma(BAS, NEW, words("nieuw"))).then_some(DilemmaBrought, RoundBegun)


def test_when_all_have_passed_anybody_brings_one_in() -> None:
    passed = [PassTurn(seat) for seat in (ANNA, BAS, CHAIMA)]
    given(EMPTY, *passed).when(BringDilemma(BAS, NEW, words("nieuw"))).then_some(DilemmaBrought, RoundBegun)


def test_who_is_away_has_no_turn() -> None:
    away = NotePresence(ANNA, away=True)
    given(EMPTY, away).when(BringDilemma(BAS, NEW, words("nieuw"))).then_some(DilemmaBrought, RoundBegun)


def test_nobody_is_owner_twice_before_the_others() -> None:
    given(ENDED).when(BringDilemma(ANNA, NEW, words("nog een"))).then_refused(Reason.ONLY_OWNER)
    given(ENDED).when(BringDilemma(BAS, NEW, words("nu ik"))).then_some(DilemmaBrought, RoundBegun)


def test_what_waits_in_the_queue_comes_before_something_new() -> None:
    waiting = with_all(ENDED, DilemmaPut(NEW, CHAIMA, words("wacht"), None), DilemmaPlaced(NEW, T1))
    given(waiting).when(BringDilemma(BAS, NEW, words("nieuw"))).then_refused(Reason.CHANGED_MEANWHILE)
    given(waiting).when(BeginRound(CHAIMA)).then(RoundBegun(T1, R2, NEW, BAS, stand_in=True))


def test_during_a_round_no_other_begins() -> None:
    given(telling(3)).when(BeginRound(BAS)).then_refused(Reason.TABLE_BUSY)
    given(telling(3)).when(BringDilemma(BAS, NEW, words("nieuw"))).then_refused(Reason.TABLE_BUSY)
    given(telling(3)).when(PassTurn(BAS)).then_refused(Reason.TABLE_BUSY)


def test_a_played_dilemma_is_not_brought_in_again() -> None:
    passed = [PassTurn(seat) for seat in table(ENDED).seats]
    given(ENDED, *passed).when(BringDilemma(ANNA, dilemma_of(ANNA))).then_refused(Reason.NO_DILEMMA)


def test_the_owner_says_that_it_is_told() -> None:
    given(telling(3)).when(TellEnough(ANNA, R1)).then(PhaseOpened(T1, R1, Phase.REFLEX))
    given(telling(3)).when(TellEnough(BAS, R1)).then_refused(Reason.ONLY_OWNER)


def test_a_stand_in_hands_the_part_on() -> None:
    given(STAND_IN).when(PassTurn(ANNA, R1)).then(TurnPassed(T1, ANNA), OwnerStoodIn(T1, R1, BAS))


def test_when_no_stand_in_is_left_the_round_is_set_aside() -> None:
    last = given(STAND_IN, PassTurn(ANNA, R1), PassTurn(BAS, R1)).when(PassTurn(CHAIMA, R1))
    last.then(TurnPassed(T1, CHAIMA), RoundSetAside(T1, R1))
    assert table(last.workshop).queue == (dilemma_of(CHAIMA),)


def test_who_passes_the_own_dilemma_may_bring_it_in_later() -> None:
    passed = with_all(telling(3), PassTurn(ANNA, R1))
    assert round_(passed).phase is Phase.ASIDE
    others = [PassTurn(BAS), PassTurn(CHAIMA)]
    given(passed, *others).when(BringDilemma(ANNA, dilemma_of(ANNA))).then_some(DilemmaBrought, RoundBegun)


def test_only_the_owner_passes_the_turn_of_a_round() -> None:
    given(telling(3)).when(PassTurn(BAS, R1)).then_refused(Reason.ONLY_OWNER)
    given(in_phase(Phase.REFLEX)).when(PassTurn(ANNA, R1)).then_refused(Reason.NOT_THIS_PHASE)


def test_a_round_set_aside_has_no_number() -> None:
    again = with_all(telling(3), PassTurn(ANNA, R1), BringDilemma(BAS, NEW, words("nieuw")))
    assert round_(again, R2).number == 1

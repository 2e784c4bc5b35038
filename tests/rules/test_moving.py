"""The facilitator moves somebody to another table."""

from speelruimte.rules.agenda import EndWorkshop
from speelruimte.rules.dealing import CardsDealt
from speelruimte.rules.people import MoveSeat
from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_close import TakeMondayStep
from speelruimte.rules.round_contest import ChooseMove
from speelruimte.rules.round_flow import RoundSetAside
from speelruimte.rules.sitting import SatDown, StoodUp, TableOpened
from speelruimte.rules.view.person import person_view
from speelruimte.rules.words import TableId
from speelruimte.rules.workshop import MondayKind, Phase
from tests.given import given, with_all
from tests.rules.situations import (
    ANNA,
    LOTS,
    PEOPLE,
    R1,
    REFLEX,
    T1,
    T2,
    dilemma_of,
    in_phase,
    round_,
    seated,
    table,
    take_seat,
    telling,
)

SIX = seated(6, "lang")


def test_who_moves_stands_up_sits_down_and_is_dealt_a_hand() -> None:
    given(SIX).when(MoveSeat(ANNA, T2, LOTS)).then_some(StoodUp, SatDown, CardsDealt)


def test_an_owner_who_is_moved_after_the_reveal_finishes_the_round_from_the_other_table() -> None:
    moved = given(in_phase(Phase.MOVE), TableOpened(T2, 2), MoveSeat(ANNA, T2, LOTS))
    chosen = moved.when(ChooseMove(ANNA, R1, REFLEX)).workshop
    assert [one.id for one in person_view(chosen, ANNA).unfinished] == [R1]
    done = given(chosen).when(TakeMondayStep(ANNA, R1, MondayKind.TALKED)).workshop
    assert person_view(done, ANNA).unfinished == ()


def test_not_to_the_own_table_or_to_none() -> None:
    given(SIX).when(MoveSeat(ANNA, T1, LOTS)).then_refused(Reason.CHANGED_MEANWHILE)
    given(SIX).when(MoveSeat(ANNA, TableId("t9"), LOTS)).then_refused(Reason.CHANGED_MEANWHILE)


def test_not_to_a_full_table_and_not_after_the_end() -> None:
    full = given(with_all(seated(8), *(take_seat(seat) for seat in PEOPLE[8:11])))
    full.when(MoveSeat(PEOPLE[8], T1, LOTS)).then_refused(Reason.TABLES_FULL)
    given(SIX, EndWorkshop()).when(MoveSeat(ANNA, T2, LOTS)).then_refused(Reason.WORKSHOP_ENDED)


def test_an_owner_who_moves_before_the_reveal_brings_the_dilemma_to_the_new_table() -> None:
    outcome = given(telling(6, "lang")).when(MoveSeat(ANNA, T2, LOTS))
    outcome.then_some(StoodUp, RoundSetAside, SatDown, CardsDealt)
    assert table(outcome.workshop).queue == ()
    assert table(outcome.workshop, T2).queue == (dilemma_of(ANNA),)


def test_who_moves_to_a_table_plays_along_there() -> None:
    telling_ = telling(6, "lang")
    joined = with_all(telling_, MoveSeat(PEOPLE[3], T1, LOTS))
    assert PEOPLE[3] in table(joined).seats
    assert round_(joined, R1) == round_(telling_, R1)


def test_tables_merge_by_everybody_moving() -> None:
    merged = with_all(SIX, *(MoveSeat(seat, T1, LOTS) for seat in PEOPLE[3:6]))
    assert table(merged).seats == PEOPLE[:6]
    assert table(merged).copies == 3
    assert table(merged, T2).seats == ()

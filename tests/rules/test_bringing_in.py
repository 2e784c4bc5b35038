"""Whose dilemma it is: the author brings it in, or another stands in."""

from speelruimte.rules.agenda import EndWorkshop
from speelruimte.rules.cards import Scene
from speelruimte.rules.dilemmas import AnswerBringing, AuthorAnswered, DilemmaPlaced, PlaceDilemma, unplaced
from speelruimte.rules.people import Leave, MoveSeat, ReadmitSeat
from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_opening import BringDilemma, PassTurn
from tests.given import given, with_all
from tests.rules.situations import (
    ANNA,
    BAS,
    CHAIMA,
    DAAN,
    LOTS,
    T1,
    T2,
    chosen,
    dilemma_of,
    open_step,
    round_,
    table,
)

TWO = chosen(4, ANNA, BAS)
YES = AnswerBringing(ANNA, dilemma_of(ANNA), brings=True)
NO = AnswerBringing(ANNA, dilemma_of(ANNA), brings=False)
PLACED = PlaceDilemma(dilemma_of(ANNA), T1)


def test_yes_puts_it_in_the_queue_of_the_authors_table() -> None:
    given(TWO).when(YES).then(AuthorAnswered(dilemma_of(ANNA), brings=True), DilemmaPlaced(dilemma_of(ANNA), T1))


def test_no_leaves_it_to_the_facilitator() -> None:
    given(TWO).when(NO).then(AuthorAnswered(dilemma_of(ANNA), brings=False))
    given(TWO, NO).when(PLACED).then(DilemmaPlaced(dilemma_of(ANNA), T1))


def test_without_an_answer_the_facilitator_places_it_too() -> None:
    given(TWO).when(PLACED).then(DilemmaPlaced(dilemma_of(ANNA), T1))


def test_once_placed_the_author_is_not_asked_any_more() -> None:
    given(TWO, PLACED).when(YES).then_refused(Reason.CHANGED_MEANWHILE)
    given(TWO, YES).when(PLACED).then_refused(Reason.CHANGED_MEANWHILE)


def test_only_the_author_answers_and_only_for_a_chosen_dilemma() -> None:
    given(TWO).when(AnswerBringing(BAS, dilemma_of(ANNA), brings=True)).then_refused(Reason.NO_DILEMMA)
    left_out = chosen(4, ANNA, BAS, CHAIMA)
    given(left_out).when(AnswerBringing(CHAIMA, dilemma_of(CHAIMA), brings=True)).then_refused(Reason.NO_DILEMMA)


def test_nothing_is_placed_after_the_end() -> None:
    given(TWO, EndWorkshop()).when(YES).then_refused(Reason.WORKSHOP_ENDED)
    given(TWO, EndWorkshop()).when(PLACED).then_refused(Reason.WORKSHOP_ENDED)


def test_the_votes_order_the_queue() -> None:
    placed = with_all(TWO, PlaceDilemma(dilemma_of(BAS), T1), YES)
    assert table(placed).queue == (dilemma_of(ANNA), dilemma_of(BAS))


def test_the_author_is_owner_of_the_own_dilemma() -> None:
    playing = with_all(TWO, AnswerBringing(BAS, dilemma_of(BAS), brings=True), open_step(Scene.PLAY))
    assert round_(playing).owner == BAS
    assert not round_(playing).stand_in


def test_the_next_seat_stands_in_for_an_unknown_author() -> None:
    playing = with_all(TWO, PlaceDilemma(dilemma_of(BAS), T1), open_step(Scene.PLAY))
    assert round_(playing).owner == ANNA
    assert round_(playing).stand_in


def test_who_brings_an_own_dilemma_soon_does_not_stand_in_first() -> None:
    queued = with_all(chosen(4, BAS, ANNA), PlaceDilemma(dilemma_of(BAS), T1), YES)
    assert table(queued).queue == (dilemma_of(BAS), dilemma_of(ANNA))
    assert round_(with_all(queued, open_step(Scene.PLAY))).owner != ANNA


def test_who_moves_takes_the_own_dilemma_along() -> None:
    two_tables = with_all(chosen(6, ANNA, format_="lang"), YES)
    moved = with_all(two_tables, MoveSeat(ANNA, T2, LOTS))
    assert table(moved).queue == ()
    assert table(moved, T2).queue == (dilemma_of(ANNA),)


def test_the_dilemma_of_who_left_can_be_placed_and_is_then_on_one_table_only() -> None:
    left = with_all(chosen(6, ANNA, format_="lang"), YES, Leave(ANNA, LOTS))
    assert [one.id for one in unplaced(left)] == [dilemma_of(ANNA)]
    back = with_all(left, PlaceDilemma(dilemma_of(ANNA), T2), ReadmitSeat(ANNA, LOTS), MoveSeat(DAAN, T1, LOTS))
    queues = [one.queue for one in back.tables.values()]
    assert queues == [(), (dilemma_of(ANNA),)]


def test_a_dilemma_on_another_table_cannot_be_brought_in_here() -> None:
    placed = with_all(chosen(6, ANNA, format_="lang"), PlaceDilemma(dilemma_of(ANNA), T2), open_step(Scene.PLAY))
    given(placed).when(BringDilemma(ANNA, dilemma_of(ANNA))).then_refused(Reason.NO_DILEMMA)
    queued = with_all(chosen(6, ANNA, BAS, format_="lang"), PlaceDilemma(dilemma_of(BAS), T2))
    later = with_all(queued, PlaceDilemma(dilemma_of(ANNA), T2), open_step(Scene.PLAY))
    given(later).when(BringDilemma(BAS, dilemma_of(BAS))).then_refused(Reason.ONLY_OWNER)
    given(later, PassTurn(ANNA)).when(BringDilemma(BAS, dilemma_of(BAS))).then_refused(Reason.CHANGED_MEANWHILE)

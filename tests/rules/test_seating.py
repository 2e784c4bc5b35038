"""Who sits where."""

import pytest

from speelruimte.rules.cards import Scene
from speelruimte.rules.people import Leave, RemoveSeat
from speelruimte.rules.workshop import Workshop
from tests.given import given, with_all
from tests.rules.situations import ANNA, LOTS, PEOPLE, T1, T2, begun, joined, open_step, seated, take_seat


def sizes(workshop: Workshop) -> list[int]:
    return [len(table.seats) for table in workshop.tables.values()]


@pytest.mark.parametrize(
    ("people", "expected"),
    [(1, [1]), (4, [4]), (5, [5]), (6, [3, 3]), (9, [5, 4]), (10, [4, 3, 3]), (13, [5, 4, 4]), (20, [4] * 5)],
)
def test_people_are_spread_evenly_over_tables_of_about_four(people: int, expected: list[int]) -> None:
    assert sizes(seated(people, "lang")) == expected


def test_a_short_workshop_has_one_table() -> None:
    assert sizes(seated(6)) == [6]


def test_a_table_is_never_larger_than_eight() -> None:
    assert sizes(seated(9)) == [5, 4]
    assert sizes(with_all(joined(18, "lang", size=12), open_step(Scene.DILEMMAS))) == [6, 6, 6]


def test_the_facilitator_may_say_how_many_tables() -> None:
    assert sizes(seated(9, "lang", tables=3)) == [3, 3, 3]


def test_people_sit_in_order_of_joining() -> None:
    assert seated(6, "lang").tables[T1].seats == PEOPLE[:3]


def test_there_are_no_tables_before_the_dilemmas() -> None:
    assert not with_all(joined(4, "lang"), open_step(Scene.RECOGNISE)).tables


def test_opening_the_rounds_first_makes_tables_too() -> None:
    assert sizes(with_all(joined(5), open_step(Scene.PLAY))) == [5]


def test_with_nobody_there_one_table_waits() -> None:
    assert sizes(with_all(begun(), open_step(Scene.DILEMMAS), take_seat(ANNA))) == [1]


def test_a_late_arrival_goes_to_the_smallest_table() -> None:
    assert given(seated(9, "lang")).when(take_seat(PEOPLE[9])).workshop.seats[PEOPLE[9]].table == T2


def test_a_full_table_lets_late_arrivals_wait() -> None:
    outcome = given(seated(8)).when(take_seat(PEOPLE[8]))
    assert [seat.id for seat in outcome.workshop.waiting] == [PEOPLE[8]]


def test_three_who_wait_open_a_table() -> None:
    workshop = with_all(seated(8), *(take_seat(seat) for seat in PEOPLE[8:11]))
    assert workshop.tables[T2].seats == PEOPLE[8:11]
    assert not workshop.waiting


def test_who_waits_longest_gets_the_place_that_comes_free() -> None:
    full = with_all(seated(8), take_seat(PEOPLE[8]), take_seat(PEOPLE[9]))
    for going in (Leave(ANNA, LOTS), RemoveSeat(ANNA, LOTS)):
        later = with_all(full, going)
        assert later.tables[T1].seats == PEOPLE[1:9]
        assert len(later.tables[T1].hands[PEOPLE[8]]) == 6
        assert [seat.id for seat in later.waiting] == [PEOPLE[9]]

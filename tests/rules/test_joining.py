"""Joining a workshop."""

from speelruimte.rules.agenda import EndWorkshop, SetDoor
from speelruimte.rules.keys import KeyGiven
from speelruimte.rules.people import ChangeName, NameChanged, SeatTaken, TakeSeat
from speelruimte.rules.refusals import Reason
from speelruimte.rules.workshop import KeyKind, Role
from tests.given import given
from tests.rules.situations import ANNA, BAS, LOTS, PEOPLE, begun, joined, take_seat, words


def test_who_joins_gets_a_seat_and_two_keys() -> None:
    given(begun()).when(take_seat(ANNA)).then(
        SeatTaken(ANNA, words("anna")),
        KeyGiven("cookie-anna", Role.SEAT, KeyKind.COOKIE, ANNA),
        KeyGiven("code-anna", Role.SEAT, KeyKind.CODE, ANNA),
    )


def test_a_name_may_not_be_empty() -> None:
    nameless = TakeSeat(ANNA, words("  "), "cookie", "code", LOTS)
    given(begun()).when(nameless).then_refused(Reason.NAME_EMPTY)
    given(joined(1)).when(ChangeName(ANNA, words(""))).then_refused(Reason.NAME_EMPTY)


def test_a_closed_door_lets_nobody_in() -> None:
    given(begun(), SetDoor(open=False)).when(take_seat(ANNA)).then_refused(Reason.DOOR_CLOSED)


def test_an_opened_door_lets_people_in_again() -> None:
    outcome = given(begun(), SetDoor(open=False), SetDoor(open=True)).when(take_seat(ANNA))
    assert ANNA in outcome.workshop.seats


def test_an_ended_workshop_lets_nobody_in() -> None:
    given(begun(), EndWorkshop()).when(take_seat(ANNA)).then_refused(Reason.WORKSHOP_ENDED)


def test_a_seat_is_taken_once() -> None:
    given(joined(1)).when(take_seat(ANNA)).then_refused(Reason.CHANGED_MEANWHILE)


def test_people_are_numbered_in_order_of_joining() -> None:
    assert [seat.joined for seat in joined(3).here] == [1, 2, 3]
    assert [seat.id for seat in joined(3).here] == list(PEOPLE[:3])


def test_a_name_can_be_changed() -> None:
    given(joined(2)).when(ChangeName(BAS, words("Sebas"))).then(NameChanged(BAS, words("Sebas")))

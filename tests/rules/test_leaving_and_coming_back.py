"""Leaving, being sent out, and coming back: with the own code, or let in by the facilitator."""

from speelruimte.rules.agenda import EndWorkshop, SetDoor
from speelruimte.rules.cards import Scene
from speelruimte.rules.dilemmas import AnswerBringing
from speelruimte.rules.keys import KeyGiven, KeysRevoked
from speelruimte.rules.people import ComeBack, Leave, ReadmitSeat, RemoveSeat, StandingChanged
from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_cards import PickReflex, PlayCard
from speelruimte.rules.round_flow import CardsRevealed, OwnerLeft, PhaseOpened, RoundSetAside
from speelruimte.rules.round_opening import RoundBegun
from speelruimte.rules.sitting import StoodUp
from speelruimte.rules.words import TacticId
from speelruimte.rules.workshop import KeyKind, Phase, Role, Standing
from tests.given import given, with_all
from tests.rules.card_counter import cards_on, cards_there_should_be
from tests.rules.situations import (
    ANNA,
    BAS,
    CHAIMA,
    LOTS,
    R1,
    REFLEX,
    T1,
    chosen,
    dilemma_of,
    hand,
    in_phase,
    open_step,
    put,
    round_,
    seated,
    table,
    telling,
)
from tests.rules.small_deck import small_deck

BACK = ComeBack("code-bas", "cookie-nieuw", LOTS)


def test_who_leaves_stands_up_and_leaves_the_hand() -> None:
    start = seated(3)
    outcome = given(start).when(Leave(BAS, LOTS))
    outcome.then(StoodUp(T1, BAS), StandingChanged(BAS, Standing.LEFT))
    assert table(outcome.workshop).discards == hand(start, BAS)


def test_a_face_down_card_of_who_leaves_goes_to_the_discards() -> None:
    played = with_all(in_phase(Phase.REFLEX), PlayCard(BAS, R1, TacticId("A3")))
    left = with_all(played, Leave(BAS, LOTS))
    assert round_(left).played == ()
    assert cards_on(table(left)) == cards_there_should_be(small_deck(), 2)


def test_when_the_last_who_was_waited_for_leaves_the_cards_turn_over() -> None:
    waiting = given(in_phase(Phase.PLAY, 3), PickReflex(ANNA, R1, REFLEX))
    waiting.when(Leave(CHAIMA, LOTS)).then(
        StoodUp(T1, CHAIMA), CardsRevealed(T1, R1), StandingChanged(CHAIMA, Standing.LEFT)
    )


def test_an_open_card_stays_when_its_giver_leaves() -> None:
    left = with_all(in_phase(Phase.MOVE), Leave(BAS, LOTS))
    assert TacticId("A4") in {card.tactic for card in round_(left).open}
    assert cards_on(table(left)) == cards_there_should_be(small_deck(), 2)


def test_an_owner_who_leaves_before_the_reveal_takes_the_dilemma_along() -> None:
    outcome = given(telling(3)).when(Leave(ANNA, LOTS))
    outcome.then(StoodUp(T1, ANNA), RoundSetAside(T1, R1), StandingChanged(ANNA, Standing.LEFT))
    assert table(outcome.workshop).queue == ()
    again = given(outcome.workshop).when(ComeBack("code-anna", "cookie-nieuw", LOTS))
    assert table(again.workshop).queue == (dilemma_of(ANNA),)


def test_an_owner_who_leaves_after_the_reveal_lets_the_table_look_back() -> None:
    given(in_phase(Phase.MOVE)).when(Leave(ANNA, LOTS)).then(
        StoodUp(T1, ANNA),
        OwnerLeft(T1, R1),
        PhaseOpened(T1, R1, Phase.LOOKBACK),
        StandingChanged(ANNA, Standing.LEFT),
    )


def test_the_next_round_begins_but_not_while_another_step_is_open() -> None:
    yes = [AnswerBringing(seat, dilemma_of(seat), brings=True) for seat in (ANNA, BAS)]
    playing = with_all(chosen(3, ANNA, BAS), *yes, open_step(Scene.PLAY))
    given(playing).when(Leave(ANNA, LOTS)).then_some(StoodUp, RoundSetAside, RoundBegun, StandingChanged)
    paused = given(playing, open_step(Scene.HARVEST))
    paused.when(Leave(ANNA, LOTS)).then_some(StoodUp, RoundSetAside, StandingChanged)


def test_the_own_code_brings_one_back_and_signs_the_old_device_out() -> None:
    here = given(seated(3)).when(BACK)
    here.then(KeysRevoked(Role.SEAT, KeyKind.COOKIE, BAS), KeyGiven("cookie-nieuw", Role.SEAT, KeyKind.COOKIE, BAS))
    assert "cookie-bas" not in here.workshop.keys
    assert "code-bas" in here.workshop.keys
    assert "cookie-anna" in here.workshop.keys


def test_who_left_comes_back_as_a_late_arrival() -> None:
    back = with_all(seated(3), Leave(BAS, LOTS), BACK)
    assert back.seats[BAS].standing is Standing.HERE
    assert back.seats[BAS].table == T1
    assert len(hand(back, BAS)) == 6


def test_who_left_may_come_back_through_a_closed_door_and_after_the_end() -> None:
    given(seated(3), Leave(BAS, LOTS), SetDoor(open=False)).when(BACK).then_accepted()
    given(seated(3), Leave(BAS, LOTS), EndWorkshop()).when(BACK).then_accepted()


def test_an_unknown_code_or_a_cookie_brings_nobody_back() -> None:
    given(seated(3)).when(ComeBack("code-niemand", "cookie", LOTS)).then_refused(Reason.NO_SEAT)
    given(seated(3)).when(ComeBack("cookie-bas", "cookie", LOTS)).then_refused(Reason.NO_SEAT)


def test_who_was_sent_out_comes_in_only_when_let_in() -> None:
    out = given(seated(3), RemoveSeat(BAS, LOTS))
    out.when(BACK).then_refused(Reason.DOOR_CLOSED)
    assert out.when(ReadmitSeat(BAS, LOTS)).workshop.seats[BAS].table == T1
    given(seated(3)).when(ReadmitSeat(BAS, LOTS)).then_refused(Reason.NO_SEAT)


def test_who_is_gone_can_do_nothing() -> None:
    gone = given(seated(3), RemoveSeat(BAS, LOTS))
    gone.when(put(BAS)).then_refused(Reason.NO_SEAT)
    gone.when(Leave(BAS, LOTS)).then_refused(Reason.NO_SEAT)
    gone.when(RemoveSeat(BAS, LOTS)).then_refused(Reason.NO_SEAT)

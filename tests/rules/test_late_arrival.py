"""Somebody joins while a table plays."""

from speelruimte.rules.dealing import CardsDealt
from speelruimte.rules.round_cards import PlayCard
from speelruimte.rules.round_flow import waited_for
from speelruimte.rules.sitting import SatDown
from speelruimte.rules.workshop import Phase
from tests.given import given, with_all
from tests.rules.situations import DAAN, R1, hand, in_phase, round_, table, take_seat

PLAY, REVEALED = in_phase(Phase.PLAY, 3), in_phase(Phase.REVEAL, 3)


def test_a_late_arrival_gets_a_seat_and_a_hand_and_interrupts_nobody() -> None:
    outcome = given(PLAY).when(take_seat(DAAN))
    assert [type(event) for event in outcome.events[-2:]] == [SatDown, CardsDealt]
    assert len(hand(outcome.workshop, DAAN)) == 6
    assert round_(outcome.workshop) == round_(PLAY)


def test_before_the_reveal_a_late_arrival_plays_and_is_waited_for() -> None:
    late = with_all(PLAY, take_seat(DAAN))
    assert DAAN in waited_for(table(late), round_(late))
    played = with_all(late, PlayCard(DAAN, R1, hand(late, DAAN)[0]))
    assert round_(played).played[-1].giver == DAAN


def test_who_sits_at_the_reveal_is_a_player_of_the_round() -> None:
    late = with_all(PLAY, take_seat(DAAN))
    assert DAAN not in round_(late).players
    revealed = with_all(REVEALED, take_seat(DAAN))
    assert DAAN not in round_(revealed).players
    assert DAAN in round_(in_phase(Phase.REVEAL, 4)).players

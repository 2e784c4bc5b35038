"""Copies, hands and piles."""

from collections import Counter

import pytest

from speelruimte.rules.dealing import CardsDealt, copies_needed
from speelruimte.rules.people import Leave, MoveSeat
from speelruimte.rules.round_close import EndRound
from speelruimte.rules.words import TacticId
from speelruimte.rules.workshop import Phase, Table
from tests.given import with_all
from tests.rules.card_counter import copies_there_should_be, held_twice
from tests.rules.situations import (
    ANNA,
    BAS,
    LOTS,
    PEOPLE,
    R1,
    T1,
    T2,
    hand,
    in_phase,
    let_go_on,
    round_,
    seated,
    table,
    take_seat,
    telling,
)
from tests.rules.small_deck import small_deck


def of_boards(table_: Table, seat: str) -> Counter[str]:
    return Counter(card[0] for card in table_.hands[seat])


@pytest.mark.parametrize(("seats", "copies"), [(0, 1), (1, 1), (3, 1), (4, 2), (5, 2), (6, 3), (8, 3)])
def test_three_boards_of_eight_need_one_two_or_three_copies(seats: int, copies: int) -> None:
    assert copies_needed(small_deck(), seats) == copies
    assert seats == 0 or copies_there_should_be(small_deck(), seats) == copies


def test_everybody_is_dealt_two_cards_of_each_board() -> None:
    dealt = table(seated(8))
    assert all(of_boards(dealt, seat) == {"A": 2, "B": 2, "C": 2} for seat in dealt.seats)


@pytest.mark.parametrize("people", range(1, 9))
def test_nobody_is_dealt_the_same_card_twice(people: int) -> None:
    assert not held_twice(table(seated(people)))


def test_copies_come_with_seats_and_stay() -> None:
    grown = with_all(seated(3), take_seat(PEOPLE[3]))
    assert table(grown).copies == 2
    assert table(with_all(grown, Leave(ANNA, LOTS), Leave(BAS, LOTS))).copies == 2


def test_who_moves_leaves_the_hand_and_is_dealt_another() -> None:
    before = seated(6, "lang")
    after = with_all(before, MoveSeat(ANNA, T2, LOTS))
    assert table(after).discards == hand(before, ANNA)
    assert ANNA not in table(after).hands
    assert len(hand(after, ANNA)) == 6


def test_hands_are_filled_when_the_round_ends_from_the_pile_first() -> None:
    before = in_phase(Phase.LOOKBACK)
    after = with_all(before, EndRound(ANNA, R1, LOTS))
    first = next(card for card in table(before).pile if card[0] == "A")
    assert hand(after, BAS) == (*hand(before, BAS), first)
    assert len(table(after).pile) == len(table(before).pile) - 3


def test_with_an_empty_pile_hands_are_filled_from_the_discards() -> None:
    two = with_all(in_phase(Phase.LOOKBACK, 3), take_seat(PEOPLE[3]), Leave(PEOPLE[3], LOTS))
    before = with_all(two, without_pile(table(two)))
    after = with_all(before, EndRound(ANNA, R1, LOTS))
    assert of_boards(table(after), BAS) == {"A": 2, "B": 2, "C": 2}


def test_a_card_just_played_does_not_come_back_at_once() -> None:
    before = in_phase(Phase.LOOKBACK, 3)
    given_by_bas = next(card.tactic for card in round_(before).played if card.giver == BAS)
    only = with_all(before, only_pile(table(before), given_by_bas))
    after = with_all(only, EndRound(ANNA, R1, LOTS))
    assert of_boards(table(after), BAS)["A"] == 1
    assert given_by_bas in table(after).pile


def test_the_cards_of_a_round_go_to_the_discards_after_the_hands_are_filled() -> None:
    before = in_phase(Phase.LOOKBACK)
    played = [card.tactic for card in round_(before).played]
    after = with_all(before, EndRound(ANNA, R1, LOTS))
    assert list(table(after).discards) == played
    assert round_(after).played == ()


def test_who_played_nothing_keeps_the_hand() -> None:
    before = telling(3)
    ended = before
    while round_(ended).phase is not Phase.DONE:
        ended = with_all(ended, let_go_on(ended))
    assert hand(ended, BAS) == hand(before, BAS)


def without_pile(of: Table) -> CardsDealt:
    return CardsDealt(T1, of.copies, {}, (), (*of.discards, *of.pile))


def only_pile(of: Table, card: TacticId) -> CardsDealt:
    return CardsDealt(T1, of.copies, {}, (card,), ())

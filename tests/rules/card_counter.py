"""Counts the cards of a table by itself, sharing nothing with how the rules deal."""

from collections import Counter

from speelruimte.rules.cards import Deck
from speelruimte.rules.words import BoardId, SeatId, TacticId
from speelruimte.rules.workshop import Table


def cards_on(table: Table) -> Counter[TacticId]:
    """Count every card that lies or is held at a table."""
    counted: Counter[TacticId] = Counter()
    counted.update(table.pile)
    counted.update(table.discards)
    for hand in table.hands.values():
        counted.update(hand)
    for one in table.rounds:
        counted.update(card.tactic for card in one.played)
    return counted


def cards_there_should_be(deck: Deck, copies: int) -> Counter[TacticId]:
    return Counter({tactic.id: copies for tactic in deck.tactics if copies})


def copies_there_should_be(deck: Deck, seats: int) -> int:
    """Try one copy, two copies, … until the smallest board has enough for all hands and the plays of a round."""
    copies = 1
    while any(copies * len(deck.on_board(board.id)) < 2 * seats + seats - 1 for board in deck.boards):
        copies += 1
    return copies


def held_twice(table: Table) -> list[SeatId]:
    return [seat for seat, hand in table.hands.items() if len(set(hand)) < len(hand)]


def could_get(deck: Deck, table: Table, seat: SeatId, board: BoardId) -> set[TacticId]:
    """Return what pile and discards hold of a board that this seat neither holds nor just played."""
    lying = {*table.pile, *table.discards}
    just_played = {card.tactic for one in table.rounds for card in one.played if card.giver == seat}
    of_board = {card for card in lying if deck.tactic_of[card].board == board}
    return of_board - set(table.hands.get(seat, ())) - just_played


def short_boards(deck: Deck, table: Table, seat: SeatId) -> list[BoardId]:
    """Return the boards of which this hand has another number than two cards."""
    held = Counter(deck.tactic_of[card].board for card in table.hands.get(seat, ()))
    return [board.id for board in deck.boards if held[board.id] != 2]

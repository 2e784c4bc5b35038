"""Copies, hands and piles of one table. Every result is written down in `CardsDealt`."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from speelruimte.rules.cards import Deck
from speelruimte.rules.chance import Lots, shuffled
from speelruimte.rules.events import OfATable
from speelruimte.rules.words import BoardId, SeatId, TableId, TacticId
from speelruimte.rules.workshop import Table, Workshop

CARDS_OF_A_BOARD = 2


@dataclass(frozen=True, slots=True)
class CardsDealt(OfATable):
    """The cards of a table after a deal: the hands that changed, and the whole pile and discards."""

    table: TableId
    copies: int
    hands: Mapping[SeatId, tuple[TacticId, ...]]
    pile: tuple[TacticId, ...]
    discards: tuple[TacticId, ...]

    def apply(self, workshop: Workshop) -> Workshop:
        table = workshop.tables[self.table]
        hands = {seat: hand for seat, hand in {**table.hands, **self.hands}.items() if seat in table.seats}
        changed = replace(table, copies=self.copies, hands=hands, pile=self.pile, discards=self.discards)
        return workshop.with_table(changed)


def copies_needed(deck: Deck, seats: int) -> int:
    """Return the smallest number with copies × cards of the smallest board ≥ 2 × seats + (seats − 1)."""
    smallest = min(len(deck.on_board(board.id)) for board in deck.boards)
    wanted = CARDS_OF_A_BOARD * seats + max(seats - 1, 0)
    return max(1, -(-wanted // smallest))


def with_enough_copies(deck: Deck, table: Table, lots: Lots) -> Table:
    """Return the table with the copies its seats need, the new ones shuffled into the pile. None is taken away."""
    copies = max(table.copies, copies_needed(deck, len(table.seats)))
    new = [tactic.id for tactic in deck.tactics] * (copies - table.copies)
    pile = shuffled([*table.pile, *new], lots) if new else table.pile
    return replace(table, copies=copies, pile=pile)


def first_that_fits(
    deck: Deck, cards: Iterable[TacticId], board: BoardId, avoid: Iterable[TacticId]
) -> TacticId | None:
    """Return the first card of a board that is not one of `avoid`."""
    refused = frozenset(avoid)
    return next((card for card in cards if deck.tactic_of[card].board == board and card not in refused), None)


def without(cards: tuple[TacticId, ...], card: TacticId) -> tuple[TacticId, ...]:
    """Return the cards with one copy of this card taken out."""
    at = cards.index(card)
    return cards[:at] + cards[at + 1 :]


def draw(deck: Deck, table: Table, board: BoardId, avoid: Iterable[TacticId]) -> tuple[TacticId | None, Table]:
    """Take a card of a board from the pile, or else from the discards, which must lie shuffled."""
    refused = tuple(avoid)
    card = first_that_fits(deck, table.pile, board, refused)
    if card is not None:
        return card, replace(table, pile=without(table.pile, card))
    card = first_that_fits(deck, table.discards, board, refused)
    if card is not None:
        return card, replace(table, discards=without(table.discards, card))
    return None, table


def filled(deck: Deck, table: Table, seat: SeatId, just_played: Iterable[TacticId] = ()) -> Table:
    """Return the table with the hand of this seat filled up to two cards of each board, as far as it goes."""
    avoid = tuple(just_played)
    for board in deck.boards:
        for _ in range(missing(deck, table, seat, board.id)):
            hand = table.hands.get(seat, ())
            card, table = draw(deck, table, board.id, (*hand, *avoid))
            if card is not None:
                table = replace(table, hands={**table.hands, seat: (*hand, card)})
    return table


def missing(deck: Deck, table: Table, seat: SeatId, board: BoardId) -> int:
    """Return how many cards of a board a hand is short of."""
    held = Counter(deck.tactic_of[card].board for card in table.hands.get(seat, ()))
    return max(0, CARDS_OF_A_BOARD - held[board])


def dealt(before: Table, after: Table) -> CardsDealt:
    """Return the event that turns the cards of `before` into those of `after`."""
    hands = {seat: hand for seat, hand in after.hands.items() if before.hands.get(seat) != hand}
    return CardsDealt(after.id, after.copies, hands, after.pile, after.discards)


def deal_to(deck: Deck, table: Table, seats: Iterable[SeatId], lots: Lots) -> CardsDealt:
    """Deal hands to these seats of a table, adding copies where the table has grown."""
    after = with_enough_copies(deck, table, lots)
    if after.copies == table.copies:
        after = replace(after, discards=shuffled(after.discards, lots))
    for seat in seats:
        after = filled(deck, after, seat)
    return dealt(table, after)

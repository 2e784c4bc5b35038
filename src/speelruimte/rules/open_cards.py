"""The cards that lie open in a round, and whether one of another board than the reflex is among them."""

from dataclasses import replace

from speelruimte.rules.words import BoardId, TacticId
from speelruimte.rules.workshop import BEFORE_REVEAL, Played, Round, Table, Workshop


def laid(one: Round, card: Played) -> Round:
    """Lay a card in a round, open when the round has been revealed. Who had passed has not any more."""
    opened = one.open if one.phase in BEFORE_REVEAL else (*one.open, card)
    return replace(one, played=(*one.played, card), open=opened, passed=one.passed - {card.giver})


def other_boards(workshop: Workshop, round_: Round) -> frozenset[BoardId]:
    """Return the boards other than that of the reflex; all of them without a reflex, or with a single board."""
    boards = workshop.deck.board_of.keys()
    reflex = workshop.deck.tactic_of[round_.reflex].board if round_.reflex else None
    return frozenset(boards - {reflex} or boards)


def from_another_board(workshop: Workshop, round_: Round) -> bool:
    """Tell whether a card lies open from another board than the reflex (without a reflex: any card)."""
    others = other_boards(workshop, round_)
    return any(workshop.deck.tactic_of[card.tactic].board in others for card in round_.open)


def another_board_is_left(workshop: Workshop, table: Table, round_: Round) -> bool:
    """Tell whether the pile or somebody's hand still has a card from another board than the reflex."""
    others = other_boards(workshop, round_)
    hands = (card for seat, hand in table.hands.items() if seat != round_.owner for card in hand)
    return any(workshop.deck.tactic_of[card].board in others for card in (*table.pile, *table.discards, *hands))


def open_tactics(round_: Round) -> frozenset[TacticId]:
    """Return the cards the owner may choose from: all that lie open, and the own reflex."""
    reflex = () if round_.reflex is None else (round_.reflex,)
    return frozenset((*(card.tactic for card in round_.open), *reflex))

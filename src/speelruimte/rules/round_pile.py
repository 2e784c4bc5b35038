"""The pile that plays along: it turns a card where too few lie open, or none from another board than the reflex."""

from collections import Counter
from dataclasses import dataclass, replace

from speelruimte.rules.cards import Board
from speelruimte.rules.chance import Lots, shuffled
from speelruimte.rules.dealing import first_that_fits, without
from speelruimte.rules.events import Event, OfATable
from speelruimte.rules.open_cards import from_another_board, laid, open_tactics, other_boards
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.round_flow import must_be_phase, open_round, with_changed
from speelruimte.rules.words import BoardId, RoundId, SeatId, TableId, TacticId
from speelruimte.rules.workshop import Phase, Played, Round, Table, Workshop

ENOUGH_OPEN = 3


@dataclass(frozen=True, slots=True)
class PileCardTurned(OfATable):
    """The pile played along: its card lies open. Pile and discards are written down as they are now."""

    table: TableId
    round: RoundId
    tactic: TacticId
    pile: tuple[TacticId, ...]
    discards: tuple[TacticId, ...]

    def apply(self, workshop: Workshop) -> Workshop:
        table = replace(workshop.tables[self.table], pile=self.pile, discards=self.discards)
        card = Played(self.tactic, None, None)
        return with_changed(workshop.with_table(table), self.table, self.round, lambda one: laid(one, card))


@dataclass(frozen=True, slots=True)
class TurnPileCard:
    """Let the pile play along ("De stapel speelt mee"): turn the top card of the board that is seen least."""

    seat: SeatId
    round: RoundId
    lots: Lots

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_ = open_round(workshop, self.seat, self.round)
        must_be_phase(round_, Phase.REVEAL)
        if not pile_may_play(workshop, round_):
            raise Refused(Reason.NOT_THIS_PHASE, fase=round_.phase.value)
        return [turned_from_pile(workshop, table, round_, self.lots)]


def pile_may_play(workshop: Workshop, round_: Round) -> bool:
    """Tell whether the pile may add a card: fewer than three lie open, or none from another board."""
    return few_open(round_) or not from_another_board(workshop, round_)


def few_open(round_: Round) -> bool:
    """Tell whether fewer than three cards lie open; a tactic from two givers is one card."""
    return len({card.tactic for card in round_.open}) < ENOUGH_OPEN


def pile_has_more(workshop: Workshop, table: Table, round_: Round) -> bool:
    """Tell whether pile or discards have a card that the pile may play."""
    boards, shown = least_seen(workshop, round_), open_tactics(round_)
    lying = (card for card in (*table.pile, *table.discards) if card not in shown)
    return any(workshop.deck.tactic_of[card].board in boards for card in lying)


def turned_from_pile(workshop: Workshop, table: Table, round_: Round, lots: Lots) -> PileCardTurned:
    """Return the card that the pile plays; raise Refused when no card of any board is left."""
    discards = shuffled(table.discards, lots)
    shown = open_tactics(round_)
    for board in least_seen(workshop, round_):
        card = first_that_fits(workshop.deck, table.pile, board, shown)
        if card is not None:
            return PileCardTurned(table.id, round_.id, card, without(table.pile, card), table.discards)
        card = first_that_fits(workshop.deck, discards, board, shown)
        if card is not None:
            return PileCardTurned(table.id, round_.id, card, table.pile, without(discards, card))
    raise Refused(Reason.CARD_UNKNOWN)


def least_seen(workshop: Workshop, round_: Round) -> list[BoardId]:
    """Return the boards from which the pile may play, the least seen first, that of the reflex last while it must be.

    With three cards open only another board than that of the reflex may follow.
    """
    tactic_of, others = workshop.deck.tactic_of, other_boards(workshop, round_)
    reflex = [round_.reflex] if round_.reflex else []
    seen = Counter(tactic_of[card].board for card in (*(card.tactic for card in round_.open), *reflex))
    other_first = not from_another_board(workshop, round_)

    def rank(board: Board) -> tuple[bool, int]:
        return other_first and board.id not in others, seen[board.id]

    return [board.id for board in sorted(workshop.deck.boards, key=rank) if few_open(round_) or board.id in others]

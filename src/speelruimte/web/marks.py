"""What lies on the fields of the boards: of one round, or of the harvest of all tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from speelruimte.rules.view.harvest import HarvestView
from speelruimte.rules.view.table import OpenCard, RoundView
from speelruimte.rules.words import TacticId

PLAYED, REFLEX, MOVE, DROPPED = "played", "reflex", "move", "dropped"


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece on a field: the initial of a giver or the number of a table, and how it came there."""

    label: str
    kind: str


Marks = dict[TacticId, tuple[Placed, ...]]


def of_round(round_: RoundView | None) -> Marks:
    """Return the pieces of the cards that lie open; none before the reveal."""
    cards = round_.cards if round_ else ()
    return {card.tactic: tuple(pieces(card, round_.owner_initial)) for card in cards if round_}


def pieces(card: OpenCard, owner: str) -> Iterator[Placed]:
    """Give a piece for each giver, and a hollow one for the owner's reflex. The first piece carries the choice."""
    chosen = MOVE if card.is_move else DROPPED if card.is_dropped else PLAYED
    for at, gift in enumerate(card.gifts):
        yield Placed(gift.initial, PLAYED if at else chosen)
    if card.is_reflex:
        yield Placed(owner, REFLEX)
    if not card.gifts and chosen != PLAYED:
        yield Placed(owner, chosen)


def of_harvest(harvest: HarvestView) -> Marks:
    """Return the number of a table for each time a card lay open there."""
    return {
        one.tactic: tuple(Placed(str(number), PLAYED) for number in one.tables) for one in harvest.tactics if one.tables
    }

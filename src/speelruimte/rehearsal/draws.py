"""What the rules take from outside, drawn by seeded chance: ids, words and lots."""

from collections.abc import Sequence
from random import Random

from speelruimte.rules.chance import Lots
from speelruimte.rules.dealing import copies_needed
from speelruimte.rules.seating import LARGEST_TABLE
from speelruimte.rules.words import Words, WordsId
from speelruimte.rules.workshop import Workshop


def new_id(chance: Random) -> str:
    return f"{chance.getrandbits(64):016x}"


def written(chance: Random, text: str) -> Words:
    return Words(WordsId(new_id(chance)), text)


def one_of(chance: Random, texts: Sequence[str]) -> Words:
    """Return one of these sentences, as somebody wrote it."""
    return written(chance, chance.choice(texts))


def lots(workshop: Workshop, chance: Random) -> Lots:
    """Return as many lots as any one shuffle in this workshop can need."""
    cards = copies_needed(workshop.deck, LARGEST_TABLE) * len(workshop.deck.tactics)
    return tuple(chance.random() for _ in range(max(cards, len(workshop.dilemmas))))

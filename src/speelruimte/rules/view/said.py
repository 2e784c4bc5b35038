"""Words and names as others see them: hidden ones and erased ones show only that they are gone."""

from collections import Counter
from dataclasses import dataclass

from speelruimte.rules.words import SeatId, Words, WordsId
from speelruimte.rules.workshop import Dilemma, Workshop

HIDDEN = "verborgen"
ERASED = "gewist"


@dataclass(frozen=True, slots=True)
class Said:
    """A text to show. When it is gone `text` is empty and `gone` says how."""

    id: WordsId
    text: str
    gone: str = ""


def said(workshop: Workshop, words: Words | None) -> Said | None:
    """Return the words as everybody may see them, or None when nothing was written."""
    if words is None:
        return None
    if words.id in workshop.hidden:
        return Said(words.id, "", HIDDEN)
    if words.text is None:
        return Said(words.id, "", ERASED)
    return Said(words.id, words.text)


def name_of(workshop: Workshop, seat: SeatId | None) -> str:
    """Return the name of a seat; empty when it is hidden, erased or nobody's."""
    found = workshop.seats.get(seat) if seat else None
    shown = said(workshop, found.name) if found else None
    return shown.text if shown else ""


def dilemma_text(workshop: Workshop, dilemma: Dilemma) -> Said:
    """Return the text of a dilemma: somebody's own words, or an example of the deck."""
    shown = said(workshop, dilemma.words)
    if shown is not None:
        return shown
    example = workshop.deck.example_of.get(dilemma.example or "")
    return Said(WordsId(dilemma.id), example.text if example else "", "" if example else ERASED)


def initials(names: dict[SeatId, str]) -> dict[SeatId, str]:
    """Return the first letter of each name, or two where one letter stands for more than one person."""
    first = {seat: name.strip()[:1].upper() or "?" for seat, name in names.items()}
    often = Counter(first.values())
    return {seat: one if often[one] == 1 else names[seat].strip()[:2].title() for seat, one in first.items()}

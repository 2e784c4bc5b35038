"""Small pieces of the told text: names, quotes and headings."""

from speelruimte.rules.words import DilemmaId, SeatId, TableId, TacticId, Words
from speelruimte.rules.workshop import Workshop

WIDTH = 72


def titled(text: str) -> str:
    """Return a heading with a line behind it."""
    return f"── {text} ".ljust(WIDTH, "─")


def in_quotes(text: str) -> str:
    return f"“{text}”"


def quoted(words: Words | None, before: str = " ") -> str:
    """Return what somebody wrote, in quotes and after this; nothing when the field stayed empty."""
    return f"{before}{in_quotes(words.text)}" if words and words.text else ""


def name(workshop: Workshop, seat: SeatId | None) -> str:
    return workshop.seats[seat].name.text or "Iemand" if seat else "De stapel"


def table_name(workshop: Workshop, table: TableId) -> str:
    return f"Tafel {workshop.tables[table].number}"


def tactic(workshop: Workshop, card: TacticId) -> str:
    """Return the name of a card and its board."""
    found = workshop.deck.tactic_of[card]
    return f"{found.name} ({workshop.deck.board_of[found.board].name})"


def dilemma(workshop: Workshop, which: DilemmaId) -> str:
    """Return the text of a dilemma, written or picked."""
    found = workshop.dilemmas[which]
    example = workshop.deck.example_of.get(found.example or "")
    text = found.words.text if found.words else example.text if example else None
    return in_quotes(text or "…")

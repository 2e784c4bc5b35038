"""Decks of cards: data for the rules, read from a folder."""

from speelruimte.decks.build import space_question
from speelruimte.decks.problems import DeckProblems, Problem
from speelruimte.decks.read import own_deck, read_deck
from speelruimte.decks.shape import export_schema

__all__ = ["DeckProblems", "Problem", "export_schema", "own_deck", "read_deck", "space_question"]

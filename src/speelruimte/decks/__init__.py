"""Decks of cards: data for the rules, read from a folder."""

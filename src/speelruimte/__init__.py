"""Speelruimte: room to play, room to act."""

__version__ = "0.1.0"

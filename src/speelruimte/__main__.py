"""Runs the command line: python -m speelruimte."""

from speelruimte.cli import app

app()

"""Moments of rehearsed workshops, and pages to look at them with."""

from collections.abc import Iterator
from functools import cache

from speelruimte.app import build
from speelruimte.decks.read import own_deck
from speelruimte.rehearsal.play import rehearse
from speelruimte.rules.events import evolve
from speelruimte.rules.workshop import Workshop
from speelruimte.settings import Settings
from speelruimte.web.render import Pages

COMPANIES = [("kort", 2), ("kort", 6), ("workshop", 16), ("dagdeel", 9)]
EVERY = 30  # events between two moments; more would only take longer


@cache
def pages() -> Pages:
    return build(Settings(database=":memory:")).site.pages


@cache
def moments(format_id: str, people: int, seed: int = 7) -> tuple[Workshop, ...]:
    """Return the states worth a look: each change of step, stage, question or end, and every so many events."""
    return tuple(worth_a_look(format_id, people, seed))


def worth_a_look(format_id: str, people: int, seed: int) -> Iterator[Workshop]:
    workshop = Workshop(own_deck())
    before: object = None
    for happened in rehearse(workshop.deck, format_id, people, seed):
        workshop = evolve(workshop, happened)
        now = (workshop.step_id, workshop.stage, workshop.closed, workshop.ended, workshop.spotlight)
        if workshop.seats and (now != before or workshop.version % EVERY == 0):
            yield workshop
        before = now

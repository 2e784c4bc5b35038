"""Every page draws at every moment of any play: people who come and go, and a facilitator who does as they like."""

import asyncio
from collections.abc import Iterator
from random import Random

import pytest

from speelruimte.app import build
from speelruimte.decks.read import own_deck
from speelruimte.rules.people import Leave
from speelruimte.rules.words import SeatId, WorkshopId
from speelruimte.rules.workshop import Role, Workshop
from speelruimte.settings import Settings
from speelruimte.web import beamer, console, table, translate
from speelruimte.web.access import Caller, Pass
from speelruimte.web.site import Site
from tests.given import with_all
from tests.rules.any_play import AnyPlay, begin
from tests.rules.situations import LOTS

pytestmark = pytest.mark.plays

MOVES = 60
PLAYS = 12


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    translate.speak("nl")
    built = build(Settings(database=":memory:"))
    yield built.site
    asyncio.run(built.site.live.close())


def draw_all(site: Site, workshop: Workshop) -> None:
    """Draw the page of everybody who takes part, of the facilitator, and of the big screen."""

    def caller(role: Role, seat: str = "") -> Caller:
        return Caller(site, WorkshopId("w"), workshop, role, SeatId(seat), Pass("key"))

    for seat in workshop.here:
        table.draw(caller(Role.SEAT, seat.id))
    console.draw(caller(Role.FACILITATOR))
    beamer.draw(caller(Role.BEAMER))


def some_play(seed: int) -> Iterator[AnyPlay]:
    """Give a random play after each of its moves."""
    chance = Random(seed)
    format_id = chance.choice(("kort", "workshop", "dagdeel"))
    play = begin(own_deck(), format_id, chance.randint(1, 9), None)
    for _ in range(MOVES):
        play.move(chance.getrandbits(32))
        yield play


@pytest.mark.parametrize("seed", range(PLAYS))
def test_every_page_draws_at_every_moment(site: Site, seed: int) -> None:
    for play in some_play(seed):
        draw_all(site, play.workshop)
        for seat in play.chance.sample(play.workshop.here, min(1, len(play.workshop.here))):
            draw_all(site, with_all(play.workshop, Leave(seat.id, LOTS)))

"""Pages of a workshop show the cards of the deck that it is played with, whatever deck the server has now."""

from pathlib import Path

import pytest

from speelruimte.app import Parts, build
from speelruimte.decks.read import read_deck
from speelruimte.rehearsal.play import rehearse
from speelruimte.rules.events import evolve
from speelruimte.rules.words import SeatId, WorkshopId
from speelruimte.rules.workshop import Role, Workshop
from speelruimte.settings import Settings
from speelruimte.web import beamer, console, table
from speelruimte.web.access import Caller, Pass
from tests.web.room import Room

SMALL = Path(__file__).parent.parent / "decks" / "small"
pytestmark = [pytest.mark.anyio, pytest.mark.plays]


@pytest.fixture
def settings() -> Settings:
    return Settings(database=":memory:", deck=str(SMALL))


def looking(parts: Parts, workshop: Workshop, seat: str = "") -> Caller:
    return Caller(parts.site, WorkshopId("w"), workshop, Role.SEAT, SeatId(seat), Pass("k"))


async def test_a_workshop_with_other_boards_is_drawn_to_its_end(parts: Parts) -> None:
    """Two boards of three and five cards, in English: nothing on a page counts on three boards of eight."""
    deck = read_deck(SMALL)
    workshop = Workshop(deck)
    for happened in rehearse(deck, "short", 4, 3):
        workshop = evolve(workshop, happened)
        pages = [table.draw(looking(parts, workshop, seat)) for seat in workshop.seats]
        pages += [console.draw(looking(parts, workshop)), beamer.draw(looking(parts, workshop))]
        assert all("Politiek" not in page for page in pages)


async def test_a_workshop_begun_with_our_deck_keeps_it_when_the_server_gets_another(tmp_path: Path) -> None:
    database = str(tmp_path / "speelruimte.db")
    first = build(Settings(database=database))
    room = await Room.begun(first)
    await room.join("Anna")
    await room.open("borden")
    await first.site.live.close()
    later = build(Settings(database=database, deck=str(SMALL)))
    workshop = await later.site.live.state(room.id)
    assert workshop is not None
    page = table.draw(looking(later, workshop, next(iter(workshop.seats))))
    assert "Politiek" in page
    await later.site.live.close()

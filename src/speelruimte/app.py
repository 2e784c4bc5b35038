"""Puts the parts together; the only file that knows them all."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware

from speelruimte.decks.read import own_deck, read_deck
from speelruimte.live import clock
from speelruimte.live.change import Live, Rules
from speelruimte.live.erasing import keep_erasing
from speelruimte.live.presence import Presence
from speelruimte.live.watchers import Watchers
from speelruimte.organiser import organiser_key
from speelruimte.rules.absence import NotePresence
from speelruimte.rules.cards import Deck
from speelruimte.rules.game import EVENTS, Happened, evolve, fold
from speelruimte.rules.words import SeatId, WorkshopId
from speelruimte.rules.workshop import Workshop
from speelruimte.settings import Settings
from speelruimte.store import open_store
from speelruimte.store.codec import Codec
from speelruimte.store.event_store import Broken
from speelruimte.web.assets import Assets
from speelruimte.web.attempts import Attempts
from speelruimte.web.errors import HANDLERS
from speelruimte.web.render import Pages
from speelruimte.web.routes import routes
from speelruimte.web.security import Guard
from speelruimte.web.site import Site

log = structlog.get_logger()
LOCAL = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Parts:
    """A server that is ready to listen: the application, and what ends its open pages."""

    app: Starlette
    site: Site
    watchers: Watchers


def build(settings: Settings) -> Parts:
    """Return the parts of a server; raises CannotOpen when the store cannot be opened, DeckProblems for a wrong deck."""
    shelf = Shelf(settings.deck)
    deck = shelf.now
    watchers = Watchers()
    codec: Codec[object] = Codec(EVENTS)
    live = Live(open_store(settings.database), Rules(fold, evolve, Happened, codec), shelf, watchers)
    presence = Presence(lambda workshop, seat, away: note_presence(live, workshop, seat, away=away))
    assets = Assets()
    site = Site(
        live=live,
        deck=deck,
        presence=presence,
        pages=Pages(deck, assets),
        attempts=Attempts(),
        secure=not settings.lan,
        open_house=settings.lan or (settings.host in LOCAL and not settings.public_address),
        organiser_key=organiser_key(settings),
        public_address=settings.public_address.rstrip("/"),
        now=clock.now,
    )
    app = Starlette(
        routes=list(routes(assets)),
        exception_handlers=HANDLERS,
        middleware=[guard(settings)],
        lifespan=Lifespan(site, codec),
    )
    app.state.site = site
    return Parts(app, site, watchers)


def guard(settings: Settings) -> Middleware:
    """Return the layer that checks every request; a browser may keep https only where that is the address."""
    public = settings.public_address.rstrip("/")
    return Middleware(
        Guard, public_address=public, strict_transport=public.startswith("https://"), secure=not settings.lan
    )


class Shelf:
    """The decks this server knows. A workshop goes on with the deck it was begun with, or the nearest that is left."""

    def __init__(self, folder: str) -> None:
        own = own_deck()
        self.now = read_deck(Path(folder)) if folder else own
        self._decks = (self.now, own)

    def __call__(self, id_: str, version: str, digest: str) -> Deck:
        exact = [deck for deck in self._decks if (deck.id, deck.version, deck.digest) == (id_, version, digest)]
        if exact:
            return exact[0]
        used = next((deck for deck in self._decks if deck.id == id_), self.now)
        log.warning("other-deck", wanted=f"{id_} {version}", used=f"{used.id} {used.version}")
        return used


async def note_presence(live: Live[Workshop], workshop: WorkshopId, seat: SeatId, *, away: bool) -> None:
    await live.change(workshop, NotePresence(seat, away))


@dataclass(frozen=True, slots=True)
class Lifespan:
    """What runs beside the pages: noticing who is away, erasing what is due, and at first compiling the templates."""

    site: Site
    codec: Codec[object]

    def __call__(self, app: Starlette) -> contextlib.AbstractAsyncContextManager[None]:
        del app
        return self._running()

    @contextlib.asynccontextmanager
    async def _running(self) -> AsyncIterator[None]:
        await self.codec.check_kinds(self.site.live.store)
        await self._expect_everybody()
        beside = [
            asyncio.create_task(self.site.presence.keep_looking()),
            asyncio.create_task(keep_erasing(self.site.live, self.site.presence.forget)),
            asyncio.create_task(self.site.pages.get_ready()),
        ]
        try:
            yield
        finally:
            for task in beside:
                task.cancel()
            await asyncio.gather(*beside, return_exceptions=True)
            await self.site.live.close()

    async def _expect_everybody(self) -> None:
        """Give who was there before a restart the time to come back."""
        today = clock.today().isoformat()
        for row in await self.site.live.store.workshops():
            try:
                workshop = await self.site.live.state(row.id) if row.erase_on > today else None
            except Broken:
                log.warning("broken-workshop", workshop=row.id)
                continue  # the others go on
            if workshop is not None and not workshop.ended:
                self.site.presence.expect(row.id, [seat.id for seat in workshop.here if seat.present])

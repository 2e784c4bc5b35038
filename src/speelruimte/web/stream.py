"""Keeps an open page current. Plain ASGI: one small coroutine per page that waits for a version and sends it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

from speelruimte.live.watchers import Watcher
from speelruimte.rules.words import TableId
from speelruimte.rules.workshop import Workshop
from speelruimte.web import translate
from speelruimte.web.access import Caller, NotSignedIn, NoWorkshop, Place, caller, key_of

DIGITS = 12  # of a version; longer is not one of ours
HEARTBEAT = 15.0  # seconds; proxies cut what is silent for longer
# Seconds between two frames. Console and beamer show every table, so each move concerns them: the first change is
# shown at once, what follows within this time goes together. A phone never waits.
REST = {Place.CONSOLE: 0.5, Place.BEAMER: 0.5}
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"x-accel-buffering", b"no"),
]
Draw = Callable[[Caller], str]
SIGNED_OUT = b"event: afgemeld\ndata: afgemeld\n\n"
# An event and not a comment, so that a page can tell a silent line from a dead one.
BEAT = b"event: tik\ndata: tik\n\n"
RECONNECT = b"retry: 500\n\n"


class Stream:
    """The stream of one kind of page. `draw` makes its live part for one caller."""

    def __init__(self, place: Place, draw: Draw) -> None:
        self._place = place
        self._draw = draw

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = HTTPConnection(scope)
        try:
            who = await caller(connection, connection.path_params["workshop"], self._place)
        except (NotSignedIn, NoWorkshop):
            await send_all(send, SIGNED_OUT)
            return
        translate.speak(who.carried.language)
        sitting = Sitting(who)
        with who.site.live.watchers.watch(who.id, lambda: sitting.table) as watcher:
            gone = asyncio.ensure_future(until_gone(receive, watcher))
            try:
                await self._follow(who, sitting, watcher, send, shown_before(connection))
            finally:
                gone.cancel()

    async def fragment(self, request: Request) -> Response:
        """Return the live part alone, for a page whose stream does not come through."""
        who = await caller(request, request.path_params["workshop"], self._place)
        translate.speak(who.carried.language)
        if who.seat:
            await who.site.presence.seen(who.id, who.seat)
        return HTMLResponse(self._draw(who), headers={"x-version": str(who.workshop.version)})

    async def _follow(self, who: Caller, sitting: "Sitting", watcher: Watcher, send: Send, shown: int) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await send(body(RECONNECT))
        async with present(who):
            async for frame in self._frames(who, sitting, watcher, shown):
                await send(body(frame))
        await send(body(b"", more=False))

    async def _frames(self, who: Caller, sitting: "Sitting", watcher: Watcher, shown: int) -> AsyncIterator[bytes]:
        """Yield the newest view whenever it differs from the last one; a heartbeat in silence."""
        drawn = ""
        while True:
            workshop = await who.site.live.state(who.id)
            if workshop is None or key_of(workshop, who.carried, self._place) is None:
                yield SIGNED_OUT
                return
            if workshop.version > shown:
                fresh = self._draw(Caller(who.site, who.id, workshop, who.role, who.seat, who.carried))
                shown = workshop.version
                sitting.look(workshop)
                if fresh != drawn:
                    drawn = fresh
                    yield frame(shown, fresh)
                if self._place in REST:
                    await asyncio.sleep(REST[self._place])
            async for beat in beats(watcher, shown):
                yield beat
            if await watcher.newer_than(shown) is None:
                return


async def beats(watcher: Watcher, shown: int) -> AsyncIterator[bytes]:
    """Yield a heartbeat each time nothing happened for a while, until something did."""
    while True:
        try:
            async with asyncio.timeout(HEARTBEAT):
                await watcher.newer_than(shown)
        except TimeoutError:
            yield BEAT
        else:
            return


class Sitting:
    """At which table the person of a page sits; looked up again whenever the page is drawn."""

    def __init__(self, who: Caller) -> None:
        self._seat = who.seat
        self.table: TableId | None = None
        self.look(who.workshop)

    def look(self, workshop: Workshop) -> None:
        seat = workshop.seats.get(self._seat)
        self.table = seat.table if seat else None


def present(who: Caller) -> AbstractAsyncContextManager[None]:
    """Count this page as a sign of life of its seat."""
    return who.site.presence.page(who.id, who.seat) if who.seat else nobody()


@asynccontextmanager
async def nobody() -> AsyncIterator[None]:
    yield


async def until_gone(receive: Receive, watcher: Watcher) -> None:
    """End the page when its browser has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
    watcher.end()


def shown_before(connection: HTTPConnection) -> int:
    """Return the version that the page shows already: from its last frame, or from the page itself."""
    told = connection.headers.get("last-event-id") or connection.query_params.get("na") or "0"
    return int(told) if told.isascii() and told.isdigit() and len(told) <= DIGITS else 0


def frame(version: int, html: str) -> bytes:
    """Return one message: its version as id, its HTML as data, line by line."""
    data = html.replace("\r", "").replace("\n", "\ndata: ")
    return f"id: {version}\ndata: {data}\n\n".encode()


def body(part: bytes, *, more: bool = True) -> dict[str, object]:
    return {"type": "http.response.body", "body": part, "more_body": more}


async def send_all(send: Send, part: bytes) -> None:
    """Answer with one message and close."""
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    await send(body(part, more=False))

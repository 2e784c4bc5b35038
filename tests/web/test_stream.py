"""Open pages stay current: over a real connection, to a real server."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from speelruimte.app import Parts
from speelruimte.live.serving import Server
from speelruimte.serving import server
from speelruimte.settings import Settings
from speelruimte.web import stream
from speelruimte.web.access import Pass, Place
from tests.web.room import Room, Visitor

pytestmark = pytest.mark.anyio


@dataclass
class Serving:
    parts: Parts
    port: int
    task: asyncio.Task[None]
    stop: asyncio.Event = field(default_factory=asyncio.Event)


@pytest.fixture
async def serving(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Serving]:
    monkeypatch.setattr("speelruimte.live.serving.calm_collector", lambda: None)
    monkeypatch.setattr(stream, "HEARTBEAT", 0.05)
    made = server(Settings(database=":memory:", port=0), parts)
    made.config.lifespan = "off"
    made.config.load()
    task = asyncio.ensure_future(made._serve())
    while not made.started:  # noqa: ASYNC110  uvicorn has no event for it
        await asyncio.sleep(0.01)
    running = Serving(parts, made.servers[0].sockets[0].getsockname()[1], task)
    stopping = asyncio.ensure_future(stop_when_asked(running.stop, made))
    yield running
    running.stop.set()
    await asyncio.gather(task, stopping)


async def stop_when_asked(asked: asyncio.Event, made: Server) -> None:
    await asked.wait()
    made.should_exit = True


@dataclass
class Message:
    id: int = 0
    event: str = ""
    data: str = ""


@dataclass
class Page:
    """An open stream, read as a browser reads it."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    head: str = ""

    async def next(self, *, beats: bool = False) -> Message | None:
        """Return the next message, or None when the stream has ended."""
        while True:
            found = Message()
            while line := (await self._line()):
                name, _, value = line.partition(": ")
                if name == "id":
                    found.id = int(value)
                elif name == "event":
                    found.event = value
                elif name == "data":
                    found.data += value + "\n"
            if line is None:
                return None
            if found.data and (beats or found.event != "tik"):
                return found

    async def _line(self) -> str | None:
        """Return a line of the stream without its end; the sizes of HTTP's chunks are no lines of it."""
        while True:
            raw = await self.reader.readline()
            if not raw or raw == b"0\r\n":
                return None
            if not raw.endswith(b"\r\n"):
                return raw.decode().rstrip("\n")


@asynccontextmanager
async def opened(serving: Serving, visitor: Visitor, shown: int = 0) -> AsyncIterator[Page]:
    reader, writer = await asyncio.open_connection("127.0.0.1", serving.port)
    cookies = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    writer.write(
        f"GET {visitor.at}/stream?na={shown} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\n\r\n".encode()
    )
    page = Page(reader, writer, (await reader.readuntil(b"\r\n\r\n")).decode())
    try:
        yield page
    finally:
        writer.close()


async def read_within(page: Page, seconds: float = 2) -> Message | None:
    async with asyncio.timeout(seconds):
        return await page.next()


async def test_a_page_is_sent_what_changed_with_rising_versions(serving: Serving, room: Room) -> None:
    anna = await room.join("Anna")
    versions = []
    async with opened(serving, anna) as page:
        assert "text/event-stream" in page.head
        assert "x-accel-buffering: no" in page.head
        assert "content-encoding" not in page.head
        for name in ("Bas", "Chaima", "Daan"):
            message = await read_within(page)
            assert message
            versions.append(message.id)
            await room.join(name)
        last = await read_within(page)
    assert last
    assert "Daan" in last.data
    assert [*versions, last.id] == sorted({*versions, last.id})
    assert last.id == await room.version()


async def test_a_page_that_is_current_is_sent_nothing(serving: Serving, room: Room) -> None:
    anna = await room.join("Anna")
    async with opened(serving, anna, shown=await room.version()) as page:
        with pytest.raises(TimeoutError):
            await read_within(page, 0.2)
        await room.join("Bas")
        message = await read_within(page)
    assert message
    assert message.id == await room.version()


async def test_a_slow_page_gets_the_newest_and_not_everything(serving: Serving, room: Room) -> None:
    anna = await room.join("Anna")
    async with opened(serving, anna) as page:
        await read_within(page)
        for number in range(50):
            await anna.send("naam", {"naam": f"Anna {number}"})
        seen: list[int] = []
        while not seen or seen[-1] < await room.version():
            message = await read_within(page)
            assert message
            seen.append(message.id)
    assert seen == sorted(set(seen))
    assert len(seen) <= 50


async def test_a_line_without_news_is_not_silent(serving: Serving, room: Room) -> None:
    anna = await room.join("Anna")
    async with opened(serving, anna, shown=await room.version()) as page, asyncio.timeout(2):
        beats = [await page.next(beats=True) for _ in range(3)]
    assert [beat.event for beat in beats if beat] == ["tik"] * 3


async def test_two_pages_of_one_seat_both_live(serving: Serving, room: Room) -> None:
    anna = await room.join("Anna")
    async with opened(serving, anna) as one, opened(serving, anna) as two:
        first, second = await read_within(one), await read_within(two)
        assert first
        assert first == second
        await room.join("Bas")
        assert await read_within(one) == await read_within(two)


async def test_coming_back_elsewhere_signs_the_open_page_out(serving: Serving, room: Room) -> None:
    anna = await room.join("Anna")
    code = Pass.read(next(iter(anna.cookies.values()))).code
    async with opened(serving, anna) as page:
        await read_within(page)
        await Visitor(room.parts).post("/", {"code": code})
        message = await read_within(page)
        assert message
        assert message.event == "afgemeld"
        assert await read_within(page) is None


async def test_being_removed_signs_the_open_page_out(serving: Serving, room: Room) -> None:
    anna = await room.join("Anna")
    async with opened(serving, anna) as page:
        await read_within(page)
        await room.facilitator.send("verwijder", {"plaats": await room.seat("Anna")})
        message = await read_within(page)
    assert message
    assert message.event == "afgemeld"


async def test_an_erased_workshop_signs_every_page_out(serving: Serving, room: Room) -> None:
    anna, beamer = await room.join("Anna"), await room.with_link(Place.BEAMER)
    async with opened(serving, anna) as page, opened(serving, beamer) as wall:
        await read_within(page)
        await read_within(wall)
        await room.parts.site.live.erase(room.id, "2099-01-01")
        assert await read_within(page) is None
        assert await read_within(wall) is None
    async with opened(serving, anna) as again:
        message = await read_within(again)
    assert message
    assert message.event == "afgemeld"


async def test_console_and_beamer_follow_too(serving: Serving, room: Room) -> None:
    beamer = await room.with_link(Place.BEAMER)
    async with opened(serving, room.facilitator) as console, opened(serving, beamer) as wall:
        await read_within(console)
        await read_within(wall)
        await room.join("Anna")
        for page in (console, wall):
            message = await read_within(page)
            assert message
            assert message.id == await room.version()


async def test_a_closed_page_is_no_longer_counted(serving: Serving, room: Room) -> None:
    anna = await room.join("Anna")
    async with opened(serving, anna) as page:
        await read_within(page)
        assert serving.parts.watchers.count() == 1
    async with asyncio.timeout(2):
        while serving.parts.watchers.count():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_a_stop_takes_less_than_two_seconds(serving: Serving, room: Room) -> None:
    anna = await room.join("Anna")
    async with opened(serving, anna) as page:
        await read_within(page)
        asked = time.monotonic()
        serving.stop.set()
        assert await read_within(page) is None
        await serving.task
    assert time.monotonic() - asked < 2


@pytest.mark.parametrize("shown", ["-1", "x", "9" * 30, "1e3", "٣"])
async def test_a_version_that_is_none_is_nought(room: Room, shown: str) -> None:
    anna = await room.join("Anna")
    _, body = await anna.first_bytes(f"stream?na={shown}")
    assert b"id: " in body

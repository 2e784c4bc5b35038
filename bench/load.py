"""The load: whole rooms of people who join, open their pages, and play at a pace."""

import asyncio
import time
from dataclasses import dataclass
from itertools import islice
from random import Random

import apsw

from bench.asking import Client
from bench.pages import Page
from bench.process import Process
from bench.room import PLAYING, Room, begun
from speelruimte.rules.words import SeatId, TableId
from speelruimte.rules.workshop import Workshop

AT_ONCE = 50  # pages that open at the same time
MOST_HURRIED = 12  # moves that a table may be ahead of another when the measuring begins
AFTER_LAST = 1.0  # seconds for the last frames to come


@dataclass(frozen=True, slots=True)
class Shape:
    """How many people in how many workshops; every table moves once in `interval` seconds."""

    name: str
    workshops: int
    people: int
    seconds: float = 60.0
    interval: float = 5.0
    plenary: int = 0  # changes that everybody sees, at the end


@dataclass(frozen=True, slots=True)
class Sent:
    """One command, and the room as its sender knew it before and after."""

    room: Room
    table: TableId | None  # None: it concerns everybody
    id: str
    sent_at: float
    answered_at: float
    status: int
    version: int
    before: Workshop
    after: Workshop


@dataclass(frozen=True, slots=True)
class Pages:
    """The open pages of a room."""

    seats: dict[SeatId, Page]
    console: Page
    beamer: Page

    @property
    def all(self) -> list[Page]:
        return [*self.seats.values(), self.console, self.beamer]


async def filled_rooms(shape: Shape, process: Process, client: Client, chance: Random) -> list[Room]:
    """Begin the workshops, let everybody in, and let the tables begin to play."""
    db = apsw.Connection(str(process.database), flags=apsw.SQLITE_OPEN_READONLY)
    rooms = [await begun(client, db, Random(chance.random())) for _ in range(shape.workshops)]
    await asyncio.gather(*(filled(room, shape.people) for room in rooms))
    return rooms


async def filled(room: Room, people: int) -> None:
    for number in range(people):
        await room.join(number)
    await room.act("open-stap", stap=PLAYING)
    tables = room.catch_up().tables
    await asyncio.gather(*(hurried(room, table, room.chance.randint(0, MOST_HURRIED)) for table in tables))


async def hurried(room: Room, table: TableId, moves: int) -> None:
    """Play without pauses, so that each table is somewhere else in its round."""
    for _ in range(moves):
        await move(room, table)


async def opened(rooms: list[Room], port: int) -> list[Pages]:
    """Open every page of every room, some at a time."""
    pages = [pages_of(room, port) for room in rooms]
    waiting = (page for one in pages for page in one.all)
    while some := list(islice(waiting, AT_ONCE)):
        await asyncio.gather(*(page.open() for page in some))
    return pages


def pages_of(room: Room, port: int) -> Pages:
    seats = {seat: Page(port, f"/w/{room.id}/tafel", cookie) for seat, cookie in room.cookies.items()}
    console = Page(port, f"/w/{room.id}/console", room.console)
    return Pages(seats, console, Page(port, f"/w/{room.id}/beamer", room.beamer))


async def play(rooms: list[Room], shape: Shape) -> list[Sent]:
    """Let every table move at its own moments for as long as the shape says, and return what was sent."""
    until = time.perf_counter() + shape.seconds
    tables = [(room, table) for room in rooms for table in room.workshop.tables]
    sent = await asyncio.gather(*(keep_moving(room, table, shape.interval, until) for room, table in tables))
    await asyncio.sleep(AFTER_LAST)
    return [one for table in sent for one in table]


async def keep_moving(room: Room, table: TableId, interval: float, until: float) -> list[Sent]:
    """Move at a fixed pace from a moment of chance on, however long the answers take."""
    sent: list[Sent] = []
    at = time.perf_counter() + room.chance.uniform(0, interval)
    while at < until:
        await asyncio.sleep(at - time.perf_counter())
        sent += [one for one in [await move(room, table)] if one]
        at += interval
    return sent


async def move(room: Room, table: TableId) -> Sent | None:
    """Let somebody at a table do something, if there is anything to do."""
    chosen = room.choose(table)
    if chosen is None:
        return None
    seat, command = chosen
    before, id_, sent_at = room.workshop, f"{room.chance.getrandbits(96):024x}", time.perf_counter()
    answer = await room.give(seat, command, id_)
    answered_at = time.perf_counter()
    version = int(answer.headers.get("x-version", 0))
    return Sent(room, table, id_, sent_at, answered_at, answer.status, version, before, room.catch_up())


async def change_for_all(rooms: list[Room], shape: Shape) -> list[Sent]:
    """Let the facilitator pause and go on, which every page shows."""
    sent = []
    for number in range(shape.plenary):
        room = rooms[0]
        before, sent_at = room.catch_up(), time.perf_counter()
        answer = await room.act("pauze", pauze="nee" if number % 2 else "ja")
        answered_at, version = time.perf_counter(), int(answer.headers.get("x-version", 0))
        sent.append(Sent(room, None, "", sent_at, answered_at, answer.status, version, before, room.catch_up()))
        await asyncio.sleep(AFTER_LAST)
    return sent

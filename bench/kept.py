"""What must be true after a run: what was answered with "Bewaard" is on disk, and each page shows what is true."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import apsw

from bench.asking import Client
from bench.load import Pages, Sent
from bench.pages import Page
from speelruimte.store import sqlite_work
from speelruimte.store.event_store import verify

SAMPLE = 200  # pages to look at
COMMAND = "SELECT last FROM commands WHERE workshop = ? AND id = ?"


def lost(database: Path, kept: Sequence[Sent]) -> int:
    """Return how many commands were answered with a version and are not on disk with it; the server was killed."""
    db = apsw.Connection(str(database))
    for room in {one.room.id for one in kept}:
        verify(sqlite_work.rows(db, room, 0))
    found = [sqlite_work.one(db, COMMAND, one.room.id, one.id) for one in kept]
    db.close()
    return sum(row != (one.version,) for row, one in zip(found, kept, strict=True))


async def stale(client: Client, pages: Sequence[Pages]) -> int:
    """Return how many of a number of phones show something else than the server would draw for them now."""
    phones = [page for one in pages for page in one.seats.values()]
    some = phones[:: max(1, len(phones) // SAMPLE)]
    return sum(await asyncio.gather(*(is_stale(client, page) for page in some)))


async def is_stale(client: Client, page: Page) -> bool:
    now = await client.get(f"{page.address}/deel", page.cookie)
    return now.body.decode().split("\n") != page.html

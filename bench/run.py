"""One shape, measured: a fresh server and database, people who play, and what came of it."""

import gc
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

from bench.asking import Client
from bench.figures import (
    AllPages,
    bytes_per_update,
    saved,
    spread,
    to_last_page,
    to_saved,
    updates,
)
from bench.kept import lost, stale
from bench.load import Pages, Sent, Shape, change_for_all, filled_rooms, opened, play
from bench.process import Process
from bench.room import Room
from bench.watch import MOST, Watch

ATTEMPTS = 3
CONNECTIONS = 32
ON_DISK = "/var/tmp" if Path("/var/tmp").is_dir() else None  # noqa: S108  /tmp may be in memory
Run = dict[str, Any]


async def counted(shape: Shape, seed: int, core: int | None, attempts: int = ATTEMPTS) -> Run:
    """Return a run in which the load itself was on time; after these attempts the last one, which says so."""
    run: Run = {}
    for attempt in range(1, attempts + 1):
        run = await measured(shape, seed, core) | {"attempt": attempt}
        if run["counts"]:
            return run
        print(f"{shape.name}: the load was {run['own_lag_ms']} ms late, so attempt {attempt} does not count.")
    return run


async def measured(shape: Shape, seed: int, core: int | None) -> Run:
    with tempfile.TemporaryDirectory(dir=ON_DISK) as path, Process(Path(path), core) as process:
        async with Client(process.port, CONNECTIONS) as client:
            run, sent = await with_people(shape, seed, process, client)
        process.kill()
        return run | {"lost": lost(process.database, saved(sent))}


async def with_people(shape: Shape, seed: int, process: Process, client: Client) -> tuple[Run, list[Sent]]:
    """Fill the rooms, open the pages and play."""
    began = time.perf_counter()
    rooms = await filled_rooms(shape, process, client, Random(seed))
    without, filled = process.memory_kib(), time.perf_counter()
    pages = await opened(rooms, process.port)
    count = sum(len(one.all) for one in pages)
    setting_up = {
        "pages": count,
        "filled_seconds": round(filled - began, 1),
        "opened_seconds": round(time.perf_counter() - filled, 1),
        "kib_per_page": round((process.memory_kib() - without) / count, 1),
    }
    calm_collector()
    by_room = {room.id: one for room, one in zip(rooms, pages, strict=True)}
    played, sent = await playing(shape, process, rooms, by_room)
    at_the_end = {"stale": await stale(client, pages)}
    return asdict(shape) | setting_up | played | at_the_end, sent


async def playing(shape: Shape, process: Process, rooms: list[Room], pages: AllPages) -> tuple[Run, list[Sent]]:
    """Play for as long as the shape says, then let the facilitator change something for everybody."""
    async with Watch() as watch:
        cpu, waited, since = process.cpu_seconds(), process.waited_seconds(), time.perf_counter()
        sent = await play(rooms, shape)
        used, held_up = process.cpu_seconds() - cpu, process.waited_seconds() - waited
        run = moves(sent, pages) | per_command(sent, used) | sizes(list(pages.values()), since)
        late = watch.worst
    plenary = await change_for_all(rooms, shape)
    run |= {
        "cores_used": round(used / shape.seconds, 3),
        "held_up_share": round(held_up / shape.seconds, 3),
        "own_lag_ms": round(1000 * late, 1),
        "counts": late <= MOST,
        "plenary_ms": spread(to_last_page(plenary, pages)[0]),
    }
    return run, sent + [one for one in plenary if one.id]


def moves(sent: Sequence[Sent], pages: AllPages) -> Run:
    waits, never = to_last_page(sent, pages)
    return {
        "commands": len(sent),
        "refused": len(sent) - len(saved(sent)),
        "saved_ms": spread(to_saved(sent)),
        "last_page_ms": spread(waits),
        "never_came": never,
    }


def per_command(sent: Sequence[Sent], used: float) -> Run:
    return {"cpu_ms_per_command": round(1000 * used / max(1, len(sent)), 2)}


def sizes(pages: Sequence[Pages], since: float) -> Run:
    """Return the updates, and how many bytes one is on each kind of page."""
    every = [page for one in pages for page in one.all]
    seats = [page for one in pages for page in one.seats.values()]
    sized = {"phone": seats, "console": [one.console for one in pages], "beamer": [one.beamer for one in pages]}
    return {"updates": updates(every, since)} | {
        f"bytes_{kind}": bytes_per_update(of_kind, since) for kind, of_kind in sized.items()
    }


def calm_collector() -> None:
    """Keep our own garbage collection out of the figures."""
    gc.collect()
    gc.freeze()
    gc.disable()

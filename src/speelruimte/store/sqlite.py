"""A store in one SQLite file: one writing connection that commits whatever is waiting as one group."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import apsw

from speelruimte.rules.words import WorkshopId
from speelruimte.store import sqlite_file, sqlite_work
from speelruimte.store.event_store import (
    Appended,
    CannotOpen,
    CommandKey,
    Row,
    StoreError,
    Unavailable,
    Unknown,
    WorkshopRow,
    must_follow,
)
from speelruimte.store.worker import Job, Outcome, Worker


class SqliteStore:
    """An EventStore in a file. Nobody hears that something is stored before its COMMIT returned."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it; raises CannotOpen."""
        sqlite_file.check_engine()
        self._path = path
        self._lock = sqlite_file.take_lock(path)
        self._unclean = False
        try:
            self._writing: apsw.Connection | None = sqlite_file.connect(path)
            sqlite_file.migrate(self._writing)
            self._reading = sqlite_file.connect(path)
        except (apsw.Error, CannotOpen) as error:
            os.close(self._lock)
            raise error if isinstance(error, CannotOpen) else unreadable(path) from error
        self._writer = Worker("store-writer", self._write)
        self._reader = Worker("store-reader", self._read)

    async def append(
        self,
        workshop: WorkshopId,
        after: int,
        rows: Sequence[Row],
        *,
        command: CommandKey | None = None,
        keys: Sequence[str] = (),
        profile: WorkshopRow | None = None,
    ) -> Appended:
        must_follow(after, rows)
        entry = sqlite_work.Entry(workshop, after, rows, command, keys, profile)
        return await self._writer.do(entry.write)

    async def answered(self, workshop: WorkshopId, command: CommandKey) -> Appended | None:
        return await self._reader.do(lambda db: sqlite_work.answered(db, workshop, command))

    async def read(self, workshop: WorkshopId, after: int = 0) -> list[Row]:
        return await self._reader.do(lambda db: sqlite_work.rows(db, workshop, after))

    async def find(self, key: str) -> WorkshopId | None:
        return await self._reader.do(lambda db: sqlite_work.find(db, key))

    async def workshop(self, workshop: WorkshopId) -> WorkshopRow | None:
        return await self._reader.do(lambda db: sqlite_work.profile(db, workshop))

    async def workshops(self) -> list[WorkshopRow]:
        return await self._reader.do(sqlite_work.profiles)

    async def set_erase_on(self, workshop: WorkshopId, erase_on: str) -> None:
        await self._writer.do(lambda db: sqlite_work.set_erase_on(db, workshop, erase_on))

    async def delete(self, workshop: WorkshopId, on: str) -> None:
        await self._writer.do(lambda db: self._forget(db, workshop, on))
        await self._writer.do(self._scrub, alone=True)

    async def erased(self, workshop: WorkshopId) -> str | None:
        return await self._reader.do(lambda db: sqlite_work.erased(db, workshop))

    async def event_kinds(self) -> set[tuple[str, int]]:
        return await self._reader.do(sqlite_work.event_kinds)

    async def close(self) -> None:
        """Finish what is queued and let go of the file."""
        await self._reader.stop()
        await self._writer.stop()
        let_go(self._reading)
        let_go(self._writing)
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def _forget(self, db: apsw.Connection, workshop: WorkshopId, on: str) -> None:
        sqlite_work.delete(db, workshop, on)
        self._unclean = True

    def _scrub(self, db: apsw.Connection) -> None:
        """Take what was deleted out of the file and its log too; once is enough for many deletions."""
        if self._unclean:
            db.execute("VACUUM")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._unclean = False

    def _write(self, group: list[Job]) -> list[Outcome]:
        """Commit what may go together, then do what must be alone."""
        together = [job for job in group if not job.alone]
        outcomes = self._surely(commit, together) if together else []
        for job in group:
            if job.alone:
                outcomes += self._surely(by_themselves, [job])
        return outcomes

    def _surely(self, how: Callable[[apsw.Connection, list[Job]], list[Outcome]], group: list[Job]) -> list[Outcome]:
        """Return the outcomes; after a failure all are unknown and the connection is not trusted any more."""
        try:
            db = self._writing = self._writing or sqlite_file.connect(self._path)
            return how(db, group)
        except apsw.Error as error:
            broken, self._writing = self._writing, None
            let_go(broken)
            return [Outcome(job, error=unknown(error)) for job in group]

    def _read(self, group: list[Job]) -> list[Outcome]:
        return [look(self._reading, job) for job in group]


def commit(db: apsw.Connection, group: list[Job]) -> list[Outcome]:
    """Do the jobs in one transaction and return their outcomes; raises apsw.Error when nothing is certain."""
    db.execute("BEGIN IMMEDIATE")
    outcomes = [attempt(db, job) for job in group]
    db.execute("COMMIT")
    return outcomes


def attempt(db: apsw.Connection, job: Job) -> Outcome:
    """Do one job of a group; when it may not be, it alone is undone."""
    try:
        with db:  # a savepoint
            result = job.work(db)
        return Outcome(job, result)
    except apsw.ConstraintError as error:
        return Outcome(job, error=error)
    except apsw.Error:
        raise
    except Exception as error:  # noqa: BLE001  A mistake in one job must not cost the others theirs.
        return Outcome(job, error=error)


def by_themselves(db: apsw.Connection, jobs: list[Job]) -> list[Outcome]:
    """Do jobs that no transaction may hold."""
    return [Outcome(job, job.work(db)) for job in jobs]


def let_go(db: apsw.Connection | None) -> None:
    """Close by force: what was told is on disk, and what was not committed is lost anyway."""
    with suppress(apsw.Error):
        if db:
            db.close(True)


def look(db: apsw.Connection, job: Job) -> Outcome:
    try:
        return Outcome(job, job.work(db))
    except StoreError as error:
        return Outcome(job, error=error)
    except apsw.Error as error:
        return Outcome(job, error=Unavailable(type(error).__name__))


def unknown(error: apsw.Error) -> Unknown:
    return Unknown(f"The store could not say whether this was kept: {type(error).__name__}.")


def unreadable(path: Path) -> CannotOpen:
    return CannotOpen(f"Het bestand “{path.name}” is geen database van Speelruimte, of het is beschadigd.")

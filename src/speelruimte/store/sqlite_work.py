"""What is asked of a SQLite connection, one function per question."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Any

import apsw

from speelruimte.rules.words import WorkshopId
from speelruimte.store.event_store import (
    Appended,
    CommandKey,
    Conflict,
    Gone,
    KeyTaken,
    Row,
    WorkshopRow,
    answer_again,
)

PROFILE = "SELECT id, erase_on, deck, deck_version, deck_digest, created_at FROM workshops"


@dataclass(frozen=True, slots=True)
class Entry:
    """One append: all of it is written, or nothing."""

    workshop: WorkshopId
    after: int
    rows: Sequence[Row]
    command: CommandKey | None
    keys: Sequence[str]
    profile: WorkshopRow | None

    def write(self, db: apsw.Connection) -> Appended:
        """Write it inside the transaction that is open; raises Conflict, SentTwice, KeyTaken or Gone."""
        if self.command and (earlier := answered(db, self.workshop, self.command)):
            return earlier
        self._begin(db)
        if (version := newest(db, self.workshop)) != self.after:
            raise Conflict(f"The workshop is at version {version}, not {self.after}.")
        self._write_rows(db)
        self._write_keys(db)
        return self._write_command(db, Appended(self.after + 1, self.after + len(self.rows)))

    def _begin(self, db: apsw.Connection) -> None:
        if one(db, "SELECT 1 FROM workshops WHERE id = ?", self.workshop):
            return
        if self.profile is None or erased(db, self.workshop):
            raise Gone
        db.execute("INSERT INTO workshops VALUES (?, ?, ?, ?, ?, ?)", astuple(self.profile))

    def _write_rows(self, db: apsw.Connection) -> None:
        for row in self.rows:
            bindings = (self.workshop, row.version, row.at, row.kind, row.schema, row.body, row.hash)
            db.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", bindings)

    def _write_keys(self, db: apsw.Connection) -> None:
        for key in self.keys:
            db.execute("INSERT OR IGNORE INTO keys VALUES (?, ?)", (key, self.workshop))
            if find(db, key) != self.workshop:
                raise KeyTaken

    def _write_command(self, db: apsw.Connection, wrote: Appended) -> Appended:
        if self.command:
            bindings = (self.workshop, self.command.id, self.command.digest, wrote.first, wrote.last)
            db.execute("INSERT INTO commands VALUES (?, ?, ?, ?, ?)", bindings)
        return wrote


def one(db: apsw.Connection, question: str, *bindings: str) -> tuple[Any, ...] | None:
    return next(iter(db.execute(question, bindings)), None)


def newest(db: apsw.Connection, workshop: WorkshopId) -> int:
    row = one(db, "SELECT max(version) FROM events WHERE workshop = ?", workshop)
    return row[0] or 0 if row else 0


def answered(db: apsw.Connection, workshop: WorkshopId, command: CommandKey) -> Appended | None:
    question = "SELECT first, last, digest FROM commands WHERE workshop = ? AND id = ?"
    row = one(db, question, workshop, command.id)
    if row is None:
        return None
    first, last, digest = row
    return answer_again(first, last, digest, command)


def rows(db: apsw.Connection, workshop: WorkshopId, after: int) -> list[Row]:
    question = (
        "SELECT version, at, kind, schema, body, hash FROM events WHERE workshop = ? AND version > ? ORDER BY version"
    )
    found: Iterator[Any] = db.execute(question, (workshop, after))
    return [Row(*row) for row in found]


def find(db: apsw.Connection, key: str) -> WorkshopId | None:
    row = one(db, "SELECT workshop FROM keys WHERE key = ?", key)
    return WorkshopId(row[0]) if row else None


def profile(db: apsw.Connection, workshop: WorkshopId) -> WorkshopRow | None:
    row = one(db, f"{PROFILE} WHERE id = ?", workshop)
    return WorkshopRow(*row) if row else None


def profiles(db: apsw.Connection) -> list[WorkshopRow]:
    found: Iterator[Any] = db.execute(f"{PROFILE} ORDER BY created_at, id")
    return [WorkshopRow(*row) for row in found]


def set_erase_on(db: apsw.Connection, workshop: WorkshopId, erase_on: str) -> None:
    db.execute("UPDATE workshops SET erase_on = ? WHERE id = ?", (erase_on, workshop))
    if not db.changes():
        raise Gone


def delete(db: apsw.Connection, workshop: WorkshopId, on: str) -> None:
    db.execute("DELETE FROM workshops WHERE id = ?", (workshop,))  # the rest goes with it
    db.execute("INSERT OR IGNORE INTO erased VALUES (?, ?)", (workshop, on))


def erased(db: apsw.Connection, workshop: WorkshopId) -> str | None:
    row = one(db, "SELECT erased_on FROM erased WHERE workshop = ?", workshop)
    return row[0] if row else None


def event_kinds(db: apsw.Connection) -> set[tuple[str, int]]:
    found: Iterator[Any] = db.execute("SELECT DISTINCT kind, schema FROM events")
    return {(kind, schema) for kind, schema in found}

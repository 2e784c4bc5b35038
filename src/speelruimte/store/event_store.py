"""What every store must do, and the ways in which it says no."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Protocol

from speelruimte.rules.words import WorkshopId

FIRST_LINK = bytes(32)


class StoreError(Exception):
    """The family of what a store may raise.

    StoreError
      Conflict     somebody else was first; nothing was written
      SentTwice    this command id belongs to another command; nothing was written
      KeyTaken     this key opens another workshop; nothing was written
      Gone         there is no such workshop (any more); nothing was written
      Unknown      the writing failed halfway: it is not known whether it was stored
      Unavailable  the store cannot be read now
      Broken       what was read is not what was written
      CannotOpen   the store cannot be opened; its text is for whoever starts the server
    """


class Conflict(StoreError):
    """The workshop is not at the version that was expected; nothing was written."""


class SentTwice(StoreError):
    """The same command id came with another content; nothing was written."""


class KeyTaken(StoreError):
    """The key belongs to another workshop; nothing was written."""


class Gone(StoreError):
    """There is no such workshop, or it was erased; nothing was written."""


class Unknown(StoreError):
    """It is not known whether this was stored. The sender repeats it, with the same command id."""


class Unavailable(StoreError):
    """The store cannot be read now."""


class Broken(StoreError):
    """The rows that were read are not the rows that were written."""


class CannotOpen(StoreError):
    """The store cannot be opened; the text is a sentence for the person who starts the server."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event as it is kept. `hash` chains it to the row before."""

    version: int
    at: int
    kind: str
    schema: int
    body: bytes
    hash: bytes = b""


@dataclass(frozen=True, slots=True)
class CommandKey:
    """The id that the sender chose for a command, and a digest of what it said."""

    id: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Appended:
    """The versions that a command wrote: `first` to `last`, or none when `first` is `last + 1`."""

    first: int
    last: int
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class WorkshopRow:
    """What a store knows of a workshop beside its events. `erase_on` is an ISO date."""

    id: WorkshopId
    erase_on: str
    deck: str
    deck_version: str
    deck_digest: str
    created_at: int


class EventStore(Protocol):
    """One row of events per workshop, versions 1 to n without gaps, and what belongs to it.

    A key is the hash of a code or cookie, made by the caller; a store never sees the code itself.
    Reading raises Unavailable, and writing Unknown, when the store itself fails.
    """

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
        """Write the rows, the command and the keys together, or nothing; return when they are on disk.

        A command that was written before gets its first answer, with `repeated` true. A workshop
        begins with its profile. Raises Conflict, SentTwice, KeyTaken, Gone or Unknown.
        """
        ...

    async def answered(self, workshop: WorkshopId, command: CommandKey) -> Appended | None:
        """Return what this command wrote when it came before, else None; raises SentTwice."""
        ...

    async def read(self, workshop: WorkshopId, after: int = 0) -> list[Row]: ...

    async def find(self, key: str) -> WorkshopId | None: ...

    async def workshop(self, workshop: WorkshopId) -> WorkshopRow | None: ...

    async def workshops(self) -> list[WorkshopRow]: ...

    async def set_erase_on(self, workshop: WorkshopId, erase_on: str) -> None:
        """Choose another ISO date to erase the workshop on; raises Gone."""
        ...

    async def delete(self, workshop: WorkshopId, on: str) -> None:
        """Remove all that is kept of the workshop; only its id and the ISO date stay, under `erased`."""
        ...

    async def erased(self, workshop: WorkshopId) -> str | None:
        """Return the ISO date on which the workshop was erased, or None."""
        ...

    async def event_kinds(self) -> set[tuple[str, int]]:
        """Return every kind and schema that is stored."""
        ...

    async def close(self) -> None: ...


def chain(before: bytes, row: Row) -> Row:
    """Return the row with the hash that chains it to the row before it, whose hash is `before`."""
    head = f"{row.version}\n{row.kind}\n{row.schema}\n{row.at}\n".encode()
    return replace(row, hash=sha256(before + head + row.body).digest())


def verify(rows: Iterable[Row], *, before: bytes = FIRST_LINK, after: int = 0) -> None:
    """Check that the rows follow each other without gaps and were not altered; raises Broken."""
    for row in rows:
        after += 1
        if row.version != after or row != chain(before, row):
            raise Broken(f"Row {row.version} does not follow row {after - 1}.")
        before = row.hash


def must_follow(after: int, rows: Sequence[Row]) -> None:
    """Raise ValueError when the rows do not count on from `after`."""
    if [row.version for row in rows] != list(range(after + 1, after + 1 + len(rows))):
        raise ValueError("Rows count on from the version they come after.")


def answer_again(first: int, last: int, digest: bytes, command: CommandKey) -> Appended:
    """Return the first answer to a command that came before; raises SentTwice when it said something else."""
    if digest != command.digest:
        raise SentTwice(command.id)
    return Appended(first, last, repeated=True)

"""A store that forgets everything when the server stops: for tests and for trying out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

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
    must_follow,
)


@dataclass(slots=True)
class Kept:
    """All that is kept of one workshop."""

    profile: WorkshopRow
    rows: list[Row] = field(default_factory=list)
    commands: dict[str, tuple[Appended, bytes]] = field(default_factory=dict)


class MemoryStore:
    """An EventStore in plain dictionaries; nothing waits, so every method is one step."""

    def __init__(self) -> None:
        self._kept: dict[WorkshopId, Kept] = {}
        self._keys: dict[str, WorkshopId] = {}
        self._erased: dict[WorkshopId, str] = {}

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
        if command and (earlier := await self.answered(workshop, command)):
            return earlier
        kept = self._at_version(workshop, after, profile)
        if any(self._keys.get(key, workshop) != workshop for key in keys):
            raise KeyTaken
        return self._write(kept, Appended(after + 1, after + len(rows)), rows, command, keys)

    def _at_version(self, workshop: WorkshopId, after: int, profile: WorkshopRow | None) -> Kept:
        kept = self._kept.get(workshop) or self._new(workshop, profile)
        if len(kept.rows) != after:
            raise Conflict(f"The workshop is at version {len(kept.rows)}, not {after}.")
        return kept

    def _new(self, workshop: WorkshopId, profile: WorkshopRow | None) -> Kept:
        if profile is None or workshop in self._erased:
            raise Gone
        return Kept(profile)

    def _write(
        self, kept: Kept, wrote: Appended, rows: Sequence[Row], command: CommandKey | None, keys: Sequence[str]
    ) -> Appended:
        self._kept[kept.profile.id] = kept
        kept.rows.extend(rows)
        self._keys.update(dict.fromkeys(keys, kept.profile.id))
        if command:
            kept.commands[command.id] = (wrote, command.digest)
        return wrote

    async def answered(self, workshop: WorkshopId, command: CommandKey) -> Appended | None:
        kept = self._kept.get(workshop)
        if kept is None or command.id not in kept.commands:
            return None
        wrote, digest = kept.commands[command.id]
        return answer_again(wrote.first, wrote.last, digest, command)

    async def read(self, workshop: WorkshopId, after: int = 0) -> list[Row]:
        kept = self._kept.get(workshop)
        return kept.rows[after:] if kept else []

    async def find(self, key: str) -> WorkshopId | None:
        return self._keys.get(key)

    async def workshop(self, workshop: WorkshopId) -> WorkshopRow | None:
        kept = self._kept.get(workshop)
        return kept.profile if kept else None

    async def workshops(self) -> list[WorkshopRow]:
        return [kept.profile for kept in self._kept.values()]

    async def set_erase_on(self, workshop: WorkshopId, erase_on: str) -> None:
        kept = self._kept.get(workshop)
        if kept is None:
            raise Gone
        kept.profile = replace(kept.profile, erase_on=erase_on)

    async def delete(self, workshop: WorkshopId, on: str) -> None:
        self._kept.pop(workshop, None)
        self._keys = {key: owner for key, owner in self._keys.items() if owner != workshop}
        self._erased.setdefault(workshop, on)

    async def erased(self, workshop: WorkshopId) -> str | None:
        return self._erased.get(workshop)

    async def event_kinds(self) -> set[tuple[str, int]]:
        return {(row.kind, row.schema) for kept in self._kept.values() for row in kept.rows}

    async def close(self) -> None:
        """Nothing to close: what was kept goes with the store."""

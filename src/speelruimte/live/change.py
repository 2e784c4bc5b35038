"""The one way in which a workshop changes: state, decide, append, wake."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from speelruimte.live import clock
from speelruimte.live.held import MOST_IDLE, Held, InMemory, Versioned, W
from speelruimte.live.watchers import Watchers
from speelruimte.rules.cards import Deck
from speelruimte.rules.refusals import Refused
from speelruimte.rules.words import TableId, WorkshopId
from speelruimte.store.codec import Codec
from speelruimte.store.event_store import (
    FIRST_LINK,
    Appended,
    CommandKey,
    Conflict,
    EventStore,
    Gone,
    KeyTaken,
    Row,
    SentTwice,
    WorkshopRow,
    chain,
    verify,
)

ATTEMPTS = 10  # on one node a Conflict is rare; between nodes one contender per node is left

T = TypeVar("T")
W_contra = TypeVar("W_contra", bound=Versioned, contravariant=True)


class Command(Protocol[W_contra]):
    """What somebody wants; it decides what then happens, or raises Refused."""

    def decide(self, workshop: W_contra, /) -> Sequence[Any]: ...


@dataclass(frozen=True, slots=True)
class Rules(Generic[W]):
    """What a game offers to be played live."""

    fold: Callable[[Deck, Iterable[Any]], W]
    evolve: Callable[[W, Any], W]
    happened: Callable[[int, int, Any], Any]
    codec: Codec[Any]


@dataclass(frozen=True, slots=True)
class Sent(Generic[W]):
    """A command with what came along: its id, the keys it hands out, the workshop that begins with it."""

    command: Command[W]
    key: CommandKey | None
    keys: Sequence[str]
    profile: WorkshopRow | None = None


class Live(Generic[W]):
    """The workshops that go on now. First keep, then tell."""

    def __init__(
        self,
        store: EventStore,
        rules: Rules[W],
        deck_for: Callable[[str, str, str], Deck],
        watchers: Watchers,
        *,
        now: Callable[[], int] = clock.now,
        most_idle: int = MOST_IDLE,
    ) -> None:
        self.store = store
        self.watchers = watchers
        self._rules = rules
        self._deck_for = deck_for
        self._now = now
        self._memory: InMemory[W] = InMemory(watchers.watched, most_idle)
        self._under_way: set[asyncio.Task[Any]] = set()

    async def change(
        self,
        workshop: WorkshopId,
        command: Command[W],
        *,
        command_id: str | None = None,
        digest: bytes | None = None,
        keys: Sequence[str] = (),
    ) -> W:
        """Carry out the command and return the state after it; a repeat of a command id changes nothing.

        Raises Refused when the rules say no, Gone for an unknown workshop, SentTwice, KeyTaken, and
        Unknown when the store failed: then it is repeated with the same command id.
        """
        sent = Sent(command, command_key(command_id, digest), keys)
        return await self._to_the_end(self._carry_out(workshop, sent))

    async def begin(
        self,
        profile: WorkshopRow,
        command: Command[W],
        *,
        command_id: str | None = None,
        digest: bytes | None = None,
        keys: Sequence[str] = (),
    ) -> W:
        """Begin a workshop with its first command; raises what `change` raises."""
        sent = Sent(command, command_key(command_id, digest), keys, profile)
        return await self._to_the_end(self._carry_out(profile.id, sent))

    async def state(self, workshop: WorkshopId) -> W | None:
        """Return the newest state, or None when there is no such workshop; raises Unavailable."""
        if held := self._memory.get(workshop):
            return held.workshop
        async with self._memory.lock(workshop):
            try:
                return (await self._held(workshop)).workshop
            except Gone:
                return None

    async def find(self, key: str) -> WorkshopId | None:
        """Return the workshop that this hashed key opens."""
        return await self.store.find(key)

    async def erase(self, workshop: WorkshopId, on: str) -> None:
        """Remove all that is kept of the workshop and end its pages; raises Unknown."""
        async with self._memory.lock(workshop):
            self._memory.drop(workshop)
            await self.store.delete(workshop, on)
            self.watchers.end(workshop)

    async def close(self) -> None:
        """Finish the changes that are under way and close the store."""
        await asyncio.gather(*self._under_way, return_exceptions=True)
        await self.store.close()

    async def _to_the_end(self, change: Coroutine[Any, Any, T]) -> T:
        """Finish a change also when its sender has gone: what is kept must be told."""
        task = asyncio.ensure_future(change)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return await asyncio.shield(task)

    async def _carry_out(self, workshop: WorkshopId, sent: Sent[W]) -> W:
        async with self._memory.lock(workshop):
            for _ in range(ATTEMPTS):
                held = await self._held(workshop, sent.profile)
                try:
                    return await self._decide_and_keep(workshop, held, sent)
                except Conflict:
                    await self._catch_up(workshop, held)
            raise Conflict("Others were first, time and again.")

    async def _decide_and_keep(self, workshop: WorkshopId, held: Held[W], sent: Sent[W]) -> W:
        try:
            events = sent.command.decide(held.workshop)
        except Refused:
            # A repeat is often refused, since it happened already: only then is it worth asking.
            earlier = await self.store.answered(workshop, sent.key) if sent.key else None
            if earlier is None:
                raise
            return await self._repeat(workshop, held, earlier)
        rows, after = self._rows(held, events)
        wrote = await self._keep(workshop, held, rows, sent)
        if wrote.repeated:
            return await self._repeat(workshop, held, wrote)
        self._memory.put(workshop, after)
        if rows:
            self.watchers.wake(workshop, wrote.last, touched_by(events))
        return after.workshop

    async def _keep(self, workshop: WorkshopId, held: Held[W], rows: list[Row], sent: Sent[W]) -> Appended:
        try:
            return await self.store.append(
                workshop, held.workshop.version, rows, command=sent.key, keys=sent.keys, profile=sent.profile
            )
        except (SentTwice, KeyTaken):
            raise
        except BaseException:
            self._memory.drop(workshop)  # It is not certain what is kept: the next command reads again.
            raise

    def _rows(self, held: Held[W], events: Sequence[Any]) -> tuple[list[Row], Held[W]]:
        at, rows = self._now(), []
        for version, event in enumerate(events, held.workshop.version + 1):
            written = self._rules.codec.write(event)
            row = chain(held.hash, Row(version, at, written.kind, written.schema, written.body))
            rows.append(row)
            held = Held(self._rules.evolve(held.workshop, self._rules.happened(version, at, event)), row.hash)
        return rows, held

    async def _held(self, workshop: WorkshopId, profile: WorkshopRow | None = None) -> Held[W]:
        """Return the folded workshop, from the store when it is not in memory; raises Gone."""
        if held := self._memory.get(workshop):
            return held
        kept = await self.store.workshop(workshop) or profile
        rows = await self.store.read(workshop)
        if kept is None or not (rows or profile):
            raise Gone(workshop)
        verify(rows)
        state = self._rules.fold(
            self._deck_for(kept.deck, kept.deck_version, kept.deck_digest), [self._happened(row) for row in rows]
        )
        return self._remember(workshop, Held(state, rows[-1].hash if rows else FIRST_LINK))

    async def _catch_up(self, workshop: WorkshopId, held: Held[W]) -> W:
        """Go on to what others wrote; when nothing follows, read everything again."""
        rows = await self.store.read(workshop, held.workshop.version)
        if not rows:
            self._memory.drop(workshop)
            return held.workshop
        verify(rows, before=held.hash, after=held.workshop.version)
        state = held.workshop
        for row in rows:
            state = self._rules.evolve(state, self._happened(row))
        return self._remember(workshop, Held(state, rows[-1].hash)).workshop

    def _remember(self, workshop: WorkshopId, held: Held[W]) -> Held[W]:
        """Keep in memory what was read, and tell it: pages that show it already do not stir."""
        if held.workshop.version:
            self._memory.put(workshop, held)
            self.watchers.wake(workshop, held.workshop.version, None)
        return held

    async def _repeat(self, workshop: WorkshopId, held: Held[W], earlier: Appended) -> W:
        if earlier.last > held.workshop.version:  # It was kept by another server, or its answer was lost.
            return await self._catch_up(workshop, held)
        return held.workshop

    def _happened(self, row: Row) -> Any:
        return self._rules.happened(row.version, row.at, self._rules.codec.read(row.kind, row.schema, row.body))


def command_key(command_id: str | None, digest: bytes | None) -> CommandKey | None:
    return CommandKey(command_id, digest or b"") if command_id else None


def touched_by(events: Sequence[Any]) -> frozenset[TableId] | None:
    """Return the tables that the events touch, or None when one of them touches the whole workshop."""
    tables = [event.touches for event in events]
    return None if None in tables else frozenset(tables)

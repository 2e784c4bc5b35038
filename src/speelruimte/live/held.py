"""The workshops that are in memory, folded; and a lock for each, so that one change follows another."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from weakref import WeakValueDictionary

from speelruimte.rules.words import WorkshopId

MOST_IDLE = 500


class Versioned(Protocol):
    """A state that knows after which event it is."""

    @property
    def version(self) -> int: ...


W = TypeVar("W", bound=Versioned)


@dataclass(frozen=True, slots=True)
class Held(Generic[W]):
    """A folded workshop and the hash that its next event follows."""

    workshop: W
    hash: bytes


class InMemory(Generic[W]):
    """The newest workshops; of those that nobody watches at most `most_idle` stay."""

    def __init__(self, watched: Callable[[WorkshopId], bool], most_idle: int = MOST_IDLE) -> None:
        self._held: OrderedDict[WorkshopId, Held[W]] = OrderedDict()
        self._locks: WeakValueDictionary[WorkshopId, asyncio.Lock] = WeakValueDictionary()
        self._watched = watched
        self._most_idle = most_idle

    def lock(self, workshop: WorkshopId) -> asyncio.Lock:
        """Return the workshop's lock, which lasts as long as somebody holds it or waits for it."""
        return self._locks.setdefault(workshop, asyncio.Lock())

    def get(self, workshop: WorkshopId) -> Held[W] | None:
        held = self._held.get(workshop)
        if held:
            self._held.move_to_end(workshop)
        return held

    def put(self, workshop: WorkshopId, held: Held[W]) -> None:
        is_new = workshop not in self._held
        self._held[workshop] = held
        self._held.move_to_end(workshop)
        if is_new:
            self._make_room()

    def drop(self, workshop: WorkshopId) -> None:
        self._held.pop(workshop, None)

    def __contains__(self, workshop: WorkshopId) -> bool:
        return workshop in self._held

    def _make_room(self) -> None:
        idle = [workshop for workshop in self._held if not self._watched(workshop)]
        for workshop in idle[: max(0, len(idle) - self._most_idle)]:
            self.drop(workshop)

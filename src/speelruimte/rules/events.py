"""What a command and an event are, and how one leads to the next state."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from speelruimte.rules.words import TableId
from speelruimte.rules.workshop import Workshop


class Event(Protocol):
    """Something that happened. `touches` is the table it concerns, or None for the whole workshop."""

    @property
    def touches(self) -> TableId | None: ...

    def apply(self, workshop: Workshop) -> Workshop: ...


class Command(Protocol):
    """Something that somebody asks. It decides to events, or raises Refused."""

    def decide(self, workshop: Workshop) -> list[Event]: ...


@dataclass(frozen=True, slots=True)
class Happened:
    """An event in its place in the history; `at` is in seconds since 1970."""

    version: int
    at: int
    event: Event


class OfTheWorkshop:
    """An event that concerns everybody."""

    __slots__ = ()

    @property
    def touches(self) -> None:
        return None


class OfATable:
    """An event that concerns one table, and whoever sees all tables."""

    __slots__ = ()

    table: TableId

    @property
    def touches(self) -> TableId:
        return self.table


def after(workshop: Workshop, events: Iterable[Event]) -> Workshop:
    """Return the workshop as it will be after these events, to decide what follows from them."""
    for event in events:
        workshop = event.apply(workshop)
    return workshop


def evolve(workshop: Workshop, happened: Happened) -> Workshop:
    """Return the workshop after an event, with its version, and the time at which its table last moved."""
    event = happened.event
    changed = replace(event.apply(workshop), version=happened.version)
    if event.touches is None or event.touches not in changed.tables:
        return changed
    return changed.with_table(replace(changed.tables[event.touches], moved_at=happened.at))

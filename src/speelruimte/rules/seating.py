"""Who sits where: how many tables, and at which one somebody takes a seat."""

from collections.abc import Iterable

from speelruimte.rules.words import SeatId
from speelruimte.rules.workshop import Table, Workshop

LARGEST_TABLE = 8
WAITING_FOR_A_TABLE = 3


def number_of_tables(people: int, size: int) -> int:
    """Return people ÷ size, halves up, at least one, and enough for nobody to stand."""
    rounded = (2 * people + size) // (2 * size)
    enough = -(-people // LARGEST_TABLE)
    return max(1, rounded, enough)


def spread(seats: Iterable[SeatId], tables: int) -> list[tuple[SeatId, ...]]:
    """Spread the seats evenly, in order of joining: 9 people over 2 tables are 5 and 4."""
    people = list(seats)
    low, more = divmod(len(people), tables)
    sizes = [low + (at < more) for at in range(tables)]
    starts = [sum(sizes[:at]) for at in range(tables)]
    return [tuple(people[start : start + size]) for start, size in zip(starts, sizes, strict=True)]


def smallest_table(workshop: Workshop) -> Table | None:
    """Return the table for a late arrival: the smallest with a free seat, or None when all are full."""
    free = [table for table in workshop.tables.values() if len(table.seats) < LARGEST_TABLE]
    return min(free, key=lambda table: (len(table.seats), table.number), default=None)

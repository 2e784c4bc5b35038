"""Lots that were drawn outside the rules: with them a shuffle is a plain function."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
Lots = tuple[float, ...]


def shuffled(items: Sequence[T], lots: Lots) -> tuple[T, ...]:
    """Return the items in the order of their lots; raise ValueError when there are too few lots.

    One command shuffles once: a second shuffle with the same lots would follow the first.
    """
    if len(lots) < len(items):
        raise ValueError(f"{len(items)} items and {len(lots)} lots")
    return tuple(items[at] for at in sorted(range(len(items)), key=lambda at: lots[at]))

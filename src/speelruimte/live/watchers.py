"""Who is looking at which workshop, and waking those whom a change concerns."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from speelruimte.rules.words import TableId, WorkshopId

TableOf = Callable[[], TableId | None]


class Watcher:
    """One open page. It keeps a number, not a queue: a slow page skips to the newest version."""

    __slots__ = ("_ended", "_newest", "_table_of", "_waiting")

    def __init__(self, table_of: TableOf | None, *, ended: bool) -> None:
        self._table_of = table_of
        self._ended = ended
        self._newest = 0
        self._waiting: asyncio.Future[None] | None = None

    async def newer_than(self, shown: int) -> int | None:
        """Wait for a version that concerns this page and is newer than the one it shows.

        Returns the newest of these, or None when the page must end.
        """
        while not self._ended and self._newest <= shown:
            self._waiting = asyncio.get_running_loop().create_future()
            try:
                await self._waiting
            finally:
                self._waiting = None
        return None if self._ended else self._newest

    def concerned_by(self, touched: frozenset[TableId] | None) -> bool:
        """Whether this page shows something of what was touched; None is the whole workshop."""
        if touched is None or self._table_of is None:
            return True
        table = self._table_of()
        return table is None or table in touched

    def wake(self, version: int) -> None:
        self._newest = max(self._newest, version)
        self._ring()

    def end(self) -> None:
        self._ended = True
        self._ring()

    def _ring(self) -> None:
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(None)


class Watchers:
    """All open pages of this server."""

    def __init__(self) -> None:
        self._watching: dict[WorkshopId, set[Watcher]] = {}
        self._shared: dict[WorkshopId, dict[Any, Any]] = {}
        self.closing = False

    @contextmanager
    def watch(self, workshop: WorkshopId, table_of: TableOf | None = None) -> Iterator[Watcher]:
        """Give a watcher for as long as a page is open.

        `table_of` says at which table the page's person sits now; without it everything concerns the page.
        Watch first and take the state then: what happened before was told to nobody.
        """
        watcher = Watcher(table_of, ended=self.closing)
        self._watching.setdefault(workshop, set()).add(watcher)
        try:
            yield watcher
        finally:
            self._leave(workshop, watcher)

    def wake(self, workshop: WorkshopId, version: int, touched: frozenset[TableId] | None) -> None:
        """Tell the pages of this workshop that show something of what was touched."""
        for watcher in self._watching.get(workshop, ()):
            if watcher.concerned_by(touched):
                watcher.wake(version)

    def shared(self, workshop: WorkshopId) -> dict[Any, Any]:
        """Return what the open pages of a workshop keep together; it goes with the last of them."""
        return self._shared.setdefault(workshop, {}) if self.watched(workshop) else {}

    def watched(self, workshop: WorkshopId) -> bool:
        return workshop in self._watching

    def count(self) -> int:
        """Return how many pages are open."""
        return sum(len(pages) for pages in self._watching.values())

    def end(self, workshop: WorkshopId) -> None:
        """End the pages of a workshop that is no more."""
        for watcher in self._watching.get(workshop, ()):
            watcher.end()

    def close(self) -> None:
        """End all pages, also those that are opened from now on."""
        self.closing = True
        for workshop in self._watching:
            self.end(workshop)

    def _leave(self, workshop: WorkshopId, watcher: Watcher) -> None:
        pages = self._watching[workshop]
        pages.discard(watcher)
        if not pages:
            del self._watching[workshop]
            self._shared.pop(workshop, None)

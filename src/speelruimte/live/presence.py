"""Who has a live page, and telling the game when somebody has been without one for a while."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

import structlog

from speelruimte.rules.refusals import Refused
from speelruimte.rules.words import SeatId, WorkshopId
from speelruimte.store.event_store import Gone

AWAY_AFTER: Final = 60.0  # seconds
LOOK_EVERY: Final = 5.0

Report = Callable[[WorkshopId, SeatId, bool], Awaitable[None]]
"""Called with True when a seat is away, with False when it is there. It may say what was known already."""

log = structlog.get_logger()


@dataclass(slots=True)
class Signs:
    """The signs of life of one seat."""

    last: float
    pages: int = 0
    hidden: bool = False
    told: bool = False  # that this seat is there

    def alive(self, now: float, away_after: float) -> bool:
        return self.pages > 0 or self.hidden or now - self.last < away_after


class Presence:
    """The seats that are there. A seat that was reported away is forgotten until it shows itself again.

    Signs begin when the server starts, so everybody has the full time to come back after a restart.
    """

    def __init__(
        self, report: Report, *, away_after: float = AWAY_AFTER, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._signs: dict[tuple[WorkshopId, SeatId], Signs] = {}
        self._report = report
        self._away_after = away_after
        self._clock = clock

    @asynccontextmanager
    async def page(self, workshop: WorkshopId, seat: SeatId) -> AsyncIterator[None]:
        """Count a page for as long as its stream is open."""
        signs = self._of(workshop, seat)
        signs.pages += 1
        try:
            await self.seen(workshop, seat)
            yield
        finally:
            signs.pages -= 1
            signs.last = self._clock()

    async def seen(self, workshop: WorkshopId, seat: SeatId) -> None:
        """Note a sign of life without a stream: a form that was sent, a page without JavaScript."""
        signs = self._of(workshop, seat)
        signs.last = self._clock()
        signs.hidden = False
        if not signs.told:
            signs.told = True
            signs.told = await self._tell(workshop, seat, away=False)

    def hidden(self, workshop: WorkshopId, seat: SeatId) -> None:
        """Note that a page said it is hidden. A locked phone is present, also when its stream ends."""
        self._of(workshop, seat).hidden = True

    def is_hidden(self, workshop: WorkshopId, seat: SeatId) -> bool:
        signs = self._signs.get((workshop, seat))
        return signs is not None and signs.hidden

    def expect(self, workshop: WorkshopId, seats: Iterable[SeatId]) -> None:
        """Give these seats the time to show themselves, when they have not; after that they are away."""
        for seat in seats:
            self._of(workshop, seat)

    def forget(self, workshop: WorkshopId) -> None:
        """Forget the seats of a workshop that is no more."""
        self._signs = {place: signs for place, signs in self._signs.items() if place[0] != workshop}

    async def look(self) -> None:
        """Report every seat that showed no sign of life for too long."""
        now = self._clock()
        silent = [place for place, signs in self._signs.items() if not signs.alive(now, self._away_after)]
        for place in silent:
            # Forgotten before it is told: a page that opens meanwhile is told after it.
            signs = self._signs.pop(place)
            if not await self._tell(*place, away=True):
                self._signs.setdefault(place, signs)

    async def keep_looking(self) -> None:
        """Look every few seconds; one task for all seats."""
        while True:
            await asyncio.sleep(LOOK_EVERY)
            await self.look()

    def _of(self, workshop: WorkshopId, seat: SeatId) -> Signs:
        return self._signs.setdefault((workshop, seat), Signs(self._clock()))

    async def _tell(self, workshop: WorkshopId, seat: SeatId, *, away: bool) -> bool:
        """Report, and return whether that is done; what failed is tried again at the next occasion."""
        try:
            await self._report(workshop, seat, away)
        except (Refused, Gone):
            return True
        except Exception as error:  # noqa: BLE001  One seat must not end the looking, nor somebody's page.
            log.warning("presence-not-told", workshop=workshop, error=type(error).__name__)
            return False
        return True

"""Erasing the workshops whose time has come."""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Any

import structlog

from speelruimte.live import clock
from speelruimte.live.change import Live
from speelruimte.rules.words import WorkshopId

HOUR = 3600

log = structlog.get_logger()


async def erase_due(live: Live[Any], today: date) -> list[WorkshopId]:
    """Erase the workshops that were to be kept until today, and return which; a failure is tried again next time."""
    on = today.isoformat()
    due = [workshop.id for workshop in await live.store.workshops() if workshop.erase_on <= on]
    # Together, so that the store cleans its file once.
    answers = await asyncio.gather(*(live.erase(workshop, on) for workshop in due), return_exceptions=True)
    erased = [workshop for workshop, answer in zip(due, answers, strict=True) if answer is None]
    if due:
        log.info("erased", workshops=len(erased), failed=len(due) - len(erased))
    return erased


async def keep_erasing(
    live: Live[Any], erased: Callable[[WorkshopId], None], today: Callable[[], date] = clock.today
) -> None:
    """Erase what is due now and every hour, and tell of each workshop that is no more."""
    while True:
        try:
            for workshop in await erase_due(live, today()):
                erased(workshop)
        except Exception as error:  # noqa: BLE001  The next hour is another chance.
            log.warning("erasing-failed", error=type(error).__name__)
        await asyncio.sleep(HOUR)

"""A watch on ourselves: how late the load's own event loop is. A load that is late measures itself."""

import asyncio
import time
from typing import Self

EVERY = 0.005  # seconds
MOST = 0.010  # of lag before a run does not count


class Watch:
    """Ticks while it runs and remembers its latest tick."""

    def __init__(self) -> None:
        self.worst = 0.0

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._tick())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _tick(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(EVERY)
            self.worst = max(self.worst, time.perf_counter() - before - EVERY)

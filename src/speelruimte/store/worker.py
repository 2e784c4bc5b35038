"""A thread that takes whatever work is queued, does it, and answers on the loop that asked."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

import apsw

from speelruimte.store.event_store import Unavailable

T = TypeVar("T")

AT_MOST = 512  # jobs in one group, so that the first of a great rush does not wait for the last


@dataclass(frozen=True, slots=True)
class Job:
    """Work on a connection, and the future that waits for it. `alone` is outside any transaction."""

    work: Callable[[apsw.Connection], Any]
    answer: asyncio.Future[Any]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: its result, or why not."""

    job: Job
    result: Any = None
    error: Exception | None = None


class Worker:
    """One thread; `perform` gets a group of jobs and returns an outcome for each."""

    def __init__(self, name: str, perform: Callable[[list[Job]], Sequence[Outcome]]) -> None:
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._perform = perform
        self._stopped = False
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    async def do(self, work: Callable[[apsw.Connection], T], *, alone: bool = False) -> T:
        """Return what the work returns; raises what it raises, or Unavailable when the store is closed."""
        if self._stopped:
            raise Unavailable("The store is closed.")
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._queue.put(Job(work, answer, alone))
        return await answer

    async def stop(self) -> None:
        """Finish what is queued and end the thread."""
        if not self._stopped:
            self._stopped = True
            self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        going_on = True
        while going_on:
            group, going_on = self._take()
            if group:
                deliver(self._outcomes(group))

    def _take(self) -> tuple[list[Job], bool]:
        group: list[Job] = []
        with suppress(Empty):
            while len(group) < AT_MOST:
                job = self._queue.get(block=not group)
                if job is None:
                    return group, False
                group.append(job)
        return group, True

    def _outcomes(self, group: list[Job]) -> Sequence[Outcome]:
        try:
            return self._perform(group)
        except Exception as error:  # noqa: BLE001  The thread lives on: whoever waits must hear something.
            return [Outcome(job, error=error) for job in group]


def deliver(outcomes: Sequence[Outcome]) -> None:
    """Answer all waiting futures with one call into each loop."""
    by_loop: dict[asyncio.AbstractEventLoop, list[Outcome]] = {}
    for outcome in outcomes:
        by_loop.setdefault(outcome.job.answer.get_loop(), []).append(outcome)
    for loop, its_outcomes in by_loop.items():
        with suppress(RuntimeError):  # The loop has closed: nobody waits.
            loop.call_soon_threadsafe(settle, its_outcomes)


def settle(outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.job.answer.done():  # cancelled meanwhile
            continue
        if outcome.error:
            outcome.job.answer.set_exception(outcome.error)
        else:
            outcome.job.answer.set_result(outcome.result)

"""The smallest game there is, to test what lives: people add to a total, each at a table."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from speelruimte.live.change import Live, Rules
from speelruimte.live.watchers import Watchers
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.words import TableId, WorkshopId
from speelruimte.store.codec import Codec
from speelruimte.store.event_store import WorkshopRow
from speelruimte.store.memory import MemoryStore

NOON = 1_800_000_000


@dataclass(frozen=True, slots=True)
class Count:
    version: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Added:
    amount: int
    table: str | None

    @property
    def touches(self) -> TableId | None:
        return TableId(self.table) if self.table else None


@dataclass(frozen=True, slots=True)
class Happened:
    version: int
    at: int
    event: Added


@dataclass(frozen=True, slots=True)
class Add:
    """May be done once: the total may not pass `most`."""

    amount: int
    table: str | None = None
    most: int = 1_000

    def decide(self, count: Count) -> list[Added]:
        if count.total + self.amount > self.most:
            raise Refused(Reason.ALREADY_PLAYED)
        return [Added(1, self.table) for _ in range(self.amount)]


def evolve(count: Count, happened: Happened) -> Count:
    return replace(count, version=happened.version, total=count.total + happened.event.amount)


def fold(_deck: object, history: list[Happened]) -> Count:
    count = Count()
    for happened in history:
        count = evolve(count, happened)
    return count


class Heard(Watchers):
    """Watchers that remember whom they woke."""

    def __init__(self) -> None:
        super().__init__()
        self.woken: list[tuple[str, int, frozenset[TableId] | None]] = []

    def wake(self, workshop: WorkshopId, version: int, touched: frozenset[TableId] | None) -> None:
        self.woken.append((workshop, version, touched))
        super().wake(workshop, version, touched)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def add() -> type[Add]:
    return Add


@pytest.fixture
def profile() -> Callable[..., WorkshopRow]:
    def of(workshop: str, erase_on: str = "2027-01-31") -> WorkshopRow:
        return WorkshopRow(WorkshopId(workshop), erase_on, "speelruimte", "1", "abc", NOON)

    return of


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def watchers() -> Heard:
    return Heard()


@pytest.fixture
def live_on(watchers: Heard) -> Callable[..., Live]:
    """A server on a store; two of them on one store are two nodes."""
    rules = Rules(fold, evolve, Happened, Codec({"added": Added}))

    def of(store: MemoryStore, *, watchers: Watchers = watchers, most_idle: int = 500) -> Live:
        return Live(store, rules, lambda *_: None, watchers, now=lambda: NOON, most_idle=most_idle)

    return of


@pytest.fixture
def live(live_on, store: MemoryStore) -> Live:
    return live_on(store)

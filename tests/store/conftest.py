"""What the tests of the stores share: rows that follow each other, and a workshop to put them in."""

from collections.abc import Callable

import pytest

from speelruimte.rules.words import WorkshopId
from speelruimte.store.event_store import FIRST_LINK, Row, WorkshopRow, chain

Rows = Callable[..., list[Row]]
Profile = Callable[[str], WorkshopRow]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def rows() -> Rows:
    def follow(count: int, *, after: Row | None = None, body: bytes = b"{}") -> list[Row]:
        version, before = (after.version, after.hash) if after else (0, FIRST_LINK)
        made = []
        for number in range(version + 1, version + count + 1):
            made.append(chain(before, Row(number, 1_800_000_000, "card-played", 1, body)))
            before = made[-1].hash
        return made

    return follow


@pytest.fixture
def profile() -> Profile:
    return lambda workshop: WorkshopRow(WorkshopId(workshop), "2027-01-31", "speelruimte", "1", "abc", 1_800_000_000)

"""A server without a network, and a room in it."""

from collections.abc import AsyncIterator

import pytest

from speelruimte.app import Parts, build
from speelruimte.settings import Settings
from tests.web.room import Room


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def settings() -> Settings:
    return Settings(database=":memory:")


@pytest.fixture
async def parts(settings: Settings) -> AsyncIterator[Parts]:
    built = build(settings)
    yield built
    await built.site.live.close()


@pytest.fixture
async def room(parts: Parts) -> Room:
    return await Room.begun(parts)

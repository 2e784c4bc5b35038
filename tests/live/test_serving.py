"""The server lets its open pages go and stops at once."""

import asyncio
import gc
import time

import pytest
import uvicorn

from speelruimte.live.serving import Server
from speelruimte.live.watchers import Watchers

pytestmark = pytest.mark.anyio


@pytest.fixture
def collector():
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.usefixtures("collector")
async def test_a_stop_ends_the_streams_within_two_seconds() -> None:
    watchers = Watchers()

    async def stream(_scope, _receive, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"first", "more_body": True})
        with watchers.watch("w") as page:
            await page.newer_than(0)
        await send({"type": "http.response.body", "body": b"last", "more_body": False})

    server = Server(uvicorn.Config(stream, port=0, lifespan="off", log_config=None), watchers)
    serving = asyncio.ensure_future(server._serve())
    while not server.started:  # noqa: ASYNC110  uvicorn has no event for it
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    await reader.readuntil(b"first")
    asked = time.monotonic()
    server.should_exit = True
    assert b"last" in await reader.read()
    await serving
    assert time.monotonic() - asked < 2
    writer.close()
    await writer.wait_closed()

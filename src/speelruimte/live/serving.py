"""The web server, which lets open pages go before it stops and does not stutter while it runs."""

import asyncio
import gc
import socket

import uvicorn

from speelruimte.live.watchers import Watchers

# Objects made before a collection. Requests leave almost no cycles; the default of 700 makes pauses of
# hundreds of milliseconds with thousands of open pages.
YOUNG, MIDDLE, OLD = 10_000, 50, 50


class Server(uvicorn.Server):
    """A uvicorn server that ends the streams first: uvicorn itself would wait for them for ever."""

    def __init__(self, config: uvicorn.Config, watchers: Watchers) -> None:
        super().__init__(config)
        self._watchers = watchers

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        calm_collector()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._watchers.close()
        await asyncio.sleep(0)  # the streams send their last line
        await super().shutdown(sockets)


def calm_collector() -> None:
    """Leave what lives as long as the server out of every garbage collection from now on."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)

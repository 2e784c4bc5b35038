"""Open pages: one raw connection each, that notes when which version came."""

import asyncio
import re
import time
from dataclasses import dataclass
from typing import cast

from bench.asking import request

FRAME = re.compile(rb"(?:^|\n)id: (\d+)\n")
END_OF_FRAME = b"\n\n\r\n"  # the empty line of the message, and the end of its chunk


@dataclass(frozen=True, slots=True)
class Frame:
    """That a page got a version, and when; `size` in bytes."""

    version: int
    at: float
    size: int


class Page(asyncio.Protocol):
    """The stream of one page."""

    def __init__(self, port: int, address: str, cookie: str) -> None:
        self.frames: list[Frame] = []
        self.newest = b""  # the last frame as it came
        self.closed = False
        self.first: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.address, self.cookie = address, cookie
        self._request = request("GET", port, f"{address}/stream", cookie)
        self._part = bytearray()
        self._port = port

    async def open(self) -> None:
        """Open the page and wait for its first frame."""
        await asyncio.get_running_loop().create_connection(lambda: self, "127.0.0.1", self._port)
        async with asyncio.timeout(60):
            await self.first

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        cast(asyncio.WriteTransport, transport).write(self._request)  # uvloop has transports of its own

    def connection_lost(self, _: Exception | None) -> None:
        self.closed = True
        if not self.first.done():
            self.first.set_exception(ConnectionError(bytes(self._part[:200])))

    def data_received(self, data: bytes) -> None:
        now = time.perf_counter()
        self._part += data
        if self._part.endswith(END_OF_FRAME):
            for message in bytes(self._part).split(b"\n\n"):
                self._take(message, now)
            self._part.clear()

    def _take(self, message: bytes, now: float) -> None:
        found = FRAME.search(message)
        if found is None:
            return  # a heartbeat
        self.frames.append(Frame(int(found[1]), now, len(message)))
        self.newest = message[found.end() :]
        if not self.first.done():
            self.first.set_result(None)

    @property
    def html(self) -> list[str]:
        """What the page shows, line by line."""
        return [line.removeprefix("data: ") for line in self.newest.decode().split("\n")]

"""A real server in a process of its own, which can be killed and started again; and a proxy that can fail."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

START = "from speelruimte.cli import app; app()"
PATIENCE = 20.0
BAD_GATEWAY = b"<!doctype html><title>502</title><h1>502 Bad Gateway</h1>"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Served:
    """A server on a port of this machine, with a database file."""

    database: Path
    lan: bool = False
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        where = ["--host", "127.0.0.1", "--port", str(self.port), "--database", str(self.database)]
        command = [sys.executable, "-c", START, "serve", *where, *(["--lan"] if self.lan else [])]
        self._process = subprocess.Popen(command, env={**os.environ, "PYTHONWARNINGS": "ignore"})
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 0.2):
                return
            assert self._process.poll() is None, "The server ended by itself."
            time.sleep(0.05)
        raise AssertionError("The server does not answer.")

    def stay_up(self) -> None:
        """Start it again when a test that failed left it down."""
        if self._process is None or self._process.poll() is not None:
            self.start()

    def kill(self) -> None:
        """End it as a power cut does."""
        assert self._process
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self.kill()


class Proxy:
    """Stands before a server, and says 502 or keeps the stream back when asked to."""

    def __init__(self, target: Served) -> None:
        self.port = free_port()
        self.failing = False
        self.without_streams = False
        self._target = target
        self._loop = asyncio.new_event_loop()
        self._open: set[asyncio.StreamWriter] = set()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self._call(asyncio.start_server(self._serve, "127.0.0.1", self.port))

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def fail(self, failing: bool) -> None:
        """Fail from now on, and cut what is open; or work again."""
        self.failing = failing
        self._call(self._cut())

    def stop(self) -> None:
        self._call(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _call(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _end(self) -> None:
        self._server.close()
        await self._cut()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        await asyncio.gather(*others, return_exceptions=True)

    async def _cut(self) -> None:
        for writer in self._open:
            writer.close()
        self._open.clear()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        with suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            if self.failing:
                await self._answer(writer, b"502 Bad Gateway", BAD_GATEWAY)
            elif self.without_streams and b"/stream" in head.split(b"\r\n")[0]:
                await reader.read()  # until the browser gives up
            else:
                await self._pass_on(head, reader, writer)
        writer.close()

    async def _answer(self, writer: asyncio.StreamWriter, status: bytes, text: bytes) -> None:
        length = str(len(text)).encode()
        writer.write(b"HTTP/1.1 " + status + b"\r\ncontent-type: text/html\r\nconnection: close\r\n")
        writer.write(b"content-length: " + length + b"\r\n\r\n" + text)
        await writer.drain()

    async def _pass_on(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass one request on, with the connection closed after it."""
        inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", self._target.port)
        self._open.add(inner_writer)
        lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
        inner_writer.write(lines[0] + b"\r\nConnection: close\r\n" + b"\r\n".join(lines[1:]))
        sending = asyncio.ensure_future(copy(reader, inner_writer))
        await copy(inner_reader, writer)
        sending.cancel()
        inner_writer.close()


async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await reader.read(65536):
            writer.write(piece)
            await writer.drain()

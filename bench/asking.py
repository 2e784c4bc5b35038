"""A small HTTP client: a few connections that stay open, and one request at a time on each."""

import asyncio
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

PATIENCE = 60.0  # seconds for one answer
LARGEST_HEAD = 1 << 20


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; header names are in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def cookie(self) -> str:
        """The cookie that was given, as a browser sends it back."""
        return self.headers.get("set-cookie", "").partition(";")[0]


@dataclass(frozen=True, slots=True)
class Connection:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def ask(self, request: bytes) -> Answer:
        self.writer.write(request)
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): text.strip() for name, _, text in (line.partition(":") for line in head[1:])}
        body = await self.reader.readexactly(int(headers.get("content-length", 0)))
        return Answer(int(head[0].split()[1]), headers, body)


class Client:
    """The connections to one server."""

    def __init__(self, port: int, connections: int) -> None:
        self._port = port
        self._connections = connections
        self._idle: asyncio.Queue[Connection] = asyncio.Queue()

    async def __aenter__(self) -> Self:
        for _ in range(self._connections):
            await self._connect()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        while not self._idle.empty():
            self._idle.get_nowait().writer.close()

    async def get(self, path: str, cookie: str) -> Answer:
        return await self._ask(request("GET", self._port, path, cookie))

    async def post(self, path: str, form: dict[str, str], cookie: str = "") -> Answer:
        """Send a form as our own script does."""
        return await self._ask(request("POST", self._port, path, cookie, urlencode(form).encode()))

    async def _ask(self, raw: bytes) -> Answer:
        connection = await self._idle.get()
        async with asyncio.timeout(PATIENCE):
            answer = await connection.ask(raw)
        self._idle.put_nowait(connection)
        return answer

    async def _connect(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port, limit=LARGEST_HEAD)
        self._idle.put_nowait(Connection(reader, writer))


def request(method: str, port: int, path: str, cookie: str, body: bytes | None = None) -> bytes:
    """Return a request as a browser on our own page sends it."""
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Origin: http://127.0.0.1:{port}",
        "Sec-Fetch-Site: same-origin",
        "X-Speelruimte: 1",
    ]
    lines += [f"Cookie: {cookie}"] if cookie else []
    if body is not None:
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")

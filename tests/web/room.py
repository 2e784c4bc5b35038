"""A room full of people over HTTP, without a browser: each with cookies of their own, sending what a browser would."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

import httpx

from speelruimte.app import Parts
from speelruimte.rules.words import SeatId, WorkshopId
from speelruimte.rules.workshop import Workshop
from speelruimte.web.access import Place
from speelruimte.web.entrance import invitations

ADDRESS = "https://speelruimte.test"
BY_SCRIPT = {"x-speelruimte": "1"}

Fields = Mapping[str, str | list[str]]


class Visitor:
    """A browser: it keeps cookies, follows no link by itself, and says where its forms come from."""

    def __init__(self, parts: Parts, at: str = "", *, origin: Mapping[str, str] | None = None) -> None:
        self.parts = parts
        self.at = at
        self._origin = {"sec-fetch-site": "same-origin"} if origin is None else dict(origin)
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(parts.app), base_url=ADDRESS)

    async def get(self, path: str = "", **headers: str) -> httpx.Response:
        return await self.client.get(self._to(path), headers=headers)

    async def post(self, path: str, fields: Fields | None = None, **headers: str) -> httpx.Response:
        """Send a form as a page without a script does."""
        return await self.client.post(self._to(path), data=dict(fields or {}), headers={**self._origin, **headers})

    async def send(self, path: str, fields: Fields | None = None) -> httpx.Response:
        """Send a form as our script does."""
        return await self.post(path, fields, **BY_SCRIPT)

    async def first_bytes(self, path: str = "stream") -> tuple[int, bytes]:
        """Open a stream, and go away at once: the status and what came."""
        sent = await asgi(self.parts, "GET", self._to(path), cookies=self.cookies)
        return sent.status, sent.body

    @property
    def cookies(self) -> dict[str, str]:
        return dict(self.client.cookies)

    def _to(self, path: str) -> str:
        return path if path.startswith("/") else f"{self.at}/{path}".rstrip("/")


@dataclass
class Sent:
    """What an application sent on one request."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


async def asgi(
    parts: Parts,
    method: str,
    path: str,
    *,
    cookies: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Sent:
    """Ask the application itself, as somebody who hangs up after asking."""
    path, _, query = path.partition("?")
    jar: SimpleCookie = SimpleCookie(dict(cookies or {}))
    told = {"host": "speelruimte.test", "cookie": jar.output(header="", sep=";").strip(), **(headers or {})}
    scope = {
        "type": "http",
        "method": method,
        "scheme": "https",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in told.items() if value],
        "client": ("127.0.0.1", 1),
        "server": ("speelruimte.test", 443),
    }
    sent = Sent()

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            sent.status = message["status"]
            sent.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        sent.body += message.get("body", b"")

    await parts.app(scope, receive, send)
    return sent


@dataclass
class Room:
    """A workshop, its facilitator, and the people who joined."""

    parts: Parts
    id: WorkshopId
    facilitator: Visitor
    key: str
    people: dict[str, Visitor] = field(default_factory=dict)

    @classmethod
    async def begun(cls, parts: Parts, format_id: str = "kort") -> "Room":
        facilitator = Visitor(parts)
        answer = await facilitator.post("/begin", {"titel": "Warmte in de wijk", "format": format_id, "bewaar": "30"})
        assert answer.status_code == 303, answer.text
        id_ = WorkshopId(answer.headers["location"].split("/")[2])
        facilitator.at = f"/w/{id_}/{Place.CONSOLE}"
        (carried,) = facilitator.cookies.values()
        return cls(parts, id_, facilitator, carried.split(".")[0])

    async def workshop(self) -> Workshop:
        state = await self.parts.site.live.state(self.id)
        assert state is not None
        return state

    async def version(self) -> int:
        return (await self.workshop()).version

    async def seat(self, name: str) -> SeatId:
        workshop = await self.workshop()
        return next(seat.id for seat in workshop.seats.values() if seat.name.text == name)

    async def join(self, name: str, *, signed_in: bool = True) -> Visitor:
        """Let somebody join with the code."""
        visitor = Visitor(self.parts, f"/w/{self.id}/{Place.TABLE}")
        answer = await visitor.post(f"/k/{(await self.workshop()).join_code}", {"naam": name})
        assert answer.status_code == 303, answer.text
        if signed_in:
            self.people[name] = visitor
        return visitor

    async def with_link(self, place: Place) -> Visitor:
        """Let somebody in who got a link: of the beamer, or to facilitate together."""
        links = invitations(ADDRESS, self.id, "", self.key)
        link = links.beamer if place is Place.BEAMER else links.cofacilitator
        visitor = Visitor(self.parts, f"/w/{self.id}/{place}")
        answer = await visitor.send("binnen", {"sleutel": link.partition("#")[2]})
        assert answer.status_code == 204, answer.text
        return visitor

    async def open(self, step: str) -> None:
        """Open a step as the facilitator."""
        answer = await self.facilitator.send("open-stap", {"stap": step})
        assert answer.status_code == 204, answer.text

    async def steps(self) -> list[str]:
        return [step.id for step in (await self.workshop()).format.steps]

    async def at_table(self, number: int) -> Visitor:
        """Return who may act first at a table."""
        workshop = await self.workshop()
        table = next(one for one in workshop.tables.values() if one.number == number)
        name = workshop.seats[table.seats[0]].name.text
        return self.people[name or ""]

    async def round_id(self, name: str) -> str:
        """Return the open round of somebody's table."""
        workshop = await self.workshop()
        table = workshop.seats[await self.seat(name)].table
        assert table
        round_ = workshop.tables[table].round
        assert round_
        return str(round_.id)

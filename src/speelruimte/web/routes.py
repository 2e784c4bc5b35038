"""Every address, in one list, with who may use it. A test holds this list against the matrix of roles."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from speelruimte.rules.workshop import Role
from speelruimte.web import beamer, begin, console, enter, home, recover, table
from speelruimte.web.access import MAY_ENTER, Place
from speelruimte.web.acts import ACTS
from speelruimte.web.assets import Assets
from speelruimte.web.moves import MOVES
from speelruimte.web.site import Endpoint
from speelruimte.web.stream import Stream

EVERYBODY: frozenset[Role] = frozenset()
BY_LINK = (Place.CONSOLE, Place.BEAMER)


@dataclass(frozen=True, slots=True)
class Address:
    """An address. `who` are the roles that may use it; nobody named means everybody."""

    path: str
    endpoint: Endpoint | Stream
    method: str = "GET"
    who: frozenset[Role] = EVERYBODY

    def route(self) -> Route:
        """Return the route. A stream is plain ASGI, for which Starlette knows no methods, and is never packed."""
        if isinstance(self.endpoint, Stream):
            return Route(self.path, self.endpoint)
        return Route(self.path, self.endpoint, methods=[self.method], middleware=[Middleware(GZipMiddleware)])


def at(place: Place) -> str:
    return f"/w/{{workshop}}/{place}"


def public() -> list[Address]:
    """Return the addresses that need no key."""
    return [
        Address("/", home.home),
        Address("/", home.with_code, "POST"),
        Address("/k/{code}", home.join_page),
        Address("/k/{code}", home.join, "POST"),
        Address("/begin", begin.page),
        Address("/begin", begin.begin, "POST"),
        Address("/organisator", begin.page),
        Address("/organisator", begin.organiser, "POST"),
        Address("/herstel", recover.page),
        Address("/herstel", recover.recover, "POST"),
        *(Address(f"{at(place)}/binnen", enter.door(place)) for place in BY_LINK),
        *(Address(f"{at(place)}/binnen", enter.enter(place), "POST") for place in BY_LINK),
        Address("/livez", alive),
    ]


def of_table() -> list[Address]:
    """Return the addresses of participants."""
    base, who = at(Place.TABLE), MAY_ENTER[Place.TABLE]
    return [
        Address(base, table.page, who=who),
        Address(f"{base}/deel", table.stream.fragment, who=who),
        Address(f"{base}/stream", table.stream, who=who),
        Address(f"{base}/verborgen", table.hidden, "POST", who),
        Address(f"{base}/taal", table.choose_language, "POST", who),
        Address(f"{base}/wis-apparaat", table.sign_out, "POST", who),
        *(Address(f"{base}/{name}", table.move(form), "POST", who) for name, form in MOVES.items()),
    ]


def of_console() -> list[Address]:
    """Return the addresses of facilitators."""
    base, who = at(Place.CONSOLE), MAY_ENTER[Place.CONSOLE]
    return [
        Address(base, console.page, who=who),
        Address(f"{base}/links", console.links, who=who),
        Address(f"{base}/deel", console.stream.fragment, who=who),
        Address(f"{base}/stream", console.stream, who=who),
        *(Address(f"{base}/{name}", console.act(form), "POST", who) for name, form in ACTS.items()),
    ]


def of_beamer() -> list[Address]:
    """Return the addresses of the big screen."""
    base, who = at(Place.BEAMER), MAY_ENTER[Place.BEAMER]
    return [
        Address(base, beamer.page, who=who),
        Address(f"{base}/deel", beamer.stream.fragment, who=who),
        Address(f"{base}/stream", beamer.stream, who=who),
    ]


def addresses() -> list[Address]:
    return [*public(), *of_table(), *of_console(), *of_beamer()]


def routes(assets: Assets) -> Iterable[Route]:
    """Return all routes of the server."""
    return [*(address.route() for address in addresses()), Route("/static/{path:path}", assets.answer)]


async def alive(request: Request) -> Response:
    """Say that the process answers."""
    del request
    return JSONResponse({"levend": True})

"""Who is asking: the cookie of a place, its role and its seat. One function for all routes."""

from dataclasses import dataclass
from enum import StrEnum

from starlette.requests import HTTPConnection
from starlette.responses import Response

from speelruimte.rules.words import SeatId, WorkshopId
from speelruimte.rules.workshop import Key, KeyKind, Role, Standing, Workshop
from speelruimte.web.render import Kept, Pages
from speelruimte.web.secrets import hashed
from speelruimte.web.site import Site, site_of

A_QUARTER = 92 * 24 * 3600  # seconds; no workshop is kept longer


class Place(StrEnum):
    """Where one is: the word in the address, which also says which cookie is read."""

    TABLE = "tafel"
    CONSOLE = "console"
    BEAMER = "beamer"


MAY_ENTER: dict[Place, frozenset[Role]] = {
    Place.TABLE: frozenset({Role.SEAT}),
    Place.CONSOLE: frozenset({Role.FACILITATOR, Role.COFACILITATOR}),
    Place.BEAMER: frozenset({Role.BEAMER}),
}


class NotSignedIn(Exception):
    """There is no valid key for this place.

    `had_key`: the browser brought one that opens nothing any more; `standing`: of the seat that it opened, if any.
    """

    def __init__(self, workshop: WorkshopId, place: Place, *, had_key: bool, standing: Standing | None = None) -> None:
        super().__init__(place)
        self.workshop = workshop
        self.place = place
        self.had_key = had_key
        self.standing = standing


class NoWorkshop(Exception):
    """There is no such workshop, or it was erased."""


@dataclass(frozen=True, slots=True)
class Pass:
    """What a cookie carries: the key, the code its owner can read, and the language."""

    key: str
    code: str = ""
    language: str = "nl"

    def text(self) -> str:
        return f"{self.key}.{self.code}.{self.language}"

    @classmethod
    def read(cls, text: str) -> "Pass":
        key, _, rest = text.partition(".")
        code, _, language = rest.partition(".")
        return cls(key, code, language or "nl")


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody with a valid key."""

    site: Site
    id: WorkshopId
    workshop: Workshop
    role: Role
    seat: SeatId
    carried: Pass

    @property
    def pages(self) -> Pages:
        """The pages of the deck that this workshop is played with."""
        return self.site.pages.of(self.workshop.deck)

    @property
    def kept(self) -> Kept:
        """What the open pages of this workshop remember of their drawing."""
        return self.site.live.watchers.shared(self.id)


async def caller(connection: HTTPConnection, workshop: str, place: Place) -> Caller:
    """Return who is asking; raise NoWorkshop, or NotSignedIn without a valid key for this place."""
    site = site_of(connection)
    id_ = WorkshopId(workshop)
    state = await site.live.state(id_)
    if state is None:
        raise NoWorkshop
    carried = carried_pass(connection, site, id_, place)
    held = key_of(state, carried, place)
    if carried is None or held is None:
        raise NotSignedIn(id_, place, had_key=carried is not None, standing=standing_of(state, carried))
    return Caller(site, id_, state, held.role, held.seat or SeatId(""), carried)


def key_of(workshop: Workshop, carried: Pass | None, place: Place) -> Key | None:
    """Return what a carried key opens here, if anything; that of somebody who left or was removed opens nothing."""
    held = workshop.keys.get(hashed(carried.key)) if carried else None
    if held is None or held.kind is not KeyKind.COOKIE or held.role not in MAY_ENTER[place]:
        return None
    seat = workshop.seats.get(held.seat) if held.seat else None
    return held if seat is None or seat.standing is Standing.HERE else None


def standing_of(workshop: Workshop, carried: Pass | None) -> Standing | None:
    """Return whether the seat of a carried key takes part, left or was removed."""
    held = workshop.keys.get(hashed(carried.key)) if carried else None
    seat = workshop.seats.get(held.seat) if held and held.seat else None
    return seat.standing if seat else None


def carried_pass(connection: HTTPConnection, site: Site, workshop: WorkshopId, place: Place) -> Pass | None:
    text = connection.cookies.get(cookie_name(site, workshop, place))
    return Pass.read(text) if text else None


def cookie_name(site: Site, workshop: WorkshopId, place: Place) -> str:
    """Return the name of a cookie. Over plain http the prefix that demands Secure cannot be used."""
    return f"{'__Host-' if site.secure else ''}speelruimte-{place}-{workshop}"


def give_pass(response: Response, site: Site, workshop: WorkshopId, place: Place, carried: Pass) -> None:
    """Put a pass in the browser."""
    response.set_cookie(
        cookie_name(site, workshop, place),
        carried.text(),
        max_age=A_QUARTER,
        path="/",
        secure=site.secure,
        httponly=True,
        samesite="lax",
    )


def take_pass(response: Response, site: Site, workshop: WorkshopId, place: Place) -> None:
    """Take a pass out of the browser."""
    response.delete_cookie(
        cookie_name(site, workshop, place), path="/", secure=site.secure, httponly=True, samesite="lax"
    )

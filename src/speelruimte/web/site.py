"""What every page needs to do its work: the parts of this server, put together once in `app.py`."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from speelruimte.live.change import Live
from speelruimte.live.presence import Presence
from speelruimte.rules.cards import Deck
from speelruimte.rules.workshop import Workshop
from speelruimte.web.attempts import Attempts
from speelruimte.web.render import Pages

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Site:
    """The parts. `secure` is False only for a room on plain http; `open_house` lets anybody begin a workshop."""

    live: Live[Workshop]
    deck: Deck
    presence: Presence
    pages: Pages
    attempts: Attempts
    secure: bool
    open_house: bool
    organiser_key: str
    public_address: str
    now: Callable[[], int]

    def address(self, connection: HTTPConnection) -> str:
        """Return the address of this server as a browser reaches it, without a slash at its end."""
        return self.public_address or f"{connection.url.scheme}://{connection.url.netloc}"


def site_of(connection: HTTPConnection) -> Site:
    """Return the parts of the server that got this request."""
    site: Site = connection.app.state.site
    return site

"""The big screen: released content only."""

from starlette.requests import Request
from starlette.responses import Response

from speelruimte.rules.view.beamer import beamer_view
from speelruimte.web import translate
from speelruimte.web.access import Caller, Place, caller
from speelruimte.web.entrance import join_address, qr
from speelruimte.web.site import site_of
from speelruimte.web.stream import Stream

ONLY_HERE = ("localhost", "127.0.0.1", "[::1]", ".localhost")


def draw(who: Caller) -> str:
    """Return the live part of the beamer, without the QR code, which stays as it is."""
    return who.pages.html("beamer/live.html", values(who), who.kept)


def values(who: Caller) -> dict[str, object]:
    return {
        "view": beamer_view(who.workshop),
        "at": f"/w/{who.id}/{Place.BEAMER}",
        "version": who.workshop.version,
    }


async def page(request: Request) -> Response:
    who = await caller(request, request.path_params["workshop"], Place.BEAMER)
    translate.speak(who.carried.language)
    address = site_of(request).address(request)
    join = join_address(address, who.workshop.join_code)
    shown = {"join": join, "qr": qr(join), "only_here": reaches_only_here(address)}
    return who.pages.page("beamer/page.html", values(who) | shown)


def reaches_only_here(address: str) -> bool:
    """Tell whether phones cannot reach this address, since it means the machine itself."""
    host = address.partition("://")[2].rpartition(":")[0] or address.partition("://")[2]
    return host.endswith(ONLY_HERE)


stream = Stream(Place.BEAMER, draw)

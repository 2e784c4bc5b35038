"""The facilitator's page and its acts."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from speelruimte.rules.view.console import console_view
from speelruimte.rules.workshop import Role
from speelruimte.web import translate
from speelruimte.web.access import Caller, Place, caller
from speelruimte.web.beamer import reaches_only_here
from speelruimte.web.changing import NotSaved, by_script, carry_out, read_form, saved, told_script
from speelruimte.web.entrance import (
    invitations,
)
from speelruimte.web.forms import Form
from speelruimte.web.site import Endpoint
from speelruimte.web.stream import Stream


def draw(who: Caller) -> str:
    """Return the live part of the console."""
    return who.pages.html("console/live.html", values(who), who.kept)


def values(who: Caller) -> dict[str, object]:
    """Return the view, and whether the links are on this device and the page came over plain http."""
    view = console_view(who.workshop)
    shown = {"view": view, "at": f"/w/{who.id}/{Place.CONSOLE}", "version": who.workshop.version}
    return shown | {"has_links": who.role is Role.FACILITATOR, "lan": not who.site.secure}


async def facilitator(request: Request) -> Caller:
    who = await caller(request, request.path_params["workshop"], Place.CONSOLE)
    translate.speak(who.carried.language)
    return who


async def page(request: Request) -> Response:
    who = await facilitator(request)
    return shown(who)


def shown(who: Caller, refused: NotSaved | None = None) -> Response:
    """Return the whole page, with why something was not done."""
    told = {"refused": refused.text if refused else None}
    status = refused.status if refused else 200
    return who.pages.page("console/page.html", values(who) | told, status=status)


async def links(request: Request) -> Response:
    """Show the links to hand out and the recovery code, on the device of the facilitator alone."""
    who = await facilitator(request)
    if who.role is not Role.FACILITATOR:
        return RedirectResponse(f"/w/{who.id}/{Place.CONSOLE}", 303)
    address = who.site.address(request)
    handed = invitations(address, who.id, who.workshop.join_code, who.carried.key)
    shown = {"invitations": handed, "only_here": reaches_only_here(address)}
    return who.pages.page("console/links.html", values(who) | shown)


def act(kind: type[Form]) -> Endpoint:
    """Return the endpoint that carries out one kind of form."""

    async def endpoint(request: Request) -> Response:
        who = await facilitator(request)
        try:
            form = await read_form(request, kind)
            workshop = await carry_out(who, form)
        except NotSaved as refused:
            if by_script(request):
                return told_script(refused)
            return shown(who, refused)
        return saved(request, workshop, f"/w/{who.id}/{Place.CONSOLE}")

    return endpoint


stream = Stream(Place.CONSOLE, draw)

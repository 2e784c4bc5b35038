"""The facilitator's page and its acts."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from speelruimte.rules.keys import RecoverConsole
from speelruimte.rules.refusals import Refused
from speelruimte.rules.view.console import console_view
from speelruimte.rules.words import WorkshopId
from speelruimte.rules.workshop import Role
from speelruimte.web import translate
from speelruimte.web.access import Caller, Pass, Place, caller, give_pass
from speelruimte.web.attempts import MINUTES
from speelruimte.web.beamer import reaches_only_here
from speelruimte.web.changing import NotSaved, by_script, carry_out, read_form, saved, told_script
from speelruimte.web.entrance import (
    client_address,
    invitations,
    key_opens,
    keys_for,
    recovery_code,
    recovery_key,
    secret_of,
)
from speelruimte.web.forms import Form
from speelruimte.web.secrets import hashed, new_key, tidy_code
from speelruimte.web.sentences import CODE_UNKNOWN, TRIED_TOO_OFTEN
from speelruimte.web.site import site_of
from speelruimte.web.stream import Stream

Endpoint = Callable[[Request], Awaitable[Response]]


def draw(who: Caller) -> str:
    """Return the live part of the console."""
    return who.site.pages.html("console/live.html", values(who), who.kept)


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
    return who.site.pages.page("console/page.html", values(who) | told, status=status)


async def links(request: Request) -> Response:
    """Show the links to hand out and the recovery code, on the device of the facilitator alone."""
    who = await facilitator(request)
    if who.role is not Role.FACILITATOR:
        return RedirectResponse(f"/w/{who.id}/{Place.CONSOLE}", 303)
    address = who.site.address(request)
    handed = invitations(address, who.id, who.workshop.join_code, who.carried.key)
    shown = {"invitations": handed, "only_here": reaches_only_here(address)}
    return who.site.pages.page("console/links.html", values(who) | shown)


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


def enter(place: Place) -> Endpoint:
    """Return the endpoint that exchanges the secret of a link for a cookie of this place."""

    async def endpoint(request: Request) -> Response:
        site = site_of(request)
        workshop = WorkshopId(request.path_params["workshop"])
        async with request.form(max_files=0, max_fields=5) as filled:
            key = secret_of(str(filled.get("sleutel", "")))
        page_ = f"/w/{workshop}/{place}"
        if not await key_opens(site, workshop, key, place):
            return refused_entry(request)
        answer: Response = Response(status_code=204) if by_script(request) else RedirectResponse(page_, 303)
        give_pass(answer, site, workshop, place, Pass(key))
        return answer

    return endpoint


def refused_entry(request: Request) -> Response:
    text = translate.gettext(CODE_UNKNOWN)
    if by_script(request):
        return JSONResponse({"reden": "code_onbekend", "zin": text}, 403)
    return site_of(request).pages.page("message.html", {"title": text, "text": ""}, status=403)


async def recover(request: Request) -> Response:
    """Take the console over with the recovery code; the lost device is signed out."""
    site = site_of(request)
    async with request.form(max_files=0, max_fields=5) as filled:
        code = tidy_code(str(filled.get("code", "")))
    if not site.attempts.may_try(client_address(request)):
        return site.pages.page("console/recover.html", {"refused": tried_too_often()}, status=429)
    workshop = await site.live.find(recovery_key(code)) if code else None
    key = new_key()
    if workshop is not None:
        try:
            command = RecoverConsole(hashed(code), keys_for(key))
            await site.live.change(workshop, command, keys=(recovery_key(recovery_code(key)),))
        except Refused:
            workshop = None
    if workshop is None:
        site.attempts.failed(client_address(request))
        return site.pages.page("console/recover.html", {"refused": translate.gettext(CODE_UNKNOWN)}, status=404)
    answer = RedirectResponse(f"/w/{workshop}/{Place.CONSOLE}/links", 303)
    give_pass(answer, site, workshop, Place.CONSOLE, Pass(key))
    return answer


async def recover_page(request: Request) -> Response:
    return site_of(request).pages.page("console/recover.html", {"refused": None})


def tried_too_often() -> str:
    return translate.gettext(TRIED_TOO_OFTEN).format(n=MINUTES)


stream = Stream(Place.CONSOLE, draw)

"""Beginning a workshop: who may, what is asked, and the keys that the facilitator gets."""

import hmac
from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated

from pydantic import Field
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from speelruimte.live import clock
from speelruimte.rules.agenda import BeginWorkshop
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.words import Words, WordsId, WorkshopId
from speelruimte.store.event_store import KeyTaken, WorkshopRow
from speelruimte.web import translate
from speelruimte.web.access import Pass, Place, give_pass
from speelruimte.web.changing import NotSaved, not_saved, read_form
from speelruimte.web.entrance import join_key, keys_for, recovery_code, recovery_key, secret_of
from speelruimte.web.forms import Form, Maybe
from speelruimte.web.secrets import JOIN_CODE, derived, new_code, new_id, new_key
from speelruimte.web.sentences import NO_TITLE
from speelruimte.web.site import Site, site_of
from speelruimte.web.typed import Code, Name

KEEP = (1, 30, 90)  # days
ORGANISER = "speelruimte-organisator"
LONGEST = 100  # of a value that comes along in an address
TRIES = 3  # for a join code that nobody has yet


class BeginForm(Form):
    """`tafels` is a number of tables; without it they are made by the wished size."""

    titel: Name
    format: Code
    grootte: Annotated[int, Field(ge=2, le=8)] = 4
    tafels: Annotated[Annotated[int, Field(ge=1, le=40)] | None, Maybe] = None
    bewaar: int = 30


async def page(request: Request) -> Response:
    site = site_of(request)
    if not may_begin(request, site):
        return ask_link(site)
    again = {name: text[:LONGEST] for name, text in request.query_params.items() if name in BeginForm.model_fields}
    return site.pages.page("begin.html", choices(again))


def ask_link(site: Site, *, refused: bool = False) -> Response:
    """Ask for the organiser link; `refused` when the given one is not it."""
    return site.pages.page("organiser.html", {"refused": refused}, status=403)


def choices(typed: Mapping[str, str], refused: str | None = None) -> dict[str, object]:
    """Return what the form shows: the days until which a workshop can be kept, and what was filled in already."""
    today = clock.today()
    keep = [(days, (today + timedelta(days=days)).isoformat()) for days in KEEP]
    return {"keep": keep, "refused": refused, "typed": dict(typed)}


def may_begin(request: Request, site: Site) -> bool:
    """On localhost and in a room anybody may; elsewhere the holder of the organiser link."""
    if site.open_house:
        return True
    carried = request.cookies.get(organiser_cookie(site), "")
    return hmac.compare_digest(carried.encode(), organiser_pass(site).encode())


def organiser_cookie(site: Site) -> str:
    return f"{'__Host-' if site.secure else ''}{ORGANISER}"


def organiser_pass(site: Site) -> str:
    return derived(site.organiser_key, "organisator")


async def organiser(request: Request) -> Response:
    """Exchange the secret of the organiser link for a cookie."""
    site = site_of(request)
    async with request.form(max_files=0, max_fields=5) as filled:
        key = secret_of(str(filled.get("sleutel", "")))
    if not hmac.compare_digest(key.encode(), site.organiser_key.encode()):
        return ask_link(site, refused=True)
    answer = RedirectResponse("/begin", 303)
    answer.set_cookie(
        organiser_cookie(site), organiser_pass(site), secure=site.secure, httponly=True, samesite="lax", path="/"
    )
    return answer


async def begin(request: Request) -> Response:
    """Make a workshop and bring its facilitator to the page with all links and the recovery code."""
    site = site_of(request)
    if not may_begin(request, site):
        return ask_link(site)
    try:
        form = await read_form(request, BeginForm)
        workshop, key = await workshop_made(site, form)
    except NotSaved as refused:
        async with request.form(max_files=0, max_fields=10) as filled:
            typed = {name: text for name, text in filled.items() if isinstance(text, str)}
        return site.pages.page("begin.html", choices(typed, refused.text), status=refused.status)
    answer = RedirectResponse(f"/w/{workshop}/{Place.CONSOLE}/links", 303)
    give_pass(answer, site, workshop, Place.CONSOLE, Pass(key))
    return answer


async def workshop_made(site: Site, form: Form) -> tuple[WorkshopId, str]:
    """Make the workshop of a form and return its id and its facilitator's key; raise NotSaved."""
    if not isinstance(form, BeginForm) or form.bewaar not in KEEP:
        raise not_saved(Refused(Reason.UNKNOWN))
    if not form.titel:
        raise NotSaved(translate.gettext(NO_TITLE), 422, "titel_leeg")
    key = new_key()
    for _ in range(TRIES):
        code = new_code(JOIN_CODE)
        try:
            return await begun(site, form, key, code), key
        except KeyTaken:
            continue
        except Refused as refused:
            raise not_saved(refused) from None
    raise not_saved(Refused(Reason.UNKNOWN))


async def begun(site: Site, form: BeginForm, key: str, code: str) -> WorkshopId:
    """Keep the first events of a workshop under its join code."""
    workshop = WorkshopId(new_id())
    erase_on = (clock.today() + timedelta(days=form.bewaar)).isoformat()
    deck = site.deck
    command = BeginWorkshop(
        Words(WordsId(new_id(8)), form.titel),
        code,
        form.format,
        form.grootte,
        form.tafels,
        erase_on,
        keys_for(key),
    )
    profile = WorkshopRow(workshop, erase_on, deck.id, deck.version, deck.digest, site.now())
    keys = (join_key(code), recovery_key(recovery_code(key)))
    await site.live.begin(profile, command, command_id=form.command_id(), digest=form.digest(), keys=keys)
    return workshop


def organiser_link(address: str, key: str) -> str:
    """Return the link that the first start prints."""
    return f"{address}/organisator#{key}"

"""The way in: the home page, joining with a code, and coming back with one's own."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from speelruimte.rules.people import ComeBack, TakeSeat
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.words import SeatId, Words, WordsId, WorkshopId
from speelruimte.rules.workshop import Workshop
from speelruimte.store.event_store import SentTwice
from speelruimte.web import translate
from speelruimte.web.access import NotSignedIn, NoWorkshop, Pass, Place, caller, give_pass
from speelruimte.web.attempts import MINUTES
from speelruimte.web.changing import NotSaved, not_saved, read_form
from speelruimte.web.entrance import client_address, join_key, own_key
from speelruimte.web.forms import Form, Making
from speelruimte.web.secrets import JOIN_CODE, OWN_CODE, derived, derived_code, hashed, new_id, new_key, tidy_code
from speelruimte.web.sentences import CODE_UNKNOWN, TRIED_TOO_OFTEN
from speelruimte.web.site import Site, site_of
from speelruimte.web.typed import Name


class JoinForm(Form):
    naam: Name


async def home(request: Request) -> Response:
    site = site_of(request)
    return site.pages.page("home.html", welcome(site))


def welcome(site: Site, refused: str | None = None, typed: str = "") -> dict[str, object]:
    """Return what the home page shows: the field for a code, and why a typed one did not work."""
    return {"refused": refused, "typed": typed, "open_house": site.open_house}


async def with_code(request: Request) -> Response:
    """Take any code that people have: of a workshop, or their own."""
    site = site_of(request)
    async with request.form(max_files=0, max_fields=5) as filled:
        code = tidy_code(str(filled.get("code", "")))
    if len(code) == OWN_CODE:
        return await come_back(request, site, code)
    if len(code) == JOIN_CODE:
        return RedirectResponse(f"/k/{code}", 303)
    return not_known(request, site, code)


def not_known(request: Request, site: Site, code: str) -> Response:
    """Answer the same way for a wrong, a closed and an ended code."""
    if not site.attempts.may_try(client_address(request)):
        sentence = translate.gettext(TRIED_TOO_OFTEN).format(n=MINUTES)
        return site.pages.page("home.html", welcome(site, sentence, code), status=429)
    site.attempts.failed(client_address(request))
    sentence = translate.gettext(CODE_UNKNOWN)
    return site.pages.page("home.html", welcome(site, sentence, code), status=404)


async def open_workshop(site: Site, code: str) -> tuple[WorkshopId, Workshop] | None:
    """Return the workshop of a join code while its door is open. A wrong code takes as long as a closed one."""
    found = await site.live.find(join_key(code))
    nobody = await site.live.state(WorkshopId("-"))  # always, since a workshop in progress is not looked up
    workshop = await site.live.state(found) if found else nobody
    if found is None or workshop is None or not workshop.door_open or workshop.ended:
        return None
    return found, workshop


async def join_page(request: Request) -> Response:
    """Ask for a name. Who has a seat here already goes straight to it."""
    site = site_of(request)
    code = tidy_code(request.path_params["code"])
    if not site.attempts.may_try(client_address(request)):
        return not_known(request, site, code)
    found = await open_workshop(site, code)
    back = await own_seat(request, await site.live.find(join_key(code)))
    if back is not None:
        return back
    if found is None:
        return not_known(request, site, code)
    return site.pages.page("join.html", joining(site, code, found[1]))


async def own_seat(request: Request, workshop: WorkshopId | None) -> Response | None:
    """Return the way to the seat that this browser has in a workshop, if it has one."""
    try:
        if workshop is not None:
            await caller(request, workshop, Place.TABLE)
            return RedirectResponse(f"/w/{workshop}/{Place.TABLE}", 303)
    except (NotSignedIn, NoWorkshop):
        pass
    return None


def joining(site: Site, code: str, workshop: Workshop) -> dict[str, object]:
    """Return what the join page shows of a workshop: its title, the day of erasing, and a neutral name."""
    names = site.deck.neutral_names
    offered = names[len(workshop.seats) % len(names)] if names else ""
    title = workshop.title.text if workshop.title else None
    shown = {"code": code, "title": title or "", "erase_on": workshop.erase_on, "offered": offered}
    return {**shown, "refused": None, "typed": "", "commando": new_id(20)}


async def join(request: Request) -> Response:
    """Give somebody a seat, a key for this browser, and a code of their own."""
    site = site_of(request)
    code = tidy_code(request.path_params["code"])
    found = await open_workshop(site, code) if site.attempts.may_try(client_address(request)) else None
    if found is None:
        return not_known(request, site, code)
    workshop_id, workshop = found
    try:
        form = await read_form(request, JoinForm)
        carried = await seat_given(site, workshop_id, form)
    except NotSaved as refused:
        values = joining(site, code, workshop)
        async with request.form(max_files=0, max_fields=5) as filled:
            typed = str(filled.get("naam", ""))
        values |= {"refused": refused.text, "typed": typed}
        return site.pages.page("join.html", values, status=refused.status)
    answer = RedirectResponse(f"/w/{workshop_id}/{Place.TABLE}", 303)
    give_pass(answer, site, workshop_id, Place.TABLE, carried)
    return answer


async def seat_given(site: Site, workshop: WorkshopId, form: Form) -> Pass:
    """Take a seat; raise NotSaved when the rules say no.

    A second tap on the same page gets the same seat, key and code: only its random command id makes them.
    """
    secret = f"{site.organiser_key} {workshop} {form.command_id()}"
    key, code, seat = derived(secret, "sleutel"), derived_code(secret, "code"), SeatId(derived(secret, "plaats")[:10])
    making = Making(seat, site.now())
    name = Words(WordsId(making.id()), form.naam if isinstance(form, JoinForm) else "")
    command = TakeSeat(seat, name, hashed(key), hashed(code), making.lots())
    try:
        await site.live.change(
            workshop, command, command_id=form.commando or None, digest=form.digest(), keys=(own_key(code),)
        )
    except Refused as refused:
        raise not_saved(refused) from None
    except SentTwice:
        raise not_saved(Refused(Reason.SENT_TWICE)) from None
    return Pass(key, code)


async def come_back(request: Request, site: Site, code: str) -> Response:
    """Bring somebody back to their seat on this device; the old one is signed out."""
    workshop = await site.live.find(own_key(code)) if site.attempts.may_try(client_address(request)) else None
    if workshop is None:
        return not_known(request, site, code)
    key = new_key()
    try:
        making = Making(SeatId(""), site.now())
        await site.live.change(workshop, ComeBack(hashed(code), hashed(key), making.lots()))
    except Refused:
        return not_known(request, site, code)
    answer = RedirectResponse(f"/w/{workshop}/{Place.TABLE}", 303)
    give_pass(answer, site, workshop, Place.TABLE, Pass(key, code))
    return answer

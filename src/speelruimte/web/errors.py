"""What went wrong, as a page with a sentence for people and a status for machines."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from speelruimte.rules.workshop import Standing
from speelruimte.store.event_store import StoreError
from speelruimte.web.access import NotSignedIn, NoWorkshop, Place
from speelruimte.web.changing import BY_SCRIPT, NotSaved, told_script
from speelruimte.web.security import HEADERS, TooBig
from speelruimte.web.sentences import LEFT, REMOVED, SIGNED_OUT, STORE_FULL, TOO_BIG
from speelruimte.web.site import site_of
from speelruimte.web.translate import gettext as _


def message(request: Request, status: int, title: str, text: str = "") -> Response:
    """Answer with a page that says one thing; our own script gets the sentence alone."""
    if BY_SCRIPT in request.headers:
        return told_script(NotSaved(title, status, str(status)))
    return site_of(request).pages.page("message.html", {"title": title, "text": text}, status=status)


async def no_workshop(request: Request, error: Exception) -> Response:
    del error
    return message(
        request, 404, _("Hier is geen workshop (meer)."), _("Misschien is hij gewist. Dat doen we op de beloofde dag.")
    )


async def not_signed_in(request: Request, error: Exception) -> Response:
    """A link to the console or beamer is exchanged by the page itself; a participant needs a code."""
    if not isinstance(error, NotSignedIn):
        raise error
    if error.place is not Place.TABLE and request.method == "GET" and BY_SCRIPT not in request.headers:
        page = {"workshop": error.workshop, "place": error.place, "had_key": error.had_key}
        return site_of(request).pages.page("enter.html", page, status=401)
    title = why_not_signed_in(error)
    if BY_SCRIPT in request.headers:
        return told_script(NotSaved(title, 401, "afgemeld"))
    shown = {"title": title, "removed": error.standing is Standing.REMOVED}
    return site_of(request).pages.page("signed_out.html", shown, status=401)


def why_not_signed_in(error: NotSignedIn) -> str:
    """Return what happened to a seat on this device: none yet, left, removed, or taken to another device."""
    if not error.had_key:
        return _("Je hebt op dit apparaat nog geen plaats.")
    return _({Standing.LEFT: LEFT, Standing.REMOVED: REMOVED}.get(error.standing or Standing.HERE, SIGNED_OUT))


async def store_failed(request: Request, error: Exception) -> Response:
    del error
    return message(request, 503, _(STORE_FULL))


async def too_big(request: Request, error: Exception) -> Response:
    del error
    return message(request, 413, _(TOO_BIG))


async def http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == 405 and request.method == "GET":  # noqa: PLR2004  somebody reloaded the address of a form
        return RedirectResponse(request.url.path.rsplit("/", 1)[0], 303)
    if status == 404:  # noqa: PLR2004
        return message(request, 404, _("Deze pagina is er niet."), _("Kijk of het adres klopt."))
    return message(request, status, _("Dit lukte niet. Je tekst staat hier nog. Probeer het nog eens."))


async def broken(request: Request, error: Exception) -> Response:
    """Answer an unforeseen fault; its trace is in the log, never on a page. This answer passes no other layer."""
    del error
    answer = message(request, 500, _("Er ging iets mis bij ons. Wat bewaard was, is bewaard."))
    answer.headers.update(HEADERS | {"cache-control": "no-store"})
    return answer


HANDLERS = {
    NoWorkshop: no_workshop,
    NotSignedIn: not_signed_in,
    StoreError: store_failed,
    TooBig: too_big,
    HTTPException: http_error,
    Exception: broken,
}

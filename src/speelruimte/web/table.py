"""The participant's page and its moves."""

import re

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from speelruimte.rules.view.person import person_view
from speelruimte.web import translate
from speelruimte.web.access import Caller, Pass, Place, caller, give_pass, take_pass
from speelruimte.web.changing import NotSaved, by_script, carry_out, read_form, saved, told_script
from speelruimte.web.forms import Form
from speelruimte.web.mirror_texts import told
from speelruimte.web.site import Endpoint
from speelruimte.web.stream import Stream
from speelruimte.web.table_texts import reading

Kept = dict[str, str]
TYPED = {"tekst", "als", "dan", "eerste", "mee", "stop", "relatie", "naam"}


def address(who: Caller) -> str:
    return f"/w/{who.id}/{Place.TABLE}"


def draw(who: Caller) -> str:
    """Return the live part of the page for one person."""
    return who.pages.html("table/live.html", values(who), who.kept)


def values(who: Caller) -> dict[str, object]:
    """Return what the templates of this page get: the view, and nothing else of the workshop."""
    view = person_view(who.workshop, who.seat)
    return {
        "view": view,
        "deck": who.workshop.deck,
        "at": address(who),
        "lines": reading(view),
        "told": told(view.mirror, who.workshop.deck),
        "version": who.workshop.version,
    }


def extra(who: Caller) -> dict[str, object]:
    """Return what only the whole page needs: its live part, the person's own code, and the languages.

    `still` says that nobody is typing or choosing here, so that without a script the page may come again by itself.
    """
    live = draw(who)
    still = FIELD.search(live) is None
    own = {"code": who.carried.code, "languages": translate.available(), "secure": who.site.secure}
    return own | {"live": Markup(live), "still": still}  # noqa: S704  our own template made it


FIELD = re.compile(r"<textarea|<input (?!type=\"hidden\")")


async def seated(request: Request) -> Caller:
    """Return who is asking, and note that they are there."""
    who = await caller(request, request.path_params["workshop"], Place.TABLE)
    translate.speak(who.carried.language)
    await who.site.presence.seen(who.id, who.seat)
    return who


async def page(request: Request) -> Response:
    who = await seated(request)
    done = "bewaard" in request.query_params
    return shown(who, saved=done)


def move(kind: type[Form]) -> Endpoint:
    """Return the endpoint that carries out one kind of form."""

    async def endpoint(request: Request) -> Response:
        who = await seated(request)
        try:
            form = await read_form(request, kind)
            workshop = await carry_out(who, form)
        except NotSaved as refused:
            return await not_done(request, who, refused)
        return saved(request, workshop, address(who))

    return endpoint


async def not_done(request: Request, who: Caller, refused: NotSaved) -> Response:
    """Tell why, and give back what was typed."""
    if by_script(request):
        return told_script(refused)
    async with request.form(max_files=0, max_fields=100) as filled:
        texts = {name: text for name, text in filled.multi_items() if isinstance(text, str)}
    kept = {name: text for name, text in texts.items() if name.partition(".")[0] in TYPED}
    return shown(who, refused=refused, kept=kept)


def shown(who: Caller, *, saved: bool = False, refused: NotSaved | None = None, kept: Kept | None = None) -> Response:
    """Return the whole page: with "Bewaard", or with why something was not done and what was typed."""
    outcome = {"saved": saved, "refused": refused.text if refused else None, "typed": kept or {}}
    status = refused.status if refused else 200
    return who.pages.page("table/page.html", values(who) | extra(who) | outcome, status=status)


async def hidden(request: Request) -> Response:
    """Note that the page is hidden, so that a locked phone counts as present."""
    who = await seated(request)
    who.site.presence.hidden(who.id, who.seat)
    return Response(status_code=204)


async def choose_language(request: Request) -> Response:
    """Put the chosen language in the pass of this browser."""
    who = await seated(request)
    async with request.form(max_files=0, max_fields=5) as filled:
        chosen = str(filled.get("taal", ""))
    answer = RedirectResponse(address(who), 303)
    language = chosen if chosen in translate.CATALOGUES else translate.SOURCE
    give_pass(answer, who.site, who.id, Place.TABLE, Pass(who.carried.key, who.carried.code, language))
    return answer


async def sign_out(request: Request) -> Response:
    """Take this seat out of this browser ("Wis dit apparaat"); the own code brings it back."""
    who = await caller(request, request.path_params["workshop"], Place.TABLE)
    answer = RedirectResponse("/?gewist=1", 303)
    take_pass(answer, who.site, who.id, Place.TABLE)
    return answer


stream = Stream(Place.TABLE, draw)

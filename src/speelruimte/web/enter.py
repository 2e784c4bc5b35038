"""The door of console and beamer: exchanging the secret of a link for a cookie."""

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from speelruimte.rules.words import WorkshopId
from speelruimte.web import translate
from speelruimte.web.access import Pass, Place, give_pass
from speelruimte.web.changing import by_script
from speelruimte.web.entrance import key_opens, secret_of
from speelruimte.web.sentences import CODE_UNKNOWN
from speelruimte.web.site import Endpoint, site_of


def door(place: Place) -> Endpoint:
    """Return the page that a link opens; its script sends the secret, which stands behind the # and so in no log."""

    async def endpoint(request: Request) -> Response:
        shown = {"workshop": request.path_params["workshop"], "place": place, "had_key": False}
        return site_of(request).pages.page("enter.html", shown)

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

"""Taking the console over with the recovery code, on another device."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from speelruimte.rules.keys import RecoverConsole
from speelruimte.rules.refusals import Refused
from speelruimte.web import translate
from speelruimte.web.access import Pass, Place, give_pass
from speelruimte.web.attempts import MINUTES
from speelruimte.web.entrance import client_address, keys_for, recovery_code, recovery_key
from speelruimte.web.secrets import hashed, new_key, tidy_code
from speelruimte.web.sentences import CODE_UNKNOWN, TRIED_TOO_OFTEN
from speelruimte.web.site import site_of


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


async def page(request: Request) -> Response:
    return site_of(request).pages.page("console/recover.html", {"refused": None})


def tried_too_often() -> str:
    return translate.gettext(TRIED_TOO_OFTEN).format(n=MINUTES)

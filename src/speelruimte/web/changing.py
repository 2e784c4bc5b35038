"""Carrying out what a form asks, and answering its sender: saved, refused, or not certain."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from speelruimte.rules.events import Command
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.workshop import Workshop
from speelruimte.store.event_store import SentTwice, Unavailable, Unknown
from speelruimte.web import translate
from speelruimte.web.access import Caller
from speelruimte.web.forms import Form, Making
from speelruimte.web.sentences import STORE_FULL, sentence

BY_SCRIPT = "x-speelruimte"
UNREADABLE = {Reason.UNKNOWN, Reason.TOO_LONG, Reason.EMPTY, Reason.NAME_EMPTY}


@dataclass(frozen=True, slots=True)
class NotSaved(Exception):
    """A form was not carried out; `text` says why, `status` for machines."""

    text: str
    status: int
    reason: str


async def carry_out(who: Caller, form: Form, *, command: Command | None = None, keys: Sequence[str] = ()) -> Workshop:
    """Carry out a form and return the workshop after it; raise NotSaved with a sentence when that cannot be."""
    try:
        asked = command or form.command(Making(who.seat, who.site.now()))
        return await who.site.live.change(who.id, asked, command_id=form.command_id(), digest=form.digest(), keys=keys)
    except Refused as refused:
        raise not_saved(refused) from None
    except SentTwice:
        raise not_saved(Refused(Reason.SENT_TWICE)) from None
    except (Unknown, Unavailable):
        raise NotSaved(translate.gettext(STORE_FULL), 503, "opslag_vol") from None


def not_saved(refused: Refused) -> NotSaved:
    status = 422 if refused.reason in UNREADABLE else 409
    return NotSaved(sentence(refused), status, refused.reason.value)


async def read_form(request: Request, kind: type[Form]) -> Form:
    """Read a form; raise NotSaved when a field is missing, unknown or too long."""
    async with request.form(max_files=0, max_fields=100) as filled:
        try:
            return kind.read(filled)
        except Refused as refused:
            raise not_saved(refused) from None


def by_script(request: Request) -> bool:
    """Tell whether our own script sent this, which wants no page as an answer."""
    return BY_SCRIPT in request.headers


def saved(request: Request, workshop: Workshop, page: str) -> Response:
    """Answer that it is kept: nothing more for the script, whose page has a stream; the page itself otherwise."""
    if by_script(request):
        return Response(status_code=204, headers={"x-version": str(workshop.version)})
    return RedirectResponse(f"{page}?bewaard=1", status_code=303)


def told_script(refused: NotSaved) -> JSONResponse:
    return JSONResponse({"reden": refused.reason, "zin": refused.text}, refused.status)

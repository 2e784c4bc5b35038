"""What every answer and every request must satisfy: headers, the origin of a change, and the size of a body."""

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from speelruimte.web.changing import BY_SCRIPT

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    # With no-referrer browsers send "Origin: null" and plain forms would be refused.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-frame-options": "DENY",
}
SECURE_ONLY = "cross-origin-opener-policy"  # on plain http browsers ignore it, and call that an error
STRICT_TRANSPORT = "max-age=31536000"
LARGEST_BODY = 64 * 1024
DIGITS = 12  # of a length; longer is not read
SAFE = {"GET", "HEAD", "OPTIONS"}


class Guard:
    """The outermost layer. `strict_transport` only where the public address is https; `secure` except in a room on http."""

    def __init__(
        self, app: ASGIApp, *, public_address: str = "", strict_transport: bool = False, secure: bool = True
    ) -> None:
        self._app = app
        self._public = public_address
        self._headers = dict(HEADERS)
        if strict_transport:
            self._headers["strict-transport-security"] = STRICT_TRANSPORT
        if not secure:
            del self._headers[SECURE_ONLY]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, self._with_headers(send))
            return
        await self._app(scope, limited(receive), self._with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if too_long(headers.get("content-length", "0")):
            return refused(
                headers, 413, "te_groot", "Dit is te groot om te bewaren. Je tekst staat nog op je apparaat."
            )
        if scope["method"] not in SAFE and not self._own_origin(scope, headers):
            return refused(headers, 403, "andere_site", "Dit verzoek kwam van een andere site. Er is niets veranderd.")
        return None

    def _own_origin(self, scope: Scope, headers: Headers) -> bool:
        """A change is accepted from our own pages only; a missing or null origin is not one of them."""
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site == "same-origin"
        own = self._public or f"{scope['scheme']}://{headers.get('host', '')}"
        return headers.get("origin") == own

    def _with_headers(self, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        return sending


def too_long(length: str) -> bool:
    """Tell whether a stated length is too large, or no length at all."""
    return not (length.isascii() and length.isdigit()) or int(length[:DIGITS]) > LARGEST_BODY


def refused(headers: Headers, status: int, reason: str, sentence: str) -> Response:
    """Return a refusal as our own script reads it, or as text."""
    if BY_SCRIPT in headers:
        return JSONResponse({"reden": reason, "zin": sentence}, status)
    return PlainTextResponse(sentence, status)


class TooBig(Exception):
    """The body of a request grew over its limit."""


def limited(receive: Receive) -> Receive:
    """Stop reading a body without a stated length once it is too large."""
    got = 0

    async def receiving() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > LARGEST_BODY:
            raise TooBig
        return message

    return receiving


def every_header() -> Iterable[str]:
    """Return the names that every answer must have; a test reads them."""
    return (*HEADERS, "cache-control")

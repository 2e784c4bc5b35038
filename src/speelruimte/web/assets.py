"""Styles, scripts, fonts and art: read once at the start, under an address that changes with their content."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

STATIC = Path(__file__).parent / "static"
SHEETS = ("tokens", "ground", "parts", "forms", "cards", "boards")
SHELLS = {
    "phone": (*SHEETS, "phone", "table", "print", "forced"),
    "console": (*SHEETS, "phone", "console", "print", "forced"),
    "beamer": (*SHEETS, "beamer", "print", "forced"),
    "site": (*SHEETS, "phone", "site", "print", "forced"),
}
FOREVER = "public, max-age=31536000, immutable"
WORTH_PACKING = {"text/css", "text/javascript", "image/svg+xml", "text/plain"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent; `packed` is None when packing gains nothing."""

    body: bytes
    packed: bytes | None
    kind: str


@cache
def assets() -> dict[str, Asset]:
    """Read every static file, and one sheet per shell, by its path under `/static/`."""
    found = {path.relative_to(STATIC).as_posix(): path.read_bytes() for path in STATIC.rglob("*") if path.is_file()}
    for shell, sheets in SHELLS.items():
        parts = [found[f"css/{sheet}.css"] for sheet in sheets]
        found[f"css/all-{shell}.css"] = b"\n".join(parts)
    return {path: asset(path, body) for path, body in found.items()}


def asset(path: str, body: bytes) -> Asset:
    kind = "text/javascript" if path.endswith(".js") else mimetypes.guess_type(path)[0] or "application/octet-stream"
    packed = gzip.compress(body, 9) if kind in WORTH_PACKING else None
    return Asset(body, packed, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)


def stamp(found: dict[str, Asset]) -> str:
    """Return a short name for this state of all files together."""
    digest = hashlib.sha256()
    for path in sorted(found):
        digest.update(path.encode() + hashlib.sha256(found[path].body).digest())
    return digest.hexdigest()[:10]


class Assets:
    """The static files of this server. `/static/<stamp>/…` may be kept for ever; `/static/…` must be asked again."""

    def __init__(self) -> None:
        self._found = assets()
        self.stamp = stamp(self._found)

    def address(self, path: str) -> str:
        """Return the address of a file; raise KeyError for one that is not there."""
        if path not in self._found:
            raise KeyError(path)
        return f"/static/{self.stamp}/{path}"

    async def answer(self, request: Request) -> Response:
        path: str = request.path_params["path"]
        lasting = path.startswith(f"{self.stamp}/")
        found = self._found.get(path.removeprefix(f"{self.stamp}/"))
        if found is None:
            return Response("", 404)
        packs = found.packed is not None and "gzip" in request.headers.get("accept-encoding", "")
        headers = {"cache-control": FOREVER if lasting else "no-cache", "vary": "accept-encoding"}
        if packs:
            headers["content-encoding"] = "gzip"
        return Response(found.packed if packs else found.body, media_type=found.kind, headers=headers)

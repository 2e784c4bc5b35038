"""Every answer carries every header, whatever kind of answer it is."""

import re

import pytest

from speelruimte.app import Parts
from speelruimte.settings import Settings
from speelruimte.web.access import Place
from speelruimte.web.security import every_header
from tests.web.room import BY_SCRIPT, Room, Visitor, asgi

pytestmark = pytest.mark.anyio

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def missing(headers: dict[str, str]) -> list[str]:
    return [name for name in every_header() if name not in headers]


async def every_kind_of_answer(room: Room) -> dict[str, dict[str, str]]:
    """Return the headers of one of each: pages, redirects, refusals, files, streams, and what is not there."""
    anna, nobody = await room.join("Anna"), Visitor(room.parts, f"/w/{room.id}/tafel")
    other_site = Visitor(room.parts, anna.at, origin={"origin": "https://elders.example"})
    beamer = await room.with_link(Place.BEAMER)
    sheet = room.parts.site.pages.assets.address("css/all-phone.css")
    asked = {
        "home": await nobody.get("/"),
        "a page": await anna.get(),
        "the console": await room.facilitator.get(),
        "its links": await room.facilitator.get("links"),
        "the beamer": await beamer.get(),
        "a live part": await anna.get("deel"),
        "begin": await nobody.get("/begin"),
        "recover": await nobody.get("/herstel"),
        "join": await nobody.get(f"/k/{(await room.workshop()).join_code}"),
        "a file": await nobody.get(sheet),
        "a file that must be asked again": await nobody.get("/static/css/tokens.css"),
        "a file that is not there": await nobody.get("/static/niets.css"),
        "a redirect": await anna.post("naam", {"naam": "Anne"}),
        "saved": await anna.send("naam", {"naam": "Anna"}),
        "refused": await anna.post("naam", {"naam": ""}),
        "refused by script": await anna.send("naam", {"naam": ""}),
        "not signed in": await nobody.get(),
        "not signed in at the console": await nobody.get(f"/w/{room.id}/console"),
        "not signed in by script": await nobody.send("naam", {"naam": "x"}),
        "no workshop": await nobody.get("/w/bestaatniet/tafel"),
        "no page": await nobody.get("/bestaatniet"),
        "another method": await nobody.client.request("DELETE", "/", headers={"sec-fetch-site": "same-origin"}),
        "another site": await other_site.post("naam", {"naam": "x"}),
        "too large": await anna.post("naam", {"naam": "x" * 70_000}),
        "alive": await nobody.get("/livez"),
    }
    found = {name: dict(answer.headers) for name, answer in asked.items()}
    found["a stream"] = (await asgi(room.parts, "GET", f"{anna.at}/stream", cookies=anna.cookies)).headers
    found["a stream for nobody"] = (await asgi(room.parts, "GET", f"{anna.at}/stream")).headers
    return found


async def test_every_answer_has_every_header(room: Room) -> None:
    found = await every_kind_of_answer(room)
    assert {name: missing(headers) for name, headers in found.items() if missing(headers)} == {}


async def test_the_policy_has_no_exceptions(room: Room) -> None:
    for name, headers in (await every_kind_of_answer(room)).items():
        parts = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
        assert parts == POLICY, name


async def test_only_files_may_be_kept_by_a_browser(room: Room) -> None:
    kept = {
        name
        for name, headers in (await every_kind_of_answer(room)).items()
        if "no-store" not in headers["cache-control"]
    }
    assert kept == {"a file", "a file that must be asked again"}


async def test_nothing_tells_which_software_answers(room: Room) -> None:
    for name, headers in (await every_kind_of_answer(room)).items():
        assert not {"server", "x-powered-by"} & set(headers), name


async def test_an_unforeseen_fault_has_every_header_and_tells_nothing(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("geheim")

    monkeypatch.setattr("speelruimte.web.home.welcome", breaks)
    with pytest.raises(RuntimeError):
        await asgi(parts, "GET", "/")
    visitor = Visitor(parts)
    visitor.client._transport.raise_app_exceptions = False  # type: ignore[attr-defined]
    for answer in (await visitor.get("/"), await visitor.get("/", **BY_SCRIPT)):
        assert answer.status_code == 500
        assert missing(dict(answer.headers)) == []
        assert "geheim" not in answer.text


async def test_cookies_are_out_of_reach_of_scripts_and_other_sites(room: Room) -> None:
    visitor = Visitor(room.parts)
    joined = await visitor.post(f"/k/{(await room.workshop()).join_code}", {"naam": "Anna"})
    cookie = joined.headers["set-cookie"]
    assert cookie.startswith(f"__Host-speelruimte-tafel-{room.id}=")
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= set(re.split("; ?", cookie))
    assert "Domain" not in cookie


class TestInARoomOnPlainHttp:
    @pytest.fixture
    def settings(self) -> Settings:
        return Settings(database=":memory:", lan=True)

    async def test_cookies_work_without_https(self, room: Room) -> None:
        visitor = Visitor(room.parts)
        joined = await visitor.post(f"/k/{(await room.workshop()).join_code}", {"naam": "Anna"})
        cookie = joined.headers["set-cookie"]
        assert cookie.startswith(f"speelruimte-tafel-{room.id}=")
        assert "Secure" not in cookie
        assert "HttpOnly" in cookie

    async def test_a_browser_is_not_told_to_keep_to_https(self, room: Room) -> None:
        for name, headers in (await every_kind_of_answer(room)).items():
            assert "strict-transport-security" not in headers, name


class TestAtAnAddressOfItsOwn:
    @pytest.fixture
    def settings(self) -> Settings:
        return Settings(database=":memory:", public_address="https://speelruimte.test")

    async def test_a_browser_keeps_to_https(self, parts: Parts) -> None:
        assert "strict-transport-security" in (await Visitor(parts).get("/livez")).headers

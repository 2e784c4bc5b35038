"""A change is accepted from our own pages only."""

import pytest

from speelruimte.app import Parts
from speelruimte.settings import Settings
from tests.web.room import ADDRESS, Room, Visitor

pytestmark = pytest.mark.anyio

ELSEWHERE = "https://elders.example"
ACCEPTED = [
    {"sec-fetch-site": "same-origin"},
    {"sec-fetch-site": "same-origin", "origin": ADDRESS},
    {"origin": ADDRESS},
]
REFUSED = [
    {},
    {"origin": "null"},
    {"origin": ELSEWHERE},
    {"origin": f"{ADDRESS}.elders.example"},
    {"origin": ADDRESS.replace("https", "http")},
    {"origin": ADDRESS, "sec-fetch-site": "cross-site"},
    {"origin": ADDRESS, "sec-fetch-site": "same-site"},
    {"origin": ADDRESS, "sec-fetch-site": "none"},
    {"origin": ADDRESS, "sec-fetch-site": ""},
]


@pytest.mark.parametrize("origin", ACCEPTED)
async def test_a_form_of_our_own_is_accepted(room: Room, origin: dict[str, str]) -> None:
    anna = await room.join("Anna")
    before = await room.version()
    sender = Visitor(room.parts, anna.at, origin=origin)
    sender.client.cookies.update(anna.client.cookies)
    assert (await sender.send("naam", {"naam": "Anne"})).status_code == 204
    assert await room.version() > before


@pytest.mark.parametrize("origin", REFUSED)
async def test_a_form_from_elsewhere_changes_nothing(room: Room, origin: dict[str, str]) -> None:
    anna = await room.join("Anna")
    before = await room.version()
    sender = Visitor(room.parts, anna.at, origin=origin)
    sender.client.cookies.update(anna.client.cookies)
    for path in ("naam", "wis-apparaat", "verborgen", "/", "/begin", "/herstel"):
        answer = await sender.post(path, {"naam": "Anne", "code": "AAAAAA"})
        assert answer.status_code == 403
        assert "andere site" in answer.text
        assert not answer.headers.get_list("set-cookie")
    assert await room.version() == before


async def test_our_script_reads_such_a_refusal_too(room: Room) -> None:
    stranger = Visitor(room.parts, f"/w/{room.id}/tafel", origin={"origin": ELSEWHERE})
    assert (await stranger.send("naam", {"naam": "Anne"})).json()["reden"] == "andere_site"


class TestBehindAProxy:
    """The address that people see is another than the one the server is asked at."""

    @pytest.fixture
    def settings(self) -> Settings:
        return Settings(database=":memory:", public_address="https://speel.example.nl/", organiser_key="een sleutel")

    async def test_the_public_address_counts(self, parts: Parts) -> None:
        ours = Visitor(parts, origin={"origin": "https://speel.example.nl"})
        assert (await ours.post("/", {"code": "AAAAAA"})).status_code == 303
        theirs = Visitor(parts, origin={"origin": ADDRESS})
        assert (await theirs.post("/", {"code": "AAAAAA"})).status_code == 403

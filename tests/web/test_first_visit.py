"""What a phone must fetch the first time it comes: pages, styles, scripts, letters, icons and art, as they are sent."""

import re
from urllib.parse import urljoin

import httpx
import pytest

from tests.web.room import ADDRESS, Room, Visitor

pytestmark = pytest.mark.anyio
MOST = 150 * 1024
IN_A_PAGE = re.compile(r'(?:href|src)="(/static/[^"#]+)')
IN_STYLES = re.compile(r"url\(([^)]+)\)")
IN_A_SCRIPT = re.compile(r'(?:import|from)\s*"(\./[^"]+)"')


class Visit:
    """A first visit, with the weight of everything it fetched."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.weights: dict[str, int] = {}

    async def fetch(self, address: str) -> None:
        """Fetch an address, and whatever that asks for."""
        if address in self.weights:
            return
        answer = await self.visitor.get(address)
        self.weights[address] = int(answer.headers["content-length"])
        for asked in asked_for(answer):
            await self.fetch(asked)


def asked_for(answer: httpx.Response) -> set[str]:
    kind = answer.headers["content-type"].partition(";")[0]
    sought = {"text/html": IN_A_PAGE, "text/css": IN_STYLES, "text/javascript": IN_A_SCRIPT}.get(kind)
    found = sought.findall(answer.text) if sought else []
    return {urljoin(str(answer.url), one).removeprefix(ADDRESS) for one in found}


async def test_a_first_visit_is_light(room: Room) -> None:
    """From the join page to the table: all art counts, though a phone fetches only what it shows."""
    visit = Visit(Visitor(room.parts))
    await visit.fetch(f"/k/{(await room.workshop()).join_code}")
    visit.visitor = await room.join("Anna")
    await visit.fetch(visit.visitor.at)
    assert any(address.endswith("woff2") for address in visit.weights)
    assert any(address.endswith("outbox.js") for address in visit.weights)
    assert sum(visit.weights.values()) < MOST, visit.weights


async def test_a_page_is_packed_and_a_stream_is_not(room: Room) -> None:
    anna = await room.join("Anna")
    assert (await anna.get("")).headers["content-encoding"] == "gzip"
    status, first = await anna.first_bytes()
    assert status == 200
    assert first.startswith(b"retry:")

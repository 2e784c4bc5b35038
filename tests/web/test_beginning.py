"""Making a workshop: what was typed stays, a workshop can be made again, and links can be pasted whole."""

from dataclasses import replace

import pytest

from speelruimte.app import Parts, build
from speelruimte.settings import Settings
from tests.web.markup import Markup
from tests.web.room import Visitor

pytestmark = pytest.mark.anyio
FILLED = {"titel": "Warmte in de wijk", "format": "dagdeel", "grootte": "3", "tafels": "", "bewaar": "90"}


def checked(html: str, name: str, value: str) -> bool:
    return f'name="{name}" value="{value}" checked' in html


async def test_the_form_begins_with_a_workshop_for_tables_of_four(parts: Parts) -> None:
    page = (await Visitor(parts).get("/begin")).text
    assert checked(page, "format", "workshop")
    assert checked(page, "grootte", "4")
    assert checked(page, "bewaar", "30")


async def test_a_workshop_can_be_made_again_from_an_address(parts: Parts) -> None:
    page = (await Visitor(parts).get("/begin?titel=Warmte&format=kort&grootte=3&onzin=1")).text
    assert 'value="Warmte"' in page
    assert checked(page, "format", "kort")
    assert checked(page, "grootte", "3")


async def test_what_was_typed_stays_when_the_title_is_missing(parts: Parts) -> None:
    answer = await Visitor(parts).post("/begin", FILLED | {"titel": " "})
    assert answer.status_code == 422
    assert "Geef de bijeenkomst een naam." in answer.text
    assert checked(answer.text, "format", "dagdeel")
    assert checked(answer.text, "bewaar", "90")


async def test_beginning_leads_to_the_links_and_the_code_to_write_down(parts: Parts) -> None:
    visitor = Visitor(parts)
    answer = await visitor.post("/begin", FILLED)
    assert answer.status_code == 303
    page = (await visitor.get(answer.headers["location"])).text
    assert "Warmte in de wijk" in page
    assert "Jouw herstelcode" in page
    assert any("/beamer/binnen#" in link for link in Markup(page).links)


async def test_the_organiser_link_may_be_pasted_whole() -> None:
    settings = replace(Settings(database=":memory:", organiser_key="geheim"), public_address="https://speelruimte.test")
    visitor = Visitor(build(settings))
    assert (await visitor.get("/begin")).status_code == 403
    wrong = await visitor.post("/organisator", {"sleutel": "fout"})
    assert "Deze link werkt niet." in wrong.text
    assert wrong.status_code == 403
    right = await visitor.post("/organisator", {"sleutel": "https://speelruimte.test/organisator#geheim"})
    assert right.headers["location"] == "/begin"


async def test_the_console_offers_the_same_set_up_again(parts: Parts) -> None:
    visitor = Visitor(parts)
    links = (await visitor.post("/begin", FILLED | {"tafels": "5"})).headers["location"]
    page = Markup((await visitor.get(links.removesuffix("/links"))).text)
    again = next(link for link in page.links if link.startswith("/begin?"))
    form = (await visitor.get(again)).text
    assert checked(form, "format", "dagdeel")
    assert checked(form, "grootte", "3")
    assert 'value="5"' in form.split('name="tafels"')[1][:80]

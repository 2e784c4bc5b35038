"""Every page of a participant draws, asks only what the server takes, and can be read in another language."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache

import pytest
from babel.dates import format_date
from pydantic.fields import FieldInfo

from speelruimte.app import build
from speelruimte.rules.words import Words, WorkshopId
from speelruimte.rules.workshop import Role, Workshop
from speelruimte.settings import Settings
from speelruimte.web import table, translate
from speelruimte.web.access import Caller, Pass
from speelruimte.web.forms import Form
from speelruimte.web.moves import MOVES
from speelruimte.web.site import Site
from speelruimte.web.table_texts import FASEN
from tests.web.markup import Form as Drawn
from tests.web.markup import Markup
from tests.web.scenes import Situation, situations

pytestmark = pytest.mark.plays

CODE = "2345678923"
BESIDE_MOVES = {"taal": {"taal"}, "wis-apparaat": set()}
WORD = re.compile(r"[^\W\d_]{2,}")
SAME_EVERYWHERE = {"Speelruimte", "English", "Nederlands"}


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    translate.speak("nl")
    yield
    translate.speak("nl")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    built = build(Settings(database=":memory:"))
    yield built.site
    asyncio.run(built.site.live.close())


def whole(site: Site, situation: Situation) -> str:
    """Return the whole page of a situation, as its own endpoint makes it."""
    carried = Pass("key", CODE, "nl")
    seat = Caller(site, WorkshopId("w"), situation.workshop, Role.SEAT, situation.seat, carried)
    return bytes(table.shown(seat).body).decode()


@pytest.fixture(scope="module")
def drawn(site: Site) -> dict[str, str]:
    """Every page, by the name of its situation."""
    translate.speak("nl")
    return {one.name: whole(site, one) for one in situations()}


@pytest.fixture(scope="module")
def read(drawn: dict[str, str]) -> dict[str, Markup]:
    return {name: Markup(html) for name, html in drawn.items()}


def test_a_rehearsal_reaches_every_step_and_phase() -> None:
    names = " ".join(one.name for one in situations())
    for word in ("inloop", "herken", "borden", "schrijven", "stemmen", "gevraagd", "pauze", "oogst", "einde"):
        assert word in names
    for word in (*(phase.value for phase in FASEN), "laat", "iemand weg", "invaller", "ander bord", "volgende klaar"):
        assert f"· {word}" in names


def test_the_same_view_draws_the_same_page(site: Site, drawn: dict[str, str]) -> None:
    assert all(whole(site, one) == drawn[one.name] for one in situations()[::5])


def test_a_page_has_one_heading(drawn: dict[str, str]) -> None:
    for name, html in drawn.items():
        live = html.split('<div id="live"')[1].split("</main>")[0]
        assert Markup(live).headings == 1, name


def test_each_form_asks_what_the_server_takes(read: dict[str, Markup]) -> None:
    for page in read.values():
        for form in page.forms:
            if form.move in BESIDE_MOVES:
                assert form.names <= BESIDE_MOVES[form.move]
            else:
                must_fit(form, MOVES[form.move])


def test_some_page_offers_every_move(read: dict[str, Markup]) -> None:
    assert set(MOVES) <= {form.move for page in read.values() for form in page.forms} | {"volgende"}


def test_every_id_is_there_once_and_whatever_points_to_one_finds_it(read: dict[str, Markup]) -> None:
    for name, page in read.items():
        assert len(page.ids) == len(set(page.ids)), name
        assert set(page.pointers) <= set(page.ids), name
        # A whole card leads back to the hand, where its card may be gone by now.
        targets = {one[1:] for one in page.links if one.startswith("#") and not one.startswith("#kaart-")}
        assert targets <= set(page.ids), name


def test_no_word_was_forgotten_by_the_translation(site: Site) -> None:
    translate.speak(translate.PSEUDO)
    for situation in situations():
        known = known_texts(situation.workshop)
        for text in Markup(whole(site, situation)).texts:
            left = without_known(bare(text), known)
            assert [word for word in WORD.findall(left) if word not in SAME_EVERYWHERE] == [], text


def must_fit(drawn: Drawn, form: type[Form]) -> None:
    """Check that a form has every field that must be there, and none that would be refused."""
    outer = {one.partition(".")[0] for one in drawn.names}
    known: dict[str, FieldInfo] = form.model_fields
    assert outer <= set(known), drawn.action
    assert {one for one, about in known.items() if about.is_required()} <= outer, drawn.action


def bare(text: str) -> str:
    """Return what stands outside the brackets of the pseudo language, which may lie in one another."""
    depth, kept = 0, []
    for sign in text:
        depth += (sign == "⟦") - (sign == "⟧")
        kept.append(sign if depth == 0 and sign != "⟧" else " ")
    return "".join(kept)


def without_known(text: str, known: tuple[str, ...]) -> str:
    for one in known if WORD.search(text) else ():
        text = text.replace(one, " ")
    return text


def known_texts(workshop: Workshop) -> tuple[str, ...]:
    """Return what is not ours to translate: the deck, names, people's words, and dates; the longest first."""
    said = {one.text for one in words_in(workshop) if one.text}
    starts = {one[:2].title() for one in said} | {one[4:] for one in said if one.lower().startswith(("als ", "dan "))}
    dates = {format_date(date_of(one), "d MMMM y", locale="nl") for one in said_dates(workshop)}
    found = {one for one in {*deck_texts(), *said, *starts, *dates, CODE[:5], CODE[5:]} if WORD.search(one)}
    return tuple(sorted(found, key=len, reverse=True))


def words_in(value: object) -> Iterator[Words]:
    """Find everything that people wrote, at any depth."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from words_in(one)
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from words_in(one)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name != "deck":
                yield from words_in(getattr(value, one.name))


@cache
def deck_texts() -> frozenset[str]:
    return frozenset(strings(situations()[0].workshop.deck))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from strings(getattr(value, one.name))


def said_dates(workshop: Workshop) -> set[str]:
    return {one.date for one in workshop.commitments.values() if one.date}


def date_of(iso: str) -> date:
    return date.fromisoformat(iso)

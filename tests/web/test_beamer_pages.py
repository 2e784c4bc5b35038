"""The big screen at every moment of rehearsed workshops: it draws, sends nothing, and tells no secret."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from speelruimte.rules.answers import moment
from speelruimte.rules.view.beamer import beamer_view
from speelruimte.rules.workshop import BEFORE_REVEAL, Table, Workshop
from speelruimte.web import translate
from tests.web.markup import Markup
from tests.web.other_secrets import with_other_secrets
from tests.web.rehearsed import COMPANIES, moments, pages
from tests.web.untranslated import texts_in, untranslated

pytestmark = pytest.mark.plays

JOIN = "https://spel.example/k/KAART7"


def page(workshop: Workshop, *, only_here: bool = False) -> str:
    shown = {"view": beamer_view(workshop), "at": "/w/abc/beamer", "version": workshop.version}
    return pages().html("beamer/page.html", shown | {"join": JOIN, "qr": "<svg></svg>", "only_here": only_here})


def in_the_spotlight(workshop: Workshop, table: Table) -> Workshop:
    assert table.round is not None
    shown = table.with_round(replace(table.round, on_beamer=True))
    return replace(workshop.with_table(shown), spotlight=table.id)


def spotlights() -> Iterator[tuple[Workshop, Table]]:
    """Give every open round of a rehearsal with its table in the spotlight."""
    for workshop in moments("workshop", 16):
        for table in workshop.tables.values():
            if table.round is not None:
                yield in_the_spotlight(workshop, table), table


@pytest.mark.parametrize(("format_id", "people"), COMPANIES)
def test_it_draws_at_every_moment_and_sends_nothing(format_id: str, people: int) -> None:
    for workshop in moments(format_id, people):
        assert page(workshop) == page(workshop)
        assert Markup(page(workshop)).forms == []


@pytest.mark.parametrize(("format_id", "people"), COMPANIES)
def test_an_open_question_shows_no_answer_and_no_page_shows_a_secret(format_id: str, people: int) -> None:
    for workshop in moments(format_id, people):
        assert page(with_other_secrets(workshop)) == page(workshop)


def test_an_open_question_tells_only_how_many_are_ready() -> None:
    asking = [one for one in moments("workshop", 16) if one.scene == "herken" and moment(one) not in one.closed]
    assert asking
    assert all("klaar" in page(one) and "balken" not in page(one) for one in asking)


def test_a_closed_question_shows_its_picture() -> None:
    for scene, drawn in (("herken", "balken"), ("borden", "mens"), ("oogst", "keer genoemd")):
        closed = [one for one in moments("workshop", 16) if one.scene == scene and moment(one) in one.closed]
        assert closed
        assert drawn in page(closed[-1])


def test_too_few_answers_are_talked_about() -> None:
    closed = [one for one in moments("kort", 2) if one.scene == "borden" and moment(one) in one.closed]
    assert closed
    assert "Bespreek het met elkaar." in page(closed[-1])


def test_a_table_is_on_the_wall_with_its_dilemma_and_boards() -> None:
    shown = [(at, table) for at, table in spotlights() if table.round and table.round.phase not in BEFORE_REVEAL]
    assert shown
    for workshop, table in shown:
        assert f"Tafel {table.number}" in page(workshop)
        assert 'data-fase="' in page(workshop)


def test_a_table_is_not_on_the_wall_before_its_cards_lie_open() -> None:
    closed = [at for at, table in spotlights() if table.round and table.round.phase in BEFORE_REVEAL]
    assert closed
    assert all('data-fase="' not in page(workshop) for workshop in closed)


def test_the_way_in_goes_with_the_door() -> None:
    workshop = moments("workshop", 16)[3]
    assert 'data-deur="open"' in page(workshop)
    assert 'data-deur="dicht"' in page(replace(workshop, door_open=False))
    assert "Telefoons komen niet op dit adres." in page(workshop, only_here=True)


def test_it_rests_while_the_game_lies_still() -> None:
    assert "We wachten even." in page(replace(moments("workshop", 16)[3], paused=True))


def test_every_word_of_ours_is_translated() -> None:
    translate.speak("qps")
    try:
        looks = [*moments("workshop", 16), *(at for at, _ in spotlights())][::2]
        for workshop in looks:
            known = {
                *texts_in(workshop.deck),
                *texts_in(beamer_view(workshop)),
                *JOIN.split("/"),
                workshop.join_code[:3],
            }
            assert untranslated(page(workshop), known) == []
    finally:
        translate.speak(translate.SOURCE)

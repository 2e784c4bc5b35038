"""The facilitator's page at every moment of rehearsed workshops: it draws, its forms work, and it tells no secret."""

from dataclasses import replace

import pytest
from starlette.datastructures import FormData

from speelruimte.rules.view.console import console_view
from speelruimte.rules.workshop import Standing, Workshop
from speelruimte.web import translate
from speelruimte.web.acts import ACTS
from speelruimte.web.render import day
from tests.web.markup import Form, Markup
from tests.web.other_secrets import with_other_secrets
from tests.web.rehearsed import COMPANIES, moments, pages
from tests.web.untranslated import texts_in, untranslated

pytestmark = pytest.mark.plays

AT = "/w/abc/console"


def page(workshop: Workshop, template: str = "console/page.html") -> str:
    view = console_view(workshop)
    shown = {"view": view, "at": AT, "version": workshop.version, "has_links": True, "lan": True, "refused": None}
    return pages().html(template, shown)


@pytest.mark.parametrize(("format_id", "people"), COMPANIES)
def test_it_draws_at_every_moment_and_always_the_same(format_id: str, people: int) -> None:
    for workshop in moments(format_id, people):
        assert page(workshop) == page(workshop)


@pytest.mark.parametrize(("format_id", "people"), COMPANIES)
def test_every_form_is_an_act_with_fields_that_it_reads(format_id: str, people: int) -> None:
    for workshop in moments(format_id, people):
        html = page(workshop)
        for form in Markup(html).forms:
            assert form.action == f"{AT}/{form.move}"
            ACTS[form.move].read(filled(form))
        assert html.count('method="post"') == html.count("<form") == html.count("data-stuur>")


def filled(form: Form) -> FormData:
    """Return a form as somebody sends it, with one of the values that each field can have."""
    return FormData({name: max(values) for name, values in form.values.items()})


def acts(workshop: Workshop) -> set[str]:
    return {form.move for form in Markup(page(workshop)).forms}


def test_everything_a_facilitator_can_do_has_a_form_somewhere() -> None:
    looks = [at for one in COMPANIES for at in moments(*one)]
    table = next(iter(looks[-3].tables.values()))
    calling = replace(looks[-3].with_table(replace(table, wants_help=True)), paused=True)
    removed = looks[-3].with_seat(replace(next(iter(looks[-3].seats.values())), standing=Standing.REMOVED))
    assert set().union(*(acts(one) for one in (*looks, calling, removed))) == ACTS.keys()


def test_after_the_end_a_text_can_still_be_hidden_and_nothing_else_be_done() -> None:
    ended = moments("workshop", 16)[-1]
    assert ended.ended
    assert acts(ended) <= {"verberg"}


@pytest.mark.parametrize(("format_id", "people"), COMPANIES)
def test_it_is_the_same_page_whatever_nobody_may_see(format_id: str, people: int) -> None:
    for workshop in moments(format_id, people):
        assert page(with_other_secrets(workshop)) == page(workshop)


def test_every_word_of_ours_is_translated() -> None:
    translate.speak("qps")
    try:
        for workshop in moments("workshop", 16):
            known = {
                *texts_in(workshop.deck),
                *texts_in(console_view(workshop)),
                workshop.join_code[:3],
                day(workshop.erase_on),
            }
            assert untranslated(page(workshop), known) == []
    finally:
        translate.speak(translate.SOURCE)


def test_a_step_can_be_reopened_with_one_tap() -> None:
    workshop = moments("workshop", 16)[-2]
    opens = [form.values["stap"] for form in Markup(page(workshop)).forms if form.move == "open-stap"]
    assert set().union(*opens) == {step.id for step in workshop.format.steps} - {workshop.step.id}

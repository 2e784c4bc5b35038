"""A part of a page is drawn again only when what it shows has changed, and it goes with the last open page."""

from pathlib import Path

import pytest

from speelruimte.decks.read import own_deck
from speelruimte.live.watchers import Watchers
from speelruimte.web import render, translate
from speelruimte.web.assets import Assets
from speelruimte.web.render import Pages

DRAWN: list[str] = []


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pages:
    (tmp_path / "whole.html").write_text("{{ remembered('part.html', about, word=word) }}")
    (tmp_path / "part.html").write_text("{{ phase_name(word) }}<b>{{ _('Dag') }} {{ word }}</b>")
    monkeypatch.setattr(render, "TEMPLATES", tmp_path)
    monkeypatch.setattr(render, "phase_name", lambda word: DRAWN.append(word) or "")
    DRAWN.clear()
    return Pages(own_deck(), Assets())


def test_the_same_part_is_drawn_once(pages: Pages) -> None:
    kept: render.Kept = {}
    drawn = [pages.html("whole.html", {"about": "t1", "word": word}, kept) for word in ("<a>", "<a>", "b", "<a>")]
    assert drawn == ["<b>Dag &lt;a&gt;</b>", "<b>Dag &lt;a&gt;</b>", "<b>Dag b</b>", "<b>Dag &lt;a&gt;</b>"]
    assert DRAWN == ["<a>", "b", "<a>"]


def test_parts_about_something_else_do_not_push_each_other_out(pages: Pages) -> None:
    kept: render.Kept = {}
    for about in ("t1", "t2", "t1", "t2"):
        pages.html("whole.html", {"about": about, "word": about}, kept)
    assert DRAWN == ["t1", "t2"]


def test_each_language_has_its_own(pages: Pages) -> None:
    kept: render.Kept = {}
    dutch = pages.html("whole.html", {"about": "", "word": "a"}, kept)
    translate.speak("qps")
    try:
        assert pages.html("whole.html", {"about": "", "word": "a"}, kept) == "<b>⟦Dag⟧ a</b>" != dutch
    finally:
        translate.speak("nl")


def test_without_open_pages_nothing_is_kept(pages: Pages) -> None:
    for _ in range(2):
        pages.html("whole.html", {"about": "", "word": "a"})
    assert DRAWN == ["a", "a"]


def test_what_pages_keep_together_goes_with_the_last_of_them() -> None:
    watchers = Watchers()
    watchers.shared("w")["part"] = "text"
    assert watchers.shared("w") == {}
    with watchers.watch("w"):
        with watchers.watch("w"):
            watchers.shared("w")["part"] = "text"
        assert watchers.shared("w") == {"part": "text"}
        assert watchers.shared("another") == {}
    assert watchers.shared("w") == {}

"""Templates hold no styles, no scripts and no untranslated words; a strict policy would block the first two."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "src/speelruimte/web/templates"
PAGES = sorted(TEMPLATES.rglob("*.html"))

FORBIDDEN = {
    "an inline style": re.compile(r"\bstyle\s*="),
    "a style element": re.compile(r"<style\b"),
    "hx-on": re.compile(r"\bhx-on\b"),
    "a js: value": re.compile(r"[\"'\s]js:"),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc\s*=)"),
    "an event attribute": re.compile(r"\son[a-z]+\s*=", re.IGNORECASE),
    "a filter in a trigger": re.compile(r"hx-trigger\s*=\s*([\"'])[^\"']*\["),
    "an address elsewhere": re.compile(r"(?:href|src|action)\s*=\s*[\"'](?:https?:)?//"),
}

COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
TRANSLATED = re.compile(r"\{%-?\s*trans\b.*?\{%-?\s*endtrans\s*-?%\}", re.DOTALL)
EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
SPOKEN = re.compile(r"\b(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"")
WORD = re.compile(r"[^\W\d_]{2,}")
SAME_EVERYWHERE = {"Speelruimte", "English", "Nederlands", "nbsp", "amp", "times", "middot"}


def markup(path: Path) -> str:
    """Return a template without comments."""
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


def bare_words(text: str) -> Iterator[str]:
    """Find words that a reader would meet and no translator did."""
    bare = EXPRESSION.sub("", TRANSLATED.sub("", SCRIPT.sub("", text)))
    spoken = " ".join(SPOKEN.findall(bare))
    for word in WORD.findall(TAG.sub(" ", bare) + " " + spoken):
        if word not in SAME_EVERYWHERE:
            yield word


def name(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_template_needs_nothing_that_the_policy_forbids(path: Path) -> None:
    text = markup(path)
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_word_goes_through_the_translation(path: Path) -> None:
    assert list(bare_words(markup(path))) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('<p style="color:red">', "an inline style"),
        ("<style>p{}</style>", "a style element"),
        ('<p hx-on:click="x()">', "hx-on"),
        ('<p hx-vals="js:{a: 1}">', "a js: value"),
        ("<script>let a</script>", "an inline script"),
        ('<p onclick="x()">', "an event attribute"),
        ('<p hx-trigger="click[ctrlKey]">', "a filter in a trigger"),
        ('<img src="//elsewhere/x.png">', "an address elsewhere"),
    ],
)
def test_the_lint_sees_what_it_should(text: str, what: str) -> None:
    assert [found for found, pattern in FORBIDDEN.items() if pattern.search(text)] == [what]


def test_the_lint_lets_a_script_of_our_own_pass() -> None:
    text = '<script type="module" src="/static/js/table.js"></script><p hx-trigger="load delay:1s">'
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


def test_the_lint_finds_words_and_leaves_expressions_alone() -> None:
    assert list(bare_words('<p title="Hallo">Dag {{ name }}</p>')) == ["Dag", "Hallo"]
    assert list(bare_words('<p class="kaart">{{ _("Dag") }} · 3 {% if a > b %}{{ c }}{% endif %}</p>')) == []

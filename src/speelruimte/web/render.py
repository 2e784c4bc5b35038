"""Templates: the environment, and pages or live fragments made with it."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from speelruimte.rules.cards import Deck
from speelruimte.web import drawing, figures, marks, translate
from speelruimte.web.assets import Assets

TEMPLATES = Path(__file__).parent / "templates"
MADE_UP = {"qps": "nl"}  # a language that Babel does not know


def day(iso: str) -> str:
    """Return a date in words, in the language of the page."""
    language = translate.language()
    return format_date(date.fromisoformat(iso), "d MMMM y", locale=MADE_UP.get(language, language)) if iso else ""


class Pages:
    """Makes HTML. A template gets a view, the deck, and nothing else of a workshop."""

    def __init__(self, deck: Deck, assets: Assets) -> None:
        self.assets = assets
        self._env = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._env.install_gettext_callables(translate.gettext, translate.ngettext, newstyle=True)  # type: ignore[attr-defined]
        self._env.filters["day"] = day
        self._env.globals |= {"asset": assets.address, "deck": deck, "language": translate.language}
        self._env.globals |= {"drawing": drawing, "figures": figures, "marks": marks}

    def html(self, template: str, values: Mapping[str, object]) -> str:
        """Return a rendered template."""
        return self._env.get_template(template).render(values)

    def page(self, template: str, values: Mapping[str, object] | None = None, *, status: int = 200) -> HTMLResponse:
        """Return a rendered template as an answer."""
        return HTMLResponse(self.html(template, values or {}), status)

    def add(self, **tools: Callable[..., object]) -> None:
        """Give every template a function."""
        self._env.globals |= tools

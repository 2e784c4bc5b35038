"""Templates: the environment, and pages or live fragments made with it."""

import asyncio
from collections.abc import Mapping, MutableMapping
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.responses import HTMLResponse

from speelruimte.rules.cards import Deck
from speelruimte.web import drawing, figures, marks, translate
from speelruimte.web.assets import Assets
from speelruimte.web.table_texts import phase_name

TEMPLATES = Path(__file__).parent / "templates"
Kept = MutableMapping[Any, Any]
"""What open pages remember of their drawing: for each part of a page what it showed, and its HTML."""

MADE_UP = {"qps": "nl"}  # a language that Babel does not know


def day(iso: str) -> str:
    """Return a date in words, in the language of the page; what is no date stays as it is."""
    language = translate.language()
    try:
        return format_date(date.fromisoformat(iso), "d MMMM y", locale=MADE_UP.get(language, language))
    except ValueError:
        return iso


class Compiled(BytecodeCache):
    """Compiled templates, once for all decks of this process."""

    code: ClassVar[dict[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key] = bucket.bytecode_to_string()


class Templates(Environment):
    """The environment. Its globals are fixed at the start, so templates share one dict of them.

    Jinja itself gives each template a chain of two, and compares those at every import: a tenth of all drawing.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return self.globals if not d else super().make_globals(d)


class Pages:
    """Makes HTML. A template gets a view, the one deck of these pages, and nothing else of a workshop."""

    def __init__(self, deck: Deck, assets: Assets) -> None:
        self.assets = assets
        self._deck = deck
        self._others: dict[str, Pages] = {}
        self._env = Templates(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=Compiled(),
        )
        self._env.install_gettext_callables(translate.gettext, translate.ngettext, newstyle=True)  # type: ignore[attr-defined]
        self._env.globals["_"] = translate.in_page
        self._env.filters["day"] = day
        self._env.globals["remembered"] = self._remembered
        self._env.globals |= {"asset": assets.address, "deck": deck, "language": translate.language}
        self._env.globals |= {"drawing": drawing, "figures": figures, "marks": marks, "phase_name": phase_name}

    def of(self, deck: Deck) -> "Pages":
        """Return the pages of a workshop that is played with this deck."""
        if deck is self._deck:
            return self
        if deck.digest not in self._others:
            self._others[deck.digest] = Pages(deck, self.assets)
        return self._others[deck.digest]

    def html(self, template: str, values: Mapping[str, object], kept: Kept | None = None) -> str:
        """Return a rendered template; with `kept` its parts are only drawn again when they show something else."""
        return self._env.get_template(template).render(values, kept=kept)

    @pass_context
    def _remembered(self, context: Context, template: str, about: str = "", **values: object) -> Markup:
        """Draw a part of a page with nothing but these values; `about` tells parts of one template apart."""
        kept: Kept | None = context.get("kept")
        if kept is None:
            return self._markup(template, values, kept)
        slot = (template, about, translate.language())
        before = kept.get(slot)
        if before is None or before[0] != values:
            before = kept[slot] = values, self._markup(template, values, kept)
        html: Markup = before[1]
        return html

    def _markup(self, template: str, values: Mapping[str, object], kept: Kept | None) -> Markup:
        return Markup(self.html(template, values, kept))  # noqa: S704  our own template made it

    def page(self, template: str, values: Mapping[str, object] | None = None, *, status: int = 200) -> HTMLResponse:
        """Return a rendered template as an answer."""
        return HTMLResponse(self.html(template, values or {}), status)

    async def get_ready(self) -> None:
        """Compile every template before somebody waits for it; between two of them pages are served."""
        for template in self._env.list_templates(extensions=["html"]):
            self._env.get_template(template)
            await asyncio.sleep(0.01)

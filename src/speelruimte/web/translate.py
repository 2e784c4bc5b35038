"""The language of a page. Dutch is the source text; another language is a catalogue of translations."""

from contextvars import ContextVar
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup

SOURCE = "nl"
PSEUDO = "qps"  # every string in brackets: what stands outside them was forgotten
NAMES = {"nl": "Nederlands", "en": "English"}

_language: ContextVar[str] = ContextVar("language", default=SOURCE)


class Pseudo(NullTranslations):
    """A language to find forgotten strings with."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧" if message else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def catalogues(folder: Path) -> dict[str, NullTranslations]:
    """Read every catalogue `<language>.po` in a folder, beside Dutch itself."""
    found: dict[str, NullTranslations] = {SOURCE: NullTranslations(), PSEUDO: Pseudo()}
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem)
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        found[path.stem] = GNUTranslations(compiled)
    return found


CATALOGUES = catalogues(Path(__file__).parent / "languages")


def speak(language: str) -> None:
    """Choose the language of this request; an unknown one is Dutch."""
    _language.set(language if language in CATALOGUES else SOURCE)


def language() -> str:
    return _language.get()


def available() -> list[str]:
    """Return the languages people can choose."""
    return [one for one in CATALOGUES if one in NAMES]


def gettext(message: str) -> str:
    return CATALOGUES[_language.get()].gettext(message)


def in_page(message: str, **values: object) -> Markup:
    """Return a sentence for a template, with these values filled in and made safe."""
    sentence = marked_up(_language.get(), message)
    return sentence % values if values else sentence


@lru_cache(4096)
def marked_up(language_: str, message: str) -> Markup:
    """Return a sentence of ours as HTML; sentences are drawn thousands of times a second."""
    return Markup(CATALOGUES[language_].gettext(message))  # noqa: S704  our own text


def ngettext(one: str, many: str, number: int) -> str:
    return CATALOGUES[_language.get()].ngettext(one, many, number)


def marked(message: str) -> str:
    """Mark a string for translation; it is translated where it is shown."""
    return message

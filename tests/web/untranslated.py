"""Finding words that no translator met: in the language qps all of ours stand between ⟦ and ⟧."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from tests.web.markup import Markup

TRANSLATED = re.compile(r"⟦[^⟦⟧]*⟧")
WORD = re.compile(r"[^\W\d_]{3,}")  # shorter ones are initials and codes of cards
GAP = re.compile(r"\{\w+\}")  # such as {wisdatum} in a script
SAME_EVERYWHERE = {"Speelruimte"}


def untranslated(html: str, known: Iterable[str]) -> list[str]:
    """Return the words of a page outside ⟦⟧ that are not in a text of the deck or of people."""
    text = " ".join(" ".join(Markup(html).texts).split())
    while TRANSLATED.search(text):
        text = TRANSLATED.sub(" ", text)
    pieces = {" ".join(piece.split()) for one in known for piece in GAP.split(one) if WORD.search(piece)}
    for one in sorted(pieces, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", " ", text)
    return [word for word in WORD.findall(text) if word not in SAME_EVERYWHERE]


def texts_in(value: object) -> Iterator[str]:
    """Give every text in a view or a deck, at any depth."""
    if isinstance(value, str):
        yield str(value)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from texts_in(getattr(value, one.name))
    elif isinstance(value, dict):
        yield from texts_in(list(value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from texts_in(item)

"""What people type, made safe to keep: no control signs, no hidden direction marks, never too long."""

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Annotated

import regex
from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

GRAPHEME = regex.compile(r"\X")
# Controls, and the marks that turn the direction of a text. The joiner of emoji stays.
UNSEEN = regex.compile(
    r"[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff--[\n]]", regex.V1
)
SEEN = regex.compile(r"[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]")
BYTES_PER_SIGN = 8

NAME, CODE, SENTENCE, DILEMMA = 40, 40, 280, 600


def graphemes(text: str) -> int:
    """Count what a reader sees as one sign each."""
    return len(GRAPHEME.findall(text))


def cleaned(text: object) -> object:
    """Return the text composed, on plain line ends, without signs nobody can see, and without space around it.

    A text of which nothing can be seen is empty.
    """
    if not isinstance(text, str):
        return text
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return UNSEEN.sub("", lines).strip() if SEEN.search(lines) else ""


def at_most(limit: int) -> Callable[[str], str]:
    """Return a check that says how many signs must go; many bytes in few signs count as too long too."""

    def check(text: str) -> str:
        long = graphemes(text)
        over = max(long - limit, 1 if len(text.encode()) > limit * BYTES_PER_SIGN else 0)
        if over > 0:
            raise PydanticCustomError("te_lang", "te_lang", {"n": over, "max": limit})
        return text

    return check


def a_day(text: str) -> str:
    """Return a day as it is kept, year first; nothing stays nothing."""
    return date.fromisoformat(text).isoformat() if text else ""


Name = Annotated[str, BeforeValidator(cleaned), AfterValidator(at_most(NAME))]
Sentence = Annotated[str, BeforeValidator(cleaned), AfterValidator(at_most(SENTENCE))]
LongText = Annotated[str, BeforeValidator(cleaned), AfterValidator(at_most(DILEMMA))]
Code = Annotated[str, BeforeValidator(cleaned), AfterValidator(at_most(CODE))]
Day = Annotated[Code, AfterValidator(a_day)]

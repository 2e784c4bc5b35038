"""From a form to a command: reading fields, and what a command needs that a form does not bring."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from random import SystemRandom
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from starlette.datastructures import FormData

from speelruimte.rules.chance import Lots
from speelruimte.rules.events import Command
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.words import SeatId, Words, WordsId
from speelruimte.web.secrets import new_id
from speelruimte.web.typed import Code

LOTS = 512  # more than the cards of the largest table, and than the dilemmas of the largest room
_chance = SystemRandom()


def nothing(value: object) -> object:
    """Read an empty field as one that was not filled in."""
    return None if value in ("", None) else value


def several(value: object) -> object:
    """Read a field that came once, or not, as a list all the same."""
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)


Maybe = BeforeValidator(nothing)
Several = BeforeValidator(several)
MaybeCode = Annotated[Code | None, Maybe]


@dataclass(frozen=True, slots=True)
class Making:
    """What is made outside the rules for a command: the seat it comes from, the time, chance and names."""

    seat: SeatId
    now: int

    def words(self, text: str | None) -> Words | None:
        """Return a text under a new name, or None when nothing was written."""
        return Words(WordsId(new_id(12)), text) if text else None

    def lots(self) -> Lots:
        return tuple(_chance.random() for _ in range(LOTS))

    def id(self) -> str:
        return new_id(8)


class Form(BaseModel):
    """A form that becomes a command. Unknown fields are refused; `commando` is the id that makes it count once."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    commando: Code = ""

    def command(self, making: Making) -> Command:
        raise NotImplementedError

    @classmethod
    def read(cls, form: FormData) -> Self:
        """Return the filled form; raise Refused with the first thing that is wrong."""
        try:
            return cls.model_validate(fields(form))
        except ValidationError as wrong:
            raise refusal(wrong) from None

    def command_id(self) -> str:
        """Return the id of this command: of the sender, or a new one for a page without a script."""
        return self.commando or secrets.token_hex(12)

    def digest(self) -> bytes:
        """Return a digest of the content, to tell a repeat from another command under the same id."""
        content = self.model_dump(mode="json", exclude={"commando"})
        return sha256(json.dumps([type(self).__name__, content], sort_keys=True).encode()).digest()


def fields(form: FormData) -> dict[str, object]:
    """Return the fields of a form; `a.b` is b within a, and a name that comes twice is a list."""
    found: dict[str, object] = {}
    for name in dict.fromkeys(form.keys()):
        values = [value for value in form.getlist(name) if isinstance(value, str)]
        value: object = values[0] if len(values) == 1 else values
        outer, dot, inner = name.partition(".")
        if dot:
            group = found.setdefault(outer, {})
            if isinstance(group, dict):
                group[inner] = value
        else:
            found[name] = value
    return found


def refusal(wrong: ValidationError) -> Refused:
    """Return what to tell the sender: how much too long, or that this cannot be."""
    for error in wrong.errors():
        if error["type"] == "te_lang":
            context: Mapping[str, object] = error.get("ctx", {})
            return Refused(Reason.TOO_LONG, **context)
    return Refused(Reason.UNKNOWN)

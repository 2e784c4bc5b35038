"""What pydantic found wrong, said in plain Dutch at the row and field where an author can mend it."""

from collections.abc import Iterable, Mapping
from functools import reduce

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from speelruimte.decks.problems import Problem
from speelruimte.decks.rows import Tables, name_of
from speelruimte.decks.shape import ICON, ID, ONE_LINE, Folder

SENTENCES = {
    "missing": "Dit ontbreekt. Vul het in.",
    "extra_forbidden": "Dit veld kennen we niet. Haal het weg, of kijk of de naam goed gespeld is.",
    "string_type": "Hier hoort tekst, tussen aanhalingstekens.",
    "string_too_short": "Dit is leeg. Schrijf hier een tekst.",
    "string_too_long": "Deze tekst is te lang. Er passen {max_length} tekens in; maak hem korter.",
    "tuple_type": "Hier hoort een lijst, tussen vierkante haken.",
    "too_short": "Hier staat te weinig. Geef er minstens {min_length}.",
    "too_long": "Hier staat te veel. Geef er hoogstens {max_length}.",
    "int_type": "Hier hoort een heel getal, zonder aanhalingstekens.",
    "greater_than_equal": "Dit getal is te klein. Neem {ge} of meer.",
    "less_than_equal": "Dit getal is te groot. Neem {le} of minder.",
    "bool_type": "Schrijf hier true of false, zonder aanhalingstekens.",
    "enum": "Dit kennen we niet. Kies een van: {expected}.",
    "literal_error": "Dit kennen we niet. Kies een van: {expected}.",
    "model_type": "Hier horen velden met een naam, zoals id en name.",
}
PATTERNS = {
    ID: "Gebruik hier alleen letters, cijfers en streepjes, zonder spaties.",
    ICON: "Schrijf de naam van het pictogram in kleine letters, met streepjes: stop-circle.",
    ONE_LINE: "Zet deze tekst op één regel, zonder vreemde tekens.",
}
OTHERWISE = "Deze waarde past hier niet. Kijk hoe het in een ander spel staat."


def problems_within(tables: Tables) -> list[Problem]:
    """Return every problem within the rows of the files that could be read."""
    try:
        Folder.model_validate(tables)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        return [_problem(one, tables) for one in found if one["loc"][0] in tables and not _is_echo(one, tables)]
    return []


def _is_echo(found: ErrorDetails, tables: Tables) -> bool:
    """Whether a list is only too short because pydantic does not count the rows with a problem of their own."""
    whole: object = tables
    typed = reduce(_inside, found["loc"], whole)
    return found["type"] == "too_short" and isinstance(typed, list) and len(typed) >= found["ctx"]["min_length"]


def _problem(found: ErrorDetails, tables: Tables) -> Problem:
    file, *path = found["loc"]
    row, field = _place(tables[str(file)], path)
    return Problem(str(file), row, field, _sentence(found))


def _sentence(found: ErrorDetails) -> str:
    details = {name: str(value).replace(" or ", " of ") for name, value in found.get("ctx", {}).items()}
    if found["type"] == "string_pattern_mismatch":
        return PATTERNS.get(details["pattern"], OTHERWISE)
    return SENTENCES.get(found["type"], OTHERWISE).format_map(details)


def _place(typed: object, path: Iterable[int | str]) -> tuple[str, str]:
    """Return the rows that lead to a value, and the field in the last of them."""
    names: list[str] = []
    field = [""]
    for step in path:
        typed = _inside(typed, step)
        if isinstance(step, int) and isinstance(typed, Mapping):
            names.append(name_of(field[-1], typed, step))
            field = [""]
        else:
            field.append(str(step + 1) if isinstance(step, int) else step)
    return "/".join(names), ".".join(filter(None, field))


def _inside(typed: object, step: int | str) -> object:
    """Return what was typed under a name or at a place."""
    if isinstance(typed, Mapping):
        return typed.get(step)
    if isinstance(typed, list) and isinstance(step, int) and step < len(typed):
        return typed[step]
    return None

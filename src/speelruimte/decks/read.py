"""From a folder to a deck, or to everything that has to be mended before it is one."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from speelruimte.decks.build import build
from speelruimte.decks.checks import problems_between
from speelruimte.decks.problems import DeckProblems, Problem
from speelruimte.decks.sentences import problems_within
from speelruimte.decks.shape import SHAPES, Folder
from speelruimte.rules.cards import Deck

MISSING = "Dit bestand ontbreekt. Zet het in de map van het spel."
UNREADABLE = "Dit bestand kunnen we niet openen. Kijk of het een gewoon bestand is dat je mag lezen."
NOT_UTF8 = "Dit bestand is niet als UTF-8 opgeslagen. Kies in je tekstprogramma “Opslaan als” en dan UTF-8."
NOT_TOML = "Hier klopt de vorm niet. Kijk op deze regel en die erboven naar aanhalingstekens, haken en komma’s."


@cache
def own_deck() -> Deck:
    """Return the deck that comes with Speelruimte."""
    return read_deck(files("speelruimte.decks") / "speelruimte")


def read_deck(folder: Path | Traversable) -> Deck:
    """Return the deck in a folder; raise DeckProblems with all that is wrong with it."""
    contents = {file: _content(folder, file) for file in SHAPES}
    read = {file: _table(file, content) for file, content in contents.items()}
    tables = {file: table for file, table in read.items() if not isinstance(table, Problem)}
    unread = [problem for problem in read.values() if isinstance(problem, Problem)]
    problems = [*unread, *problems_within(tables), *problems_between(tables)]
    if problems:
        raise DeckProblems(_by_file(problems))
    return build(Folder.model_validate(tables), _digest(contents.values()))


def _by_file(problems: Iterable[Problem]) -> list[Problem]:
    order = list(SHAPES)
    return sorted(problems, key=lambda problem: order.index(problem.file))


def _digest(contents: Iterable[bytes | Problem]) -> str:
    return sha256(b"".join(content for content in contents if isinstance(content, bytes))).hexdigest()[:16]


def _content(folder: Path | Traversable, file: str) -> bytes | Problem:
    try:
        return (folder / file).read_bytes()
    except FileNotFoundError:
        return Problem(file, "", "", MISSING)
    except OSError:
        return Problem(file, "", "", UNREADABLE)


def _table(file: str, content: bytes | Problem) -> dict[str, object] | Problem:
    if isinstance(content, Problem):
        return content
    try:
        return tomllib.loads(content.decode("utf-8-sig"))  # some editors begin a file with a mark
    except UnicodeDecodeError as error:
        return Problem(file, f"regel {_line(content[: error.start])}", "", NOT_UTF8)
    except (ValueError, RecursionError) as error:  # also numbers of thousands of digits, and lists that deep
        at = re.search(r"at line (\d+)", str(error))
        return Problem(file, f"regel {at[1] if at else _line(content)}", "", NOT_TOML)


def _line(content: bytes) -> int:
    return content.count(b"\n") + 1

"""Writes docs/reference.md from the code: every event, move, act, reason and setting. A test holds it against the code."""

import ast
import inspect
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

from speelruimte import settings
from speelruimte.rules.game import EVENTS
from speelruimte.settings import Settings
from speelruimte.web.acts import ACTS
from speelruimte.web.forms import Form
from speelruimte.web.moves import MOVES
from speelruimte.web.routes import addresses
from speelruimte.web.sentences import SENTENCES

PAGE = Path(__file__).parent / "reference.md"
TOP = """# Reference

Written from the code by `docs/write_reference.py`; a test fails when it is out of date.
"""


def first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").split("\n\n")[0].replace("\n", " ")


def table(heads: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "| " + " | ".join("---" for _ in heads) + " |"]
    return "\n".join(lines + ["| " + " | ".join(cell.replace("|", "·") for cell in row) + " |" for row in rows])


def events() -> str:
    rows = [[f"`{name}`", kind.__name__, first_line(kind)] for name, kind in EVENTS.items()]
    return "## Events\n\nThe stored name is never renamed.\n\n" + table(["stored name", "class", "what happened"], rows)


def forms(title: str, of: dict[str, type[Form]], where: str) -> str:
    rows = [
        [f"`{name}`", ", ".join(f"`{field}`" for field in kind.model_fields if field != "commando")]
        for name, kind in of.items()
    ]
    head = f"## {title}\n\nEach is a POST to `{where}`, with `commando` as the id that makes it count once.\n\n"
    return head + table(["word in the address", "fields"], rows)


def reasons() -> str:
    rows = [[f"`{reason.value}`", sentence] for reason, sentence in SENTENCES.items()]
    return "## Refusals\n\n" + table(["reason", "sentence"], rows)


def meanings() -> dict[str, str]:
    """Return what is written under each setting in its module."""
    tree = ast.parse(Path(settings.__file__).read_text(encoding="utf-8"))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef))
    pairs = pairwise(body)
    return {
        node.target.id: text.value.value
        for node, text in pairs
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def all_settings() -> str:
    said = meanings()
    rows = [
        [f"`--{one.name.replace('_', '-')}`", f"`SPEELRUIMTE_{one.name.upper()}`", f"`{one.default!r}`", said[one.name]]
        for one in fields(Settings)
    ]
    return "## Settings\n\nAlso as a key in `speelruimte.toml`.\n\n" + table(
        ["flag", "environment", "default", "meaning"], rows
    )


def all_addresses() -> str:
    rows = [[one.method, f"`{one.path}`", ", ".join(sorted(one.who)) or "iedereen"] for one in addresses()]
    return "## Addresses\n\n" + table(["method", "address", "who"], rows)


def reference() -> str:
    parts = [
        TOP,
        events(),
        forms("Moves of participants", MOVES, "/w/{workshop}/tafel/…"),
        forms("Acts of facilitators", ACTS, "/w/{workshop}/console/…"),
        reasons(),
        all_settings(),
        all_addresses(),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")

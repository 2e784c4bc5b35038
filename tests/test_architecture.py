"""The rules are pure, modules say what they are for, and no name is a junk drawer."""

import ast
import re
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "speelruimte"
MODULES = sorted(SOURCE.rglob("*.py"))
PURE = sorted((SOURCE / "rules").rglob("*.py"))
NOT_PURE = {"asyncio", "datetime", "io", "os", "pathlib", "random", "secrets", "socket", "sqlite3", "threading", "time"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "core", "tools"}


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", PURE, ids=lambda path: path.stem)
def test_the_rules_import_only_plain_python(path):
    for name in imported(path):
        top = name.split(".")[0]
        assert name.startswith("speelruimte.rules") or (top in sys.stdlib_module_names and top not in NOT_PURE), name


@pytest.mark.parametrize("path", PURE, ids=lambda path: path.stem)
def test_the_rules_never_wait(path):
    assert not re.search(r"\basync\b|\bawait\b", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_no_module_is_a_junk_drawer():
    assert not {path.stem for path in MODULES} & VAGUE


def test_only_the_clock_knows_the_time():
    asks = re.compile(r"time\.time\(|datetime\.now\(|date\.today\(")
    knows = [path.name for path in MODULES if asks.search(path.read_text(encoding="utf-8"))]
    assert knows == ["clock.py"]


def test_only_the_stores_know_a_database():
    users = {path.name for path in MODULES if imported(path) & {"apsw", "psycopg", "sqlite3"}}
    assert all(path.parent.name == "store" for path in MODULES if path.name in users)

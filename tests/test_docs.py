"""The reference says what the code says."""

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def writer():
    spec = importlib.util.spec_from_file_location("write_reference", DOCS / "write_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_event_move_act_reason_setting_and_address_is_in_the_reference():
    expected = writer().reference()
    assert (DOCS / "reference.md").read_text(encoding="utf-8") == expected, (
        "run: .venv/bin/python docs/write_reference.py"
    )


def test_every_event_says_what_happened():
    empty = [line for line in writer().events().splitlines() if line.endswith("|  |")]
    assert not empty


def test_every_link_between_pages_leads_somewhere():
    missing = []
    for page in [*DOCS.rglob("*.md"), *DOCS.parent.glob("*.md")]:
        for part in page.read_text(encoding="utf-8").split("](")[1:]:
            target = part.split(")")[0].split("#")[0]
            if target and "://" not in target and not (page.parent / target).exists():
                missing.append(f"{page.name}: {target}")
    assert not missing

"""A small deck of another size, in a folder that a test may spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from speelruimte.decks import DeckProblems, read_deck

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.fixture
def spoil(folder: Path) -> Callable[[str, str, str], None]:
    """Replace the first place where a text stands in a file."""

    def replace(file: str, old: str, new: str) -> None:
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), "utf-8")

    return replace


@pytest.fixture
def found(folder: Path) -> Callable[[], set[tuple[str, str, str]]]:
    """Read the deck and return where its problems are."""

    def read() -> set[tuple[str, str, str]]:
        with pytest.raises(DeckProblems) as caught:
            read_deck(folder)
        return {(problem.file, problem.row, problem.field) for problem in caught.value.problems}

    return read

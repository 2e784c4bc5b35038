"""The organiser link works after a restart, and its key is for the owner of the file alone."""

from pathlib import Path

from speelruimte.organiser import organiser_key
from speelruimte.settings import Settings


def test_the_key_of_the_first_start_is_kept(tmp_path: Path) -> None:
    settings = Settings(database=str(tmp_path / "speelruimte.db"))
    first = organiser_key(settings)
    assert organiser_key(settings) == first
    assert (tmp_path / "speelruimte.db-organisator").stat().st_mode & 0o777 == 0o600


def test_a_key_that_was_chosen_goes_before_it(tmp_path: Path) -> None:
    chosen = Settings(database=str(tmp_path / "speelruimte.db"), organiser_key="gekozen")
    assert organiser_key(chosen) == "gekozen"


def test_nothing_is_kept_beside_a_memory() -> None:
    memory = Settings(database=":memory:")
    assert organiser_key(memory) != organiser_key(memory)

"""Whoever makes a deck hears all that has to be mended, with the file, the card and the field."""

from collections.abc import Callable
from pathlib import Path

import pytest

from speelruimte.decks import DeckProblems, read_deck

Spoil = Callable[[str, str, str], None]
Found = Callable[[], set[tuple[str, str, str]]]

ONE_BY_ONE = [
    ("cards.toml", 'board = "quay"', 'board = "kade"', ("cards.toml", "Q1", "board")),
    ("cards.toml", 'tasks = ["keep"]', 'tasks = ["hold"]', ("cards.toml", "Q1", "tasks")),
    ("cards.toml", 'tasks = ["keep"]', "tasks = []", ("cards.toml", "Q1", "tasks")),
    ("cards.toml", 'counter_voice = "calm"', 'counter_voice = "loud"', ("cards.toml", "Q1", "counter_voice")),
    ("cards.toml", 'combines = ["S1"]', 'combines = ["S9"]', ("cards.toml", "Q1", "combines")),
    ("cards.toml", 'combines = ["S1"]', "", ("cards.toml", "S1", "combines")),
    ("cards.toml", 'combines = ["S1"]', 'combines = ["Q1", "S1"]', ("cards.toml", "Q1", "combines")),
    ("cards.toml", 'id = "Q2"', 'id = "Q1"', ("cards.toml", "Q1", "id")),
    ("cards.toml", 'id = "Q2"', "", ("cards.toml", "rij 2", "id")),
    ("cards.toml", 'id = "Q2"', 'id = "Q 2"', ("cards.toml", "Q 2", "id")),
    ("cards.toml", 'core = "Do Q1."', 'core = "  "', ("cards.toml", "Q1", "core")),
    ("cards.toml", 'core = "Do Q1."', 'core = "a\\nb"', ("cards.toml", "Q1", "core")),
    ("cards.toml", 'core = "Do Q1."', f'core = "{"a" * 200}"', ("cards.toml", "Q1", "core")),
    ("cards.toml", 'core = "Do Q1."', "core = 7", ("cards.toml", "Q1", "core")),
    ("cards.toml", 'core = "Do Q1."', 'kern = "Do Q1."', ("cards.toml", "Q1", "kern")),
    ("cards.toml", '"Second.", "Third."]', '"Second."]', ("cards.toml", "Q1", "steps.3")),
    ("cards.toml", '"Third."]', '"Third.", "Fourth."]', ("cards.toml", "Q1", "steps")),
    ("cards.toml", 'icon = "boat"', 'icon = "Boat!"', ("cards.toml", "Q1", "icon")),
    ("cards.toml", 'source = "eigen"', 'source = "gevonden"', ("cards.toml", "Q1", "source")),
    ("contestations.toml", 'voice = "calm"', 'voice = "loud"', ("contestations.toml", "C1", "voice")),
    ("dilemmas.toml", '["quay", "sea"]', '["quay", "zee"]', ("dilemmas.toml", "D1", "boards")),
    ("dilemmas.toml", 'tensions = ["pull"]', 'tensions = ["push"]', ("dilemmas.toml", "D1", "tensions")),
    ("dilemmas.toml", '[[tensions]]\nid = "pull"\nname = "ship and shore"', "", ("dilemmas.toml", "D1", "tensions")),
    ("deck.toml", 'shape = "diamond"', 'shape = "blob"', ("deck.toml", "sea", "shape")),
    ("deck.toml", 'version = "1.2.0"', 'version = "nieuw"', ("deck.toml", "", "version")),
    ("questions.toml", "high = 5", "high = 1", ("questions.toml", "before1", "high")),
    ("questions.toml", 'id = "after1"', 'id = "before1"', ("questions.toml", "before1", "id")),
    ("questions.toml", 'board = "sea"', 'board = "quay"', ("deck.toml", "sea", "")),
    ("formats.toml", 'scene = "spelen"', 'scene = "dansen"', ("formats.toml", "short/play-one", "scene")),
    ("formats.toml", 'id = "play-two"', 'id = "play-one"', ("formats.toml", "short/play-one", "id")),
    ("questions.toml", 'board = "sea"', 'board = "quay"', ("questions.toml", "quay", "board")),
    ("formats.toml", 'script = "welcome"', 'script = "hello"', ("formats.toml", "short/welcome", "script")),
    ("formats.toml", "minutes = 5", 'minutes = "5"', ("formats.toml", "short/welcome", "minutes")),
    ("formats.toml", "minutes = 5", "minutes = 5000", ("formats.toml", "short/welcome", "minutes")),
    ("formats.toml", "rounds = 1", "rounds = 1\none_table = 1", ("formats.toml", "short", "one_table")),
    ("deck.toml", 'name = "Quay"', 'name "Quay"', ("deck.toml", "regel 15", "")),
    ("deck.toml", '"Nothing was let go."', '"Nothing was let go.', ("deck.toml", "regel 50", "")),
    ("deck.toml", 'id = "harbour"', f"id = {'9' * 5000}", ("deck.toml", "regel 51", "")),
    ("deck.toml", 'id = "harbour"', f"id = {'[' * 5000}", ("deck.toml", "regel 51", "")),
]


@pytest.mark.parametrize(("spoilt", "place"), [(tuple(spoilt), place) for *spoilt, place in ONE_BY_ONE])
def test_a_problem_is_told_where_it_is(
    spoil: Spoil, found: Found, spoilt: tuple[str, str, str], place: tuple[str, str, str]
) -> None:
    spoil(*spoilt)
    assert place in found()


def test_a_board_without_tactics_is_told(folder: Path, found: Found) -> None:
    cards = folder / "cards.toml"
    cards.write_text(cards.read_text("utf-8").replace('board = "quay"', 'board = "sea"'), "utf-8")
    assert found() == {("deck.toml", "quay", "")}


def test_a_board_with_more_tactics_than_a_chessboard_has_dark_fields_is_told(folder: Path, found: Found) -> None:
    cards = folder / "cards.toml"
    last = cards.read_text("utf-8").rpartition("[[tactics]]")[2]
    with cards.open("a", encoding="utf-8") as more:
        more.writelines(f"[[tactics]]{last.replace('S5', f'S{number}')}" for number in range(6, 40))
    assert found() == {("deck.toml", "sea", "")}


def test_a_format_without_steps_is_told(folder: Path, found: Found) -> None:
    formats = folder / "formats.toml"
    formats.write_text(formats.read_text("utf-8").partition("[[formats.steps]]")[0] + "steps = []\n", "utf-8")
    assert found() == {("formats.toml", "short", "steps")}


def test_a_missing_file_is_told_and_blamed_on_nothing_else(folder: Path, found: Found) -> None:
    (folder / "deck.toml").unlink()
    assert found() == {("deck.toml", "", "")}


def test_a_file_that_cannot_be_opened_is_told(folder: Path, found: Found) -> None:
    (folder / "cards.toml").unlink()
    (folder / "cards.toml").mkdir()
    assert found() == {("cards.toml", "", "")}


def test_a_file_in_another_encoding_is_told_with_its_line(folder: Path, found: Found) -> None:
    (folder / "dilemmas.toml").write_bytes("[[dilemmas]]\ntext = 'één'\n".encode("latin-1"))
    assert found() == {("dilemmas.toml", "regel 2", "")}


def test_an_empty_folder_lacks_every_file(tmp_path: Path) -> None:
    with pytest.raises(DeckProblems) as caught:
        read_deck(tmp_path)
    assert len(caught.value.problems) == 6


def test_all_problems_are_told_at_once_and_in_the_order_of_the_files(spoil: Spoil, folder: Path) -> None:
    spoil("deck.toml", 'shape = "diamond"', 'shape = "blob"')
    spoil("cards.toml", 'core = "Do Q1."', 'core = ""')
    spoil("cards.toml", 'board = "sea"', 'board = "moon"')
    (folder / "contestations.toml").unlink()
    with pytest.raises(DeckProblems) as caught:
        read_deck(folder)
    assert [str(problem) for problem in caught.value.problems] == [
        "deck.toml, sea, shape: Dit kennen we niet. Kies een van: 'circle', 'square', 'triangle', 'diamond' of 'hexagon'.",
        "cards.toml, Q1, core: Dit is leeg. Schrijf hier een tekst.",
        "cards.toml, S1, board: “moon” staat niet in deck.toml. Kies een van: quay, sea.",
        "contestations.toml: Dit bestand ontbreekt. Zet het in de map van het spel.",
    ]

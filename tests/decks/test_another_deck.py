"""A deck of another size and language is as good as our own."""

from pathlib import Path

from speelruimte.decks import export_schema, read_deck
from speelruimte.rules.cards import Scene


def test_two_boards_may_have_three_and_five_tactics(folder: Path) -> None:
    deck = read_deck(folder)
    assert [(board.name, len(deck.on_board(board.id))) for board in deck.boards] == [("Quay", 3), ("Sea", 5)]
    assert deck.language == "en"


def test_a_hunch_has_one_answer_for_each_board(folder: Path) -> None:
    hunch = read_deck(folder).hunches[0]
    assert (hunch.high, hunch.labels) == (2, ("Quay", "Sea"))


def test_a_scene_may_come_twice_under_another_id(folder: Path) -> None:
    format_ = read_deck(folder).formats[0]
    assert [step.id for step in format_.steps if step.scene is Scene.PLAY] == ["play-one", "play-two"]
    assert format_.minutes == 45


def test_a_step_borrows_its_script_and_keeps_its_own_line(folder: Path) -> None:
    second = read_deck(folder).formats[0].steps[2].script
    assert (second.say, second.here) == (("Play.",), ("Change places first.",))


def test_a_task_without_a_question_of_its_own_gets_the_general_one(folder: Path) -> None:
    deck = read_deck(folder)
    assert [task.unserved for task in deck.tasks] == ["No move served this task. Chance?", "Nothing was let go."]


def test_the_digest_changes_with_every_letter(folder: Path) -> None:
    before = read_deck(folder).digest
    assert before == read_deck(folder).digest
    with (folder / "cards.toml").open("a") as cards:
        cards.write("# a word to myself\n")
    assert read_deck(folder).digest != before
    assert len(before) == 16


def test_a_file_may_begin_with_the_mark_that_some_editors_write(folder: Path) -> None:
    cards = folder / "cards.toml"
    cards.write_bytes(b"\xef\xbb\xbf" + cards.read_bytes().replace(b"\n", b"\r\n"))
    assert len(read_deck(folder).tactics) == 8


def test_the_schema_knows_every_file_and_allows_no_other_field(folder: Path) -> None:
    schema = export_schema()
    assert set(schema) == {path.name for path in folder.iterdir()}
    assert all(shape["additionalProperties"] is False for shape in schema.values())

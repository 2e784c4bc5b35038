"""The deck that comes with Speelruimte is whole."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from speelruimte.decks import own_deck, space_question
from speelruimte.rules.cards import Scene, Source

DECK = own_deck()


def test_everything_is_there() -> None:
    assert (len(DECK.tactics), len(DECK.contestations), len(DECK.dilemmas)) == (24, 12, 38)
    assert (len(DECK.boards), len(DECK.voices), len(DECK.tasks), len(DECK.tensions)) == (3, 4, 5, 11)
    assert (len(DECK.statements), len(DECK.entry), len(DECK.exit), len(DECK.hunches)) == (6, 2, 3, 3)
    assert (len(DECK.phase_helps), len(DECK.neutral_names)) == (9, 20)


def test_every_board_has_eight_tactics_and_a_question_about_its_space() -> None:
    assert {len(DECK.on_board(board.id)) for board in DECK.boards} == {8}
    assert [question.id for question in DECK.space] == [space_question(board.id) for board in DECK.boards]


def test_only_one_name_is_public() -> None:
    assert [tactic.id for tactic in DECK.tactics if tactic.source is Source.PUBLIC_NAME] == ["O1"]


def test_whoever_is_named_as_a_combination_names_the_other_back() -> None:
    for tactic in DECK.tactics:
        assert len(tactic.combines) == 2
        assert all(tactic.id in DECK.tactic_of[other].combines for other in tactic.combines)


def test_every_tactic_has_three_steps_a_limit_and_a_picture_of_its_own() -> None:
    assert all(len(tactic.steps) == 3 and tactic.limit for tactic in DECK.tactics)
    assert len({tactic.icon for tactic in DECK.tactics}) == 24


def test_the_counter_moves_are_spread_over_the_voices() -> None:
    assert Counter(tactic.counter_voice for tactic in DECK.tactics) == {"R": 6, "D": 6, "S": 6, "H": 6}
    assert Counter(contestation.voice for contestation in DECK.contestations) == {"R": 3, "D": 3, "S": 3, "H": 3}
    assert [voice.id for voice in DECK.voices if voice.added_by_us] == ["H"]


def test_the_tasks_are_served_as_often_as_was_counted_by_hand() -> None:
    served = Counter(task for tactic in DECK.tactics for task in tactic.tasks)
    assert served == {"T1": 8, "T2": 10, "T3": 5, "T4": 6, "T5": 10}


def test_the_formats_last_as_long_as_they_promise() -> None:
    assert [(one.id, one.minutes, one.rounds) for one in DECK.formats] == [
        ("kort", 45, 1),
        ("workshop", 120, 2),
        ("dagdeel", 180, 3),
    ]


def test_looking_back_takes_a_third_of_the_time() -> None:
    looking_back = {Scene.HARVEST, Scene.MIRROR, Scene.COMMITMENT}
    for format_ in DECK.formats:
        assert sum(step.minutes for step in format_.steps if step.scene in looking_back) * 3 >= format_.minutes


def test_every_step_can_be_said_aloud() -> None:
    assert all(step.script.say and step.script.trouble for format_ in DECK.formats for step in format_.steps)


def test_two_dilemmas_come_with_a_word_for_the_facilitator() -> None:
    assert [dilemma.id for dilemma in DECK.dilemmas if dilemma.note] == ["D36", "D37"]


def test_the_colophon_says_first_that_the_texts_are_ours() -> None:
    assert DECK.credits[0].startswith("Eigen teksten")
    assert DECK.licence == "EUPL-1.2"


def test_no_text_has_typewriter_quotes() -> None:
    texts = list(every_text(DECK))
    assert len(texts) > 500
    assert [text for text in texts if set(text) & set("\"'`*")] == []


def every_text(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from every_text(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from every_text(part)

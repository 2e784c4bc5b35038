"""A rehearsed workshop comes to its end, is the same for the same seed, and reads as text."""

from random import Random

import pytest

from speelruimte.decks.read import own_deck
from speelruimte.rehearsal import facilitator, person
from speelruimte.rehearsal.play import rehearse
from speelruimte.rehearsal.temperaments import QUICK, SILENT
from speelruimte.rehearsal.transcript import transcript
from speelruimte.rules.game import EVENTS, fold
from speelruimte.rules.workshop import Phase, Workshop
from tests.given import with_all
from tests.rules.situations import ANNA, begun, in_phase, joined
from tests.rules.small_deck import small_deck


@pytest.mark.parametrize("format_id", [format_.id for format_ in own_deck().formats])
@pytest.mark.parametrize("people", [1, 2, 4, 9])
def test_it_comes_to_its_end_with_rounds_played(format_id: str, people: int) -> None:
    workshop = fold(own_deck(), rehearse(own_deck(), format_id, people, seed=7))
    assert workshop.ended
    assert all(table.rounds for table in workshop.tables.values())


def test_the_same_seed_gives_the_same_workshop() -> None:
    assert list(rehearse(own_deck(), "kort", 4, 7)) == list(rehearse(own_deck(), "kort", 4, 7))
    assert list(rehearse(own_deck(), "kort", 4, 7)) != list(rehearse(own_deck(), "kort", 4, 8))


def test_the_number_of_tables_can_be_said() -> None:
    assert len(fold(small_deck(), rehearse(small_deck(), "lang", 6, 1, tables=3)).tables) == 3


def test_seeds_together_show_nearly_every_event() -> None:
    plays = [rehearse(small_deck(), "lang", people, seed) for people in (1, 4, 5) for seed in range(12)]
    seen = {type(one.event) for play in plays for one in play}
    unseen = {name for name, event in EVENTS.items() if event not in seen}
    assert unseen <= BY_CHOICE_OF_PEOPLE


# What only real people do, or a facilitator who steps in.
BY_CHOICE_OF_PEOPLE = {
    "pause-changed",
    "door-changed",
    "next-button-given",
    "name-changed",
    "dilemma-taken-back",
    "card-withdrawn",
    "round-reopened",
    "words-hidden",
    "spotlight-moved",
    "table-named",
    "help-called",
    "owner-stood-in",
    "waits-again",
}


def test_the_transcript_tells_the_rounds_in_dutch() -> None:
    told = "\n".join(transcript(own_deck(), "kort", 4, 7))
    assert "Tafel 1, ronde 1." in told
    assert " speelt toe: " in told
    assert told.rstrip("─ ").endswith("Einde")


def test_a_person_waits_when_there_is_nothing_to_do() -> None:
    assert person.next_command(begun(), ANNA, Random(1)) is None
    assert person.next_command(in_phase(Phase.MOVE), "bas", Random(1)) is None


def test_a_person_answers_what_is_asked() -> None:
    command = person.next_command(in_phase(Phase.MOVE), ANNA, Random(1), QUICK)
    assert command is not None
    assert command.decide(in_phase(Phase.MOVE))


def test_a_slow_person_does_not_always_act() -> None:
    tries = [person.next_command(in_phase(Phase.TELL), ANNA, Random(seed), SILENT) for seed in range(20)]
    assert None in tries
    assert any(tries)


def opened(workshop: Workshop, now: int) -> Workshop:
    command = facilitator.next_command(workshop, Random(1), now)
    return with_all(workshop, command) if command else workshop


def test_the_facilitator_opens_the_first_step_and_waits_for_people() -> None:
    workshop = opened(joined(3), 0)
    assert workshop.step_id == "inloop"
    assert facilitator.next_command(workshop, Random(1), 60) is None


def test_the_facilitator_goes_on_when_the_time_is_up() -> None:
    workshop = opened(opened(opened(joined(3), 0), 10_000), 10_000)
    assert workshop.step_id == "borden"

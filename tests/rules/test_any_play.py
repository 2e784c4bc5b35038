"""The laws of the game hold in any play of a whole workshop. SPEELRUIMTE_PLAYS says how many are tried."""

import os
from dataclasses import dataclass
from itertools import islice

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from speelruimte.rules.cards import Deck, Scene
from tests.rules import laws
from tests.rules.any_play import AnyPlay, begin, drive_to_the_end, some_junk, some_step_opens
from tests.rules.small_deck import small_deck

PLAYS = int(os.environ.get("SPEELRUIMTE_PLAYS", "200"))
MOST_COMMANDS = 3_000


@dataclass(frozen=True)
class Company:
    """Who plays: how many, at how many tables, with which deck."""

    people: tuple[int, int]
    format_id: str = "kort"
    tables: int | None = None
    boards: int = 3
    tactics: int = 8

    @property
    def deck(self) -> Deck:
        return small_deck(self.boards, self.tactics)


COMPANIES = {
    "one or two": Company((1, 2)),
    "one table": Company((3, 8)),
    "many at one table": Company((6, 10), tactics=4),
    "several tables": Company((5, 12), "lang"),
    "as many tables as people": Company((2, 4), "lang", 3),
    "a deck of two boards": Company((2, 6), "lang", boards=2, tactics=5),
    "a deck of one board": Company((1, 5), boards=1),
    "a deck of five boards": Company((3, 9), "lang", boards=5, tactics=6),
}


@pytest.mark.laws
@pytest.mark.parametrize("who", COMPANIES)
def test_the_laws_hold_in_any_play(who: str) -> None:
    company = COMPANIES[who]

    @settings(
        max_examples=max(1, PLAYS // len(COMPANIES)),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
        print_blob=True,
    )
    @given(some.integers(*company.people), some.lists(some.integers(0, 2**32), min_size=60, max_size=180))
    def laws_hold(people: int, moves: list[int]) -> None:
        play = begin(company.deck, company.format_id, people, company.tables)
        for number in moves:
            play.move(number)
        to_the_end(play)
        laws.replay_gives_the_same(play.workshop, play.history)

    laws_hold()


def to_the_end(play: AnyPlay) -> None:
    """Law 6: from wherever one is, people and facilitator come to the end; and then nothing happens any more."""
    if play.chance.random() < 0.5:
        some_step_opens(play)
    given = list(islice(drive_to_the_end(play), MOST_COMMANDS))
    assert play.workshop.ended, f"not at the end after {len(given)} commands"
    assert play.workshop.scene is Scene.CLOSING
    some_junk(play)

"""The laws of the game, as checks on a step of any play."""

from dataclasses import replace

from speelruimte.rules.agenda import NextStep, OpenStep
from speelruimte.rules.events import Command, Event
from speelruimte.rules.game import fold
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.round_close import RoundEnded
from speelruimte.rules.workshop import Phase, Table, Workshop
from tests.rules.card_counter import (
    cards_on,
    cards_there_should_be,
    copies_there_should_be,
    could_get,
    held_twice,
    short_boards,
)
from tests.rules.contributions import contributions
from tests.rules.erased import erased


def no_card_is_lost_or_doubled(before: Workshop, workshop: Workshop) -> None:
    """Law 1: a table's cards are the deck times its copies, and nobody holds the same card twice."""
    for key, table in workshop.tables.items():
        if before.tables.get(key) is not table:
            assert cards_on(table) == cards_there_should_be(workshop.deck, table.copies)
            assert not held_twice(table)
            assert set(table.hands) <= set(table.seats)


def a_dilemma_lies_in_one_place(workshop: Workshop) -> None:
    """It waits in one queue or is played in one round, and it is never forgotten."""
    tables = workshop.tables.values()
    lying = [one for table in tables for one in table.queue]
    lying += [one.dilemma for table in tables for one in table.rounds if one.phase is not Phase.ASIDE]
    assert len(lying) == len(set(lying))
    assert set(lying) <= set(workshop.dilemmas)


def hands_are_full(before: Workshop, event: Event) -> None:
    """Law 2: when a round ends, just before it is cleared, a hand lacks only what it cannot get."""
    if isinstance(event, RoundEnded):
        table = before.tables[event.table]
        assert table.copies >= copies_there_should_be(before.deck, len(table.seats))
        hand_lacks_only_what_it_cannot_get(before, table)


def hand_lacks_only_what_it_cannot_get(workshop: Workshop, table: Table) -> None:
    for seat in table.seats:
        for board in short_boards(workshop.deck, table, seat):
            assert not could_get(workshop.deck, table, seat, board)


def replay_gives_the_same(workshop: Workshop, history: list) -> None:
    """Law 4: folding what happened gives the state, and without the texts the same state without texts."""
    assert fold(workshop.deck, history) == workshop
    assert fold(workshop.deck, [erased(one) for one in history]) == erased(workshop)


def a_refusal_says_why(refused: Refused) -> None:
    """Law 5, as far as the rules go: a refusal has a reason, whose sentence is in the web."""
    assert refused.reason in Reason


def nothing_is_lost_by_opening_a_step(before: Workshop, workshop: Workshop, command: Command) -> None:
    """Law 7: opening a step, further on or back, keeps everything that people have put in."""
    if isinstance(command, OpenStep | NextStep):
        kept = contributions(workshop)
        lost = {key: value for key, value in contributions(before).items() if kept.get(key) != value}
        assert not lost


def the_clock_decides_nothing(workshop: Workshop, command: Command, events: list[Event]) -> None:
    """Law 9: at any other time of the day the same command has the same events."""
    assert command.decide(at_another_time(workshop)) == events


def at_another_time(workshop: Workshop) -> Workshop:
    tables = {key: replace(table, moved_at=table.moved_at + 86_400) for key, table in workshop.tables.items()}
    return replace(workshop, tables=tables, step_opened_at=dict.fromkeys(workshop.step_opened_at, 1))

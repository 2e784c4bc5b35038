"""The harvest: all moves of all tables on the boards, what nobody played, and which tasks were served."""

from collections import Counter
from dataclasses import dataclass

from speelruimte.rules import floors
from speelruimte.rules.words import TacticId
from speelruimte.rules.workshop import BEFORE_REVEAL, Phase, Round, Workshop


@dataclass(frozen=True, slots=True)
class TacticHarvest:
    """One tactic, and the numbers of the tables where it lay open or was chosen."""

    tactic: TacticId
    tables: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HarvestView:
    """Counts from the log, without a name. A figure under its floor is None."""

    tactics: tuple[TacticHarvest, ...]
    tasks: tuple[tuple[str, int], ...]
    voices: tuple[tuple[str, int], ...]
    rounds: int
    changed: int | None  # rounds in which the choice was another card than the first reflex
    compared: int

    @property
    def unplayed(self) -> tuple[TacticId, ...]:
        return tuple(one.tactic for one in self.tactics if not one.tables)


def harvest_view(workshop: Workshop) -> HarvestView:
    """Return what all tables together did."""
    rounds = revealed_rounds(workshop)
    tactics = tuple(tactic_harvest(tactic.id, rounds) for tactic in workshop.deck.tactics)
    compared = [one for _, one in rounds if one.reflex and one.standing_move]
    changed = sum(one.reflex != one.standing_move for one in compared)
    voices = Counter(contest.voice for _, one in rounds for contest in one.contests if contest.voice)
    return HarvestView(
        tactics=tactics,
        tasks=tasks_served(workshop, tactics),
        voices=tuple((voice.id, voices[voice.id]) for voice in workshop.deck.voices),
        rounds=len(rounds),
        changed=changed if len(compared) >= floors.TOTAL else None,
        compared=len(compared),
    )


def revealed_rounds(workshop: Workshop) -> list[tuple[int, Round]]:
    """Return every round whose cards lie open or lay open, with the number of its table."""
    closed = (*BEFORE_REVEAL, Phase.ASIDE)
    return [
        (table.number, one) for table in workshop.tables.values() for one in table.rounds if one.phase not in closed
    ]


def tactic_harvest(tactic: TacticId, rounds: list[tuple[int, Round]]) -> TacticHarvest:
    played = tuple(number for number, one in rounds if any(card.tactic == tactic for card in one.open))
    chosen = tuple(number for number, one in rounds if one.standing_move == tactic and number not in played)
    return TacticHarvest(tactic, tuple(sorted((*played, *chosen))))


def tasks_served(workshop: Workshop, tactics: tuple[TacticHarvest, ...]) -> tuple[tuple[str, int], ...]:
    """Count for each task the moves that serve it; a card can serve two."""
    tactic_of = workshop.deck.tactic_of
    served = Counter(task for one in tactics for task in tactic_of[one.tactic].tasks for _ in one.tables)
    return tuple((task.id, served[task.id]) for task in workshop.deck.tasks)

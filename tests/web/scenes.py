"""The situations in which a participant's page can be: one of each kind, out of whole rehearsed workshops."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from speelruimte.decks.read import own_deck
from speelruimte.rehearsal.play import rehearse
from speelruimte.rules.absence import NotePresence
from speelruimte.rules.events import evolve
from speelruimte.rules.people import TakeSeat
from speelruimte.rules.round_flow import CardsRevealed, PhaseOpened
from speelruimte.rules.view.person import PersonView, person_view
from speelruimte.rules.words import SeatId, Words, WordsId
from speelruimte.rules.workshop import Workshop
from tests.given import with_all

PLAYED = (("workshop", 6, 3), ("dagdeel", 5, 8), ("kort", 2, 1), ("kort", 1, 4))


@dataclass(frozen=True)
class Situation:
    """A moment of a workshop, seen from one seat."""

    name: str
    workshop: Workshop
    seat: SeatId


@cache
def situations() -> tuple[Situation, ...]:
    """Return the first moment of each kind, seen from a seat for which it is of that kind."""
    found: dict[str, Situation] = {}
    for one in moments():
        found.setdefault(one.name, one)
    return tuple(found.values())


def moments() -> Iterator[Situation]:
    for workshop in workshops():
        for seat in workshop.here if workshop.version > 1 else ():
            yield Situation(kind(person_view(workshop, seat.id)), workshop, seat.id)


def workshops() -> Iterator[Workshop]:
    """Give every state of the rehearsals, and beside some of them what a late or an absent person makes of it."""
    for format_id, people, seed in PLAYED:
        workshop = Workshop(own_deck())
        for happened in rehearse(workshop.deck, format_id, people, seed):
            workshop = evolve(workshop, happened)
            yield workshop
            if isinstance(happened.event, PhaseOpened | CardsRevealed):
                yield from (with_all(workshop, late()), with_all(workshop, *away(workshop)))


def late() -> TakeSeat:
    return TakeSeat(SeatId("laat"), Words(WordsId("laat"), "Wies"), "cookie-laat", "code-laat", (0.5,) * 100)


def away(workshop: Workshop) -> list[NotePresence]:
    """Let everybody but one lose the page."""
    return [NotePresence(seat.id, away=True) for seat in workshop.here[1:]]


def kind(view: PersonView) -> str:
    """Name what is special about a page: its step and phase, and one's own part in it."""
    if view.ended:
        return f"einde {bool(view.commitment)}"
    facts = {
        "klaar": view.i_am_ready,
        "dicht": view.closed,
        "wacht op tafel": view.waits_for_table,
        "beurt": view.my_turn,
        "eigen dilemma": view.own_dilemma is not None,
        "gevraagd": view.own_dilemma is not None and view.own_dilemma.asked,
        "onaf": bool(view.unfinished),
        **in_round(view),
    }
    words = [view.step.scene.value, view.stage.value, *(word for word, holds in facts.items() if holds)]
    return " · ".join(words)


def in_round(view: PersonView) -> dict[str, bool]:
    mine, table = view.mine, view.table
    round_ = table.round if table else None
    if mine is None or table is None or round_ is None:
        return {"volgende klaar": bool(table and table.next_owner)}
    return {
        mine.phase.value: True,
        mine.part: True,
        "laat": mine.late,
        "kaart ligt": mine.played is not None,
        "past": mine.passed,
        "invaller": round_.stand_in,
        "ander bord": round_.needs_other_board,
        "stapel": round_.pile_may_play,
        "iemand weg": any(one.waited_for and one.away for one in table.sitters),
    }

"""How simulated people come and go: joining, losing the page for a while, leaving, and coming back."""

from random import Random

from speelruimte.rehearsal.draws import lots, written
from speelruimte.rehearsal.sentences import NAMES
from speelruimte.rehearsal.temperaments import Temperament
from speelruimte.rules.absence import NotePresence
from speelruimte.rules.events import Command
from speelruimte.rules.people import ComeBack, Leave, TakeSeat
from speelruimte.rules.words import SeatId
from speelruimte.rules.workshop import Standing, Workshop

RETURNS = 0.1  # the chance, each time somebody away or gone is looked at, to be back


def seat_of(number: int) -> SeatId:
    return SeatId(f"p{number + 1}")


def join(workshop: Workshop, number: int, chance: Random) -> Command:
    """Join as the person of this number, from 0."""
    seat = seat_of(number)
    again = number // len(NAMES)
    name = NAMES[number % len(NAMES)] + (f" {again + 1}" if again else "")
    return TakeSeat(seat, written(chance, name), f"cookie-{seat}", f"code-{seat}", lots(workshop, chance))


def come_or_go(workshop: Workshop, seat: SeatId, chance: Random, temperament: Temperament) -> Command | None:
    """Wander off or leave, as is one's habit; or come back."""
    found = workshop.seats[seat]
    if found.standing is Standing.LEFT:
        back = ComeBack(f"code-{seat}", f"cookie-{seat}-{workshop.version}", lots(workshop, chance))
        return back if chance.random() < RETURNS else None
    if found.away:
        return NotePresence(seat, away=False) if chance.random() < RETURNS else None
    if chance.random() < temperament.wanders:
        return NotePresence(seat, away=True)
    return Leave(seat, lots(workshop, chance)) if chance.random() < temperament.leaves else None

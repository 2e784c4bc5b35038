"""How simulated people differ: how much they write, how often they pass, and whether they wander off."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Temperament:
    """Each figure is a chance between 0 and 1."""

    name: str
    writes: float  # to put a text in a field, which may always stay empty
    passes: float  # to pass where one may pass
    acts: float  # to do at once what one could do now; the rest of the time one thinks
    wanders: float = 0.0  # to lose the page for a while
    leaves: float = 0.0  # to leave the workshop, and perhaps come back later
    late: bool = False  # joins when the others have begun


QUICK = Temperament("snel", writes=0.5, passes=0.02, acts=1.0)
SILENT = Temperament("stil", writes=0.05, passes=0.3, acts=0.6)
WORDY = Temperament("schrijft veel", writes=1.0, passes=0.0, acts=0.4)
LATE = Temperament("laat", writes=0.5, passes=0.1, acts=0.5, late=True)
RESTLESS = Temperament("onrustig", writes=0.4, passes=0.15, acts=0.7, wanders=0.08, leaves=0.01)

ALL = (QUICK, WORDY, SILENT, RESTLESS, QUICK, LATE)


def temperament_of(number: int) -> Temperament:
    """Return the temperament of the person who is called in as this number, from 0."""
    return ALL[number % len(ALL)]

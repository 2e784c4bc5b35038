"""A simulated person: somebody with a temperament who looks at the workshop from one seat."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from speelruimte.rehearsal.draws import one_of
from speelruimte.rehearsal.temperaments import Temperament
from speelruimte.rules.answers import moment
from speelruimte.rules.words import SeatId, Words
from speelruimte.rules.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who looks at the workshop and thinks what to do."""

    workshop: Workshop
    seat: SeatId
    chance: Random
    temperament: Temperament

    def happens(self, how_often: float) -> bool:
        return self.chance.random() < how_often

    @property
    def passes(self) -> bool:
        return self.happens(self.temperament.passes)

    def says(self, texts: Sequence[str]) -> Words | None:
        """Write one of these texts, or leave the field empty, as is one's habit."""
        return one_of(self.chance, texts) if self.happens(self.temperament.writes) else None

    @property
    def is_ready(self) -> bool:
        """Whether there is nothing left to answer: one is ready, or the question is closed."""
        now = moment(self.workshop)
        return now in self.workshop.closed or self.seat in self.workshop.ready.get(now, frozenset())

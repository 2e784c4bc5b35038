"""A whole workshop, played by simulated people. The same seed gives the same workshop, event by event."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from speelruimte.rehearsal import facilitator, person
from speelruimte.rehearsal.comings import come_or_go, join, seat_of
from speelruimte.rehearsal.draws import written
from speelruimte.rehearsal.sentences import TITLE
from speelruimte.rehearsal.temperaments import Temperament, temperament_of
from speelruimte.rules.agenda import BeginWorkshop
from speelruimte.rules.cards import Deck, Scene
from speelruimte.rules.events import Command, Happened, evolve
from speelruimte.rules.workshop import KeyKind, Role, Workshop

BEGINS_AT = 1_790_000_000
LEAST_SECONDS, MOST_SECONDS = 5, 30  # that a turn of the whole company takes


@dataclass
class Rehearsal:
    """The company at work: the workshop as it is now, and the time on its own clock."""

    workshop: Workshop
    chance: Random
    now: int = BEGINS_AT
    joined: dict[int, Temperament] = field(default_factory=dict)

    def give(self, command: Command | None) -> Iterator[Happened]:
        """Carry out a command and tell what happened."""
        for event in command.decide(self.workshop) if command else ():
            happened = Happened(self.workshop.version + 1, self.now, event)
            self.workshop = evolve(self.workshop, happened)
            yield happened

    def join(self, number: int) -> Iterator[Happened]:
        self.joined[number] = temperament_of(number)
        yield from self.give(join(self.workshop, number, self.chance))

    def one_turn(self) -> Iterator[Happened]:
        """Let everybody, in some order, do at most one thing, and then the facilitator."""
        for number in self.chance.sample(list(self.joined), len(self.joined)):
            yield from self.give(self._would_do(number))
        yield from self.give(facilitator.next_command(self.workshop, self.chance, self.now))
        self.now += self.chance.randint(LEAST_SECONDS, MOST_SECONDS)

    def _would_do(self, number: int) -> Command | None:
        seat, temperament = seat_of(number), self.joined[number]
        gone = come_or_go(self.workshop, seat, self.chance, temperament) if self._may_wander else None
        return gone or person.next_command(self.workshop, seat, self.chance, temperament)

    @property
    def _may_wander(self) -> bool:
        return self.workshop.scene is Scene.PLAY


def rehearse(deck: Deck, format_id: str, people: int, seed: int, tables: int | None = None) -> Iterator[Happened]:
    """Play a whole workshop to its end and give every event as it happens."""
    rehearsal = Rehearsal(Workshop(deck), Random(seed))
    yield from rehearsal.give(beginning(format_id, tables, rehearsal.chance))
    late = [number for number in range(people) if number and temperament_of(number).late]
    for number in range(people):
        if number not in late:
            yield from rehearsal.join(number)
    while not rehearsal.workshop.ended:
        if late and rehearsal.workshop.scene not in (Scene.LOBBY, Scene.RECOGNISE, Scene.BOARDS):
            yield from rehearsal.join(late.pop(0))
        yield from rehearsal.one_turn()


def beginning(format_id: str, tables: int | None, chance: Random) -> BeginWorkshop:
    """Return the command that makes a workshop, with keys that open nothing outside a rehearsal."""
    keys = (("cookie-begeleider", Role.FACILITATOR, KeyKind.COOKIE), ("cookie-beamer", Role.BEAMER, KeyKind.COOKIE))
    return BeginWorkshop(written(chance, TITLE), "KAART7", format_id, 4, tables, "2099-01-01", keys)

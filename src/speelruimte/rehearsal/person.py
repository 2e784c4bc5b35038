"""What a simulated person does: the command that this seat could give now, or None to wait."""

from collections.abc import Callable
from random import Random

from speelruimte.rehearsal.at_the_table import at_the_table
from speelruimte.rehearsal.simulated import Person
from speelruimte.rehearsal.temperaments import QUICK, Temperament
from speelruimte.rehearsal.with_questions import answer, answer_boards, choose_dilemmas, commit, say_ready
from speelruimte.rules.cards import Scene
from speelruimte.rules.events import Command
from speelruimte.rules.words import SeatId
from speelruimte.rules.workshop import Workshop

IN: dict[Scene, Callable[[Person], Command | None]] = {
    Scene.LOBBY: answer,
    Scene.RECOGNISE: answer,
    Scene.BOARDS: answer_boards,
    Scene.DILEMMAS: choose_dilemmas,
    Scene.PLAY: at_the_table,
    Scene.BREAK: say_ready,
    Scene.HARVEST: answer,
    Scene.MIRROR: say_ready,
    Scene.COMMITMENT: commit,
    Scene.CLOSING: answer,
}


def next_command(workshop: Workshop, seat: SeatId, chance: Random, temperament: Temperament = QUICK) -> Command | None:
    """Return a command that this person could give now and that the rules accept, or None to wait."""
    found = workshop.seats.get(seat)
    if found is None or not found.present or workshop.ended or workshop.step_id is None:
        return None
    person = Person(workshop, seat, chance, temperament)
    return IN[workshop.scene](person) if person.happens(temperament.acts) else None

"""A whole rehearsed workshop as Dutch text, told as the people at its tables would hear it."""

from collections.abc import Iterator

from speelruimte.rehearsal.play import rehearse
from speelruimte.rehearsal.round_told import round_told
from speelruimte.rehearsal.said import in_quotes, name, table_name, titled
from speelruimte.rules.absence import PresenceNoted, WentOnWithout
from speelruimte.rules.agenda import StepOpened, WorkshopEnded
from speelruimte.rules.cards import Deck
from speelruimte.rules.commitment import CommitmentMade
from speelruimte.rules.dilemmas import DilemmaPlaced, DilemmasChosen, VotingOpened
from speelruimte.rules.events import Event, evolve
from speelruimte.rules.people import SeatTaken, StandingChanged
from speelruimte.rules.sitting import SatDown
from speelruimte.rules.workshop import Standing, Workshop


def transcript(deck: Deck, format_id: str, people: int, seed: int) -> Iterator[str]:
    """Play a workshop and tell it line by line."""
    workshop = Workshop(deck)
    for happened in rehearse(deck, format_id, people, seed):
        workshop = evolve(workshop, happened)
        yield from workshop_told(workshop, happened.event)
        yield from round_told(workshop, happened.event)


def workshop_told(workshop: Workshop, event: Event) -> Iterator[str]:
    """Tell what happens to the whole workshop, as it is after this event; much needs no word."""
    match event:
        case StepOpened():
            yield from ("", titled(f"{workshop.step.name}, {workshop.step.minutes} minuten"))
        case DilemmasChosen(order):
            yield f"Gekozen: {len(order)} van {len(workshop.dilemmas)} dilemma’s."
        case VotingOpened(order):
            yield f"Er liggen {len(order)} dilemma’s. Iedereen stemt blind."
        case DilemmaPlaced(_, table):
            yield f"{table_name(workshop, table)} krijgt er een dilemma bij."
        case WorkshopEnded():
            yield from ("", titled("Einde"))
        case _:
            yield from people_told(workshop, event)


def people_told(workshop: Workshop, event: Event) -> Iterator[str]:
    """Tell who comes, sits, wanders off and goes."""
    match event:
        case SeatTaken(seat):
            yield f"{name(workshop, seat)} komt binnen."
        case SatDown(table, seat):
            yield f"{name(workshop, seat)} gaat aan {table_name(workshop, table).lower()} zitten."
        case StandingChanged(seat, standing):
            yield f"{name(workshop, seat)} {'is terug' if standing is Standing.HERE else 'gaat weg'}."
        case PresenceNoted(seat, away):
            yield f"{name(workshop, seat)} is {'even van de pagina' if away else 'weer op de pagina'}."
        case WentOnWithout(_, _, seat):
            yield f"De tafel gaat verder zonder {name(workshop, seat)}."
        case CommitmentMade(seat, made):
            text = " ".join(words.text or "" for words in (made.condition, made.action) if words)
            yield f"Voornemen van {name(workshop, seat)}: {in_quotes(text)}"
        case _:
            return

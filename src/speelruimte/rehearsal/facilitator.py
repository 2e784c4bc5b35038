"""A simulated facilitator: opens the steps, the votes and the pictures, and helps a table that stands still."""

from random import Random

from speelruimte.rehearsal.at_the_table import has_played_enough
from speelruimte.rehearsal.draws import lots
from speelruimte.rules.absence import LetGoOn
from speelruimte.rules.agenda import EndWorkshop, OpenStep, following
from speelruimte.rules.answers import CloseQuestion, moment, questions
from speelruimte.rules.cards import Scene
from speelruimte.rules.dilemmas import CloseVoting, OpenVoting, PlaceDilemma, stack, unplaced
from speelruimte.rules.events import Command
from speelruimte.rules.moderation import AnswerHelp
from speelruimte.rules.workshop import Dilemma, Stage, Table, Workshop


def next_command(workshop: Workshop, chance: Random, now: int) -> Command | None:
    """Return what a facilitator would do now, in seconds since 1970, or None to let people be."""
    if workshop.ended:
        return None
    if workshop.step_id is None:
        return OpenStep(workshop.step.id, now, lots(workshop, chance))
    return help_tables(workshop, chance) or choose_dilemmas(workshop, chance, now) or go_on(workshop, chance, now)


def help_tables(workshop: Workshop, chance: Random) -> Command | None:
    """Come where help was called, and let a round go on that nobody is left to play."""
    for table in workshop.tables.values():
        if table.wants_help:
            return AnswerHelp(table.id)
        if workshop.scene is Scene.PLAY and table.round is not None and not anybody_at(workshop, table):
            return LetGoOn(table.id, table.round.id, table.round.phase, lots(workshop, chance))
    return None


def anybody_at(workshop: Workshop, table: Table) -> bool:
    return any(workshop.is_present(seat) for seat in table.seats)


def choose_dilemmas(workshop: Workshop, chance: Random, now: int) -> Command | None:
    """Open and close the votes, and put the dilemmas on tables that nobody brings in by name."""
    if workshop.scene is not Scene.DILEMMAS:
        return None
    if workshop.stage is Stage.CHOSEN:
        free = [one for one in unplaced(workshop) if not still_asked(workshop, one, now)]
        return PlaceDilemma(free[0].id, emptiest_queue(workshop).id) if free and workshop.tables else None
    if not is_time(workshop, now):
        return None
    if workshop.stage is Stage.VOTING:
        return CloseVoting(lots(workshop, chance))
    return OpenVoting(lots(workshop, chance)) if stack(workshop) else None


def still_asked(workshop: Workshop, dilemma: Dilemma, now: int) -> bool:
    """Tell whether the author is here and may still say yes or no."""
    here = dilemma.author is not None and workshop.is_present(dilemma.author)
    return here and dilemma.brought is None and not is_over(workshop, now)


def emptiest_queue(workshop: Workshop) -> Table:
    return min(workshop.tables.values(), key=lambda table: (len(table.queue), not table.seats, table.number))


def go_on(workshop: Workshop, chance: Random, now: int) -> Command | None:
    """Close the question, then open the next step, when everybody is ready or the time is up."""
    if not is_time(workshop, now):
        return None
    if questions(workshop) and moment(workshop) not in workshop.closed:
        return CloseQuestion(moment(workshop))
    later = following(workshop)
    return EndWorkshop() if later is None else OpenStep(later.id, now, lots(workshop, chance))


def is_time(workshop: Workshop, now: int) -> bool:
    return is_over(workshop, now) or is_done(workshop, now)


def is_over(workshop: Workshop, now: int) -> bool:
    """Tell whether the minutes of the open step have passed."""
    return now >= workshop.step_opened_at.get(workshop.step.id, now) + 60 * workshop.step.minutes


def is_done(workshop: Workshop, now: int) -> bool:
    """Tell whether everybody present has done what the step asks."""
    if workshop.scene is Scene.PLAY:
        return all(is_at_rest(workshop, table) for table in workshop.tables.values())
    if workshop.scene is Scene.DILEMMAS and workshop.stage is Stage.CHOSEN:
        return not any(still_asked(workshop, one, now) for one in unplaced(workshop))
    if moment(workshop) in workshop.closed:
        return True
    ready = workshop.ready.get(moment(workshop), frozenset())
    return all(seat.id in ready for seat in workshop.here if seat.present)


def is_at_rest(workshop: Workshop, table: Table) -> bool:
    """Tell whether a table has no open round and has played its number of rounds, or nobody is there."""
    return table.round is None and (has_played_enough(workshop, table) or not anybody_at(workshop, table))

"""What the big screen may show: released things only. It cannot hold an open answer or a closed card."""

from dataclasses import dataclass

from speelruimte.rules.cards import Scene
from speelruimte.rules.view.harvest import HarvestView, harvest_view
from speelruimte.rules.view.person import StepShown, step_shown
from speelruimte.rules.view.picture import Picture, Ready, is_closed, pictures, ready_count
from speelruimte.rules.view.said import Said, dilemma_text, said
from speelruimte.rules.view.table import TableView, table_view
from speelruimte.rules.workshop import BEFORE_REVEAL, Phase, Round, Stage, Table, Workshop


@dataclass(frozen=True, slots=True)
class TableProgress:
    """How far a table is, without words: its number, people, and phase."""

    number: int
    name: Said | None
    people: int
    phase: Phase | None
    rounds_done: int


@dataclass(frozen=True, slots=True)
class BeamerView:
    """Everything the beamer may show."""

    title: Said | None
    join_code: str
    erase_on: str
    step: StepShown
    back_at: int | None  # the end of a break, in seconds since 1970
    paused: bool
    ended: bool
    door_open: bool
    people: int
    ready: Ready
    closed: bool
    pictures: tuple[Picture, ...]
    stage: Stage
    dilemmas: int
    stack: tuple[Said, ...]
    tables: tuple[TableProgress, ...]
    spotlight: TableView | None
    harvest: HarvestView | None


def beamer_view(workshop: Workshop) -> BeamerView:
    """Return what everybody in the room may see now."""
    return BeamerView(
        title=said(workshop, workshop.title),
        join_code=workshop.join_code,
        erase_on=workshop.erase_on,
        step=step_shown(workshop),
        back_at=back_at(workshop),
        paused=workshop.paused,
        ended=workshop.ended,
        door_open=workshop.door_open,
        people=len(workshop.here),
        ready=ready_count(workshop),
        closed=is_closed(workshop),
        pictures=pictures(workshop),
        stage=workshop.stage,
        dilemmas=len(workshop.dilemmas),
        stack=stack_on_wall(workshop),
        tables=tuple(progress(workshop, table) for table in workshop.tables.values()),
        spotlight=spotlight(workshop),
        harvest=harvest_view(workshop) if workshop.scene is Scene.HARVEST else None,
    )


def back_at(workshop: Workshop) -> int | None:
    """Return when a break is over as it was planned."""
    opened = workshop.step_opened_at.get(workshop.step.id)
    return opened + 60 * workshop.step.minutes if opened and workshop.scene is Scene.BREAK else None


def stack_on_wall(workshop: Workshop) -> tuple[Said, ...]:
    """Return the dilemmas from the moment everybody reads them; after the choice only the chosen ones, in order."""
    if workshop.scene is not Scene.DILEMMAS or workshop.stage is Stage.WRITING:
        return ()
    dilemmas = list(workshop.dilemmas.values())
    if workshop.stage is Stage.CHOSEN:
        dilemmas = sorted((one for one in dilemmas if one.order is not None), key=lambda one: one.order or 0)
    return tuple(dilemma_text(workshop, one) for one in dilemmas)


def progress(workshop: Workshop, table: Table) -> TableProgress:
    done = sum(one.phase is Phase.DONE for one in table.rounds)
    phase = table.round.phase if table.round else None
    return TableProgress(table.number, said(workshop, table.name), len(table.seats), phase, done)


def spotlight(workshop: Workshop) -> TableView | None:
    """Return the table in the spotlight, when the owner of its round said yes and its cards lie open."""
    table = workshop.tables.get(workshop.spotlight) if workshop.spotlight else None
    if table is None or workshop.scene not in (Scene.PLAY, Scene.HARVEST):
        return None
    shown = released(table)
    if shown is None:
        return None
    view = table_view(workshop, table)
    return view if view.round and view.round.id == shown.id else None


def released(table: Table) -> Round | None:
    """Return the open round when it may be on the beamer."""
    round_ = table.round
    may = round_ is not None and round_.on_beamer and round_.phase not in BEFORE_REVEAL
    return round_ if may else None

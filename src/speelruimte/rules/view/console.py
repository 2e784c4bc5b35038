"""What the facilitator may see: the room, the agenda and every table as far as it lies open."""

from dataclasses import dataclass

from speelruimte.rules.agenda import following
from speelruimte.rules.answers import moment
from speelruimte.rules.cards import Scene, Step
from speelruimte.rules.dilemmas import unplaced
from speelruimte.rules.view.harvest import HarvestView, harvest_view
from speelruimte.rules.view.picture import Picture, Ready, is_closed, pictures, ready_count
from speelruimte.rules.view.said import Said, dilemma_text, said
from speelruimte.rules.view.table import TableView, table_view
from speelruimte.rules.words import DilemmaId, SeatId, StepId, TableId, WordsId
from speelruimte.rules.workshop import Stage, Standing, Workshop


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One step: planned minutes, and when it was opened (seconds since 1970), if it was."""

    step: Step
    opened_at: int | None
    is_open: bool
    is_past: bool


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody in the room, by the name the table sees."""

    seat: SeatId
    name: Said | None
    table: TableId | None
    away: bool
    standing: Standing
    has_next_button: bool


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table as somebody who sits there sees it, and when it last moved."""

    table: TableView
    moved_at: int


@dataclass(frozen=True, slots=True)
class DilemmaLine:
    """A chosen dilemma that lies on no table yet, without its author. `asked`: the author may still say yes."""

    id: DilemmaId
    text: Said
    asked: bool


@dataclass(frozen=True, slots=True)
class TextLine:
    """A text that a table or everybody can see, to hide or to show again."""

    said: Said
    where: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class ConsoleView:
    """Everything the console may show: no hidden card, no reflex before its reveal, no author, no private line."""

    title: Said | None
    join_code: str
    erase_on: str
    format_id: str
    format_name: str
    table_size: int
    table_count: int | None
    agenda: tuple[AgendaLine, ...]
    step: Step
    next_step: StepId | None
    next_name: str
    paused: bool
    door_open: bool
    ended: bool
    people: tuple[PersonLine, ...]
    tables: tuple[TableLine, ...]
    moment: str
    closed: bool
    ready: Ready
    pictures: tuple[Picture, ...]
    stage: Stage
    dilemmas: int
    unplaced: tuple[DilemmaLine, ...]
    stack: tuple[Said, ...]
    texts: tuple[TextLine, ...]
    spotlight: TableId | None
    harvest: HarvestView | None
    has_next_buttons: bool

    @property
    def here(self) -> int:
        return sum(one.standing is Standing.HERE for one in self.people)


def console_view(workshop: Workshop) -> ConsoleView:
    """Return what a facilitator may see now."""
    later = following(workshop)
    tables = tuple(TableLine(table_view(workshop, one), one.moved_at) for one in workshop.tables.values())
    return ConsoleView(
        title=said(workshop, workshop.title),
        join_code=workshop.join_code,
        erase_on=workshop.erase_on,
        format_id=workshop.format_id,
        format_name=workshop.format.name,
        table_size=workshop.table_size,
        table_count=workshop.table_count,
        agenda=agenda_lines(workshop),
        step=workshop.step,
        next_step=later.id if later else None,
        next_name=later.name if later else "",
        paused=workshop.paused,
        door_open=workshop.door_open,
        ended=workshop.ended,
        people=people_lines(workshop),
        tables=tables,
        moment=moment(workshop),
        closed=is_closed(workshop),
        ready=ready_count(workshop),
        pictures=pictures(workshop),
        stage=workshop.stage,
        dilemmas=len(workshop.dilemmas),
        unplaced=unplaced_lines(workshop),
        stack=stack_shown(workshop),
        texts=texts(workshop, tables),
        spotlight=workshop.spotlight,
        harvest=harvest_view(workshop) if workshop.scene is Scene.HARVEST else None,
        has_next_buttons=workshop.format.one_table,
    )


def agenda_lines(workshop: Workshop) -> tuple[AgendaLine, ...]:
    steps = workshop.format.steps
    now = steps.index(workshop.step)
    opened = workshop.step_opened_at
    return tuple(AgendaLine(step, opened.get(step.id), at == now, at < now) for at, step in enumerate(steps))


def people_lines(workshop: Workshop) -> tuple[PersonLine, ...]:
    return tuple(
        PersonLine(
            seat.id,
            said(workshop, seat.name),
            seat.table,
            seat.away,
            seat.standing,
            seat.id in workshop.next_button,
        )
        for seat in workshop.seats.values()
    )


def unplaced_lines(workshop: Workshop) -> tuple[DilemmaLine, ...]:
    return tuple(DilemmaLine(one.id, dilemma_text(workshop, one), one.brought is None) for one in unplaced(workshop))


def stack_shown(workshop: Workshop) -> tuple[Said, ...]:
    """Return the dilemmas once everybody may read them, without authors."""
    if workshop.scene is not Scene.DILEMMAS or workshop.stage is Stage.WRITING:
        return ()
    return tuple(dilemma_text(workshop, one) for one in workshop.dilemmas.values())


def texts(workshop: Workshop, tables: tuple[TableLine, ...]) -> tuple[TextLine, ...]:
    """Return every shared text that somebody wrote and the facilitator can see; an example of the deck is nobody's."""
    found = [("", shown) for shown in stack_shown(workshop)]
    for line in tables:
        found += [(str(line.table.number), one) for one in table_texts(line.table)]
    examples = {WordsId(one) for one in workshop.dilemmas}
    return tuple(TextLine(one, where, bool(one.gone)) for where, one in found if one.id not in examples)


def table_texts(table: TableView) -> list[Said]:
    """Return the texts that lie open at a table."""
    round_ = table.round
    if round_ is None:
        return [table.name] if table.name else []
    gifts = [gift.words for card in round_.cards for gift in card.gifts]
    contests = [words for one in round_.contests for words in (one.words, one.answer.words if one.answer else None)]
    monday = [round_.monday.condition, round_.monday.action] if round_.monday else []
    shown = [table.name, round_.dilemma, *gifts, round_.move_words, *contests, *monday]
    return [one for one in shown if one]

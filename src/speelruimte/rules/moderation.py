"""What keeps a workshop friendly: hiding a text, the spotlight of the beamer, a table's name, and calling for help."""

from dataclasses import dataclass, replace

from speelruimte.rules.events import Event, OfATable, OfTheWorkshop
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.words import SeatId, TableId, Words, WordsId
from speelruimte.rules.workshop import Workshop


@dataclass(frozen=True, slots=True)
class WordsHidden(OfTheWorkshop):
    """A text is not shown to anybody, or is shown again."""

    words: WordsId
    hidden: bool

    def apply(self, workshop: Workshop) -> Workshop:
        hidden = workshop.hidden | {self.words} if self.hidden else workshop.hidden - {self.words}
        return replace(workshop, hidden=hidden)


@dataclass(frozen=True, slots=True)
class SpotlightMoved(OfTheWorkshop):
    """The beamer shows the boards of a table, or of none."""

    table: TableId | None

    def apply(self, workshop: Workshop) -> Workshop:
        return replace(workshop, spotlight=self.table)


@dataclass(frozen=True, slots=True)
class TableNamed(OfATable):
    """A table was given a name."""

    table: TableId
    name: Words

    def apply(self, workshop: Workshop) -> Workshop:
        return workshop.with_table(replace(workshop.tables[self.table], name=self.name))


@dataclass(frozen=True, slots=True)
class HelpCalled(OfATable):
    """A table asks the facilitator to come, or needs nobody any more."""

    table: TableId
    wanted: bool

    def apply(self, workshop: Workshop) -> Workshop:
        return workshop.with_table(replace(workshop.tables[self.table], wants_help=self.wanted))


@dataclass(frozen=True, slots=True)
class HideWords:
    words: WordsId
    hidden: bool = True

    def decide(self, workshop: Workshop) -> list[Event]:
        return [] if (self.words in workshop.hidden) == self.hidden else [WordsHidden(self.words, self.hidden)]


@dataclass(frozen=True, slots=True)
class MoveSpotlight:
    table: TableId | None

    def decide(self, workshop: Workshop) -> list[Event]:
        if self.table is not None and self.table not in workshop.tables:
            raise Refused(Reason.UNKNOWN)
        return [SpotlightMoved(self.table)]


@dataclass(frozen=True, slots=True)
class NameTable:
    """Anybody at a table gives it a name."""

    seat: SeatId
    name: Words

    def decide(self, workshop: Workshop) -> list[Event]:
        table = workshop.table_of(self.seat)
        if not (self.name.text or "").strip():
            raise Refused(Reason.NAME_EMPTY)
        return [TableNamed(table.id, self.name)]


@dataclass(frozen=True, slots=True)
class CallHelp:
    seat: SeatId
    wanted: bool

    def decide(self, workshop: Workshop) -> list[Event]:
        table = workshop.table_of(self.seat)
        return [] if table.wants_help == self.wanted else [HelpCalled(table.id, self.wanted)]


@dataclass(frozen=True, slots=True)
class AnswerHelp:
    """The facilitator has been at the table."""

    table: TableId

    def decide(self, workshop: Workshop) -> list[Event]:
        found = workshop.tables.get(self.table)
        return [HelpCalled(found.id, wanted=False)] if found and found.wants_help else []

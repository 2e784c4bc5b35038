"""A rehearsed workshop in which every text is a word of its own, with a book of who may read which."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from random import Random
from typing import Any

from speelruimte.decks.read import own_deck
from speelruimte.rehearsal.play import Rehearsal, beginning
from speelruimte.rules.agenda import BeginWorkshop
from speelruimte.rules.answers import GiveAnswers
from speelruimte.rules.cards import Scene
from speelruimte.rules.commitment import MakeCommitment
from speelruimte.rules.dilemmas import OpenVoting, PutDilemma
from speelruimte.rules.events import Command, Happened
from speelruimte.rules.moderation import HideWords, MoveSpotlight, NameTable
from speelruimte.rules.people import ChangeName, TakeSeat
from speelruimte.rules.round_cards import PlayCard
from speelruimte.rules.round_close import AllowBeamer, TakeMondayStep, WriteLine
from speelruimte.rules.round_contest import AnswerContest, ChooseMove, ContestMove
from speelruimte.rules.round_opening import BringDilemma
from speelruimte.rules.words import RoundId, SeatId, TableId, Words, WordsId
from speelruimte.rules.workshop import BEFORE_REVEAL, Phase, Round, Table, Workshop

# Every kind of command that carries a text; a kind that is not named here may be read by nobody.
FOR_ALL = {BeginWorkshop, NameTable}
NAMES = {TakeSeat, ChangeName}
DILEMMAS = {PutDilemma, BringDilemma}
AT_THE_TABLE = {PlayCard, ChooseMove, ContestMove, AnswerContest, TakeMondayStep}
PRIVATE = {GiveAnswers, WriteLine, MakeCommitment}
HIDE_EVERY = 40  # turns


@dataclass(frozen=True)
class Planted:
    """A word that stands for a text: what kind of text, who wrote it, in which round, about which dilemma."""

    word: str
    id: WordsId
    kind: type
    writer: SeatId | None
    round: RoundId | None = None
    dilemma: str | None = None


@dataclass(frozen=True)
class Looker:
    """Who looks at a page: somebody on a seat, or the console or beamer without one."""

    place: str
    seat: SeatId | None = None


@dataclass
class Book:
    """All planted words, and which dilemmas everybody has read."""

    words: dict[str, Planted] = field(default_factory=dict)
    read_by_all: set[str] = field(default_factory=set)
    count: int = 0

    def note(self, command: Any, words: Words) -> Words:
        self.count += 1
        word = f"geplant{self.count}x"
        writer = getattr(command, "seat", None) or getattr(command, "giver", None)
        about = getattr(command, "round", None)
        self.words[word] = Planted(word, words.id, type(command), writer, about, getattr(command, "dilemma", None))
        return Words(words.id, word)

    def planted(self, command: Command) -> Command:
        """Return the command with a word of its own in place of each text."""
        changed = {one.name: self._in(command, getattr(command, one.name)) for one in fields(command)}  # type: ignore[arg-type]
        return replace(command, **changed)  # type: ignore[type-var]

    def _in(self, command: Command, value: Any) -> Any:
        if isinstance(value, Words):
            return self.note(command, value)
        if isinstance(value, Mapping):
            return {key: self._in(command, inner) for key, inner in value.items()}
        return value

    # who may read what

    def may_read(self, workshop: Workshop, looker: Looker, one: Planted) -> bool:
        """Say whether a page may hold this word; written out here from the rules of the game, not from the views."""
        if one.id in workshop.hidden:
            return False
        if one.kind in NAMES:
            return looker.place != "beamer" or on_the_wall(workshop) is not None
        if one.kind in DILEMMAS:
            return self._may_read_dilemma(workshop, looker, one)
        if one.kind in AT_THE_TABLE:
            return may_read_of_round(workshop, looker, one)
        if one.kind in PRIVATE:
            return looker.place == "tafel" and looker.seat == one.writer
        return one.kind in FOR_ALL

    def _may_read_dilemma(self, workshop: Workshop, looker: Looker, one: Planted) -> bool:
        if one.word in self.read_by_all or (looker.place == "tafel" and looker.seat == one.writer):
            return True
        found = [
            (table, round_)
            for table in workshop.tables.values()
            for round_ in table.rounds
            if round_.dilemma == one.dilemma
        ]
        return any(may_see_round(workshop, looker, table, round_) for table, round_ in found)


def may_read_of_round(workshop: Workshop, looker: Looker, one: Planted) -> bool:
    """A text of a round is its writer's alone until the cards lie open; then it is its table's."""
    if looker.place == "tafel" and looker.seat == one.writer:
        return True
    table, round_ = round_named(workshop, one.round)
    if round_ is None or table is None or round_.phase in BEFORE_REVEAL or round_.phase is Phase.ASIDE:
        return False
    return may_see_round(workshop, looker, table, round_)


def may_see_round(workshop: Workshop, looker: Looker, table: Table, round_: Round) -> bool:
    if looker.place == "console":
        return True
    if looker.place == "beamer":
        return on_the_wall(workshop) == round_.id
    return looker.seat in table.seats or looker.seat in round_.players or looker.seat == round_.owner


def round_named(workshop: Workshop, id_: RoundId | None) -> tuple[Table | None, Round | None]:
    for table in workshop.tables.values():
        found = table.round_of(id_) if id_ else None
        if found:
            return table, found
    return None, None


def on_the_wall(workshop: Workshop) -> RoundId | None:
    """Return the round that its owner let on the beamer and the facilitator put there."""
    table = workshop.tables.get(workshop.spotlight or TableId(""))
    round_ = table.round if table else None
    if round_ is None or not round_.on_beamer or round_.phase in BEFORE_REVEAL:
        return None
    return round_.id if workshop.scene in {Scene.PLAY, Scene.HARVEST} else None


class PlantedRehearsal(Rehearsal):
    """A rehearsal that plants words, and in which the facilitator uses the beamer and hides texts now and then."""

    book: Book

    def give(self, command: Command | None) -> Iterator[Happened]:
        if command is None:
            return
        if isinstance(command, OpenVoting):
            self.book.read_by_all |= {word for word, one in self.book.words.items() if one.kind is PutDilemma}
        yield from super().give(self.book.planted(command))

    def one_turn(self) -> Iterator[Happened]:
        yield from super().one_turn()
        playing = [table for table in self.workshop.tables.values() if table.round]
        if playing and self.workshop.scene is Scene.PLAY and not self.workshop.ended:
            table = self.chance.choice(playing)
            yield from super().give(MoveSpotlight(table.id))
            if table.round and table.round.on_beamer is None and self.chance.random() < 0.3:
                yield from super().give(AllowBeamer(table.round.owner, table.round.id, self.chance.random() < 0.7))
        if self.chance.randrange(HIDE_EVERY) == 0 and self.book.words:
            yield from super().give(HideWords(self.chance.choice(list(self.book.words.values())).id))


def play(format_id: str, people: int, seed: int, tables: int | None = None) -> Iterator[tuple[Workshop, Book]]:
    """Play a whole workshop; give its state after every event, with the book."""
    rehearsal = PlantedRehearsal(Workshop(own_deck()), Random(seed))
    rehearsal.book = Book()

    def so_far(events: Iterator[Happened]) -> Iterator[tuple[Workshop, Book]]:
        for _ in events:
            yield rehearsal.workshop, rehearsal.book

    yield from so_far(rehearsal.give(beginning(format_id, tables, rehearsal.chance)))
    for number in range(people):
        yield from so_far(rehearsal.join(number))
    while not rehearsal.workshop.ended:
        yield from so_far(rehearsal.one_turn())

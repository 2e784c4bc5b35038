"""Any play: sensible people, people who come and go, a wayward facilitator, and commands that make no sense.

Each move is one number; a play shrinks to fewer of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from random import Random

from speelruimte.rehearsal import facilitator, person
from speelruimte.rehearsal.comings import join
from speelruimte.rehearsal.draws import lots
from speelruimte.rehearsal.play import beginning
from speelruimte.rehearsal.temperaments import ALL, QUICK
from speelruimte.rules.absence import LetGoOn, NotePresence
from speelruimte.rules.agenda import OpenStep, Pause, SetDoor
from speelruimte.rules.cards import Deck, Scene
from speelruimte.rules.events import Command, Event, Happened, evolve
from speelruimte.rules.people import ComeBack, Leave, MoveSeat, ReadmitSeat, RemoveSeat
from speelruimte.rules.refusals import Refused
from speelruimte.rules.round_cards import PassPlaying, RevealAnyway, WithdrawCard
from speelruimte.rules.round_close import ReopenRound
from speelruimte.rules.round_contest import DeclineContest
from speelruimte.rules.round_opening import PassTurn
from speelruimte.rules.words import RoundId, SeatId
from speelruimte.rules.workshop import Standing, Workshop
from tests.rules import laws
from tests.rules.junk import junk

MOST_PEOPLE = 20
AT = 1_000


@dataclass
class AnyPlay:
    """A workshop with its whole history; every change passes the laws."""

    workshop: Workshop
    chance: Random
    history: list[Happened] = field(default_factory=list)
    joined: int = 0

    def give(self, command: Command) -> bool:
        """Give a command; say whether something came of it."""
        before = self.workshop
        try:
            events = command.decide(before)
        except Refused as refused:
            laws.a_refusal_says_why(refused)
            return False
        laws.the_clock_decides_nothing(before, command, events)
        for event in events:
            self._happen(event)
        laws.nothing_is_lost_by_opening_a_step(before, self.workshop, command)
        return bool(events)

    def _happen(self, event: Event) -> None:
        happened = Happened(self.workshop.version + 1, AT + self.workshop.version, event)
        before, self.workshop = self.workshop, evolve(self.workshop, happened)
        self.history.append(happened)
        laws.hands_are_full(before, event)
        laws.no_card_is_lost_or_doubled(before, self.workshop)
        laws.a_dilemma_lies_in_one_place(self.workshop)

    def give_sensible(self, command: Command | None) -> bool:
        """Give what the rehearsal thinks that somebody could do now; the rules must agree."""
        if command is None:
            return False
        command.decide(self.workshop)
        return self.give(command)

    def move(self, number: int) -> None:
        """Do what this number means now; 0 means nothing, for a play to shrink to."""
        if not number:
            return
        self.chance = Random(number << 16 | self.workshop.version)  # no id is drawn twice
        kind = self.chance.choices(KINDS, WEIGHTS)[0]
        kind(self)

    def seats(self) -> list[SeatId]:
        return list(self.workshop.seats)

    def some_seat(self) -> SeatId:
        return self.chance.choice(self.seats()) if self.workshop.seats else SeatId("niemand")


def somebody_sensible(play: AnyPlay) -> None:
    temperament = replace(play.chance.choice(ALL), acts=1.0)
    play.give_sensible(person.next_command(play.workshop, play.some_seat(), play.chance, temperament))


def everybody_sensible(play: AnyPlay) -> None:
    for seat in play.seats():
        temperament = replace(play.chance.choice(ALL), acts=1.0)
        play.give_sensible(person.next_command(play.workshop, seat, play.chance, temperament))


def sensible_facilitator(play: AnyPlay) -> None:
    late = play.chance.choice((AT, AT * AT))
    play.give_sensible(facilitator.next_command(play.workshop, play.chance, late))


def somebody_joins(play: AnyPlay) -> None:
    if play.joined < MOST_PEOPLE:
        play.give(join(play.workshop, play.joined, play.chance))
        play.joined += 1


def somebody_comes_or_goes(play: AnyPlay) -> None:
    seat, chance, drawn = play.some_seat(), play.chance, lots(play.workshop, play.chance)
    tables = list(play.workshop.tables)
    found = play.workshop.seats.get(seat)
    away = found is not None and not found.away
    usual: list[Command] = [NotePresence(seat, away)] * 3
    usual += [Leave(seat, drawn), ComeBack(f"code-{seat}", f"cookie-{chance.random()}", drawn)]
    usual += [RemoveSeat(seat, drawn), ReadmitSeat(seat, drawn)]
    usual += [MoveSeat(seat, chance.choice(tables), drawn)] if tables else []
    play.give(chance.choice(usual))


def some_step_opens(play: AnyPlay) -> None:
    steps = play.workshop.format.steps
    wanted = [step for step in steps if step.scene is Scene.PLAY] * 2 * len(steps)
    step = play.chance.choice([*steps, *wanted])
    play.give(OpenStep(step.id, AT, lots(play.workshop, play.chance)))


def a_table_changes_its_mind(play: AnyPlay) -> None:
    """Take back, turn over, reopen or pass, whoever of a table may."""
    chance, tables = play.chance, list(play.workshop.tables.values())
    for table in chance.sample(tables, min(1, len(tables))):
        usual = (WithdrawCard, RevealAnyway, ReopenRound, PassTurn, PassPlaying, DeclineContest)
        kind, round_ = chance.choice(usual), chance.choice([one.id for one in table.rounds[-2:]] or [RoundId("")])
        for seat in chance.sample(table.seats, len(table.seats)):
            play.give(kind(seat, round_))


def facilitator_lets_go(play: AnyPlay) -> None:
    for table in play.workshop.tables.values():
        if table.round:
            play.give(LetGoOn(table.id, table.round.id, table.round.phase, lots(play.workshop, play.chance)))


def door_or_pause(play: AnyPlay) -> None:
    yes = play.chance.random() < 0.6
    play.give(play.chance.choice((SetDoor(yes), Pause(yes))))


def some_junk(play: AnyPlay) -> None:
    for _ in range(3):
        play.give(junk(play.workshop, play.chance))


MOVES: dict[Callable[[AnyPlay], None], int] = {
    somebody_sensible: 35,
    everybody_sensible: 40,
    a_table_changes_its_mind: 12,
    facilitator_lets_go: 1,
    sensible_facilitator: 6,
    somebody_comes_or_goes: 10,
    somebody_joins: 2,
    some_step_opens: 5,
    door_or_pause: 1,
    some_junk: 10,
}
KINDS, WEIGHTS = tuple(MOVES), tuple(MOVES.values())


def begin(deck: Deck, format_id: str, people: int, tables: int | None) -> AnyPlay:
    """Begin a play with people who have joined and a facilitator who has opened the dilemmas."""
    play = AnyPlay(Workshop(deck), Random(people))
    play.give(beginning(format_id, tables, play.chance))
    for _ in range(people):
        somebody_joins(play)
    play.give(
        OpenStep(
            next(one.id for one in play.workshop.format.steps if one.scene is Scene.DILEMMAS),
            AT,
            lots(play.workshop, play.chance),
        )
    )
    return play


def drive_to_the_end(play: AnyPlay) -> Iterator[Command]:
    """Let sensible people and a patient facilitator play on to the end, and give what they do."""
    if not any(seat.present for seat in play.workshop.here):
        yield from one_comes_back(play)
    while not play.workshop.ended:
        given = list(one_turn(play))
        assert given, f"nobody can go on in {play.workshop.scene}"
        yield from given


def one_comes_back(play: AnyPlay) -> Iterator[Command]:
    seats = [seat for seat in play.workshop.seats.values() if seat.standing is not Standing.REMOVED]
    for seat in seats[:1]:
        back = ComeBack(f"code-{seat.id}", "cookie-terug", lots(play.workshop, play.chance))
        for command in (back, NotePresence(seat.id, away=False)):
            play.give(command)
            yield command


def one_turn(play: AnyPlay) -> Iterator[Command]:
    """Let everybody present do one thing, and then the facilitator, who does not look at the clock."""
    for seat in play.seats():
        command = person.next_command(play.workshop, seat, play.chance, replace(QUICK, passes=0.05))
        if command and play.give_sensible(command):
            yield command
    command = facilitator.next_command(play.workshop, play.chance, 0)
    if command and play.give_sensible(command):
        yield command

"""How a round goes from phase to phase: who is waited for, who contests, and when cards turn over."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from speelruimte.rules.cards import Scene
from speelruimte.rules.events import Event, OfATable
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.words import RoundId, SeatId, TableId
from speelruimte.rules.workshop import (
    BEFORE_REVEAL,
    PLAYING,
    AnswerKind,
    Contest,
    ContestKind,
    Phase,
    Round,
    Table,
    Workshop,
)

CONTESTS_AT_MOST = 2


@dataclass(frozen=True, slots=True)
class PhaseOpened(OfATable):
    """A round went on to a phase; `opponent` is who is asked to contest."""

    table: TableId
    round: RoundId
    phase: Phase
    opponent: SeatId | None = None

    def apply(self, workshop: Workshop) -> Workshop:
        def opened(one: Round) -> Round:
            return replace(
                one, phase=self.phase, opponent=self.opponent, without=frozenset(), declined=kept_declined(one, self)
            )

        return with_changed(workshop, self.table, self.round, opened)


def kept_declined(one: Round, opened: PhaseOpened) -> frozenset[SeatId]:
    """Within one contestation it is remembered who passed; a new phase forgets it."""
    same = one.phase is Phase.COUNTER and opened.phase is Phase.COUNTER
    return one.declined if same else frozenset()


@dataclass(frozen=True, slots=True)
class CardsRevealed(OfATable):
    """All cards turned over at once. Who sits at the table now is who played in this round."""

    table: TableId
    round: RoundId

    def apply(self, workshop: Workshop) -> Workshop:
        seats = workshop.tables[self.table].seats

        def revealed(one: Round) -> Round:
            return replace(one, phase=Phase.REVEAL, open=one.played, players=seats, without=frozenset())

        return with_changed(workshop, self.table, self.round, revealed)


@dataclass(frozen=True, slots=True)
class MoveContested(OfATable):
    """Somebody contested the move; `by` is None when the card did it itself."""

    table: TableId
    round: RoundId
    contest: Contest

    def apply(self, workshop: Workshop) -> Workshop:
        def contested(one: Round) -> Round:
            return replace(one, contests=(*one.contests, self.contest))

        return with_changed(workshop, self.table, self.round, contested)


def with_changed(workshop: Workshop, table: TableId, round_: RoundId, change: Callable[[Round], Round]) -> Workshop:
    """Return the workshop with one round changed."""
    at = workshop.tables[table]
    found = at.round_of(round_)
    return workshop if found is None else workshop.with_table(at.with_round(change(found)))


def open_round(workshop: Workshop, seat: SeatId, round_: RoundId) -> tuple[Table, Round]:
    """Return the table of a seat and its open round; raise Refused unless that is the round that was meant."""
    workshop.must_be_in(Scene.PLAY)
    table = workshop.table_of(seat)
    if table.round is None or table.round.id != round_:
        elsewhere = any(other.round_of(round_) for other in workshop.tables.values() if other.id != table.id)
        raise Refused(Reason.NOT_YOUR_TABLE if elsewhere else Reason.ROUND_OVER, tafel=table.number)
    return table, table.round


def must_be_phase(round_: Round, *phases: Phase) -> None:
    """Raise Refused when the round is in another phase."""
    if round_.phase not in phases:
        raise Refused(Reason.NOT_THIS_PHASE, fase=round_.phase.value)


def must_be_owner(workshop: Workshop, round_: Round, seat: SeatId) -> None:
    if seat != round_.owner:
        raise Refused(Reason.ONLY_OWNER, naam=workshop.seats[round_.owner].name.text)


def left_behind(workshop: Workshop, seat: SeatId) -> list[tuple[Table, Round]]:
    """Return the rounds that went on without this owner, who may finish them, from wherever they sit now."""
    return [
        (table, one)
        for table in workshop.tables.values()
        for one in table.rounds
        if one.owner_left and one.owner == seat
    ]


def waited_for(table: Table, round_: Round) -> tuple[SeatId, ...]:
    """Return the seats that the table waits for now, present or not."""
    if round_.phase in PLAYING:
        return tuple(seat for seat in table.seats if seat not in round_.without and has_still_to(round_, seat))
    if round_.phase is Phase.COUNTER:
        return (round_.opponent,) if round_.opponent else ()
    if round_.ended or (round_.owner_left and round_.phase is Phase.LOOKBACK):
        return ()
    return (round_.owner,)


def has_still_to(round_: Round, seat: SeatId) -> bool:
    """Tell whether a seat has yet to play, or as owner to pick a reflex."""
    if seat == round_.owner:
        return seat not in round_.reflexes
    return seat not in round_.passed and all(card.giver != seat for card in round_.played)


def revealed_if_ready(workshop: Workshop, table_id: TableId) -> list[Event]:
    """Return the reveal when nobody is waited for any more."""
    table = workshop.tables[table_id]
    round_ = table.round
    if round_ is None or round_.phase not in PLAYING or waited_for(table, round_):
        return []
    return [CardsRevealed(table_id, round_.id)]


def to_play_if_ready(workshop: Workshop, table_id: TableId) -> list[Event]:
    """Go from picking reflexes to playing when somebody has played, or everybody has picked."""
    table = workshop.tables[table_id]
    round_ = table.round
    if round_ is None or round_.phase is not Phase.REFLEX:
        return []
    everybody = all(seat in round_.reflexes for seat in table.seats if workshop.is_present(seat))
    return [PhaseOpened(table_id, round_.id, Phase.PLAY)] if everybody or round_.played else []


def next_opponent(workshop: Workshop, table: Table, round_: Round) -> SeatId | None:
    """Return the next seat present after the owner that has not passed; after a first contest, after that one."""
    start = round_.contests[-1].by if round_.contests and round_.contests[-1].by else round_.owner
    order = seats_after(table.seats, start if start in table.seats else round_.owner)
    fit = [
        seat
        for seat in order
        if seat != round_.owner and seat in round_.players and seat not in round_.declined and workshop.is_present(seat)
    ]
    return fit[0] if fit else None


def seats_after(seats: tuple[SeatId, ...], start: SeatId) -> tuple[SeatId, ...]:
    """Return everybody round the table, beginning after `start` and ending with it."""
    if start not in seats:
        return seats
    at = seats.index(start) + 1
    return seats[at:] + seats[:at]


def to_counter(workshop: Workshop, table: Table, round_: Round) -> list[Event]:
    """Ask the next seat to contest; with nobody left the card contests itself, once, and else the round goes on."""
    opponent = next_opponent(workshop, table, round_)
    if opponent is not None:
        return [PhaseOpened(table.id, round_.id, Phase.COUNTER, opponent)]
    standing = round_.standing_move
    if round_.contests or standing is None:
        return [PhaseOpened(table.id, round_.id, Phase.MONDAY)]
    tactic = workshop.deck.tactic_of[standing]
    contest = Contest(None, ContestKind.CARD, tactic.counter_voice, None, None, tactic.id)
    return [MoveContested(table.id, round_.id, contest), PhaseOpened(table.id, round_.id, Phase.ANSWER)]


def after_answer(workshop: Workshop, table: Table, round_: Round) -> list[Event]:
    """Hold or drop ends the contest; adjust or switch may be contested once more."""
    answer = round_.contests[-1].answer
    ends = answer is None or answer.kind in (AnswerKind.HOLD, AnswerKind.DROP)
    if ends or len(round_.contests) >= CONTESTS_AT_MOST:
        return [PhaseOpened(table.id, round_.id, Phase.MONDAY)]
    return to_counter(workshop, table, round_)


def without_seat(workshop: Workshop, table_id: TableId, seat: SeatId) -> list[Event]:
    """Return how the open round of a table goes on when this seat is gone from it (it has been marked so already)."""
    table = workshop.tables[table_id]
    round_ = table.round
    if round_ is None:
        return []
    if seat == round_.owner:
        return without_owner(table, round_)
    if round_.phase is Phase.COUNTER and round_.opponent == seat:
        return to_counter(workshop, table, round_)
    return revealed_if_ready(workshop, table_id)


def without_owner(table: Table, round_: Round) -> list[Event]:
    """Before the reveal the round is set aside; after it the owner may finish it later, and the table looks back."""
    if round_.phase in BEFORE_REVEAL:
        aside: list[Event] = [RoundSetAside(table.id, round_.id)]
        return aside
    gone: list[Event] = [OwnerLeft(table.id, round_.id)]
    if round_.phase is not Phase.LOOKBACK:
        gone.append(PhaseOpened(table.id, round_.id, Phase.LOOKBACK))
    return gone


@dataclass(frozen=True, slots=True)
class RoundSetAside(OfATable):
    """A round stopped before its reveal: its cards went back to the hands and its dilemma to the end of the queue."""

    table: TableId
    round: RoundId

    def apply(self, workshop: Workshop) -> Workshop:
        table = cards_taken_back(workshop.tables[self.table], self.round)
        found = table.round_of(self.round)
        if found is None:
            return workshop
        table = table.with_round(replace(found, phase=Phase.ASIDE, played=()))
        if found.stand_in or found.owner in table.seats:
            return workshop.with_table(replace(table, queue=(*table.queue, found.dilemma)))
        # Whose own dilemma it is has left the table and takes it along.
        taken = replace(workshop.dilemmas[found.dilemma], table=None)
        return replace(workshop.with_table(table), dilemmas={**workshop.dilemmas, taken.id: taken})


@dataclass(frozen=True, slots=True)
class OwnerLeft(OfATable):
    """The table went on without the owner, who may finish the round on the own phone."""

    table: TableId
    round: RoundId

    def apply(self, workshop: Workshop) -> Workshop:
        return with_changed(workshop, self.table, self.round, lambda one: replace(one, owner_left=True))


def cards_taken_back(table: Table, round_id: RoundId) -> Table:
    """Return the table with the cards of a round back in the hands of their givers, who all sit there still."""
    found = table.round_of(round_id)
    hands = dict(table.hands)
    for card in found.played if found else ():
        if card.giver is not None:
            hands[card.giver] = (*hands.get(card.giver, ()), card.tactic)
    return replace(table, hands=hands)

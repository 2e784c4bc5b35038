"""Move, counter-move and answer: what the owner chooses, who contests it, and what the owner says to that."""

from dataclasses import dataclass, replace

from speelruimte.rules.cards import Scene
from speelruimte.rules.events import Event, OfATable, after
from speelruimte.rules.open_cards import another_board_is_left, from_another_board, open_tactics
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.round_flow import (
    MoveContested,
    PhaseOpened,
    after_answer,
    left_behind,
    must_be_owner,
    must_be_phase,
    open_round,
    to_counter,
    with_changed,
)
from speelruimte.rules.words import ContestationId, RoundId, SeatId, TableId, TacticId, Words
from speelruimte.rules.workshop import (
    Answer,
    AnswerKind,
    Contest,
    ContestKind,
    Move,
    Phase,
    Round,
    Table,
    Workshop,
)


@dataclass(frozen=True, slots=True)
class MoveChosen(OfATable):
    """The owner chose one of the open cards."""

    table: TableId
    round: RoundId
    tactic: TacticId
    words: Words | None

    def apply(self, workshop: Workshop) -> Workshop:
        move = Move(self.tactic, self.words)
        return with_changed(workshop, self.table, self.round, lambda one: replace(one, move=move, contests=()))


@dataclass(frozen=True, slots=True)
class ContestDeclined(OfATable):
    """The opponent passed, without a reason."""

    table: TableId
    round: RoundId
    seat: SeatId

    def apply(self, workshop: Workshop) -> Workshop:
        return with_changed(
            workshop, self.table, self.round, lambda one: replace(one, declined=one.declined | {self.seat})
        )


@dataclass(frozen=True, slots=True)
class ContestAnswered(OfATable):
    """The owner answered the last contestation."""

    table: TableId
    round: RoundId
    answer: Answer

    def apply(self, workshop: Workshop) -> Workshop:
        def answered(one: Round) -> Round:
            return replace(one, contests=(*one.contests[:-1], replace(one.contests[-1], answer=self.answer)))

        return with_changed(workshop, self.table, self.round, answered)


def owners_round(workshop: Workshop, seat: SeatId, round_id: RoundId, *phases: Phase) -> tuple[Table, Round, bool]:
    """Return table and round for an act of the owner, and whether it is done later, after the table went on.

    Raises Refused when it is not the owner, another round, or another phase.
    """
    workshop.must_be_in(Scene.PLAY)
    workshop.seat_here(seat)
    for table, found in left_behind(workshop, seat):
        if found.id == round_id:
            return table, found, True
    table, round_ = open_round(workshop, seat, round_id)
    must_be_owner(workshop, round_, seat)
    must_be_phase(round_, *phases)
    return table, round_, False


@dataclass(frozen=True, slots=True)
class HeardAll:
    """The givers have said why; the owner goes on to choosing."""

    seat: SeatId
    round: RoundId

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_ = open_round(workshop, self.seat, self.round)
        must_be_owner(workshop, round_, self.seat)
        must_be_phase(round_, Phase.REVEAL)
        must_have_another_board(workshop, table, round_)
        return [PhaseOpened(table.id, round_.id, Phase.MOVE)]


def must_have_another_board(workshop: Workshop, table: Table, round_: Round) -> None:
    """Raise Refused while every open card is from the board of the reflex and another can still be added."""
    if not from_another_board(workshop, round_) and another_board_is_left(workshop, table, round_):
        raise Refused(Reason.NOT_THIS_PHASE, fase=Phase.REVEAL.value)


@dataclass(frozen=True, slots=True)
class ChooseMove:
    """The owner chooses an open card, the own reflex included; None goes on without a choice."""

    seat: SeatId
    round: RoundId
    tactic: TacticId | None
    words: Words | None = None

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_, later = owners_round(workshop, self.seat, self.round, Phase.MOVE)
        if self.tactic is None:
            return [] if later else [PhaseOpened(table.id, round_.id, Phase.MONDAY)]
        if self.tactic not in open_tactics(round_):
            raise Refused(Reason.MOVE_NOT_OPEN)
        if later and round_.move is not None:
            raise Refused(Reason.ALREADY_CHOSEN)
        chosen: list[Event] = [MoveChosen(table.id, round_.id, self.tactic, self.words)]
        return chosen if later else [*chosen, *going_to_counter(workshop, chosen, table.id, round_.id)]


def going_to_counter(workshop: Workshop, events: list[Event], table_id: TableId, round_id: RoundId) -> list[Event]:
    """Ask for a contestation, in the workshop as it is after these events."""
    later = after(workshop, events)
    table = later.tables[table_id]
    round_ = table.round_of(round_id)
    return [] if round_ is None else to_counter(later, table, round_)


@dataclass(frozen=True, slots=True)
class ContestMove:
    """The opponent contests: with the card's counter-move or pitfall, a loose contestation, or own words."""

    seat: SeatId
    round: RoundId
    kind: ContestKind
    voice: str | None = None
    contestation: ContestationId | None = None
    words: Words | None = None

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_ = opponents_round(workshop, self.seat, self.round)
        standing = round_.standing_move
        if standing is None:
            raise Refused(Reason.NOT_THIS_PHASE, fase=round_.phase.value)
        contest = Contest(
            self.seat, self.kind, self._voice(workshop, standing), self.contestation, self.words, standing
        )
        return [MoveContested(table.id, round_.id, contest), PhaseOpened(table.id, round_.id, Phase.ANSWER)]

    def _voice(self, workshop: Workshop, standing: TacticId) -> str | None:
        """Return the voice of this contestation; raise Refused when it has none that the deck knows."""
        if self.kind is ContestKind.CARD:
            return workshop.deck.tactic_of[standing].counter_voice
        if self.kind is ContestKind.LOOSE:
            found = workshop.deck.contestation_of.get(self.contestation or ContestationId(""))
            if found is None:
                raise Refused(Reason.CARD_UNKNOWN)
            return found.voice
        if self.voice is not None and self.voice not in workshop.deck.voice_of:
            raise Refused(Reason.CARD_UNKNOWN)
        if self.kind is ContestKind.OWN and self.words is None:
            raise Refused(Reason.EMPTY)
        return self.voice


def opponents_round(workshop: Workshop, seat: SeatId, round_id: RoundId) -> tuple[Table, Round]:
    """Return table and round for an act of the opponent; raise Refused for anybody else."""
    table, round_ = open_round(workshop, seat, round_id)
    must_be_phase(round_, Phase.COUNTER)
    if round_.opponent != seat:
        opponent = workshop.seats.get(round_.opponent) if round_.opponent else None
        raise Refused(Reason.ONLY_OPPONENT, naam=opponent.name.text if opponent else "")
    return table, round_


@dataclass(frozen=True, slots=True)
class DeclineContest:
    """The opponent passes; the next seat present is asked."""

    seat: SeatId
    round: RoundId

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_ = opponents_round(workshop, self.seat, self.round)
        declined: list[Event] = [ContestDeclined(table.id, round_.id, self.seat)]
        return [*declined, *going_to_counter(workshop, declined, table.id, round_.id)]


@dataclass(frozen=True, slots=True)
class AnswerContest:
    """The owner holds, adjusts, switches to another open card, or drops."""

    seat: SeatId
    round: RoundId
    kind: AnswerKind
    words: Words | None = None
    tactic: TacticId | None = None

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_, later = owners_round(workshop, self.seat, self.round, Phase.ANSWER)
        if not round_.contests or round_.contests[-1].answer is not None:
            raise Refused(Reason.NOT_THIS_PHASE, fase=round_.phase.value)
        self._must_switch_to_another(round_)
        tactic = self.tactic if self.kind is AnswerKind.SWITCH else None
        answered: list[Event] = [ContestAnswered(table.id, round_.id, Answer(self.kind, self.words, tactic))]
        return answered if later else [*answered, *self._then(workshop, answered, table.id)]

    def _must_switch_to_another(self, round_: Round) -> None:
        others = open_tactics(round_) - {round_.standing_move}
        if self.kind is AnswerKind.SWITCH and self.tactic not in others:
            raise Refused(Reason.MOVE_NOT_OPEN)

    def _then(self, workshop: Workshop, answered: list[Event], table_id: TableId) -> list[Event]:
        later = after(workshop, answered)
        table = later.tables[table_id]
        round_ = table.round_of(self.round)
        return [] if round_ is None else after_answer(later, table, round_)

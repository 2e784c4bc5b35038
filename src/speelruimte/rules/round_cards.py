"""The cards of a round: picking a reflex, playing to the owner, and turning over."""

from dataclasses import dataclass, replace

from speelruimte.rules.dealing import without
from speelruimte.rules.events import Event, OfATable, after
from speelruimte.rules.open_cards import from_another_board, laid, other_boards
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.round_flow import (
    CardsRevealed,
    open_round,
    revealed_if_ready,
    to_play_if_ready,
    with_changed,
)
from speelruimte.rules.words import RoundId, SeatId, TableId, TacticId, Words
from speelruimte.rules.workshop import PLAYING, Phase, Played, Round, Table, Workshop


@dataclass(frozen=True, slots=True)
class ReflexPicked(OfATable):
    """Somebody marked the first card they would reach for; None is a pass."""

    table: TableId
    round: RoundId
    seat: SeatId
    tactic: TacticId | None

    def apply(self, workshop: Workshop) -> Workshop:
        def picked(one: Round) -> Round:
            return replace(one, reflexes={**one.reflexes, self.seat: self.tactic})

        return with_changed(workshop, self.table, self.round, picked)


@dataclass(frozen=True, slots=True)
class CardPlayed(OfATable):
    """A card went from a hand to the owner: face down before the reveal, open after it."""

    table: TableId
    round: RoundId
    giver: SeatId
    tactic: TacticId
    words: Words | None

    def apply(self, workshop: Workshop) -> Workshop:
        table = workshop.tables[self.table]
        hands = {**table.hands, self.giver: without(table.hands[self.giver], self.tactic)}
        card = Played(self.tactic, self.giver, self.words)
        return with_changed(
            workshop.with_table(replace(table, hands=hands)), self.table, self.round, lambda one: laid(one, card)
        )


@dataclass(frozen=True, slots=True)
class CardWithdrawn(OfATable):
    """A face-down card went back to the hand of its giver."""

    table: TableId
    round: RoundId
    giver: SeatId

    def apply(self, workshop: Workshop) -> Workshop:
        table = workshop.tables[self.table]
        found = table.round_of(self.round)
        card = next((card for card in found.played if card.giver == self.giver), None) if found else None
        if found is None or card is None:
            return workshop
        hands = {**table.hands, self.giver: (*table.hands[self.giver], card.tactic)}
        left = tuple(one for one in found.played if one is not card)
        return workshop.with_table(replace(table, hands=hands).with_round(replace(found, played=left)))


@dataclass(frozen=True, slots=True)
class PlayingPassed(OfATable):
    """Somebody plays no card in this round; `passed` False takes that back."""

    table: TableId
    round: RoundId
    seat: SeatId
    passed: bool

    def apply(self, workshop: Workshop) -> Workshop:
        def changed(one: Round) -> Round:
            return replace(one, passed=one.passed | {self.seat} if self.passed else one.passed - {self.seat})

        return with_changed(workshop, self.table, self.round, changed)


def must_hold(table: Table, seat: SeatId, tactic: TacticId) -> None:
    if tactic not in table.hands.get(seat, ()):
        raise Refused(Reason.CARD_NOT_IN_HAND)


def must_not_be_revealed(round_: Round, reason: Reason) -> None:
    if round_.phase not in PLAYING:
        raise Refused(Reason.NOT_THIS_PHASE if round_.phase is Phase.TELL else reason, fase=round_.phase.value)


@dataclass(frozen=True, slots=True)
class PickReflex:
    """Pick the tactic one would reach for first, or None to pass. It leaves no hand and no pile."""

    seat: SeatId
    round: RoundId
    tactic: TacticId | None

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_ = open_round(workshop, self.seat, self.round)
        must_not_be_revealed(round_, Reason.ROUND_WAS_REVEALED)
        if self.seat in round_.reflexes:
            raise Refused(Reason.ALREADY_CHOSEN)
        if self.tactic is not None and self.tactic not in workshop.deck.tactic_of:
            raise Refused(Reason.CARD_UNKNOWN)
        return followed(workshop, ReflexPicked(table.id, round_.id, self.seat, self.tactic), table.id)


def followed(workshop: Workshop, event: Event, table: TableId) -> list[Event]:
    """Return the event with what follows from it: the next phase, or the reveal."""
    events: list[Event] = [event]
    events += to_play_if_ready(after(workshop, events), table)
    events += revealed_if_ready(after(workshop, events), table)
    return events


@dataclass(frozen=True, slots=True)
class PlayCard:
    """Play one card from the hand to the owner, face down, with at most one sentence."""

    seat: SeatId
    round: RoundId
    tactic: TacticId
    words: Words | None = None

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_ = open_round(workshop, self.seat, self.round)
        if self.seat == round_.owner:
            raise Refused(Reason.NOT_TO_YOURSELF)
        if round_.phase is not Phase.REVEAL or from_another_board(workshop, round_):
            must_not_be_revealed(round_, Reason.ROUND_WAS_REVEALED)
        must_hold(table, self.seat, self.tactic)
        played = CardPlayed(table.id, round_.id, self.seat, self.tactic, self.words)
        if round_.phase is Phase.REVEAL:
            return self._added(workshop, round_, played)
        if any(card.giver == self.seat for card in round_.played):
            raise Refused(Reason.ALREADY_PLAYED)
        return followed(workshop, played, table.id)

    def _added(self, workshop: Workshop, round_: Round, played: CardPlayed) -> list[Event]:
        """After the reveal a card may be added only from another board than the reflex."""
        if workshop.deck.tactic_of[self.tactic].board not in other_boards(workshop, round_):
            raise Refused(Reason.CARD_ALREADY_OPEN)
        return [played]


@dataclass(frozen=True, slots=True)
class WithdrawCard:
    """Take an unrevealed card back, or a pass."""

    seat: SeatId
    round: RoundId

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_ = open_round(workshop, self.seat, self.round)
        must_not_be_revealed(round_, Reason.TOO_LATE_TO_WITHDRAW)
        if self.seat in round_.passed:
            return [PlayingPassed(table.id, round_.id, self.seat, passed=False)]
        if all(card.giver != self.seat for card in round_.played):
            raise Refused(Reason.CARD_NOT_IN_HAND)
        return [CardWithdrawn(table.id, round_.id, self.seat)]


@dataclass(frozen=True, slots=True)
class PassPlaying:
    """Play no card this time, without a reason."""

    seat: SeatId
    round: RoundId

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_ = open_round(workshop, self.seat, self.round)
        must_not_be_revealed(round_, Reason.ROUND_WAS_REVEALED)
        if self.seat == round_.owner:
            raise Refused(Reason.NOT_TO_YOURSELF)
        if any(card.giver == self.seat for card in round_.played):
            raise Refused(Reason.ALREADY_PLAYED)
        return followed(workshop, PlayingPassed(table.id, round_.id, self.seat, passed=True), table.id)


@dataclass(frozen=True, slots=True)
class RevealAnyway:
    """The owner turns the cards over without waiting for the rest; when the owner is away, anybody may."""

    seat: SeatId
    round: RoundId

    def decide(self, workshop: Workshop) -> list[Event]:
        table, round_ = open_round(workshop, self.seat, self.round)
        must_not_be_revealed(round_, Reason.ROUND_WAS_REVEALED)
        if self.seat != round_.owner and workshop.is_present(round_.owner):
            raise Refused(Reason.ONLY_OWNER, naam=workshop.seats[round_.owner].name.text)
        return [CardsRevealed(table.id, round_.id)]

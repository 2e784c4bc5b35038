"""The mirror: one's own moves retold, for that person alone. It describes and never scores."""

from collections.abc import Mapping
from dataclasses import dataclass

from speelruimte.rules.view.harvest import revealed_rounds
from speelruimte.rules.view.said import Said, dilemma_text, said
from speelruimte.rules.words import BoardId, QuestionId, SeatId, TacticId
from speelruimte.rules.workshop import Round, Workshop


@dataclass(frozen=True, slots=True)
class OwnRound:
    """A round in which one was owner: first reflex, what was received, and where one stood at the end."""

    number: int
    dilemma: Said
    reflex: TacticId | None
    received: tuple[TacticId, ...]
    chosen: TacticId | None
    contested: tuple[TacticId, ...]  # the moves that somebody spoke against out of a voice
    voices: tuple[str, ...]
    monday_condition: Said | None
    monday_action: Said | None
    line: Said | None


@dataclass(frozen=True, slots=True)
class GivenRound:
    """A round of somebody else: one's own first reflex, and the card one gave."""

    number: int
    reflex: TacticId | None
    given: TacticId | None
    line: Said | None


@dataclass(frozen=True, slots=True)
class MirrorView:
    owned: tuple[OwnRound, ...]
    helped: tuple[GivenRound, ...]
    boards_used: tuple[BoardId, ...]
    boards_unused: tuple[BoardId, ...]
    hunches: tuple[BoardId, ...]
    relation_board: BoardId | None
    relation: Said | None
    before: Mapping[QuestionId, int | None]

    @property
    def is_empty(self) -> bool:
        return not self.owned and not self.helped


def mirror_view(workshop: Workshop, seat: SeatId) -> MirrorView:
    """Return what one person did, from the log."""
    mine = [one for _, one in revealed_rounds(workshop) if seat in one.players]
    owned = tuple(own_round(workshop, one, seat) for one in mine if one.owner == seat)
    helped = tuple(given_round(workshop, one, seat) for one in mine if one.owner != seat)
    used = boards_used(workshop, owned, helped)
    board, relation = workshop.relations.get(seat, (None, None))
    return MirrorView(
        owned=owned,
        helped=helped,
        boards_used=used,
        boards_unused=tuple(one.id for one in workshop.deck.boards if one.id not in used),
        hunches=hunches(workshop, seat),
        relation_board=board,
        relation=said(workshop, relation),
        before=dict(workshop.answers.get(seat, {})),
    )


def own_round(workshop: Workshop, round_: Round, seat: SeatId) -> OwnRound:
    monday = round_.monday
    return OwnRound(
        number=round_.number,
        dilemma=dilemma_text(workshop, workshop.dilemmas[round_.dilemma]),
        reflex=round_.reflex,
        received=tuple(card.tactic for card in round_.open),
        chosen=round_.standing_move,
        contested=tuple(one.tactic for one in round_.contests if one.voice),
        voices=tuple(one.voice for one in round_.contests if one.voice),
        monday_condition=said(workshop, monday.condition) if monday else None,
        monday_action=said(workshop, monday.action) if monday else None,
        line=said(workshop, round_.lines.get(seat)),
    )


def given_round(workshop: Workshop, round_: Round, seat: SeatId) -> GivenRound:
    given = next((card.tactic for card in round_.open if card.giver == seat), None)
    return GivenRound(round_.number, round_.reflexes.get(seat), given, said(workshop, round_.lines.get(seat)))


def boards_used(workshop: Workshop, owned: tuple[OwnRound, ...], helped: tuple[GivenRound, ...]) -> tuple[BoardId, ...]:
    """Return the boards of one's reflexes, choices and gifts, in the order of the deck."""
    cards = [*(one.reflex for one in owned), *(one.chosen for one in owned)]
    cards += [*(one.reflex for one in helped), *(one.given for one in helped)]
    used = {workshop.deck.tactic_of[card].board for card in cards if card}
    return tuple(board.id for board in workshop.deck.boards if board.id in used)


def hunches(workshop: Workshop, seat: SeatId) -> tuple[BoardId, ...]:
    """Return the boards of the first hunches, in the order of the questions."""
    answers = workshop.answers.get(seat, {})
    picked = [answers.get(question.id) for question in workshop.deck.hunches]
    return tuple(workshop.deck.boards[value - 1].id for value in picked if value)

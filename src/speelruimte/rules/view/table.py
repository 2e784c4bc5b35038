"""What everybody at one table shares: who sits there, and the round as far as it lies open."""

from dataclasses import dataclass

from speelruimte.rules.open_cards import another_board_is_left, from_another_board, open_tactics
from speelruimte.rules.round_flow import waited_for
from speelruimte.rules.round_opening import RoundBegun, next_in_turn, next_round
from speelruimte.rules.round_pile import pile_may_play
from speelruimte.rules.view.said import Said, dilemma_text, initials, name_of, said
from speelruimte.rules.words import ContestationId, RoundId, SeatId, TableId, TacticId
from speelruimte.rules.workshop import (
    BEFORE_REVEAL,
    PLAYING,
    AnswerKind,
    Contest,
    ContestKind,
    MondayKind,
    Phase,
    Round,
    Table,
    Workshop,
)


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody at a table. `place` is what lies in front: "", leeg, dicht, past, open."""

    seat: SeatId
    name: str
    initial: str
    away: bool
    owner: bool
    opponent: bool
    waited_for: bool
    place: str


@dataclass(frozen=True, slots=True)
class Gift:
    """Who gave an open card, with what words; the pile gives without a name."""

    giver: str
    initial: str
    by_pile: bool
    words: Said | None


@dataclass(frozen=True, slots=True)
class OpenCard:
    """A tactic that lies open: given, the owner's reflex, or both."""

    tactic: TacticId
    gifts: tuple[Gift, ...]
    is_reflex: bool
    is_move: bool
    is_dropped: bool


@dataclass(frozen=True, slots=True)
class AnswerShown:
    kind: AnswerKind
    words: Said | None
    tactic: TacticId | None


@dataclass(frozen=True, slots=True)
class ContestShown:
    """A contestation; `by` is empty when the card speaks itself."""

    by: str
    initial: str
    kind: ContestKind
    voice: str | None
    contestation: ContestationId | None
    tactic: TacticId
    words: Said | None
    answer: AnswerShown | None


@dataclass(frozen=True, slots=True)
class MondayShown:
    kind: MondayKind
    condition: Said | None
    action: Said | None


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round as its table sees it. Before the reveal it holds no card and no reflex at all."""

    id: RoundId
    number: int
    phase: Phase
    dilemma: Said
    owner: SeatId
    owner_name: str
    owner_initial: str
    stand_in: bool
    opponent_name: str
    cards: tuple[OpenCard, ...]
    reflex: TacticId | None
    move: TacticId | None
    standing: TacticId | None
    move_words: Said | None
    contests: tuple[ContestShown, ...]
    monday: MondayShown | None
    needs_other_board: bool  # before the owner may go on
    pile_may_play: bool
    on_beamer: bool | None


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as everybody who sits there sees it."""

    id: TableId
    number: int
    name: Said | None
    sitters: tuple[Sitter, ...]
    round: RoundView | None
    last_round: RoundView | None
    rounds_done: int
    queue: int
    turn: SeatId | None
    turn_name: str
    next_owner: SeatId | None  # of the dilemma that is ready to be played, when no round is open
    next_owner_name: str
    wants_help: bool

    @property
    def waiting(self) -> tuple[Sitter, ...]:
        return tuple(one for one in self.sitters if one.waited_for)


def table_view(workshop: Workshop, table: Table) -> TableView:
    """Return what everybody at this table may see."""
    names = {seat: name_of(workshop, seat) for seat in table.seats}
    letters = initials(names)
    turn = next_in_turn(workshop, table) if table.round is None else None
    ready = [event.owner for event in next_round(workshop, table.id) if isinstance(event, RoundBegun)]
    owner = ready[0] if ready else None
    done = [one for one in table.rounds if one.phase is Phase.DONE]
    return TableView(
        id=table.id,
        number=table.number,
        name=said(workshop, table.name),
        sitters=tuple(sitter(workshop, table, seat, names[seat], letters[seat]) for seat in table.seats),
        round=round_view(workshop, table.round, letters) if table.round else None,
        last_round=round_view(workshop, done[-1], letters) if done else None,
        rounds_done=len(done),
        queue=len(table.queue),
        turn=turn,
        turn_name=name_of(workshop, turn),
        next_owner=owner,
        next_owner_name=name_of(workshop, owner),
        wants_help=table.wants_help,
    )


def sitter(workshop: Workshop, table: Table, seat: SeatId, name: str, initial: str) -> Sitter:
    round_ = table.round
    return Sitter(
        seat=seat,
        name=name,
        initial=initial,
        away=not workshop.is_present(seat),
        owner=round_ is not None and round_.owner == seat,
        opponent=round_ is not None and round_.phase is Phase.COUNTER and round_.opponent == seat,
        waited_for=round_ is not None and seat in waited_for(table, round_),
        place=place(round_, seat) if round_ else "",
    )


def place(round_: Round, seat: SeatId) -> str:
    """Return what lies in front of a seat: that somebody is ready, never with what."""
    if round_.phase not in PLAYING:
        return ""
    if seat == round_.owner:
        return "dicht" if seat in round_.reflexes else "leeg"
    if seat in round_.passed:
        return "past"
    return "dicht" if any(card.giver == seat for card in round_.played) else "leeg"


def round_view(workshop: Workshop, round_: Round, letters: dict[SeatId, str]) -> RoundView:
    """Return a round as its table may see it."""
    revealed = round_.phase not in BEFORE_REVEAL and round_.phase is not Phase.ASIDE
    reveal = round_.phase is Phase.REVEAL
    return RoundView(
        id=round_.id,
        number=round_.number,
        phase=round_.phase,
        dilemma=dilemma_text(workshop, workshop.dilemmas[round_.dilemma]),
        owner=round_.owner,
        owner_name=name_of(workshop, round_.owner),
        owner_initial=letters.get(round_.owner) or name_of(workshop, round_.owner)[:1].upper(),
        stand_in=round_.stand_in,
        opponent_name=name_of(workshop, round_.opponent),
        cards=open_cards(workshop, round_, letters) if revealed else (),
        reflex=round_.reflex if revealed else None,
        move=round_.move.tactic if round_.move else None,
        standing=round_.standing_move,
        move_words=said(workshop, round_.move.words) if round_.move else None,
        contests=tuple(contest_shown(workshop, one, letters) for one in round_.contests),
        monday=monday_shown(workshop, round_),
        needs_other_board=reveal and needs_other_board(workshop, round_),
        pile_may_play=reveal and pile_may_play(workshop, round_),
        on_beamer=round_.on_beamer,
    )


def needs_other_board(workshop: Workshop, round_: Round) -> bool:
    """Tell whether a card of another board must be added first; not when none is left anywhere."""
    table = next(table for table in workshop.tables.values() if round_ in table.rounds)
    return not from_another_board(workshop, round_) and another_board_is_left(workshop, table, round_)


def open_cards(workshop: Workshop, round_: Round, letters: dict[SeatId, str]) -> tuple[OpenCard, ...]:
    """Return the open cards in the order of the deck, the same tactic once, the reflex last when nobody gave it."""
    given = [tactic.id for tactic in workshop.deck.tactics if tactic.id in {card.tactic for card in round_.open}]
    own = [round_.reflex] if round_.reflex and round_.reflex not in given else []
    return tuple(
        open_card(workshop, round_, tactic, letters) for tactic in (*given, *own) if tactic in open_tactics(round_)
    )


def open_card(workshop: Workshop, round_: Round, tactic: TacticId, letters: dict[SeatId, str]) -> OpenCard:
    gifts = tuple(
        Gift(
            name_of(workshop, card.giver),
            letters.get(card.giver, "") if card.giver else "",
            card.giver is None,
            said(workshop, card.words),
        )
        for card in round_.open
        if card.tactic == tactic
    )
    moved = round_.move is not None and round_.move.tactic == tactic
    standing = round_.standing_move == tactic
    return OpenCard(tactic, gifts, round_.reflex == tactic, standing, moved and not standing)


def contest_shown(workshop: Workshop, contest: Contest, letters: dict[SeatId, str]) -> ContestShown:
    answer = contest.answer
    shown = AnswerShown(answer.kind, said(workshop, answer.words), answer.tactic) if answer else None
    return ContestShown(
        by=name_of(workshop, contest.by),
        initial=letters.get(contest.by, "") if contest.by else "",
        kind=contest.kind,
        voice=contest.voice,
        contestation=contest.contestation,
        tactic=contest.tactic,
        words=said(workshop, contest.words),
        answer=shown,
    )


def monday_shown(workshop: Workshop, round_: Round) -> MondayShown | None:
    monday = round_.monday
    if monday is None:
        return None
    return MondayShown(monday.kind, said(workshop, monday.condition), said(workshop, monday.action))

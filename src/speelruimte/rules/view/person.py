"""What one participant may see: the own hand and texts, the shared table, and the step that is open."""

from collections.abc import Mapping
from dataclasses import dataclass

from speelruimte.rules.agenda import following
from speelruimte.rules.answers import moment, questions
from speelruimte.rules.cards import Question, Scene, Step
from speelruimte.rules.round_flow import left_behind
from speelruimte.rules.view.harvest import HarvestView, harvest_view
from speelruimte.rules.view.mirror import MirrorView, mirror_view
from speelruimte.rules.view.picture import Picture, Ready, is_closed, pictures, ready_count
from speelruimte.rules.view.said import Said, dilemma_text, name_of, said
from speelruimte.rules.view.table import RoundView, TableView, round_view, table_view
from speelruimte.rules.words import BoardId, DilemmaId, QuestionId, SeatId, TacticId
from speelruimte.rules.workshop import (
    BEFORE_REVEAL,
    PLAYING,
    Commitment,
    Dilemma,
    Phase,
    Played,
    Round,
    Seat,
    Stage,
    Table,
    Workshop,
)

LOOKING_BACK = (Scene.MIRROR, Scene.COMMITMENT, Scene.CLOSING)


@dataclass(frozen=True, slots=True)
class StepShown:
    """The open step, and its place in the agenda."""

    id: str
    scene: Scene
    name: str
    number: int
    of: int
    next_name: str


@dataclass(frozen=True, slots=True)
class OwnRoundPart:
    """One's own part in the open round; nobody else gets this value."""

    phase: Phase  # the phase for this person: a reflex first, then playing
    part: str  # inbrenger, anderen, wacht
    is_owner: bool
    is_opponent: bool
    late: bool  # came when the round had begun
    looks_along: bool
    reflex: TacticId | None
    reflex_done: bool
    played: TacticId | None
    played_words: Said | None
    passed: bool
    line: Said | None
    necessity: str | None
    gone_on_without_me: bool


@dataclass(frozen=True, slots=True)
class StackDilemma:
    """A dilemma to vote on, without its author."""

    id: DilemmaId
    text: Said
    own: bool
    voted: bool


@dataclass(frozen=True, slots=True)
class OwnDilemma:
    """The own dilemma. `asked`: it was chosen and waits for an answer whether one brings it in."""

    id: DilemmaId
    text: Said
    example: str | None
    asked: bool
    brought: bool | None
    played: bool


@dataclass(frozen=True, slots=True)
class CommitmentShown:
    condition: Said | None
    action: Said | None
    first_step: Said | None
    date: str
    along: Mapping[BoardId, Said]
    stop: Said | None


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything that one participant's page may show."""

    title: Said | None
    erase_on: str
    step: StepShown
    paused: bool
    ended: bool
    seat: SeatId
    name: str
    table: TableView | None
    waits_for_table: bool
    hand: tuple[TacticId, ...]
    mine: OwnRoundPart | None
    my_turn: bool
    unfinished: tuple[RoundView, ...]
    others: tuple[str, ...]  # names in the room before there are tables
    ready: Ready
    i_am_ready: bool
    closed: bool
    questions: tuple[Question, ...]
    answers: Mapping[QuestionId, int | None]
    relation_board: BoardId | None
    relation: Said | None
    pictures: tuple[Picture, ...]
    stage: Stage
    dilemmas: int
    stack: tuple[StackDilemma, ...]
    own_dilemma: OwnDilemma | None
    harvest: HarvestView | None
    mirror: MirrorView | None
    commitment: CommitmentShown | None
    has_next_button: bool


def person_view(workshop: Workshop, seat_id: SeatId) -> PersonView:
    """Return what this participant may see now."""
    seat = workshop.seats[seat_id]
    table = workshop.tables.get(seat.table) if seat.table else None
    shown = table_view(workshop, table) if table else None
    scene = workshop.scene
    board, relation = workshop.relations.get(seat_id, (None, None))
    return PersonView(
        title=said(workshop, workshop.title),
        erase_on=workshop.erase_on,
        step=step_shown(workshop),
        paused=workshop.paused,
        ended=workshop.ended,
        seat=seat_id,
        name=name_of(workshop, seat_id),
        table=shown,
        waits_for_table=bool(workshop.tables) and table is None,
        hand=hand(workshop, table, seat),
        mine=own_part(workshop, table.round, seat_id) if table and table.round else None,
        my_turn=shown is not None and shown.turn == seat_id,
        unfinished=unfinished(workshop, seat_id),
        others=tuple(name_of(workshop, one.id) for one in workshop.here if one.id != seat_id),
        ready=ready_count(workshop),
        i_am_ready=seat_id in workshop.ready.get(moment(workshop), frozenset()),
        closed=is_closed(workshop),
        questions=questions(workshop),
        answers=dict(workshop.answers.get(seat_id, {})),
        relation_board=board,
        relation=said(workshop, relation),
        pictures=pictures(workshop),
        stage=workshop.stage,
        dilemmas=len(workshop.dilemmas),
        stack=stack(workshop, seat_id) if scene is Scene.DILEMMAS else (),
        own_dilemma=own_dilemma(workshop, seat_id),
        harvest=harvest_view(workshop) if scene is Scene.HARVEST else None,
        mirror=mirror_view(workshop, seat_id) if scene in LOOKING_BACK or workshop.ended else None,
        commitment=commitment_shown(workshop, workshop.commitments.get(seat_id)),
        has_next_button=seat_id in workshop.next_button,
    )


def step_shown(workshop: Workshop) -> StepShown:
    step: Step = workshop.step
    later = following(workshop)
    steps = workshop.format.steps
    return StepShown(step.id, step.scene, step.name, steps.index(step) + 1, len(steps), later.name if later else "")


def hand(workshop: Workshop, table: Table | None, seat: Seat) -> tuple[TacticId, ...]:
    """Return the own hand in the order of the deck, so that each board is a row."""
    held = set(table.hands.get(seat.id, ())) if table else set()
    return tuple(tactic.id for tactic in workshop.deck.tactics if tactic.id in held)


def own_part(workshop: Workshop, round_: Round, seat: SeatId) -> OwnRoundPart:
    played = next((card for card in round_.played if card.giver == seat), None)
    phase = own_phase(round_, seat, played)
    return OwnRoundPart(
        phase=phase,
        part=part(round_, seat, phase, played),
        is_owner=round_.owner == seat,
        is_opponent=round_.phase is Phase.COUNTER and round_.opponent == seat,
        late=seat not in round_.players,
        looks_along=round_.phase not in BEFORE_REVEAL and seat not in round_.players,
        reflex=round_.reflexes.get(seat),
        reflex_done=seat in round_.reflexes,
        played=played.tactic if played else None,
        played_words=said(workshop, played.words) if played else None,
        passed=seat in round_.passed,
        line=said(workshop, round_.lines.get(seat)),
        necessity=round_.necessity if round_.owner == seat else None,
        gone_on_without_me=seat in round_.without,
    )


def own_phase(round_: Round, seat: SeatId, played: Played | None) -> Phase:
    """Return the phase for one person: while cards are played everybody picks a reflex first."""
    if round_.phase not in PLAYING:
        return round_.phase
    first = seat not in round_.reflexes and seat not in round_.passed and played is None
    return Phase.REFLEX if first else Phase.PLAY


def part(round_: Round, seat: SeatId, phase: Phase, played: Played | None) -> str:
    """Return which sentence of the phase is for this person: of the owner, of who can act, or of who waits."""
    if round_.owner == seat:
        return "inbrenger"
    if phase is Phase.PLAY:
        return "wacht" if played or seat in round_.passed else "anderen"
    if phase is Phase.COUNTER:
        return "anderen" if round_.opponent == seat else "wacht"
    return "anderen"


def unfinished(workshop: Workshop, seat: SeatId) -> tuple[RoundView, ...]:
    """Return the rounds that went on without this owner, who may still finish them."""
    if workshop.scene is not Scene.PLAY:
        return ()
    return tuple(round_view(workshop, one, {}) for _, one in left_behind(workshop, seat) if one.monday is None)


def stack(workshop: Workshop, seat: SeatId) -> tuple[StackDilemma, ...]:
    """Return all dilemmas without authors, once everybody may read them."""
    if workshop.stage is Stage.WRITING:
        return ()
    votes = workshop.votes.get(seat, ())
    return tuple(
        StackDilemma(one.id, dilemma_text(workshop, one), one.author == seat, one.id in votes)
        for one in workshop.dilemmas.values()
    )


def own_dilemma(workshop: Workshop, seat: SeatId) -> OwnDilemma | None:
    mine = [one for one in workshop.dilemmas.values() if one.author == seat]
    if not mine:
        return None
    one: Dilemma = mine[-1]
    rounds = [round_ for table in workshop.tables.values() for round_ in table.rounds]
    played = any(round_.dilemma == one.id and round_.phase is not Phase.ASIDE for round_ in rounds)
    asked = one.order is not None and one.brought is None and one.table is None
    return OwnDilemma(one.id, dilemma_text(workshop, one), one.example, asked, one.brought, played)


def commitment_shown(workshop: Workshop, made: Commitment | None) -> CommitmentShown | None:
    if made is None:
        return None
    along = {board: said(workshop, words) for board, words in made.along.items()}
    return CommitmentShown(
        condition=said(workshop, made.condition),
        action=said(workshop, made.action),
        first_step=said(workshop, made.first_step),
        date=made.date,
        along={board: shown for board, shown in along.items() if shown},
        stop=said(workshop, made.stop),
    )

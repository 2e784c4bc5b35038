"""The moments of a workshop worth a picture, and whose page to look at then."""

from collections.abc import Callable
from dataclasses import dataclass

from speelruimte.rules.answers import moment
from speelruimte.rules.cards import Scene
from speelruimte.rules.view.person import person_view
from speelruimte.rules.words import SeatId
from speelruimte.rules.workshop import Phase, Stage, Workshop


@dataclass(frozen=True, slots=True)
class Moment:
    """A name for the picture, and who looks: a seat, or None while it is not that moment."""

    name: str
    seat: Callable[[Workshop], SeatId | None]


def in_step(scene: Scene, *, closed: bool = False, ready: bool = False) -> Callable[[Workshop], SeatId | None]:
    """Return who looks when this step is open: somebody who is ready, or not yet."""

    def who(workshop: Workshop) -> SeatId | None:
        if workshop.step_id is None or workshop.scene is not scene:
            return None
        if closed != (moment(workshop) in workshop.closed):
            return None
        done = workshop.ready.get(moment(workshop), frozenset())
        fit = [seat.id for seat in workshop.here if closed or (seat.id in done) == ready]
        return fit[0] if fit else None

    return who


def at_stage(stage: Stage) -> Callable[[Workshop], SeatId | None]:
    def who(workshop: Workshop) -> SeatId | None:
        if workshop.scene is not Scene.DILEMMAS or workshop.stage is not stage:
            return None
        asked = [seat.id for seat in workshop.here if is_asked(workshop, seat.id)]
        fit = asked if stage is Stage.CHOSEN else [seat.id for seat in workshop.here]
        return fit[0] if fit else None

    return who


def is_asked(workshop: Workshop, seat: SeatId) -> bool:
    own = person_view(workshop, seat).own_dilemma
    return own is not None and own.asked


def in_phase(phase: Phase, part: str) -> Callable[[Workshop], SeatId | None]:
    """Return who looks in this phase of a round, in this part: inbrenger, anderen, wacht."""

    def who(workshop: Workshop) -> SeatId | None:
        if workshop.scene is not Scene.PLAY:
            return None
        for seat in workshop.here:
            mine = person_view(workshop, seat.id).mine
            if mine is not None and mine.phase is phase and mine.part == part and not mine.looks_along:
                return seat.id
        return None

    return who


def between_rounds(workshop: Workshop) -> SeatId | None:
    if workshop.scene is not Scene.PLAY:
        return None
    idle = [table for table in workshop.tables.values() if table.round is None and table.seats and table.rounds]
    return idle[0].seats[0] if idle else None


def at_end(workshop: Workshop) -> SeatId | None:
    return workshop.here[0].id if workshop.ended and workshop.here else None


ROUND = [
    (Phase.TELL, "inbrenger"),
    (Phase.TELL, "anderen"),
    (Phase.REFLEX, "inbrenger"),
    (Phase.REFLEX, "anderen"),
    (Phase.PLAY, "inbrenger"),
    (Phase.PLAY, "anderen"),
    (Phase.PLAY, "wacht"),
    (Phase.REVEAL, "inbrenger"),
    (Phase.REVEAL, "anderen"),
    (Phase.MOVE, "inbrenger"),
    (Phase.MOVE, "anderen"),
    (Phase.COUNTER, "inbrenger"),
    (Phase.COUNTER, "anderen"),
    (Phase.COUNTER, "wacht"),
    (Phase.ANSWER, "inbrenger"),
    (Phase.ANSWER, "anderen"),
    (Phase.MONDAY, "inbrenger"),
    (Phase.MONDAY, "anderen"),
    (Phase.LOOKBACK, "inbrenger"),
    (Phase.LOOKBACK, "anderen"),
]

MOMENTS = [
    Moment("inloop", in_step(Scene.LOBBY)),
    Moment("inloop klaar", in_step(Scene.LOBBY, ready=True)),
    Moment("herken", in_step(Scene.RECOGNISE)),
    Moment("herken dicht", in_step(Scene.RECOGNISE, closed=True)),
    Moment("borden", in_step(Scene.BOARDS)),
    Moment("borden dicht", in_step(Scene.BOARDS, closed=True)),
    Moment("dilemma schrijven", at_stage(Stage.WRITING)),
    Moment("dilemma klaar", in_step(Scene.DILEMMAS, ready=True)),
    Moment("stemmen", at_stage(Stage.VOTING)),
    Moment("inbrengen", at_stage(Stage.CHOSEN)),
    *(Moment(f"{phase.value} {part}", in_phase(phase, part)) for phase, part in ROUND),
    Moment("tussen rondes", between_rounds),
    Moment("pauze", in_step(Scene.BREAK)),
    Moment("oogst", in_step(Scene.HARVEST)),
    Moment("oogst dicht", in_step(Scene.HARVEST, closed=True)),
    Moment("spiegel", in_step(Scene.MIRROR)),
    Moment("voornemen", in_step(Scene.COMMITMENT)),
    Moment("voornemen klaar", in_step(Scene.COMMITMENT, ready=True)),
    Moment("afsluiting", in_step(Scene.CLOSING)),
    Moment("einde", at_end),
]

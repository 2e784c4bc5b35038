"""A small deck for the rules, which must not depend on ours: boards A, B, C …, with tactics A1, A2 …"""

from functools import cache

from speelruimte.rules.cards import (
    Board,
    Contestation,
    Deck,
    ExampleDilemma,
    Format,
    Question,
    Scene,
    Script,
    Source,
    Step,
    Tactic,
    Task,
    Voice,
)
from speelruimte.rules.words import BoardId, ContestationId, QuestionId, StepId, TacticId

VOICES = ("R", "D", "S", "H")
SCRIPT = Script((), (), (), (), ())
SHORT = (Scene.LOBBY, Scene.BOARDS, Scene.DILEMMAS, Scene.PLAY, Scene.HARVEST, Scene.COMMITMENT, Scene.CLOSING)


@cache
def small_deck(boards: int = 3, tactics: int = 8) -> Deck:
    ids = [BoardId(letter) for letter in "ABCDEF"[:boards]]
    return Deck(
        id="small",
        name="Small",
        version="1",
        digest="0",
        boards=tuple(board(one) for one in ids),
        tactics=tuple(tactic(one, number) for one in ids for number in range(1, tactics + 1)),
        voices=tuple(Voice(one, one, "", "", one == "H") for one in VOICES),
        contestations=tuple(Contestation(ContestationId(f"L{one}"), one, "") for one in VOICES),
        tasks=(Task("T1", "", ""), Task("T2", "", "")),
        dilemmas=tuple(ExampleDilemma(f"V{number}", "", (), ()) for number in range(1, 5)),
        statements=(scale("S1", 3), scale("S2", 3)),
        entry=(scale("E1", 7), scale("E2", 7)),
        exit=(scale("E1b", 7), scale("X1", 7)),
        space=tuple(scale(f"R{one}", 5) for one in ids),
        hunches=(scale("H1", boards),),
        formats=(format_of("kort", SHORT, one_table=True), format_of("lang", tuple(Scene), one_table=False)),
        closing_question="",
        harvest_question="",
        phase_helps=(),
        credits=(),
        neutral_names=("Toren", "Loper"),
    )


def board(one: BoardId) -> Board:
    return Board(one, one, "", "", "", "", "", "circle", "p")


def tactic(on: BoardId, number: int) -> Tactic:
    return Tactic(
        id=TacticId(f"{on}{number}"),
        board=on,
        name=f"{on}{number}",
        core="",
        when="",
        steps=("", "", ""),
        example="",
        pitfall="",
        counter="",
        counter_voice=VOICES[number % len(VOICES)],
        limit="",
        question="",
        tasks=("T1",),
        combines=(),
        icon="",
        source=Source.OWN,
        leans_on="",
    )


def scale(name: str, high: int) -> Question:
    return Question(QuestionId(name), "", high)


def format_of(name: str, scenes: tuple[Scene, ...], *, one_table: bool) -> Format:
    """A format whose steps are named after their scenes; a table of four plays two rounds, a larger one one."""
    steps = tuple(Step(StepId(scene.value), scene, scene.value, 5, SCRIPT) for scene in scenes)
    return Format(name, name, 5 * len(steps), steps, rounds=1, rounds_small=2, small=4, one_table=one_table)

"""Every command names the round or step that it is meant for; for another one it is refused."""

import pytest

from speelruimte.rules.absence import GoOnWithout
from speelruimte.rules.cards import Scene
from speelruimte.rules.events import Command
from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_cards import PassPlaying, PickReflex, PlayCard, RevealAnyway, WithdrawCard
from speelruimte.rules.round_close import EndRound, TakeMondayStep, WriteLine
from speelruimte.rules.round_contest import AnswerContest, ChooseMove, ContestMove, DeclineContest, HeardAll
from speelruimte.rules.round_opening import BeginRound, BringDilemma, PassTurn, TellEnough
from speelruimte.rules.round_pile import TurnPileCard
from speelruimte.rules.words import DilemmaId, RoundId
from speelruimte.rules.workshop import AnswerKind, ContestKind, MondayKind, Phase
from tests.given import given
from tests.rules.situations import ANNA, BAS, DAAN, LOTS, R1, R2, REFLEX, in_phase, open_step, telling, words

OTHER = RoundId("t2r1")


def commands_of(round_: RoundId) -> list[Command]:
    return [
        PickReflex(BAS, round_, REFLEX),
        PlayCard(BAS, round_, REFLEX),
        WithdrawCard(BAS, round_),
        PassPlaying(BAS, round_),
        RevealAnyway(BAS, round_),
        TurnPileCard(BAS, round_, LOTS),
        HeardAll(BAS, round_),
        ChooseMove(BAS, round_, REFLEX),
        ContestMove(BAS, round_, ContestKind.TALKED),
        DeclineContest(BAS, round_),
        AnswerContest(BAS, round_, AnswerKind.HOLD),
        TakeMondayStep(BAS, round_, MondayKind.TALKED),
        EndRound(BAS, round_, LOTS),
        GoOnWithout(BAS, round_, ANNA),
        PassTurn(BAS, round_),
        TellEnough(BAS, round_),
    ]


def name(command: Command) -> str:
    return type(command).__name__


@pytest.mark.parametrize("command", commands_of(R1), ids=name)
def test_a_round_that_is_over_takes_nothing_more(command: Command) -> None:
    given(in_phase(Phase.DONE)).when(command).then_refused(Reason.ROUND_OVER)


@pytest.mark.parametrize("command", commands_of(R2), ids=name)
def test_a_round_that_is_not_there_yet_takes_nothing(command: Command) -> None:
    given(in_phase(Phase.PLAY)).when(command).then_refused(Reason.ROUND_OVER)


@pytest.mark.parametrize("command", commands_of(OTHER), ids=name)
def test_nobody_plays_at_another_table(command: Command) -> None:
    two = given(telling(6, "lang"), BringDilemma(DAAN, DilemmaId("d2"), words("ook wat")))
    two.when(command).then_refused(Reason.NOT_YOUR_TABLE)


@pytest.mark.parametrize("command", [*commands_of(R1), WriteLine(BAS, R1, words("x")), BeginRound(BAS)], ids=name)
def test_in_another_step_no_round_goes_on(command: Command) -> None:
    given(in_phase(Phase.PLAY), open_step(Scene.HARVEST)).when(command).then_refused(Reason.NOT_THIS_STEP)

"""The step for Monday, looking back, and the end of a round."""

import pytest

from speelruimte.rules.absence import NotePresence
from speelruimte.rules.dealing import CardsDealt
from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_close import (
    AllowBeamer,
    BeamerAllowed,
    EndRound,
    LineWritten,
    MondayStepTaken,
    NecessityMarked,
    RoundEnded,
    TakeMondayStep,
    WriteLine,
)
from speelruimte.rules.round_contest import ChooseMove
from speelruimte.rules.round_flow import PhaseOpened
from speelruimte.rules.workshop import Monday, MondayKind, Phase
from tests.given import given, with_all
from tests.rules.situations import ANNA, BAS, CHAIMA, LOTS, R1, T1, in_phase, round_, table, telling, words

MONDAY, LOOKBACK = in_phase(Phase.MONDAY), in_phase(Phase.LOOKBACK)
TO_LOOKBACK = PhaseOpened(T1, R1, Phase.LOOKBACK)


def test_a_step_is_if_and_then() -> None:
    step = TakeMondayStep(ANNA, R1, MondayKind.STEP, words("als"), words("dan"))
    monday = Monday(MondayKind.STEP, words("als"), words("dan"))
    given(MONDAY).when(step).then(MondayStepTaken(T1, R1, monday), TO_LOOKBACK)


@pytest.mark.parametrize("kind", [MondayKind.TALKED, MondayKind.NOT_YET])
def test_it_may_be_told_or_not_be_there_yet(kind: MondayKind) -> None:
    given(MONDAY).when(TakeMondayStep(ANNA, R1, kind)).then(
        MondayStepTaken(T1, R1, Monday(kind, None, None)), TO_LOOKBACK
    )


def test_a_step_says_something() -> None:
    given(MONDAY).when(TakeMondayStep(ANNA, R1, MondayKind.STEP)).then_refused(Reason.EMPTY)


def test_whether_it_is_needed_or_agreed_is_marked() -> None:
    marked = given(MONDAY).when(TakeMondayStep(ANNA, R1, MondayKind.TALKED, necessity="allebei"))
    marked.then_some(NecessityMarked, MondayStepTaken, PhaseOpened)
    strange = TakeMondayStep(ANNA, R1, MondayKind.TALKED, necessity="misschien")
    given(MONDAY).when(strange).then_refused(Reason.UNKNOWN)


def test_it_is_offered_without_a_chosen_card_too() -> None:
    no_card = given(in_phase(Phase.MOVE), ChooseMove(ANNA, R1, None))
    no_card.when(TakeMondayStep(ANNA, R1, MondayKind.TALKED)).then_some(MondayStepTaken, PhaseOpened)


def test_only_the_owner_takes_it() -> None:
    given(MONDAY).when(TakeMondayStep(BAS, R1, MondayKind.TALKED)).then_refused(Reason.ONLY_OWNER)


def test_anybody_writes_a_line_for_oneself() -> None:
    line = words("Hier denk ik nog over na.")
    given(LOOKBACK).when(WriteLine(CHAIMA, R1, line)).then(LineWritten(T1, R1, CHAIMA, line))
    given(LOOKBACK, EndRound(ANNA, R1, LOTS)).when(WriteLine(CHAIMA, R1, line)).then_some(LineWritten)
    given(telling(3)).when(WriteLine(CHAIMA, R1, line)).then_refused(Reason.ROUND_OVER)


def test_the_owner_ends_the_round() -> None:
    outcome = given(LOOKBACK).when(EndRound(ANNA, R1, LOTS))
    outcome.then_some(CardsDealt, RoundEnded)
    assert round_(outcome.workshop).phase is Phase.DONE
    assert table(outcome.workshop).round is None
    given(LOOKBACK).when(EndRound(BAS, R1, LOTS)).then_refused(Reason.ONLY_OWNER)
    given(MONDAY).when(EndRound(ANNA, R1, LOTS)).then_refused(Reason.NOT_THIS_PHASE)


def test_when_the_owner_is_away_anybody_ends_it() -> None:
    away = NotePresence(ANNA, away=True)
    given(LOOKBACK, away).when(EndRound(BAS, R1, LOTS)).then_some(CardsDealt, RoundEnded)


def test_what_lay_open_stays_to_be_seen() -> None:
    assert round_(with_all(LOOKBACK, EndRound(ANNA, R1, LOTS))).open == round_(LOOKBACK).open


def test_the_owner_says_whether_the_round_comes_on_the_beamer() -> None:
    given(LOOKBACK).when(AllowBeamer(ANNA, R1, allowed=True)).then(BeamerAllowed(T1, R1, allowed=True))
    given(LOOKBACK).when(AllowBeamer(BAS, R1, allowed=True)).then_refused(Reason.ONLY_OWNER)

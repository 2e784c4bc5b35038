"""Answering the questions of a step, and closing them."""

import pytest

from speelruimte.rules.agenda import EndWorkshop
from speelruimte.rules.answers import (
    AnswersGiven,
    CloseQuestion,
    GiveAnswers,
    QuestionClosed,
    RelationWritten,
    SayReady,
    SeatReady,
    moment,
    questions,
)
from speelruimte.rules.cards import Scene
from speelruimte.rules.dilemmas import OpenVoting
from speelruimte.rules.refusals import Reason
from speelruimte.rules.words import BoardId, QuestionId, StepId
from speelruimte.rules.workshop import Phase
from tests.given import given, with_all
from tests.rules.situations import ANNA, BAS, CHAIMA, DAAN, LOTS, in_phase, joined, open_step, put, seated, words

LOBBY, BOARDS = StepId("inloop"), StepId("borden")
E1, RA = QuestionId("E1"), QuestionId("RA")
START = joined(3)


def test_answers_are_kept_and_one_is_ready() -> None:
    given(START).when(GiveAnswers(ANNA, LOBBY, {E1: 5})).then(AnswersGiven(ANNA, {E1: 5}), SeatReady(ANNA, "inloop"))


def test_a_question_may_be_skipped_and_one_may_be_ready_without() -> None:
    given(START).when(GiveAnswers(ANNA, LOBBY, {E1: None})).then_accepted()
    given(START).when(SayReady(ANNA, LOBBY)).then(SeatReady(ANNA, "inloop"))


def test_until_it_closes_one_may_answer_again() -> None:
    again = with_all(START, GiveAnswers(ANNA, LOBBY, {E1: 5}), GiveAnswers(ANNA, LOBBY, {E1: 2}))
    assert again.answers[ANNA] == {E1: 2}


@pytest.mark.parametrize("answers", [{E1: 0}, {E1: 8}, {RA: 1}, {QuestionId("geen"): 1}])
def test_an_answer_off_the_scale_or_to_another_question_is_refused(answers: dict[QuestionId, int]) -> None:
    given(START).when(GiveAnswers(ANNA, LOBBY, answers)).then_refused(Reason.UNKNOWN)


def test_the_facilitator_closes_the_question_and_opens_it_again() -> None:
    given(START).when(CloseQuestion("inloop")).then(QuestionClosed("inloop", closed=True))
    closed = given(START, CloseQuestion("inloop"))
    closed.when(CloseQuestion("inloop")).then()
    closed.when(CloseQuestion("inloop", closed=False)).then(QuestionClosed("inloop", closed=False))
    given(START).when(CloseQuestion("borden")).then_refused(Reason.NOT_THIS_STEP)


def test_a_closed_question_takes_no_answer() -> None:
    closed = given(START, CloseQuestion("inloop"))
    closed.when(GiveAnswers(ANNA, LOBBY, {E1: 5})).then_refused(Reason.QUESTION_CLOSED)
    closed.when(SayReady(ANNA, LOBBY)).then_refused(Reason.QUESTION_CLOSED)


def test_an_answer_for_another_step_is_refused() -> None:
    given(START).when(GiveAnswers(ANNA, BOARDS, {RA: 1})).then_refused(Reason.NOT_THIS_STEP)
    given(START, EndWorkshop()).when(SayReady(ANNA, LOBBY)).then_refused(Reason.WORKSHOP_ENDED)


def test_the_sentence_about_a_relation_is_kept_for_its_writer() -> None:
    boards = given(START, open_step(Scene.BOARDS))
    with_relation = GiveAnswers(ANNA, BOARDS, {RA: 3}, BoardId("B"), words("dichterbij"))
    boards.when(with_relation).then_some(AnswersGiven, RelationWritten, SeatReady)
    nowhere = GiveAnswers(ANNA, BOARDS, {RA: 3}, BoardId("Z"), words("dichterbij"))
    boards.when(nowhere).then_refused(Reason.UNKNOWN)


def test_a_relation_belongs_to_the_boards() -> None:
    early = GiveAnswers(ANNA, LOBBY, {}, BoardId("B"), words("dichterbij"))
    given(START).when(early).then_refused(Reason.UNKNOWN)


def test_choosing_dilemmas_has_two_moments() -> None:
    writing = with_all(seated(4), *(put(seat) for seat in (ANNA, BAS, CHAIMA, DAAN)))
    assert moment(writing) == "dilemmas"
    assert moment(with_all(writing, OpenVoting(LOTS))) == "dilemmas:stemmen"


def test_the_harvest_asks_about_each_tactic_that_was_chosen() -> None:
    harvest = with_all(in_phase(Phase.LOOKBACK), open_step(Scene.HARVEST))
    assert [question.id for question in questions(harvest)] == ["oogst-B5"]
    given(harvest).when(GiveAnswers(BAS, StepId("oogst"), {QuestionId("oogst-B5"): 1})).then_accepted()


def test_at_the_end_the_exit_questions_are_asked() -> None:
    assert [question.id for question in questions(with_all(START, open_step(Scene.CLOSING)))] == ["E1b", "X1"]

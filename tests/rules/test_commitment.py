"""The commitment."""

from dataclasses import replace

from speelruimte.rules.answers import SeatReady
from speelruimte.rules.cards import Scene
from speelruimte.rules.commitment import CommitmentMade, MakeCommitment
from speelruimte.rules.refusals import Reason
from speelruimte.rules.words import BoardId, StepId
from speelruimte.rules.workshop import Commitment
from tests.given import given, with_all
from tests.rules.situations import ANNA, joined, open_step, words

STEP, CLOSING = StepId("voornemen"), StepId("afsluiting")
EMPTY = MakeCommitment(ANNA, STEP, None, None, None, "", {}, None)
FULL = replace(EMPTY, condition=words("als"), action=words("dan"), along={BoardId("A"): words("mijn team")})
START = with_all(joined(3), open_step(Scene.COMMITMENT))


def test_a_commitment_is_made_and_one_is_ready() -> None:
    made = Commitment(words("als"), words("dan"), None, "", {BoardId("A"): words("mijn team")}, None)
    given(START).when(FULL).then(CommitmentMade(ANNA, made), SeatReady(ANNA, "voornemen"))


def test_a_later_one_takes_its_place() -> None:
    again = with_all(START, FULL, replace(EMPTY, stop=words("notities")))
    assert again.commitments[ANNA].stop == words("notities")
    assert again.commitments[ANNA].action is None


def test_an_empty_one_is_refused_and_a_strange_board_too() -> None:
    given(START).when(EMPTY).then_refused(Reason.EMPTY)
    given(START).when(replace(FULL, along={BoardId("Z"): words("x")})).then_refused(Reason.UNKNOWN)


def test_it_is_made_in_its_step_or_at_the_closing() -> None:
    given(joined(3)).when(FULL).then_refused(Reason.NOT_THIS_STEP)
    closing = given(START, open_step(Scene.CLOSING))
    closing.when(replace(FULL, step=CLOSING)).then_some(CommitmentMade)
    closing.when(FULL).then_refused(Reason.NOT_THIS_STEP)

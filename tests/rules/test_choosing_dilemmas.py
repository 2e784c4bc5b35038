"""Writing dilemmas, picking examples, and voting blind."""

from speelruimte.rules.answers import SeatReady
from speelruimte.rules.cards import Scene
from speelruimte.rules.dilemmas import (
    CloseVoting,
    DilemmaPut,
    DilemmasChosen,
    DilemmaTakenBack,
    GiveVotes,
    OpenVoting,
    PutDilemma,
    TakeDilemmaBack,
    VotesGiven,
    VotingOpened,
)
from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_opening import BringDilemma
from speelruimte.rules.words import DilemmaId
from speelruimte.rules.workshop import Stage
from tests.given import given, with_all
from tests.rules.situations import (
    ANNA,
    BAS,
    CHAIMA,
    DAAN,
    DILEMMAS,
    LOTS,
    PEOPLE,
    dilemma_of,
    open_step,
    put,
    seated,
    words,
)

FOUR = [put(seat) for seat in (ANNA, BAS, CHAIMA, DAAN)]
VOTING = with_all(seated(5), *FOUR, OpenVoting(LOTS))


def test_a_dilemma_is_written() -> None:
    given(seated(3)).when(put(ANNA)).then(
        DilemmaPut(dilemma_of(ANNA), ANNA, words("dilemma van anna"), None), SeatReady(ANNA, "dilemmas")
    )


def test_a_second_dilemma_replaces_the_first() -> None:
    other = PutDilemma(ANNA, DILEMMAS, DilemmaId("d2"), words("een ander"))
    assert list(with_all(seated(3), put(ANNA), other).dilemmas) == ["d2"]


def test_an_example_can_be_picked() -> None:
    pick = PutDilemma(ANNA, DILEMMAS, DilemmaId("d2"), example="V1")
    assert given(seated(3)).when(pick).workshop.dilemmas["d2"].example == "V1"


def test_an_empty_dilemma_and_an_unknown_example_are_refused() -> None:
    given(seated(3)).when(PutDilemma(ANNA, DILEMMAS, DilemmaId("d2"))).then_refused(Reason.EMPTY)
    strange = PutDilemma(ANNA, DILEMMAS, DilemmaId("d2"), example="V99")
    given(seated(3)).when(strange).then_refused(Reason.EMPTY)


def test_nobody_can_write_over_anothers_dilemma() -> None:
    over = PutDilemma(BAS, DILEMMAS, dilemma_of(ANNA), words("van mij"))
    given(seated(3), put(ANNA)).when(over).then_refused(Reason.CHANGED_MEANWHILE)


def test_the_own_dilemma_can_be_taken_back() -> None:
    start = given(seated(3), put(ANNA))
    start.when(TakeDilemmaBack(ANNA, dilemma_of(ANNA))).then(DilemmaTakenBack(dilemma_of(ANNA)))
    start.when(TakeDilemmaBack(BAS, dilemma_of(ANNA))).then_refused(Reason.NO_DILEMMA)


def test_votes_open_in_a_shuffled_order() -> None:
    backwards = tuple(reversed(LOTS))
    order = tuple(dilemma_of(seat) for seat in (DAAN, CHAIMA, BAS, ANNA))
    given(seated(5), *FOUR).when(OpenVoting(backwards)).then(VotingOpened(order))


def test_with_fewer_than_three_dilemmas_there_is_no_vote() -> None:
    given(seated(3), put(ANNA), put(BAS)).when(OpenVoting(LOTS)).then(
        DilemmasChosen((dilemma_of(ANNA), dilemma_of(BAS)))
    )
    given(seated(3)).when(OpenVoting(LOTS)).then_refused(Reason.NO_DILEMMA)


def test_three_votes_to_dilemmas_of_others() -> None:
    votes = tuple(dilemma_of(seat) for seat in (BAS, CHAIMA, DAAN))
    given(VOTING).when(GiveVotes(ANNA, votes)).then(VotesGiven(ANNA, votes), SeatReady(ANNA, "dilemmas:stemmen"))


def test_nobody_votes_for_the_own_dilemma() -> None:
    given(VOTING).when(GiveVotes(ANNA, (dilemma_of(ANNA),))).then_refused(Reason.VOTE_FOR_OWN)


def test_nobody_has_four_votes() -> None:
    votes = tuple(dilemma_of(seat) for seat in (ANNA, BAS, CHAIMA, DAAN))
    given(VOTING).when(GiveVotes(PEOPLE[4], votes)).then_refused(Reason.VOTES_USED)


def test_a_dilemma_gets_one_vote_of_a_person() -> None:
    outcome = given(VOTING).when(GiveVotes(ANNA, (dilemma_of(BAS),) * 3))
    assert outcome.workshop.votes[ANNA] == (dilemma_of(BAS),)


def test_votes_can_be_changed_until_they_close() -> None:
    again = with_all(VOTING, GiveVotes(ANNA, (dilemma_of(BAS),)), GiveVotes(ANNA, (dilemma_of(DAAN),)))
    assert again.votes == {ANNA: (dilemma_of(DAAN),)}
    given(again, CloseVoting(LOTS)).when(GiveVotes(ANNA, ())).then_refused(Reason.VOTES_CLOSED)


def test_while_votes_are_open_nothing_is_written_any_more() -> None:
    given(VOTING).when(put(ANNA)).then_refused(Reason.VOTES_CLOSED)
    given(VOTING).when(OpenVoting(LOTS)).then_refused(Reason.VOTES_CLOSED)


def test_the_most_wanted_are_chosen_one_for_each_round() -> None:
    voted = with_all(
        VOTING, GiveVotes(ANNA, (dilemma_of(DAAN),)), GiveVotes(BAS, (dilemma_of(DAAN), dilemma_of(CHAIMA)))
    )
    given(voted).when(CloseVoting(LOTS)).then(DilemmasChosen((dilemma_of(DAAN),)))


def test_ties_keep_the_order_of_the_lots() -> None:
    four = with_all(seated(4), *FOUR, OpenVoting(LOTS))
    backwards = tuple(reversed(LOTS))
    given(four).when(CloseVoting(backwards)).then(DilemmasChosen((dilemma_of(DAAN), dilemma_of(CHAIMA))))


def test_a_dilemma_that_was_played_before_the_vote_is_not_voted_on() -> None:
    early = with_all(seated(4), open_step(Scene.PLAY), BringDilemma(ANNA, DilemmaId("eerst"), words("eerst")))
    back = with_all(early, open_step(Scene.DILEMMAS), *FOUR, OpenVoting(LOTS))
    assert back.stage is Stage.VOTING
    given(back).when(GiveVotes(BAS, (DilemmaId("eerst"),))).then_refused(Reason.NO_DILEMMA)
    assert "eerst" in back.dilemmas

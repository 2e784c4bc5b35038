"""Reflex and playing a card to the owner: all of it secret until the reveal."""

from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_cards import (
    CardPlayed,
    CardWithdrawn,
    PassPlaying,
    PickReflex,
    PlayCard,
    PlayingPassed,
    ReflexPicked,
    WithdrawCard,
)
from speelruimte.rules.round_flow import PhaseOpened
from speelruimte.rules.words import TacticId
from speelruimte.rules.workshop import Phase
from tests.given import given, with_all
from tests.rules.situations import ANNA, BAS, CHAIMA, DAAN, R1, REFLEX, T1, hand, in_phase, round_, telling, words

A3, A4, B5 = TacticId("A3"), TacticId("A4"), TacticId("B5")
START = in_phase(Phase.REFLEX)


def test_everybody_picks_a_reflex_from_all_tactics() -> None:
    given(START).when(PickReflex(BAS, R1, TacticId("C8"))).then(ReflexPicked(T1, R1, BAS, TacticId("C8")))
    given(START).when(PickReflex(BAS, R1, TacticId("Z9"))).then_refused(Reason.CARD_UNKNOWN)


def test_a_reflex_leaves_no_hand() -> None:
    assert hand(with_all(START, PickReflex(ANNA, R1, REFLEX)), ANNA) == hand(START, ANNA)


def test_a_reflex_is_picked_once() -> None:
    given(START, PickReflex(BAS, R1, REFLEX)).when(PickReflex(BAS, R1, A3)).then_refused(Reason.ALREADY_CHOSEN)


def test_one_may_pass_the_reflex() -> None:
    given(START).when(PickReflex(ANNA, R1, None)).then(ReflexPicked(T1, R1, ANNA, None))


def test_playing_opens_when_everybody_has_picked() -> None:
    picked = [PickReflex(seat, R1, REFLEX) for seat in (ANNA, BAS, CHAIMA)]
    last = given(START, *picked).when(PickReflex(DAAN, R1, REFLEX))
    last.then(ReflexPicked(T1, R1, DAAN, REFLEX), PhaseOpened(T1, R1, Phase.PLAY))


def test_playing_opens_with_the_first_card() -> None:
    given(START).when(PlayCard(BAS, R1, A3, words("Bel eerst."))).then(
        CardPlayed(T1, R1, BAS, A3, words("Bel eerst.")), PhaseOpened(T1, R1, Phase.PLAY)
    )


def test_a_played_card_leaves_the_hand() -> None:
    after = with_all(START, PlayCard(BAS, R1, A3))
    assert A3 not in hand(after, BAS)
    assert [card.tactic for card in round_(after).played] == [A3]
    assert round_(after).open == ()


def test_only_a_card_from_the_own_hand_is_played() -> None:
    given(START).when(PlayCard(BAS, R1, B5)).then_refused(Reason.CARD_NOT_IN_HAND)


def test_one_card_each() -> None:
    given(START, PlayCard(BAS, R1, A3)).when(PlayCard(BAS, R1, A4)).then_refused(Reason.ALREADY_PLAYED)
    given(START, PlayCard(BAS, R1, A3)).when(PassPlaying(BAS, R1)).then_refused(Reason.ALREADY_PLAYED)


def test_the_owner_plays_no_card() -> None:
    given(START).when(PlayCard(ANNA, R1, TacticId("A1"))).then_refused(Reason.NOT_TO_YOURSELF)
    given(START).when(PassPlaying(ANNA, R1)).then_refused(Reason.NOT_TO_YOURSELF)


def test_an_unrevealed_card_may_be_withdrawn() -> None:
    outcome = given(START, PlayCard(BAS, R1, A3)).when(WithdrawCard(BAS, R1))
    outcome.then(CardWithdrawn(T1, R1, BAS))
    assert set(hand(outcome.workshop, BAS)) == set(hand(START, BAS))


def test_there_is_nothing_to_withdraw_before_one_has_played() -> None:
    given(START).when(WithdrawCard(BAS, R1)).then_refused(Reason.CARD_NOT_IN_HAND)


def test_a_pass_may_be_taken_back() -> None:
    passed = given(START, PassPlaying(BAS, R1))
    passed.when(WithdrawCard(BAS, R1)).then(PlayingPassed(T1, R1, BAS, passed=False))


def test_who_plays_after_a_pass_has_not_passed() -> None:
    outcome = given(START, PassPlaying(BAS, R1), PlayCard(BAS, R1, A3)).when(WithdrawCard(BAS, R1))
    outcome.then(CardWithdrawn(T1, R1, BAS))


def test_after_the_reveal_it_is_too_late() -> None:
    revealed = in_phase(Phase.REVEAL)
    given(revealed).when(WithdrawCard(BAS, R1)).then_refused(Reason.TOO_LATE_TO_WITHDRAW)
    given(revealed).when(PickReflex(BAS, R1, A3)).then_refused(Reason.ROUND_WAS_REVEALED)
    given(revealed).when(PlayCard(BAS, R1, A3)).then_refused(Reason.ROUND_WAS_REVEALED)
    given(revealed).when(PassPlaying(BAS, R1)).then_refused(Reason.ROUND_WAS_REVEALED)


def test_while_the_owner_tells_no_card_is_played() -> None:
    given(telling(3)).when(PlayCard(BAS, R1, A3)).then_refused(Reason.NOT_THIS_PHASE)
    given(telling(3)).when(PickReflex(BAS, R1, A3)).then_refused(Reason.NOT_THIS_PHASE)

"""The reveal: by itself, or anyway."""

from speelruimte.rules.absence import NotePresence
from speelruimte.rules.dealing import CardsDealt
from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_cards import CardPlayed, PassPlaying, PickReflex, PlayCard, PlayingPassed, RevealAnyway
from speelruimte.rules.round_contest import HeardAll
from speelruimte.rules.round_flow import CardsRevealed, PhaseOpened
from speelruimte.rules.round_pile import PileCardTurned, TurnPileCard
from speelruimte.rules.words import TacticId
from speelruimte.rules.workshop import Phase
from tests.given import given, with_all
from tests.rules.situations import ANNA, BAS, CHAIMA, ELS, LOTS, R1, REFLEX, T1, hand, in_phase, round_, table

A3, A4, A5, B3, B5, C3 = (TacticId(card) for card in ("A3", "A4", "A5", "B3", "B5", "C3"))
PLAY = with_all(in_phase(Phase.REFLEX, 3), PickReflex(ANNA, R1, REFLEX), PlayCard(BAS, R1, A3))
ONE_BOARD = with_all(PLAY, PlayCard(CHAIMA, R1, A5))


def test_the_cards_turn_over_with_the_last_that_was_waited_for() -> None:
    given(PLAY).when(PlayCard(CHAIMA, R1, B5)).then_some(CardPlayed, CardsRevealed)
    given(PLAY).when(PassPlaying(CHAIMA, R1)).then_some(PlayingPassed, CardsRevealed)


def test_the_reflex_of_the_owner_is_waited_for_and_of_others_not() -> None:
    no_reflex = with_all(in_phase(Phase.REFLEX, 3), PlayCard(BAS, R1, A3), PlayCard(CHAIMA, R1, B5))
    assert round_(no_reflex).phase is Phase.PLAY
    assert round_(with_all(no_reflex, PickReflex(ANNA, R1, None))).phase is Phase.REVEAL


def test_the_owner_turns_them_over_anyway() -> None:
    outcome = given(PLAY).when(RevealAnyway(ANNA, R1))
    outcome.then(CardsRevealed(T1, R1))
    assert hand(outcome.workshop, CHAIMA) == hand(PLAY, CHAIMA)


def test_others_do_only_when_the_owner_is_away() -> None:
    given(PLAY).when(RevealAnyway(BAS, R1)).then_refused(Reason.ONLY_OWNER)
    given(PLAY, NotePresence(ANNA, away=True)).when(RevealAnyway(BAS, R1)).then(CardsRevealed(T1, R1))


def test_a_round_is_revealed_once() -> None:
    given(ONE_BOARD).when(RevealAnyway(ANNA, R1)).then_refused(Reason.ROUND_WAS_REVEALED)


def test_with_cards_of_the_reflexs_board_only_another_is_needed() -> None:
    given(ONE_BOARD).when(HeardAll(ANNA, R1)).then_refused(Reason.NOT_THIS_PHASE)


def test_any_player_but_the_owner_adds_a_card_of_another_board() -> None:
    given(ONE_BOARD).when(PlayCard(BAS, R1, A4)).then_refused(Reason.CARD_ALREADY_OPEN)
    given(ONE_BOARD).when(PlayCard(ANNA, R1, TacticId("B1"))).then_refused(Reason.NOT_TO_YOURSELF)
    added = given(ONE_BOARD).when(PlayCard(BAS, R1, B3))
    added.then(CardPlayed(T1, R1, BAS, B3, None))
    given(added.workshop).when(PlayCard(CHAIMA, R1, B5)).then_refused(Reason.ROUND_WAS_REVEALED)
    given(added.workshop).when(HeardAll(ANNA, R1)).then(PhaseOpened(T1, R1, Phase.MOVE))


def test_without_a_reflex_any_card_is_enough_and_none_is_not() -> None:
    start = with_all(in_phase(Phase.REFLEX, 3), PickReflex(ANNA, R1, None))
    one = with_all(start, PlayCard(BAS, R1, A3), PassPlaying(CHAIMA, R1))
    given(one).when(HeardAll(ANNA, R1)).then(PhaseOpened(T1, R1, Phase.MOVE))
    none = with_all(start, PassPlaying(BAS, R1), PassPlaying(CHAIMA, R1))
    given(none).when(HeardAll(ANNA, R1)).then_refused(Reason.NOT_THIS_PHASE)


def test_the_pile_plays_a_card_of_another_board() -> None:
    turned = given(ONE_BOARD).when(TurnPileCard(CHAIMA, R1, LOTS))
    turned.then_some(PileCardTurned)
    assert [card.tactic[0] for card in round_(turned.workshop).open] == ["A", "A", "B"]
    given(turned.workshop).when(HeardAll(ANNA, R1)).then(PhaseOpened(T1, R1, Phase.MOVE))


def test_the_pile_plays_along_until_three_cards_lie_open() -> None:
    two = with_all(PLAY, PlayCard(CHAIMA, R1, B5), TurnPileCard(ANNA, R1, LOTS))
    assert [card.tactic for card in round_(two).open] == ["A3", "B5", "C7"]
    given(two).when(TurnPileCard(ANNA, R1, LOTS)).then_refused(Reason.NOT_THIS_PHASE)


def test_the_pile_never_shows_the_reflex_or_an_open_card() -> None:
    on_top = A3
    alone = with_all(in_phase(Phase.REFLEX, 1), PickReflex(ANNA, R1, on_top))
    assert next(card for card in table(alone).pile if card[0] == "A") == on_top
    full = with_all(alone, *[TurnPileCard(ANNA, R1, LOTS)] * 3)
    shown = [card.tactic for card in round_(full).open]
    assert len({*shown, on_top}) == 4


def test_alone_the_pile_deals_round_the_reflex() -> None:
    alone = with_all(in_phase(Phase.REFLEX, 1), PickReflex(ANNA, R1, REFLEX))
    assert round_(alone).phase is Phase.REVEAL
    full = with_all(alone, *[TurnPileCard(ANNA, R1, LOTS)] * 3)
    assert sorted(card.tactic[0] for card in round_(full).open) == ["A", "B", "C"]


def test_two_people_play_with_the_pile() -> None:
    two = with_all(in_phase(Phase.REFLEX, 2), PickReflex(ANNA, R1, REFLEX), PlayCard(BAS, R1, C3))
    full = with_all(two, TurnPileCard(BAS, R1, LOTS), TurnPileCard(ANNA, R1, LOTS))
    assert sorted(card.tactic[0] for card in round_(full).open) == ["A", "B", "C"]


def test_the_pile_takes_from_the_discards_when_it_is_empty() -> None:
    start = with_all(PLAY, PlayCard(CHAIMA, R1, B5), only_discards())
    turned = with_all(start, TurnPileCard(ANNA, R1, LOTS))
    assert round_(turned).open[-1].giver is None
    assert len(table(turned).discards) == len(table(start).discards) - 1


def only_discards() -> CardsDealt:
    lying = table(PLAY).pile
    return CardsDealt(T1, table(PLAY).copies, {}, (), lying)


def test_the_same_tactic_from_two_givers_counts_as_one_card() -> None:
    both = with_all(in_phase(Phase.REFLEX, 5), PickReflex(ANNA, R1, REFLEX))
    hands = {**table(both).hands, ELS: (B3, *hand(both, ELS)[1:])}
    same = with_all(both, CardsDealt(T1, 2, hands, table(both).pile, table(both).discards))
    played = with_all(same, PlayCard(BAS, R1, B3), PlayCard(ELS, R1, B3), RevealAnyway(ANNA, R1))
    assert [card.tactic for card in round_(played).open] == [B3, B3]
    two_more = [TurnPileCard(ANNA, R1, LOTS)] * 2
    given(played, *two_more).when(TurnPileCard(ANNA, R1, LOTS)).then_refused(Reason.NOT_THIS_PHASE)

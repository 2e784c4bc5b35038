"""What the mirror says: sentences that retell one's own moves, each with the moves it rests on. No sentence scores."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from speelruimte.rules.cards import Deck
from speelruimte.rules.view.mirror import MirrorView, OwnRound
from speelruimte.rules.words import TacticId
from speelruimte.web.marks import MOVE, PLAYED, REFLEX, Marks, Placed
from speelruimte.web.translate import gettext
from speelruimte.web.translate import marked as _

A_PATTERN = 3  # moves of a kind, before a sentence may speak of more than single times

NUMBERS = (
    _("nul"),
    _("één"),
    _("twee"),
    _("drie"),
    _("vier"),
    _("vijf"),
    _("zes"),
    _("zeven"),
    _("acht"),
    _("negen"),
    _("tien"),
)

Jump = tuple[TacticId | None, TacticId | None]  # from first reflex to choice


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `boards` asks for the picture of the boards under it."""

    text: str
    jumps: tuple[Jump, ...] = ()
    cards: tuple[TacticId, ...] = ()
    boards: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """All that the mirror says to one person, and that person's pieces on the boards."""

    sentences: tuple[Sentence, ...]
    marks: Marks


def told(mirror: MirrorView | None, deck: Deck) -> Told:
    """Retell a mirror; without one there is nothing to say."""
    if mirror is None:
        return Told((), {})
    tellers: tuple[Callable[[MirrorView, Deck], Iterator[Sentence]], ...] = (
        first_ideas,
        changes,
        received,
        given,
        contested,
        left_empty,
        hunches,
    )
    return Told(tuple(one for teller in tellers for one in teller(mirror, deck)), own_marks(mirror))


def number(value: int) -> str:
    """Return a number as a word, as far as people say it so."""
    return gettext(NUMBERS[value]) if value < len(NUMBERS) else str(value)


def times(value: int) -> str:
    return gettext("{aantal} keer").format(aantal=number(value))


def joined(parts: Iterable[str]) -> str:
    """Return words in one row: a, b en c."""
    *before, last = parts
    return gettext("{rij} en {laatste}").format(rij=", ".join(before), laatste=last) if before else last


def by_board(cards: Iterable[TacticId], deck: Deck) -> list[tuple[str, int]]:
    """Return the boards of these cards with how often, the most often first."""
    counted = Counter(deck.tactic_of[card].board for card in cards)
    return [(deck.board_of[board].name, often) for board, often in counted.most_common()]


def spread_over(cards: Iterable[TacticId], deck: Deck) -> str:
    """Return how cards are spread over the boards, in words."""
    counted = by_board(cards, deck)
    return joined(gettext("{keer} van {bord}").format(keer=times(often), bord=name) for name, often in counted)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def first_ideas(mirror: MirrorView, deck: Deck) -> Iterator[Sentence]:
    """Tell for which board one reached first in the own rounds."""
    rounds = [one for one in mirror.owned if one.reflex]
    if not rounds:
        return
    counted = by_board((one.reflex for one in rounds if one.reflex), deck)
    name, often = counted[0]
    if len(rounds) >= A_PATTERN:
        sentence = gettext("In {n} van je {totaal} rondes koos je eerst voor {bord}.")
        text = sentence.format(n=number(often), totaal=number(len(rounds)), bord=name)
    else:
        parts = [gettext("{keer} eerst voor {bord}").format(keer=times(n), bord=board) for board, n in counted]
        text = gettext("Je koos {rij}.").format(rij=joined(parts))
    yield Sentence(text, jumps=jumps(rounds))


def jumps(rounds: Iterable[OwnRound]) -> tuple[Jump, ...]:
    return tuple((one.reflex, one.chosen) for one in rounds)


def changes(mirror: MirrorView, deck: Deck) -> Iterator[Sentence]:
    """Tell how often the choice was another card than the first, and how often the same."""
    del deck
    both = [one for one in mirror.owned if one.reflex and one.chosen]
    other = [one for one in both if one.reflex != one.chosen]
    same = [one for one in both if one.reflex == one.chosen]
    if other:
        text = gettext("{keer} koos je een andere kaart dan je eerste.").format(keer=capital(times(len(other))))
        yield Sentence(text, jumps=jumps(other))
    if same:
        text = gettext("{keer} bleef je bij je eerste kaart.").format(keer=capital(times(len(same))))
        yield Sentence(text, jumps=jumps(same))


def received(mirror: MirrorView, deck: Deck) -> Iterator[Sentence]:
    cards = tuple(card for one in mirror.owned for card in one.received)
    if cards:
        text = gettext("Je kreeg {keer} een kaart: {rij}.").format(keer=times(len(cards)), rij=spread_over(cards, deck))
        yield Sentence(text, cards=cards)


def given(mirror: MirrorView, deck: Deck) -> Iterator[Sentence]:
    cards = tuple(one.given for one in mirror.helped if one.given)
    if cards:
        text = gettext("Je speelde {keer} een kaart aan een ander: {rij}.").format(
            keer=times(len(cards)), rij=spread_over(cards, deck)
        )
        yield Sentence(text, cards=cards)


def contested(mirror: MirrorView, deck: Deck) -> Iterator[Sentence]:
    """Tell out of which voices one was contested; it rests on the moves that stood then."""
    rounds = [one for one in mirror.owned if one.voices]
    counted = Counter(voice for one in rounds for voice in one.voices if voice in deck.voice_of)
    if counted:
        parts = [f"{times(often)} {deck.voice_of[voice].name}" for voice, often in counted.most_common()]
        text = gettext("Zo sprak men je tegen: {rij}.").format(rij=joined(parts))
        yield Sentence(text, cards=tuple(card for one in rounds for card in one.contested))


def left_empty(mirror: MirrorView, deck: Deck) -> Iterator[Sentence]:
    """Show the boards with the own pieces, and name what stayed empty."""
    if mirror.is_empty or not mirror.boards_used:
        return
    empty = [deck.board_of[board].name for board in mirror.boards_unused]
    if not empty:
        text = gettext("Je speelde op alle borden.")
    elif len(empty) == 1:
        text = gettext("Het bord {bord} bleef bij jou leeg.").format(bord=empty[0])
    else:
        text = gettext("De borden {borden} bleven bij jou leeg.").format(borden=joined(empty))
    yield Sentence(text, boards=True)


def hunches(mirror: MirrorView, deck: Deck) -> Iterator[Sentence]:
    if mirror.hunches:
        names = joined(deck.board_of[board].name for board in mirror.hunches)
        yield Sentence(gettext("Je eerste ingeving, vooraf: {borden}.").format(borden=names))


def own_marks(mirror: MirrorView) -> Marks:
    """Return one's own pieces: first reflexes, choices, and cards given."""
    pieces: list[tuple[TacticId, str]] = []
    for own in mirror.owned:
        pieces += [(card, kind) for card, kind in ((own.reflex, REFLEX), (own.chosen, MOVE)) if card]
    for one in mirror.helped:
        pieces += [(card, kind) for card, kind in ((one.reflex, REFLEX), (one.given, PLAYED)) if card]
    found: dict[TacticId, tuple[Placed, ...]] = {}
    for card, kind in pieces:
        found[card] = (*found.get(card, ()), Placed("", kind))
    return found

"""No page and no stream ever holds what its reader may not know: law 3 of the game, on the bytes that leave the server.

Two ways of looking. Every text of a rehearsed workshop is a word of its own, and each page is searched for words that
its reader may not have. And what has no words (cards in hands, cards face down, first reflexes, votes, authors, private
answers) is changed behind the reader's back: the page must stay the same, sign for sign.
"""

import asyncio
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from speelruimte.app import Parts, build
from speelruimte.rules.view.picture import pictures
from speelruimte.rules.words import DilemmaId, SeatId, TableId, TacticId, Words, WordsId, WorkshopId
from speelruimte.rules.workshop import BEFORE_REVEAL, Dilemma, Phase, Role, Round, Stage, Standing, Table, Workshop
from speelruimte.settings import Settings
from speelruimte.web import beamer, console, table
from speelruimte.web.access import Caller, Pass
from tests.web.planted import Book, Looker, play

pytestmark = pytest.mark.plays

PLANTED = re.compile(r"geplant\d+x")
WHOLE_PAGE_EVERY = 25
FEW = 6  # of so many, not everybody does everything
COMPANIES = [("kort", 3, 1), ("kort", 6, 2), ("workshop", 8, 3)]
DRAW: dict[str, Callable[[Caller], str]] = {"tafel": table.draw, "console": console.draw, "beamer": beamer.draw}
ROLES = {"tafel": Role.SEAT, "console": Role.FACILITATOR, "beamer": Role.BEAMER}


@pytest.fixture
def parts() -> Iterator[Parts]:
    built = build(Settings(database=":memory:"))
    yield built
    asyncio.run(built.site.live.close())


def lookers(workshop: Workshop) -> Iterator[Looker]:
    yield Looker("console")
    yield Looker("beamer")
    for seat in workshop.seats.values():
        if seat.standing is Standing.HERE:
            yield Looker("tafel", seat.id)


def looking(parts: Parts, workshop: Workshop, looker: Looker) -> Caller:
    carried = Pass("sleutel", "GEHEIMECODE")
    return Caller(parts.site, WorkshopId("w"), workshop, ROLES[looker.place], looker.seat or SeatId(""), carried)


def whole_page(who: Caller, place: str) -> str:
    answer = table.shown(who) if place == "tafel" else console.shown(who)
    return bytes(answer.body).decode()


def forbidden(book: Book, workshop: Workshop, looker: Looker, html: str) -> list[str]:
    """Return the words on a page that should not be there, with what they are."""
    found = [book.words[word] for word in dict.fromkeys(PLANTED.findall(html))]
    return [f"{one.kind.__name__} of {one.writer}" for one in found if not book.may_read(workshop, looker, one)]


@pytest.mark.laws
@pytest.mark.parametrize(("format_id", "people", "seed"), COMPANIES)
def test_no_page_holds_a_word_that_its_reader_may_not_have(
    parts: Parts, format_id: str, people: int, seed: int
) -> None:
    shown: dict[Looker, str] = {}
    seen: set[str] = set()
    for workshop, book in play(format_id, people, seed):
        for looker in lookers(workshop):
            who = looking(parts, workshop, looker)
            html = DRAW[looker.place](who)
            if looker.place != "beamer" and workshop.version % WHOLE_PAGE_EVERY == 0:
                html += whole_page(who, looker.place)
            if html == shown.get(looker):
                continue
            shown[looker] = html
            assert forbidden(book, workshop, looker, html) == [], f"{looker} at version {workshop.version}"
            seen |= {book.words[word].kind.__name__ for word in PLANTED.findall(html)}
    often = {"TakeSeat", "PutDilemma", "PlayCard", "ChooseMove", "MakeCommitment"}
    assert often | ({"WriteLine", "ContestMove"} if people > FEW else set()) <= seen


@pytest.mark.laws
@pytest.mark.parametrize(("format_id", "people", "seed"), COMPANIES)
def test_a_page_does_not_change_with_what_its_reader_may_not_know(
    parts: Parts, format_id: str, people: int, seed: int
) -> None:
    for workshop, _ in play(format_id, people, seed + 10):
        if workshop.version % 3:
            continue
        for looker in lookers(workshop):
            draw = DRAW[looker.place]
            as_it_is = draw(looking(parts, workshop, looker))
            otherwise = draw(looking(parts, with_other_secrets(workshop, looker), looker))
            assert otherwise == as_it_is, f"{looker} at version {workshop.version}"


# the same workshop with other secrets


def with_other_secrets(workshop: Workshop, looker: Looker) -> Workshop:
    """Return the workshop with everything changed that this reader may not know."""
    own = looker.seat
    changed = replace(
        workshop,
        tables={id_: other_table(workshop, one, own) for id_, one in workshop.tables.items()},
        votes={seat: votes if seat == own else () for seat, votes in workshop.votes.items()},
        relations={
            seat: kept if seat == own else (workshop.deck.boards[0].id, secret(kept[1]))
            for seat, kept in workshop.relations.items()
        },
        commitments={
            seat: made if seat == own else replace(made, condition=secret(), action=None, date="2031-01-01", along={})
            for seat, made in workshop.commitments.items()
        },
        dilemmas=other_dilemmas(workshop, own),
    )
    if pictures(workshop):
        return changed
    answers = {seat: given if seat == own else dict.fromkeys(given, 1) for seat, given in workshop.answers.items()}
    return replace(changed, answers=answers)


def secret(words: Words | None = None) -> Words:
    return Words(words.id if words else WordsId("geheim"), "geheim")


def other_card(workshop: Workshop, card: TacticId | None) -> TacticId:
    """Return another card; none becomes one, since face down they look alike."""
    cards = [tactic.id for tactic in workshop.deck.tactics]
    return cards[(cards.index(card) + 9) % len(cards)] if card else cards[0]


def other_table(workshop: Workshop, table_: Table, own: SeatId | None) -> Table:
    hands = {
        seat: cards if seat == own else tuple(other_card(workshop, card) for card in cards)
        for seat, cards in table_.hands.items()
    }
    return replace(table_, hands=hands, rounds=tuple(other_round(workshop, one, own) for one in table_.rounds))


def other_round(workshop: Workshop, round_: Round, own: SeatId | None) -> Round:
    open_ = round_.phase not in BEFORE_REVEAL and round_.phase is not Phase.ASIDE
    known = {own, round_.owner if open_ else own}
    played = tuple(
        one if open_ or one.giver == own else replace(one, tactic=other_card(workshop, one.tactic), words=secret())
        for one in round_.played
    )
    return replace(
        round_,
        played=played,
        reflexes={
            seat: card if seat in known else other_card(workshop, card) for seat, card in round_.reflexes.items()
        },
        lines={seat: words if seat == own else secret() for seat, words in round_.lines.items()},
        necessity=round_.necessity if own == round_.owner else "allebei",
    )


def other_dilemmas(workshop: Workshop, own: SeatId | None) -> dict[DilemmaId, Dilemma]:
    """Let others have written them, and before the votes something else."""
    on_tables = {round_.dilemma for one in workshop.tables.values() for round_ in one.rounds}
    changed = {}
    for id_, one in workshop.dilemmas.items():
        if one.author == own or one.brought or id_ in on_tables:
            changed[id_] = one
            continue
        author = next((seat.id for seat in workshop.here if seat.id not in {own, one.author}), one.author)
        words = secret(one.words) if one.words and workshop.stage is Stage.WRITING else one.words
        changed[id_] = replace(one, author=author, words=words)
    return changed


# what is only the reader's own


def test_a_code_of_ones_own_is_on_no_other_page(parts: Parts) -> None:
    for workshop, _ in play("kort", 3, 5):
        if workshop.version > 60:
            break
        for looker in lookers(workshop):
            who = looking(parts, workshop, looker)
            assert "GEHEIMECODE" not in DRAW[looker.place](who)
            assert "sleutel" not in DRAW[looker.place](who)


def test_the_hand_on_a_page_is_the_readers_own(parts: Parts) -> None:
    hands = 0
    for workshop, _ in play("kort", 4, 6):
        for looker in lookers(workshop):
            if looker.seat is None:
                continue
            html = table.draw(looking(parts, workshop, looker))
            cards = set(re.findall(r'href="#speel-(\w+)"', html))
            at = workshop.tables.get(workshop.seats[looker.seat].table or TableId(""))
            assert cards <= set(at.hands.get(looker.seat, ()) if at else ())
            hands += bool(cards)
    assert hands > 10

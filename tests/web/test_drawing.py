"""Boards, pieces, arcs and spreads stand where the design says, for any number of cards."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from speelruimte.decks.read import own_deck
from speelruimte.rules.cards import Deck, Tactic
from speelruimte.rules.words import TacticId
from speelruimte.web import drawing

TEMPLATES = Path(__file__).parents[2] / "src/speelruimte/web/templates"


@dataclass(frozen=True)
class Mark:
    label: str
    kind: str = "played"


@pytest.fixture(scope="module")
def deck() -> Deck:
    return own_deck()


def cards(deck: Deck, number: int) -> tuple[Tactic, ...]:
    return tuple(replace(deck.tactics[0], id=TacticId(f"X{index}")) for index in range(1, number + 1))


def test_eight_tactics_stand_as_on_a_chessboard(deck: Deck) -> None:
    squares = drawing.fields(cards(deck, 8), {})
    dark = [index for index, square in enumerate(squares) if not square.name]
    assert dark == [0, 2, 5, 7, 8, 10, 13, 15]
    assert [squares[index].tactic for index in dark] == list(cards(deck, 8))


def test_a_name_stands_beside_its_field_on_the_side_of_the_row(deck: Deck) -> None:
    squares = drawing.fields(cards(deck, 8), {})
    assert [square.side for square in squares[:8]] == ["li"] * 4 + ["re"] * 4
    assert all(one.tactic == other.tactic for one, other in zip(squares[::2], squares[1::2], strict=True))


@pytest.mark.parametrize(("number", "wide", "high"), [(6, 4, 3), (8, 4, 4), (10, 4, 5), (5, 4, 3), (16, 6, 6)])
def test_a_board_is_the_smallest_that_holds_its_tactics(number: int, wide: int, high: int) -> None:
    assert (drawing.columns(number), drawing.rows(number)) == (wide, high)


@given(st.integers(1, 40))
def test_every_tactic_has_one_dark_field_and_one_name(number: int) -> None:
    tactics = cards(own_deck(), number)
    squares = drawing.fields(tactics, {})
    assert len(squares) == drawing.columns(number) * drawing.rows(number)
    assert [square.tactic for square in squares if square.tactic and not square.name] == list(tactics)
    assert {square.tactic for square in squares if square.tactic and square.name} == set(tactics)


@pytest.mark.parametrize(("number", "size"), [(1, ""), (2, "half"), (4, "half"), (5, "derde"), (9, "derde")])
def test_pieces_get_smaller_when_there_are_more(number: int, size: str) -> None:
    pieces = drawing.pieces([Mark(str(index)) for index in range(number)])
    assert [piece.size for piece in pieces] == [size] * number


@given(st.integers(10, 400))
def test_from_ten_one_piece_counts(number: int) -> None:
    (piece,) = drawing.pieces([Mark("1")] * number)
    assert piece.count == number


def test_a_reflex_that_became_the_move_is_one_piece() -> None:
    (piece,) = drawing.pieces([Mark("J", "reflex"), Mark("J", "move")])
    assert piece.kinds == {"reflex", "move"}


def test_a_card_of_somebody_else_on_the_reflex_is_a_second_piece() -> None:
    first, second = drawing.pieces([Mark("J", "reflex"), Mark("S", "move")])
    assert [first.kinds, second.kinds] == [frozenset({"reflex"}), frozenset({"move"})]


def test_the_arc_runs_between_the_fields_above_the_boards(deck: Deck) -> None:
    arc = drawing.arc(deck, TacticId("M1"), TacticId("O1"))
    assert arc is not None
    assert arc.line.startswith("M1302 14C")
    assert re.search(r" 686 \d+$", arc.line)


def test_a_lower_field_is_pointed_at_from_above_its_column(deck: Deck) -> None:
    arc = drawing.arc(deck, TacticId("P8"), TacticId("M7"))
    assert arc is not None
    assert arc.line.startswith("M490 -8C")


def test_no_arc_when_the_owner_stayed_or_boards_stand_in_two_rows(deck: Deck) -> None:
    assert drawing.arc(deck, TacticId("P1"), TacticId("P1")) is None
    four = replace(deck, boards=(*deck.boards, deck.boards[0]))
    assert drawing.arc(four, TacticId("P1"), TacticId("O1")) is None


def test_every_pair_of_tactics_has_an_arc_with_a_head(deck: Deck) -> None:
    for start in deck.tactics:
        for end in deck.tactics:
            arc = drawing.arc(deck, start.id, end.id)
            assert (arc is None) == (start == end)
            assert arc is None or "nan" not in arc.line + arc.head


@given(st.lists(st.integers(0, 60), min_size=1, max_size=7))
def test_a_spread_shows_one_shape_a_person_inside_its_column(counts: list[int]) -> None:
    figure = drawing.spread(counts)
    assert len(figure.people) == sum(counts)
    in_column = [int((x + figure.person / 2) // drawing.CELL_WIDTH) for x, _ in figure.people]
    assert [in_column.count(column) for column in range(len(counts))] == counts
    assert all(-1 <= y <= figure.height for _, y in figure.people)


def test_shares_and_sides() -> None:
    assert (drawing.share(1, 4), drawing.share(0, 0)) == (25.0, 0.0)
    assert drawing.sides("abcde") == (("a", "b", "c"), ("d", "e"))
    assert [drawing.wide_row(number) for number in (4, 5, 9, 10)] == ["", "drie-breed", "drie-breed", "lijst"]


def render(source: str, **values: object) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    environment.globals |= {"drawing": drawing, "asset": "/static/{}".format}
    return environment.from_string(source).render(**values)


def test_a_board_says_every_move_on_it(deck: Deck) -> None:
    marks = {"O1": [Mark("S", "move")], "O3": [Mark("J", "reflex")], "O5": [Mark("H")]}
    source = '{% from "parts/board.html" import board_grid %}{{ board_grid(board, deck.on_board(board.id), marks) }}'
    drawn = render(source, deck=deck, board=deck.board_of[deck.boards[1].id], marks=marks)
    spoken = re.search(r'aria-label="([^"]*)"', drawn)
    assert spoken is not None
    assert spoken[1].startswith("Bord Organisatie. ")
    assert spoken[1].endswith("Regel rugdekking: J eerste reflex; Spreek de taal van de afdeling: H")


def test_words_of_people_are_escaped(deck: Deck) -> None:
    source = '{% from "parts/card.html" import card_strip %}{{ card_strip(tactic, board, words=words) }}'
    drawn = render(source, tactic=deck.tactics[0], board=deck.boards[0], words="<b>&")
    assert "&lt;b&gt;&amp;" in drawn

"""Where things stand in a drawing: the fields of a board, its pieces, the arc, a spread. Numbers only, no markup."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from speelruimte.rules.cards import Deck, Tactic
from speelruimte.rules.words import TacticId

Seat = TypeVar("Seat")

FEW, SOME, MANY = 1, 4, 9  # pieces that still fit a field at 70, 42 and 29 %
NARROW, WIDE = 4, 6  # fields beside each other
TALL = 4  # rows of a board of eight tactics; more asks for smaller fields
MOST_NARROW = 12  # tactics, before a board gets too tall

SQUARE_OF_TABLES, THREE_WIDE = 4, 9  # tables on the console: two by two, then three columns, then a list

STAGE = 1792.0  # px between the margins of a beamer of 1920
FIELD = 140.0
BOARDS_IN_A_ROW = 3
RISE = 58.0  # how far the arc goes above the boards
HEAD_LENGTH, HEAD_WIDTH = 34.0, 15.0

SPREAD_ROWS = 8
CELL_WIDTH, CELL_HEIGHT = 101.0, 68.0
LARGEST_PERSON = 56.0
CROWD = 0.86  # of a cell, so that columns of many stay apart


class Mark(Protocol):
    """What lies on a field: a giver's initial or a table's number, and how it came there."""

    @property
    def label(self) -> str: ...
    @property
    def kind(self) -> str: ...  # played, reflex, move, dropped


@dataclass(frozen=True, slots=True)
class Piece:
    """One shape on a field. It is both reflex and move when the owner stayed with the first idea."""

    label: str
    kinds: frozenset[str]
    size: str  # a class: whole field, half or a third
    count: int = 1


@dataclass(frozen=True, slots=True)
class Field:
    """A square of a board: dark with pieces, light with a name, or light and empty at the end of an odd board."""

    tactic: Tactic | None
    name: bool
    side: str  # "li" or "re": towards the field it names
    marks: tuple[Mark, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return pieces(self.marks)

    @property
    def chosen(self) -> bool:
        return any(mark.kind == "move" for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Arc:
    """The line from first reflex to move, as SVG paths on the stage."""

    line: str
    head: str


@dataclass(frozen=True, slots=True)
class Spread:
    """One shape a person on a checkered ground."""

    width: float
    height: float
    ground: tuple[tuple[float, float], ...]
    people: tuple[tuple[float, float], ...]
    person: float
    columns: tuple[float, ...]  # the middle of each
    cell: tuple[float, float] = (CELL_WIDTH, CELL_HEIGHT)


def columns(tactics: int) -> int:
    """Return how many fields wide a board is: four, or six when it would get too tall."""
    return NARROW if tactics <= MOST_NARROW else WIDE


def rows(tactics: int) -> int:
    """Return how many rows give every tactic a dark field."""
    return max(1, -(-tactics * 2 // columns(tactics)))


def board_class(tactics: int) -> str:
    """Return the classes of a board that is not four by four."""
    wide = "zes" if columns(tactics) == WIDE else ""
    tall = "hoog" if rows(tactics) > TALL else ""
    return " ".join(filter(None, (wide, tall)))


def fields(tactics: Sequence[Tactic], marks: Mapping[TacticId, Iterable[Mark]]) -> tuple[Field, ...]:
    """Return a board square by square, row by row; the place of a tactic depends on its order only."""
    per_row = columns(len(tactics)) // 2
    squares: list[Field] = []
    for row in range(rows(len(tactics))):
        for place in range(per_row):
            index = row * per_row + place
            tactic = tactics[index] if index < len(tactics) else None
            squares += _pair(tactic, tuple(marks.get(tactic.id, ())) if tactic else (), even=row % 2 == 1)
    return tuple(squares)


def _pair(tactic: Tactic | None, marks: tuple[Mark, ...], *, even: bool) -> tuple[Field, Field]:
    """Return the dark field and its name; in even rows the name stands to the left."""
    side = "re" if even else "li"
    dark = Field(tactic, name=False, side=side, marks=marks)
    light = Field(tactic, name=True, side=side, marks=marks)
    return (light, dark) if even else (dark, light)


def pieces(marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return the shapes for what lies on a field; from ten they become one with a number."""
    merged = _merge(marks)
    if len(merged) > MANY:
        return (Piece("", frozenset({"played"}), "", len(merged)),)
    size = "" if len(merged) <= FEW else "half" if len(merged) <= SOME else "derde"
    return tuple(Piece(label, kinds, size) for label, kinds in merged)


def _merge(marks: Sequence[Mark]) -> list[tuple[str, frozenset[str]]]:
    """Join the reflex and the move when they are the same piece."""
    reflexes = {mark.label for mark in marks if mark.kind == "reflex"}
    both = {mark.label for mark in marks if mark.kind == "move"} & reflexes
    kept = [mark for mark in marks if not (mark.kind == "reflex" and mark.label in both)]
    return [(mark.label, _kinds(mark, both)) for mark in kept]


def _kinds(mark: Mark, both: Collection[str]) -> frozenset[str]:
    return frozenset({mark.kind, "reflex"} if mark.kind == "move" and mark.label in both else {mark.kind})


def letter_line(shape: str) -> int:
    """Return the baseline of a letter in a shape of 40 by 40; a triangle carries it low."""
    return 32 if shape == "triangle" else 26


def arc(deck: Deck, start: TacticId, end: TacticId) -> Arc | None:
    """Return the arc above the boards, or nothing when the owner stayed or the boards stand in two rows."""
    if start == end or len(deck.boards) > BOARDS_IN_A_ROW:
        return None
    (x1, row1), (x2, row2) = _field_at(deck, start), _field_at(deck, end)
    if x1 == x2:
        x1, x2 = x1 - FIELD / 4, x2 + FIELD / 4
    return _arc((x1, _edge(row1)), (x2, _edge(row2)))


def _edge(row: int) -> float:
    """Return where the arc touches: inside a field of the first row, just above the board otherwise."""
    return 14.0 if row == 0 else -8.0


def _field_at(deck: Deck, tactic: TacticId) -> tuple[float, int]:
    """Return the middle of a tactic's field on the stage, and its row."""
    board = deck.tactic_of[tactic].board
    order = [item.id for item in deck.on_board(board)]
    per_row = columns(len(order)) // 2
    row, place = divmod(order.index(tactic), per_row)
    column = place * 2 + row % 2
    return _left(deck, [item.id for item in deck.boards].index(board)) + (column + 0.5) * FIELD, row


def _left(deck: Deck, index: int) -> float:
    """Return where a board begins; the boards share the stage with equal gaps."""
    widths = [columns(len(deck.on_board(board.id))) * FIELD for board in deck.boards]
    gap = (STAGE - sum(widths)) / max(1, len(widths) - 1)
    return sum(widths[:index]) + index * gap


def _arc(start: tuple[float, float], end: tuple[float, float]) -> Arc:
    (x1, y1), (x2, y2) = start, end
    lean = min(72.0, abs(x2 - x1) / 4) * (1 if x2 > x1 else -1)
    top = -min(RISE, 36.0 + abs(x2 - x1) / 20) * 4 / 3
    line = f"M{x1:.0f} {y1:.0f}C{x1 + lean:.0f} {top:.0f} {x2 - lean:.0f} {top:.0f} {x2:.0f} {y2 - 12:.0f}"
    return Arc(line, _head((x2 - lean, top), (x2, y2 + 8)))


def _head(origin: tuple[float, float], tip: tuple[float, float]) -> str:
    """Return the point of an arrow at `tip`, coming from `origin`."""
    dx, dy = tip[0] - origin[0], tip[1] - origin[1]
    length = (dx * dx + dy * dy) ** 0.5
    ux, uy = dx / length, dy / length
    bx, by = tip[0] - ux * HEAD_LENGTH, tip[1] - uy * HEAD_LENGTH
    left, right = (bx - uy * HEAD_WIDTH, by + ux * HEAD_WIDTH), (bx + uy * HEAD_WIDTH, by - ux * HEAD_WIDTH)
    return f"M{tip[0]:.0f} {tip[1]:.0f}L{left[0]:.0f} {left[1]:.0f} {right[0]:.0f} {right[1]:.0f}Z"


def spread(counts: Sequence[int]) -> Spread:
    """Return the drawing of how many people gave each answer; more than eight stand beside each other."""
    abreast = max(1, -(-max(counts, default=0) // SPREAD_ROWS))
    person = min(LARGEST_PERSON, CELL_WIDTH * CROWD / abreast * CROWD)
    people = [spot for column, count in enumerate(counts) for spot in _people(column, count, abreast, person)]
    return Spread(
        width=CELL_WIDTH * len(counts),
        height=CELL_HEIGHT * SPREAD_ROWS,
        ground=_checkered(len(counts)),
        people=tuple(people),
        person=round(person, 1),
        columns=tuple((column + 0.5) * CELL_WIDTH for column in range(len(counts))),
    )


def _people(column: int, count: int, abreast: int, person: float) -> list[tuple[float, float]]:
    """Return the left top corner of each person in a column, from the ground up."""
    spots = []
    for index in range(count):
        row, place = divmod(index, abreast)
        x = (column + 0.5 + ((place + 0.5) / abreast - 0.5) * CROWD) * CELL_WIDTH - person / 2
        y = (SPREAD_ROWS - row - 0.5) * CELL_HEIGHT - person / 2
        spots.append((round(x, 1), round(y, 1)))
    return spots


def _checkered(width: int) -> tuple[tuple[float, float], ...]:
    squares = [(column, row) for row in range(SPREAD_ROWS) for column in range(width)]
    dark = [(column, row) for column, row in squares if (column + row) % 2 == 1]
    return tuple((column * CELL_WIDTH, row * CELL_HEIGHT) for column, row in dark)


def share(count: int, total: int) -> float:
    """Return a bar's length out of a hundred."""
    return round(100 * count / total, 1) if total else 0.0


def wide_row(tables: int) -> str:
    """Return the class for the console's middle: four tables in two columns, nine in three, more in a list."""
    return "lijst" if tables > THREE_WIDE else "drie-breed" if tables > SQUARE_OF_TABLES else ""


def sides(seats: Sequence[Seat]) -> tuple[tuple[Seat, ...], tuple[Seat, ...]]:
    """Divide the people of a table over its far and its near side."""
    half = -(-len(seats) // 2)
    return tuple(seats[:half]), tuple(seats[half:])

"""What pictures and the harvest say: rows to draw and one finding. They count and never judge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from speelruimte.rules.cards import Board, Deck, Question, Task
from speelruimte.rules.view.harvest import HarvestView
from speelruimte.rules.view.picture import Picture
from speelruimte.rules.view.table import RoundView

Row = tuple[str, int]
CLEARLY = 0.15  # steps on the scale; a smaller difference between boards is not a finding


@dataclass(frozen=True, slots=True)
class BoardSpread:
    """How much space people feel on one board; no counts when too few answered."""

    board: Board
    question: Question
    counts: tuple[int, ...] | None


def spreads(deck: Deck, pictures: Sequence[Picture]) -> list[BoardSpread]:
    """Return the picture of space for each board."""
    found = {picture.question: picture.counts for picture in pictures}
    pairs = zip(deck.boards, deck.space, strict=False)
    return [BoardSpread(board, asked, found[asked.id]) for board, asked in pairs if asked.id in found]


def enough(pictures: Sequence[Picture]) -> bool:
    """Tell whether at least one picture may be seen."""
    return any(picture.counts for picture in pictures)


def apart(counts: Sequence[int]) -> float:
    """Return how far people sit from each other: the mean distance to the middle of all."""
    total = sum(counts)
    middle = sum(at * count for at, count in enumerate(counts)) / total
    return sum(abs(at - middle) * count for at, count in enumerate(counts)) / total


def widest(shown: Sequence[BoardSpread]) -> Board | None:
    """Return the board on which people differ most, when it clearly is one board."""
    order = sorted(((apart(one.counts), one.board) for one in shown if one.counts), key=lambda pair: -pair[0])
    clear = len(order) > 1 and order[0][0] - order[1][0] >= CLEARLY
    return order[0][1] if clear else None


def statements(deck: Deck, pictures: Sequence[Picture]) -> Iterator[tuple[str, list[Row]]]:
    """Give each statement with how often every answer was given; no rows when too few answered."""
    labels = {question.id: question.labels for question in deck.statements}
    for picture in pictures:
        words = labels.get(picture.question, ())
        yield picture.text, list(zip(words, picture.counts or (), strict=False))


def named(pictures: Sequence[Picture]) -> list[Row]:
    """Return what people in the room named, most often first."""
    rows = [(picture.text, picture.counts[0]) for picture in pictures if picture.counts and picture.counts[0]]
    return sorted(rows, key=lambda row: -row[1])


def tasks(deck: Deck, harvest: HarvestView) -> list[tuple[Task, int]]:
    """Return every task with the number of cards that served it."""
    served = dict(harvest.tasks)
    return [(task, served[task.id]) for task in deck.tasks]


def cards(harvest: HarvestView) -> int:
    """Return how many cards lay open at all tables together."""
    return sum(len(one.tables) for one in harvest.tactics)


def boards_of(deck: Deck, round_: RoundView) -> list[Board]:
    """Return the boards on which cards were given in a round."""
    given = {deck.tactic_of[card.tactic].board for card in round_.cards if card.gifts}
    return [board for board in deck.boards if board.id in given]

"""What must hold between the rows of a deck: names are unique, and whatever a row names exists."""

from collections import Counter
from collections.abc import Iterable, Iterator

from speelruimte.decks.problems import Problem
from speelruimte.decks.rows import FILE_OF, NAMED_BY, Tables, TypedRow, rows

FIELDS_OF_A_CHESSBOARD = 32  # the dark ones; a board is never drawn larger

UNIQUE = (
    *(("boards",), ("voices",), ("tasks",), ("tactics",), ("contestations",), ("tensions",), ("dilemmas",)),
    ("statements", "entry", "exit", "hunches"),  # all are answered in one list
    *(("space",), ("scripts",), ("phase_helps",), ("formats",)),
)
NAMES = (  # in these rows, this field names rows of that kind
    ("tactics", "board", "boards"),
    ("tactics", "tasks", "tasks"),
    ("tactics", "counter_voice", "voices"),
    ("tactics", "combines", "tactics"),
    ("contestations", "voice", "voices"),
    ("dilemmas", "boards", "boards"),
    ("dilemmas", "tensions", "tensions"),
    ("space", "board", "boards"),
)


def problems_between(tables: Tables) -> list[Problem]:
    """Return every problem between the rows of the files that could be read."""
    checks = (_doubles, _unknown_names, _one_way, _boards, _space, _formats)
    return [problem for check in checks for problem in check(tables)]


def _doubles(tables: Tables) -> Iterator[Problem]:
    for kinds in UNIQUE:
        yield from _double([row for kind in kinds for row in rows(tables, kind)], NAMED_BY.get(kinds[0], "id"))


def _double(found: Iterable[TypedRow], field: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for row in found:
        if row.code in seen:
            yield row.problem(field, "Deze code komt twee keer voor. Geef een van de twee een andere.")
        seen.update({row.code} - {""})


def _unknown_names(tables: Tables) -> Iterator[Problem]:
    for kind, field, target in NAMES:
        known = [row.code for row in rows(tables, target) if row.code]
        for row in rows(tables, kind) if FILE_OF[target] in tables else ():
            yield from _unknown(row, field, known, FILE_OF[target])


def _unknown(row: TypedRow, field: str, known: list[str], file: str) -> Iterator[Problem]:
    """Tell of each name in a field that is not known; an empty one is told of already, as a text."""
    for name in filter(None, row.texts(field)):
        if name not in known:
            choice = (
                f"Kies een van: {', '.join(known)}." if known else "Haal de code weg, of maak wat je ermee bedoelt."
            )
            yield row.problem(field, f"“{name}” staat niet in {file}. {choice}")


def _one_way(tables: Tables) -> Iterator[Problem]:
    """A combination is a pair: whoever holds either card may read about the other."""
    tactics = {row.code: row for row in rows(tables, "tactics")}
    for code, row in tactics.items():
        for other in row.texts("combines"):
            if other == code:
                yield row.problem("combines", "Een kaart combineert niet met zichzelf. Haal de code weg.")
            elif other in tactics and code not in tactics[other].texts("combines"):
                yield row.problem("combines", f"{other} noemt {code} niet terug. Zet {code} ook bij {other}.")


def _boards(tables: Tables) -> Iterator[Problem]:
    cards = Counter(row.text("board") for row in rows(tables, "tactics"))
    for board in rows(tables, "boards"):
        if cards and not cards[board.code]:
            yield board.problem("", "Dit bord heeft geen tactieken. Maak er minstens één, of haal het bord weg.")
        if cards[board.code] > FIELDS_OF_A_CHESSBOARD:
            yield board.problem("", f"Op een bord passen {FIELDS_OF_A_CHESSBOARD} tactieken. Hier staan er meer.")


def _space(tables: Tables) -> Iterator[Problem]:
    asked = [row.text("board") for row in rows(tables, "space")]
    for board in rows(tables, "boards"):
        if asked and board.code not in asked:
            yield board.problem("", f"Vraag ook naar de ruimte op dit bord: een blok space in {FILE_OF['space']}.")


def _formats(tables: Tables) -> Iterator[Problem]:
    scripts = [row.code for row in rows(tables, "scripts") if row.code]
    for agenda in rows(tables, "formats"):
        steps = agenda.rows("steps")
        yield from _double(steps, "id")
        for step in steps:
            yield from _unknown(step, "script", scripts, FILE_OF["scripts"])

"""From what was sent and what came to figures."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import inf

from bench.load import Pages, Sent
from bench.pages import Page
from speelruimte.rules.view.person import PersonView, person_view
from speelruimte.rules.words import SeatId, TableId, WorkshopId
from speelruimte.rules.workshop import Workshop

Figures = dict[str, float]
AllPages = dict[WorkshopId, Pages]
SAVED = 204


def spread(seconds: Iterable[float]) -> Figures:
    """Return the middle, the slowest hundredth and the slowest, in milliseconds."""
    ordered = sorted(1000 * one for one in seconds)
    if not ordered:
        return {}
    return {"p50": at(ordered, 0.50), "p99": at(ordered, 0.99), "most": at(ordered, 1)}


def at(ordered: Sequence[float], share: float) -> float:
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)


def saved(sent: Sequence[Sent]) -> list[Sent]:
    return [one for one in sent if one.status == SAVED]


def to_saved(sent: Sequence[Sent]) -> list[float]:
    return [one.answered_at - one.sent_at for one in saved(sent)]


def to_last_page(sent: Sequence[Sent], pages: AllPages) -> tuple[list[float], int]:
    """Return how long the last page with something new waited, and how many got nothing before the table moved again.

    Those few show the same although the view differs, or were slower than the pace.
    """
    waits: list[float] = []
    never = 0
    for one, until in until_next(saved(sent)):
        came = [arrival(pages[one.room.id].seats[seat], one.version, until) for seat in concerned(one)]
        times = [moment for moment in came if moment is not None]
        never += len(came) - len(times)
        waits += [max(times) - one.sent_at] if times else []
    return waits, never


def until_next(sent: Sequence[Sent]) -> Iterator[tuple[Sent, float]]:
    """Give each command with the moment at which its table sent the next one."""
    later: dict[tuple[WorkshopId, TableId | None], float] = {}
    for one in sorted(sent, key=lambda one: -one.sent_at):
        yield one, later.get((one.room.id, one.table), inf)
        later[one.room.id, one.table] = one.sent_at


def concerned(one: Sent) -> list[SeatId]:
    """Return the people whose page shows something else after a command: by the rules, without looking at pages."""
    seats = one.after.tables[one.table].seats if one.table else tuple(one.after.seats)
    return [seat for seat in seats if on_page(one.before, seat) != on_page(one.after, seat)]


def on_page(workshop: Workshop, seat: SeatId) -> PersonView:
    """Return a view without what only the owner's page shows of it: whether the round may be on the beamer."""
    view = person_view(workshop, seat)
    if view.table is None or view.table.round is None or view.table.round.owner == seat:
        return view
    round_ = replace(view.table.round, on_beamer=None)
    return replace(view, table=replace(view.table, round=round_))


def arrival(page: Page, version: int, until: float) -> float | None:
    """Return when a page had this version or a newer one, if that was before `until`."""
    found = bisect_left(page.frames, version, key=lambda frame: frame.version)
    at = page.frames[found].at if found < len(page.frames) else inf
    return at if at < until else None


def bytes_per_update(pages: Iterable[Page], since: float) -> int:
    sizes = [frame.size for page in pages for frame in page.frames if frame.at >= since]
    return round(sum(sizes) / len(sizes)) if sizes else 0


def updates(pages: Iterable[Page], since: float) -> int:
    return sum(frame.at >= since for page in pages for frame in page.frames)

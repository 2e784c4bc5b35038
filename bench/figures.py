"""From what was sent and what came to figures."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from bench.load import Pages, Sent
from bench.pages import Page
from speelruimte.rules.view.person import person_view
from speelruimte.rules.words import SeatId, WorkshopId

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
    """Return how long the last page that had something new to show waited, and how many pages never got it."""
    waits: list[float] = []
    never = 0
    for one in saved(sent):
        came = [arrival(pages[one.room.id].seats[seat], one.version) for seat in concerned(one)]
        times = [moment for moment in came if moment is not None]
        never += len(came) - len(times)
        waits += [max(times) - one.sent_at] if times else []
    return waits, never


def concerned(one: Sent) -> list[SeatId]:
    """Return the people whose page shows something else after a command: by the rules, without looking at pages."""
    seats = one.after.tables[one.table].seats if one.table else tuple(one.after.seats)
    return [seat for seat in seats if person_view(one.before, seat) != person_view(one.after, seat)]


def arrival(page: Page, version: int) -> float | None:
    """Return when a page had this version or a newer one."""
    found = bisect_left(page.frames, version, key=lambda frame: frame.version)
    return page.frames[found].at if found < len(page.frames) else None


def bytes_per_update(pages: Iterable[Page], since: float) -> int:
    sizes = [frame.size for page in pages for frame in page.frames if frame.at >= since]
    return round(sum(sizes) / len(sizes)) if sizes else 0


def updates(pages: Iterable[Page], since: float) -> int:
    return sum(frame.at >= since for page in pages for frame in page.frames)

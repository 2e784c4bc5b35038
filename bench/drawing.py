"""What drawing the pages costs by itself: a rehearsed workshop, and after each event every page that wakes for it.

    ./run bench drawing

Without a network, a store or other processes, so it varies less than `bench live`; it says where the time goes.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from speelruimte.app import build
from speelruimte.rehearsal.play import rehearse
from speelruimte.rules.cards import Scene
from speelruimte.rules.events import Happened, evolve
from speelruimte.rules.words import SeatId, WorkshopId
from speelruimte.rules.workshop import Role, Workshop
from speelruimte.settings import Settings
from speelruimte.web import beamer, console, table
from speelruimte.web.access import Caller, Pass
from speelruimte.web.site import Site

PEOPLE = 25
WORKSHOP = WorkshopId("meting")
Draw = Callable[[Caller], str]
Drawn = tuple[str, float, int]  # which page, seconds, bytes


def main() -> None:
    site = build(Settings(database=":memory:")).site
    seconds: defaultdict[str, float] = defaultdict(float)
    often: Counter[str] = Counter()
    size: Counter[str] = Counter()
    with site.live.watchers.watch(WORKSHOP):
        for kind, took, bytes_ in played(site):
            seconds[kind] += took
            often[kind] += 1
            size[kind] += bytes_
    print(f"{'page':24}{'draws':>8}{'µs each':>10}{'bytes each':>12}{'share of time':>15}")
    total = sum(seconds.values())
    for kind in sorted(seconds, key=lambda one: -seconds[one]):
        took, count = seconds[kind], often[kind]
        print(f"{kind:24}{count:8}{1e6 * took / count:10.0f}{size[kind] // count:12}{took / total:15.0%}")
    print(f"{'all':24}{sum(often.values()):8}{1e6 * total / max(1, sum(often.values())):10.0f}")


def played(site: Site) -> Iterator[Drawn]:
    """Play a workshop and draw, while tables play, what each event of a table wakes."""
    workshop = Workshop(site.deck)
    for happened in rehearse(site.deck, "dagdeel", PEOPLE, 7):
        workshop = evolve(workshop, happened)
        if workshop.tables and workshop.scene is Scene.PLAY and happened.event.touches:
            yield from woken(site, workshop, happened)


def woken(site: Site, workshop: Workshop, happened: Happened) -> Iterator[Drawn]:
    """Draw the pages of the table of an event, the console and the beamer."""
    here = workshop.tables[happened.event.touches or next(iter(workshop.tables))]
    phase = here.round.phase.value if here.round else "tussen"
    for seat in here.seats:
        yield f"phone, {phase}", *timed(table.draw, Caller(site, WORKSHOP, workshop, Role.SEAT, seat, Pass("")))
    nobody = SeatId("")
    yield "console", *timed(console.draw, Caller(site, WORKSHOP, workshop, Role.FACILITATOR, nobody, Pass("")))
    yield "beamer", *timed(beamer.draw, Caller(site, WORKSHOP, workshop, Role.BEAMER, nobody, Pass("")))


def timed(draw: Draw, who: Caller) -> tuple[float, int]:
    began = time.thread_time()
    html = draw(who)
    return time.thread_time() - began, len(html.encode())


if __name__ == "__main__":
    main()

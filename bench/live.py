"""How fast a workshop is: from sending a card to "Bewaard", and to the last phone of the table.

    ./run bench live            25 phones, 300 phones, 50 workshops of 25; takes some minutes
    ./run bench live --quick    a few phones for a few seconds, to see that it works

The server runs as a process of its own on one core and the load on another, over the loopback, with every command
on disk before it is answered. Nothing is asserted: the figures go to bench/results/live.json.
"""

import argparse
import json
import os
import resource
from dataclasses import replace
from pathlib import Path

import uvloop

from bench.load import Shape
from bench.machine import described
from bench.process import cores
from bench.report import table
from bench.run import ATTEMPTS, counted

RESULTS = Path(__file__).parent / "results" / "live.json"
QUICK = (Shape("2 workshops of 5", 2, 5, seconds=2.0, interval=0.5, plenary=2),)
SHAPES = (
    Shape("1 workshop of 25", 1, 25, plenary=10),
    Shape("1 workshop of 300", 1, 300, plenary=10),
    Shape("50 workshops of 25", 50, 25),
)


def main() -> None:
    asked = arguments()
    core = take_cores()
    shapes = QUICK if asked.quick else chosen(asked)
    runs = [uvloop.run(counted(shape, asked.seed, core, 1 if asked.quick else ATTEMPTS)) for shape in shapes]
    print(table(runs))
    if asked.out:
        asked.out.write_text(json.dumps({"machine": described(), "runs": runs}, indent=2) + "\n")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench live", description="Measure how fast a workshop is.")
    parser.add_argument("--quick", action="store_true", help="a few seconds, to see that it works")
    parser.add_argument("--only", default="", help="only the shapes with this in their name")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long each is played")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, help="the file for the figures")
    asked = parser.parse_args()
    if asked.out is None and not asked.quick and not asked.only:
        asked.out = RESULTS
    return asked


def chosen(asked: argparse.Namespace) -> list[Shape]:
    return [replace(one, seconds=asked.seconds) for one in SHAPES if asked.only in one.name]


def take_cores() -> int | None:
    """Take a core for the load and return the one for the server; open as many files as there are pages."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    both = cores()
    if both is None:
        return None
    os.sched_setaffinity(0, {both[1]})
    return both[0]


if __name__ == "__main__":
    main()

"""The figures as a table."""

from collections.abc import Callable, Sequence
from typing import Any

Run = dict[str, Any]

LINES: list[tuple[str, Callable[[Run], object]]] = [
    ("open pages", lambda run: run["pages"]),
    ("commands (refused)", lambda run: f"{run['commands']} ({run['refused']})"),
    ("lost, stale, no frame", lambda run: f"{run['lost']}, {run['stale']}, {run['never_came']}"),
    ("Bewaard, ms", lambda run: times(run["saved_ms"])),
    ("last phone of the table, ms", lambda run: times(run["last_page_ms"])),
    ("last phone of the room, ms", lambda run: times(run["plenary_ms"])),
    ("CPU ms per command", lambda run: run["cpu_ms_per_command"]),
    ("cores used by the server", lambda run: run["cores_used"]),
    ("… and held up by others", lambda run: run["held_up_share"]),
    ("KiB per open page", lambda run: run["kib_per_page"]),
    ("bytes per update: phone", lambda run: run["bytes_phone"]),
    ("… console, beamer", lambda run: f"{run['bytes_console']}, {run['bytes_beamer']}"),
    ("updates", lambda run: run["updates"]),
    ("seconds to fill, to open all", lambda run: f"{run['filled_seconds']}, {run['opened_seconds']}"),
    ("the load was late, ms", lambda run: f"{run['own_lag_ms']}{'' if run['counts'] else ' (does not count)'}"),
]


def times(spread: dict[str, float]) -> str:
    return " / ".join(f"{spread[name]:.1f}" for name in ("p50", "p99", "most")) if spread else "–"


def table(runs: Sequence[Run]) -> str:
    """Return the runs beside each other; times are p50 / p99 / most."""
    head = ["", *(str(run["name"]) for run in runs)]
    rows = [head, *([name, *(str(value(run)) for run in runs)] for name, value in LINES)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)

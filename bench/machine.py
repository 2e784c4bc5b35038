"""What machine this is, without its name."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path


def described() -> dict[str, str | int]:
    """Return what matters to compare figures."""
    return {
        "cpu": cpu_model(),
        "cores": os.cpu_count() or 1,
        "kernel": platform.release().partition("-")[0],
        "python": platform.python_version(),
        "date": datetime.now(UTC).date().isoformat(),  # noqa: TID251
    }


def cpu_model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "?")

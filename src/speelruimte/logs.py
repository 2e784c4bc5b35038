"""The log: one line of JSON for each thing, with only the fields that are allowed. Never a word, a name, a code or a key."""

import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

ALLOWED = frozenset(
    {"event", "level", "timestamp", "workshop", "workshops", "error", "failed", "wanted", "used", "path"}
)


def allowed_only(_logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Leave out every field that is not on the list."""
    return {name: value for name, value in line.items() if name in ALLOWED}


def keep_log() -> None:
    """Write JSON to standard error from now on."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            allowed_only,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )

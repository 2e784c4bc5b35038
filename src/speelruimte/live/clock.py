"""The only file that knows what time it is."""

import time
from datetime import UTC, date, datetime


def now() -> int:
    """Return the time in whole seconds since 1970."""
    return int(time.time())  # noqa: TID251


def today() -> date:
    """Return the date where the server stands."""
    return datetime.now(UTC).astimezone().date()  # noqa: TID251

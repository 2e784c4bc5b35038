"""The secret of the organiser link: made at the first start, and kept beside the database."""

import os
from pathlib import Path

from speelruimte.settings import Settings
from speelruimte.web.secrets import new_key

ONLY_ITS_OWNER = 0o600


def organiser_key(settings: Settings) -> str:
    """Return the key that was set, or the one that was made at the first start; nothing is kept beside a memory.

    Keys of seats are made with it too, so that who repeats a join after a restart gets the same seat.
    """
    if settings.organiser_key:
        return settings.organiser_key
    if settings.database == ":memory:":
        return new_key()
    return kept_key(Path(f"{settings.database}-organisator"))


def kept_key(path: Path) -> str:
    """Return the key in this file, which is made when it is missing."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_ITS_OWNER), "w") as file:
            file.write(new_key())
    except FileExistsError:
        pass
    return path.read_text(encoding="utf-8").strip()

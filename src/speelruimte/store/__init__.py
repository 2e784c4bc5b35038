"""What has happened, kept."""

from pathlib import Path

from speelruimte.store.event_store import CannotOpen, EventStore
from speelruimte.store.memory import MemoryStore
from speelruimte.store.sqlite import SqliteStore


def open_store(address: str) -> EventStore:
    """Return the store at this address: ":memory:" keeps nothing, anything else is the path of a SQLite file.

    Raises CannotOpen, with a sentence for the person who starts the server.
    """
    if address == ":memory:":
        return MemoryStore()
    if "://" in address:
        kind = address.partition("://")[0]
        raise CannotOpen(
            f"Een database van het soort “{kind}” kan Speelruimte nog niet gebruiken. Geef een bestand op."
        )
    return SqliteStore(Path(address))

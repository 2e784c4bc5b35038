"""Opening a SQLite file safely: a sound engine, one server, the right settings, the newest schema."""

import fcntl
import os
from importlib.resources import files
from pathlib import Path

import apsw

from speelruimte.store.event_store import CannotOpen

OLDEST_ENGINE = (3, 51, 3)  # before it two connections could corrupt the file (the WAL-reset race)
PATIENCE = 5_000  # milliseconds to wait for a lock of, say, a backup


def check_engine() -> None:
    """Raise CannotOpen when the SQLite that would be used is known to damage files."""
    version = apsw.sqlite_lib_version()
    if tuple(int(part) for part in version.split(".")) < OLDEST_ENGINE:
        oldest = ".".join(map(str, OLDEST_ENGINE))
        raise CannotOpen(
            f"SQLite {version} kan gegevens beschadigen. Speelruimte heeft SQLite {oldest} of nieuwer nodig."
        )


def take_lock(path: Path) -> int:
    """Make this server the only one with the file; return the lock, to be closed. Raises CannotOpen."""
    lock = -1
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(f"{path}-lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise CannotOpen(
            f"Het bestand “{path.name}” is al in gebruik door een andere server. "
            "Stop die eerst, of kies met --database een ander bestand."
        ) from None
    except OSError as error:
        raise CannotOpen(f"Het bestand “{path}” kan niet worden geopend: {error.strerror}.") from error
    return lock


def connect(path: Path) -> apsw.Connection:
    """Return a connection that is only done when the disk says so."""
    db = apsw.Connection(str(path))
    db.set_busy_timeout(PATIENCE)
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "mmap_size=0", "secure_delete=ON"):
        db.execute(f"PRAGMA {setting}")
    return db


def migrate(db: apsw.Connection) -> None:
    """Apply the numbered SQL files that this database has not had, in order; raises CannotOpen."""
    steps = schema_steps()
    db.execute("BEGIN EXCLUSIVE")
    with_version = int(db.pragma("user_version"))
    if with_version > max(steps):
        db.execute("ROLLBACK")
        raise CannotOpen("Deze database is gemaakt door een nieuwere Speelruimte. Werk eerst de server bij.")
    for number in sorted(steps):
        if number > with_version:
            db.execute(steps[number])
            db.execute(f"PRAGMA user_version={number}")
    db.execute("COMMIT")


def schema_steps() -> dict[int, str]:
    folder = files("speelruimte.store").joinpath("sql")
    return {
        int(file.name.partition("_")[0]): file.read_text(encoding="utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".sql")
    }

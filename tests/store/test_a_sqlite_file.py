"""What is particular to a file: it is there tomorrow, it has one server, and it fails as disks fail."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import apsw
import pytest

from speelruimte.store import open_store
from speelruimte.store.event_store import Appended, CannotOpen, CommandKey, Conflict, Unavailable, Unknown, verify
from speelruimte.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

APPENDS_FOR_EVER = """
import asyncio, sys
from pathlib import Path
from speelruimte.store.event_store import FIRST_LINK, Row, WorkshopRow, chain
from speelruimte.store.sqlite import SqliteStore

async def append_for_ever() -> None:
    store, before = SqliteStore(Path(sys.argv[1])), FIRST_LINK
    profile = WorkshopRow("w", "2027-01-31", "speelruimte", "1", "abc", 0)
    for version in range(1, 1_000_000):
        row = chain(before, Row(version, 0, "card-played", 1, b"{}"))
        await store.append("w", version - 1, [row], profile=profile)
        print(version, flush=True)
        before = row.hash

asyncio.run(append_for_ever())
"""


def last_acknowledged_before_a_kill(path: Path) -> int:
    writer = subprocess.Popen([sys.executable, "-c", APPENDS_FOR_EVER, path], stdout=subprocess.PIPE, text=True)
    told = [int(next(writer.stdout)) for _ in range(200)]
    os.kill(writer.pid, signal.SIGKILL)
    told += map(int, writer.communicate()[0].split())
    return told[-1]


class FaultyFile(apsw.VFSFile):
    def xSync(self, flags: int) -> None:  # noqa: N802
        if FaultyDisk.broken:
            raise apsw.IOError
        super().xSync(flags)


class FaultyDisk(apsw.VFS):
    """A disk that can be told to fail when it must make sure."""

    broken = False

    def __init__(self) -> None:
        super().__init__("faulty", "unix", makedefault=True)

    def xOpen(self, name, flags) -> apsw.VFSFile:  # noqa: N802
        return FaultyFile("unix", name, flags)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "events.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqliteStore]:
    opened = SqliteStore(path)
    yield opened
    await opened.close()


@pytest.fixture
def disk() -> Iterator[type[FaultyDisk]]:
    faulty = FaultyDisk()
    yield FaultyDisk
    FaultyDisk.broken = False
    faulty.unregister()


async def test_it_is_there_tomorrow(path: Path, rows, profile) -> None:
    today = SqliteStore(path)
    await today.append("w", 0, rows(3), profile=profile("w"), keys=["door"], command=CommandKey("c1", b""))
    await today.close()
    tomorrow = SqliteStore(path)
    assert await tomorrow.read("w") == rows(3)
    assert await tomorrow.find("door") == "w"
    assert await tomorrow.append("w", 0, rows(3), command=CommandKey("c1", b"")) == Appended(1, 3, repeated=True)
    await tomorrow.close()


@pytest.mark.usefixtures("store")
async def test_a_second_server_is_refused(path: Path) -> None:
    with pytest.raises(CannotOpen, match="al in gebruik"):
        SqliteStore(path)


async def test_an_engine_that_damages_files_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apsw, "sqlite_lib_version", lambda: "3.51.2")
    with pytest.raises(CannotOpen, match=r"3\.51\.2 kan gegevens beschadigen"):
        SqliteStore(path)


async def test_a_file_of_a_newer_version_is_refused(path: Path) -> None:
    db = apsw.Connection(str(path))
    db.execute("PRAGMA user_version=999")
    db.close()
    with pytest.raises(CannotOpen, match="nieuwere"):
        SqliteStore(path)


def test_a_file_of_something_else_is_refused_and_let_go(path: Path) -> None:
    path.write_bytes(b"This is a letter, not a database. " * 100)
    for _ in range(2):
        with pytest.raises(CannotOpen, match="geen database"):
            SqliteStore(path)


async def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotOpen, match="kan niet worden geopend"):
        SqliteStore(tmp_path / "file" / "events.db")


async def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(CannotOpen, match="postgresql"):
        open_store("postgresql://localhost/speelruimte")


async def test_what_was_erased_is_not_in_the_file_any_more(path: Path, store, rows, profile) -> None:
    secret = b'{"text":"%s"}' % (b"kanarie" * 30)
    for name in ("w", "x"):
        await store.append(name, 0, rows(200, body=secret), profile=profile(name))
    assert any(b"kanarie" in file.read_bytes() for file in path.parent.iterdir())
    await asyncio.gather(store.delete("w", "2027-02-01"), store.delete("x", "2027-02-01"))
    assert not any(b"kanarie" in file.read_bytes() for file in path.parent.iterdir())


async def test_a_failed_commit_is_never_told_as_stored(disk, store, rows, profile) -> None:
    await store.append("w", 0, rows(1), profile=profile("w"))
    disk.broken = True
    new = rows(2)[1:]
    tries = [store.append("w", 1, new, command=CommandKey(f"c{number}", b"")) for number in range(8)]
    answers = await asyncio.gather(*tries, return_exceptions=True)
    # In a group that fails nothing is certain, except for who could not have been stored.
    assert {type(answer) for answer in answers} <= {Unknown, Conflict}
    assert Unknown in {type(answer) for answer in answers}


async def test_after_a_failed_commit_the_same_command_is_stored_once(disk, store, rows, profile) -> None:
    await store.append("w", 0, rows(1), profile=profile("w"))
    disk.broken = True
    new, command = rows(2)[1:], CommandKey("c1", b"")
    with pytest.raises(Unknown):
        await store.append("w", 1, new, command=command)
    disk.broken = False
    wrote = await store.append("w", 1, new, command=command)
    assert (wrote.first, wrote.last) == (2, 2)
    assert await store.read("w") == rows(2)


async def test_a_mistake_in_one_job_does_not_cost_the_others(store, rows, profile) -> None:
    wrong = store.append("w", 0, rows(1), profile=profile("w"), keys=[object()])
    good = [store.append(f"w{number}", 0, rows(1), profile=profile(f"w{number}")) for number in range(8)]
    answers = await asyncio.gather(wrong, *good, return_exceptions=True)
    assert isinstance(answers[0], TypeError)
    assert answers[1:] == [Appended(1, 1)] * 8


async def test_a_sender_who_left_does_not_stop_the_writing(store, rows, profile) -> None:
    left = asyncio.ensure_future(store.append("w", 0, rows(1), profile=profile("w")))
    await asyncio.sleep(0)
    left.cancel()
    assert await store.append("x", 0, rows(1), profile=profile("x")) == Appended(1, 1)
    assert await store.read("w") == rows(1)


async def test_a_closed_store_says_so(store) -> None:
    await store.close()
    with pytest.raises(Unavailable):
        await store.read("w")


async def test_every_acknowledged_event_survives_a_kill(path: Path) -> None:
    last = last_acknowledged_before_a_kill(path)
    after = SqliteStore(path)
    kept = await after.read("w")
    await after.close()
    verify(kept)
    assert len(kept) in {last, last + 1}  # one may be kept and not yet told

"""The server as a process of its own on a core of its own, and what it used."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

TICKS = os.sysconf("SC_CLK_TCK")
READY_WITHIN = 30.0  # seconds


class Process:
    """A server with its database in a folder. Leaving the block kills it without a warning, as a power cut would."""

    def __init__(self, folder: Path, core: int | None) -> None:
        self.database = folder / "bench.db"
        self.port = free_port()
        self._log = folder / "server.log"
        self._core = core

    def __enter__(self) -> Self:
        words = [sys.executable, "-m", "speelruimte", "serve", "--port", str(self.port)]
        words += ["--database", str(self.database)]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(words, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603
        if self._core is not None:
            os.sched_setaffinity(self._process.pid, {self._core})
        try:
            self._wait_until_ready()
        except BaseException:
            self._process.kill()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        self.kill()
        if kind is not None:
            sys.stderr.write(self.said())

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def said(self) -> str:
        return self._log.read_text()[-4000:]

    def cpu_seconds(self) -> float:
        """Return the processor time that all its threads used."""
        fields = self._proc("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def waited_seconds(self) -> float:
        """Return how long its main thread could run but had to wait for the core: others were on it."""
        return int(self._proc("schedstat").split()[1]) / 1e9

    def memory_kib(self) -> int:
        line = next(line for line in self._proc("status").splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1])

    def _proc(self, name: str) -> str:
        return Path(f"/proc/{self._process.pid}/{name}").read_text()

    def _wait_until_ready(self) -> None:
        until = time.monotonic() + READY_WITHIN
        while time.monotonic() < until and self._process.poll() is None:
            with suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/livez", timeout=1).close()
                return
            time.sleep(0.05)
        raise RuntimeError(f"The server did not start: {self.said()}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def cores() -> tuple[int, int] | None:
    """Return a core for the server and one for the load, when there are two."""
    ours = sorted(os.sched_getaffinity(0))
    return (ours[0], ours[1]) if len(ours) > 1 else None

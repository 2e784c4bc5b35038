"""The start of a server: a plain sentence when it cannot start, and what does not keep it from starting."""

import socket
import sqlite3
from pathlib import Path

import pytest

from speelruimte.app import build
from speelruimte.serving import free_port_or_exit
from speelruimte.settings import Settings
from tests.web.room import Room, Visitor


def test_a_port_that_is_taken_ends_the_start() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SystemExit) as said:
            free_port_or_exit(Settings(port=port))
    assert f"Poort {port} is niet vrij." in str(said.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0"])  # noqa: S104
def test_a_free_port_says_nothing(host: str) -> None:
    free_port_or_exit(Settings(host=host, port=0))


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.usefixtures("anyio_backend")
async def test_one_altered_workshop_does_not_keep_the_others_closed(tmp_path: Path) -> None:
    settings = Settings(database=str(tmp_path / "x.db"))
    parts = build(settings)
    altered, whole = await Room.begun(parts), await Room.begun(parts)
    await parts.site.live.close()
    with sqlite3.connect(settings.database) as file:
        file.execute("update events set body = ? where workshop = ? and version = 2", (b"{}", altered.id))
    file.close()
    parts = build(settings)
    async with parts.app.router.lifespan_context(parts.app):
        page = f"/w/{whole.id}/tafel"
        assert (await Visitor(parts).get(page)).status_code == 401
        assert (await Visitor(parts).get(page.replace(whole.id, altered.id))).status_code == 503

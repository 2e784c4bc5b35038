"""Real browsers before a real server. Without Chromium these are skipped, except in CI."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.inspected import Inspection
from tests.browser.room import Room, Watch
from tests.browser.served import Served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is missing.")
        pytest.skip("Chromium is missing: apt install chromium")
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    yield launched
    launched.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    server = Served(tmp_path_factory.mktemp("database") / "speelruimte.db")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def watch(served: Served) -> Iterator[Watch]:
    watching = Watch(served.address)
    yield watching
    assert watching.faults == []


@pytest.fixture
def empty_room(browser: Browser, served: Served, watch: Watch) -> Iterator[Room]:
    """A room in which no workshop was begun yet."""
    served.stay_up()
    made = Room(browser, served.address, watch)
    yield made
    made.close()


@pytest.fixture
def room(empty_room: Room) -> Room:
    return empty_room.begin()


@pytest.fixture
def inspection() -> Iterator[Inspection]:
    """What looks at every new kind of view; the test fails on what it found, all at once."""
    inspecting = Inspection()
    yield inspecting
    assert inspecting.faults == []

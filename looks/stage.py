"""A server with a rehearsed workshop, and a browser that looks at it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from speelruimte.demo import Demo, begun
from speelruimte.rules.words import SeatId
from speelruimte.serving import parts_or_exit, server
from speelruimte.settings import Settings
from speelruimte.web.entrance import invitations

CHROMIUM = "/usr/bin/chromium"
PHONE, SMALL, LAPTOP, WALL = (390, 844), (320, 640), (1440, 900), (1920, 1080)
HOST = "speelruimte.test"  # a name that phones could reach, so that the wall shows its code
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
]


@dataclass(slots=True)
class Stage:
    """The workshop and the open pages; a phone is opened once for each person."""

    demo: Demo
    address: str
    browser: Browser
    folder: Path
    phones: dict[SeatId, Page] = field(default_factory=dict)
    screens: dict[str, Page] = field(default_factory=dict)

    async def phone(self, seat: SeatId) -> Page:
        """Return the page of a person, who came back with the own code."""
        if seat not in self.phones:
            page = await (await self._context(PHONE)).new_page()
            await page.goto(self.address)
            await page.fill("input[name=code]", next(one.code for one in self.demo.guests if one.seat == seat))
            await page.press("input[name=code]", "Enter")
            await page.wait_for_url("**/tafel*")
            self.phones[seat] = page
        return self.phones[seat]

    async def screen(self, place: str, size: tuple[int, int]) -> Page:
        """Return the console or the beamer, at one size."""
        name = f"{place} {size[0]}"
        if name not in self.screens:
            page = await (await self._context(size)).new_page()
            links = invitations(self.address, self.demo.workshop, self.demo.code, self.demo.key)
            console = f"{self.address}/w/{self.demo.workshop}/console/binnen#{self.demo.key}"
            await page.goto(links.beamer if place == "beamer" else console)
            await page.wait_for_selector("#live")
            self.screens[name] = page
        return self.screens[name]

    async def _context(self, size: tuple[int, int]) -> BrowserContext:
        return await self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", locale="nl-NL"
        )

    async def shoot(self, page: Page, name: str, *, full: bool = False) -> Path:
        """Take a picture once the page shows the newest version."""
        await page.wait_for_timeout(250)
        path = self.folder / f"{name.replace(' ', '-').replace('/', '-')}.png"
        await page.screenshot(path=path, full_page=full, animations="disabled")
        return path


@asynccontextmanager
async def stage(folder: Path, *, people: int, seed: int, format_id: str) -> AsyncIterator[Stage]:
    """Run a server with a workshop and a browser, for as long as pictures are taken."""
    settings = Settings(database=":memory:", port=free_port(), lan=True)
    parts = parts_or_exit(settings)
    running = server(settings, parts)
    serving = asyncio.create_task(running.serve())
    demo = await begun(parts, people, seed, format_id)
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield Stage(demo, f"http://{HOST}:{settings.port}", browser, folder)
        await browser.close()
    running.should_exit = True
    await serving


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

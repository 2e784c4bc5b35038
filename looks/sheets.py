"""Takes all pictures and puts them on sheets: python -m looks.sheets [--large FOLDER]."""

import argparse
import asyncio
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

from looks.moments import MOMENTS, Moment
from looks.stage import LAPTOP, PHONE, SMALL, WALL, Stage, stage
from speelruimte.demo import one_turn
from speelruimte.live import clock
from speelruimte.rules.moderation import MoveSpotlight
from speelruimte.rules.round_close import AllowBeamer
from speelruimte.rules.words import SeatId

DOCS = Path(__file__).parent.parent / "docs" / "looks"
SHOTS = 3000  # turns of the rehearsal, at the most
COLUMNS = {"telefoon": 6, "smal": 6, "console": 3, "console-telefoon": 6, "beamer": 3}
WIDE = {"telefoon": 210, "smal": 180, "console": 480, "console-telefoon": 200, "beamer": 480}
TALL = 2.4  # a long page is cut at this many times its width
ROWS = 3
LABEL = 22
AGO, A_TURN = 70 * 60, 14  # seconds: the workshop began so long ago, and a turn takes so much of it
SETTLE = 1500  # milliseconds in which a wall has drawn a change
ON_THE_WALL = ("zet inbrenger", "maandagstap inbrenger")
README_PHONES = ("toespelen anderen", "zet inbrenger")


async def main(folder: Path) -> None:
    """Play a workshop and take every picture on the way."""
    async with stage(folder, people=12, seed=11, format_id="workshop") as here:
        await around(here)
        waiting = list(MOMENTS)
        for turn in range(SHOTS):
            state = await here.demo.state()
            for moment in [one for one in waiting if one.seat(state)]:
                waiting.remove(moment)
                await pictures(here, moment, moment.seat(state) or SeatId(""))
            if not waiting or state.ended:
                break
            await one_turn(here.demo, clock.now() - max(0, AGO - turn * A_TURN), stay_in=None)
        print("not seen:", ", ".join(one.name for one in waiting) or "nothing")


async def around(here: Stage) -> None:
    """Take the pictures of pages that need no workshop in progress."""
    for size, kind in ((PHONE, "telefoon"), (LAPTOP, "console")):
        context = await here.browser.new_context(viewport={"width": size[0], "height": size[1]})
        page = await context.new_page()
        for name, path in (
            ("start", "/"),
            ("schuif aan", f"/k/{here.demo.code}"),
            ("begin", "/begin"),
            ("weg", "/w/x/tafel"),
        ):
            await page.goto(here.address + path)
            await here.shoot(page, f"{kind}_{name}", full=True)
        await context.close()
    console = await here.screen("console", LAPTOP)
    await console.goto(f"{here.address}/w/{here.demo.workshop}/console/links")
    await here.shoot(console, "console_links", full=True)
    await console.goto(f"{here.address}/w/{here.demo.workshop}/console")


async def pictures(here: Stage, moment: Moment, seat: SeatId) -> None:
    """Look at one moment on a phone, a narrow phone, both consoles and the beamer."""
    phone = await here.phone(seat)
    await here.shoot(phone, f"telefoon_{moment.name}", full=True)
    await phone.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
    await here.shoot(phone, f"smal_{moment.name}", full=True)
    await phone.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    if moment.name in ON_THE_WALL:
        await on_the_wall(here, seat, moment.name)
    for kind, place, size in (
        ("console", "console", LAPTOP),
        ("console-telefoon", "console", PHONE),
        ("beamer", "beamer", WALL),
    ):
        await here.shoot(await here.screen(place, size), f"{kind}_{moment.name}", full=kind == "console-telefoon")


async def on_the_wall(here: Stage, seat: SeatId, name: str) -> None:
    """Let the owner say yes, put the table in the spotlight, and look at the wall."""
    state = await here.demo.state()
    table = state.table_of(seat)
    if table.round is not None:
        await here.demo.give(AllowBeamer(seat, table.round.id, allowed=True))
        await here.demo.give(MoveSpotlight(table.id))
        wall = await here.screen("beamer", WALL)
        await wall.wait_for_timeout(SETTLE)
        await here.shoot(wall, f"beamer_in beeld {name}")
        await here.demo.give(MoveSpotlight(None))
        await wall.wait_for_timeout(SETTLE)


def sheets(folder: Path) -> None:
    """Put the pictures of each kind on small sheets in docs/looks/."""
    DOCS.mkdir(parents=True, exist_ok=True)
    for old in DOCS.glob("*.jpg"):
        old.unlink()
    for kind, columns in COLUMNS.items():
        found = sorted(folder.glob(f"{kind}_*.png"), key=lambda path: path.stat().st_mtime)
        per_sheet = columns * ROWS
        for at in range(0, len(found), per_sheet):
            sheet(kind, found[at : at + per_sheet], columns).save(
                DOCS / f"{kind}-{at // per_sheet + 1}.jpg", quality=50
            )


def readme(folder: Path) -> None:
    """Put the harvest on the wall and two phones together, as the picture of the README."""
    wall = thumb(folder / "beamer_oogst.png", 1000)
    phones = [
        thumb(folder / f"telefoon_{name.replace(' ', '-')}.png", 262).crop((0, 0, 262, wall.height))
        for name in README_PHONES
    ]
    whole = Image.new("RGB", (wall.width + 2 * 278 + 48, wall.height + 32), "#1d1b1a")
    whole.paste(wall, (16, 16))
    for at, one in enumerate(phones):
        whole.paste(one, (wall.width + 32 + at * 278, 16))
    whole.save(DOCS / "readme.jpg", quality=80)


def sheet(kind: str, found: list[Path], columns: int) -> Image.Image:
    thumbs = [thumb(path, WIDE[kind]) for path in found]
    rows = [thumbs[at : at + columns] for at in range(0, len(thumbs), columns)]
    heights = [max(one.height for one in row) + LABEL for row in rows]
    whole = Image.new("RGB", (columns * (WIDE[kind] + 12) + 12, sum(heights) + 12), "#e3d8c6")
    draw, top = ImageDraw.Draw(whole), 8
    for number, row in enumerate(rows):
        for column, one in enumerate(row):
            left = 12 + column * (WIDE[kind] + 12)
            draw.text((left, top), found[number * columns + column].stem.partition("_")[2], fill="#1d1b1a")
            whole.paste(one, (left, top + LABEL - 6))
        top += heights[number]
    return whole


def thumb(path: Path, wide: int) -> Image.Image:
    picture = Image.open(path).convert("RGB")
    cut = picture.crop((0, 0, picture.width, min(picture.height, int(picture.width * TALL))))
    return cut.resize((wide, round(cut.height * wide / cut.width)), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", type=Path, help="keep the large pictures in this folder")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        large: Path = asked.large or Path(temporary)
        large.mkdir(parents=True, exist_ok=True)
        asyncio.run(main(large))
        sheets(large)
        readme(large)

"""A hall full of people: a console, a beamer and phones, with what looks at each of their screens."""

import re
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.browser.inspected import Inspection
from tests.browser.room import PHONE, Beamer, Console, Phone, Room


@dataclass
class Hall:
    """Everybody in the room, and what looks at their screens."""

    room: Room
    beamer: Beamer
    phones: dict[str, Phone]
    inspection: Inspection

    def __getitem__(self, name: str) -> Phone:
        return self.phones[name]

    @property
    def console(self) -> Console:
        return self.room.console

    def open(self, step: str, *, heading: str | re.Pattern[str], on_wall: str | re.Pattern[str]) -> None:
        """Open a step; the phones and the wall follow."""
        self.console.open_step(step)
        for phone in self.phones.values():
            phone.shows(heading)
        self.beamer.shows(on_wall)
        self.look(step)

    def look(self, what: str, *people: str) -> None:
        """Look at the console, the wall and these phones, or one phone when nobody is named."""
        self.inspection.look(self.console, f"console, {what}")
        self.inspection.look(self.beamer, f"beamer, {what}")
        for name in people or ("Anna",):
            self.inspection.look(self[name], f"phone, {what}, {name}")

    def everybody_answers(self, *, but: str = "") -> None:
        for number, phone in enumerate(self.phones.values()):
            if phone.name == but:
                phone.skip()
            else:
                phone.answer(number % 5 + 1)
            expect(phone.page.locator("#klaar")).to_be_visible()

    def close_question(self, picture: str) -> None:
        self.console.close_question()
        self.console.shows("Open de vraag weer")
        for phone in self.phones.values():
            phone.shows(picture)


def begun(room: Room, inspection: Inspection, format_id: str) -> None:
    """Begin a workshop, and look at the pages on the way."""
    page = room.page()
    page.goto(room.address)
    inspection.look(page, "home")
    page.goto(f"{room.address}/begin")
    inspection.look(page, "begin")
    room.begin(format_id)
    page.goto(f"{room.address}/herstel")
    inspection.look(page, "recover")


def came_in(room: Room, inspection: Inspection, names: tuple[str, ...]) -> Hall:
    """Let everybody come, the first by typing the code on the home page."""
    page = room.page(**PHONE)
    page.goto(room.address)
    inspection.look(page, "phone, home")
    page.locator("[name=code]").fill(room.code.lower())
    page.get_by_role("button", name="Doe mee").click()
    inspection.look(page, "phone, join")
    page.locator("input[name=naam]").fill(names[0])
    page.get_by_role("button", name="Schuif aan").click()
    page.wait_for_url("**/tafel**")
    first = Phone(page, names[0])
    phones = {names[0]: first, **{name: room.join(name) for name in names[1:]}}
    return Hall(room, room.beamer(), phones, inspection)


def a_round_that_is_told(hall: Hall, owner: str, *others: str) -> None:
    """Almost nothing is typed at the other table."""
    brings, players = hall[owner], [hall[name] for name in others]
    brings.told()
    brings.pick_reflex("P1")
    for phone in players:
        phone.submit("geen-reflex")
        phone.in_phase("toespelen")
        phone.play_card(phone.hand()[-1])
    brings.in_phase("onthullen")
    brings.heard()
    brings.form("kies").locator("input[type=radio]").first.check(force=True)
    brings.submit("kies")
    players[0].press("We hebben het besproken")
    brings.answer_contest("vasthouden")
    brings.press("We hebben het besproken")
    brings.in_phase("terugblik")
    brings.end_round()
    players[0].shows("Lees ronde 1 terug")

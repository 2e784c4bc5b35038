"""A round with the keyboard only: everything is reached by Tab, in the order one reads, and the focus is never lost."""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.room import LAPTOP, Phone, Room

MOST = 120  # presses of Tab before something counts as out of reach

# What has the focus, in a few words; nothing when no element has it.
FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return '';
    const label = one.labels?.[0]?.innerText ?? one.getAttribute('aria-label') ?? one.innerText ?? '';
    return `${one.localName} ${one.type ?? ''} ${label}`.replace(/\\s+/g, ' ').trim();
}"""

# Whether one can see where the focus is: it has a line around it, or around its label, and lies within the window.
SEEN = """() => {
    const one = document.activeElement;
    const box = one.getBoundingClientRect();
    const drawn = [one, ...(one.labels ?? []), one.parentElement].some(part => {
        const style = getComputedStyle(part);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
    });
    return drawn && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
}"""

# Whether nothing lies over the middle of what has the focus.
BARE = """() => {
    const box = document.activeElement.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const one = document.activeElement;
    return !top || one.contains(top) || top.contains(one) || [...(one.labels ?? [])].some(label => label.contains(top));
}"""

PAST_THE_CONSOLE = [
    "a Naar de inhoud",
    "a Speelruimte",
    "a Beamer en links",
    "button submit Open Oogst",
    "button submit Terug naar Inloop 3 min",
    "button submit Terug naar Drie borden 3 min",
    "button submit Terug naar Dilemma’s 4 min",
    "button submit Open Oogst 5 min",
    "button submit Open Spiegel 3 min",
    "button submit Open Voornemen 7 min",
    "button submit Open Afsluiting 2 min",
    "button submit Toch onthullen Tafel 1",
    "button submit In beeld Tafel 1",
    "summary Meer om te zeggen en te doen",
    "summary Mensen 2",
    "summary Teksten 1",
    "button submit Doe de deur dicht",
    "button submit Leg het spel stil",
    "a Ik speel mee",
    "a Dupliceer deze workshop",
    "summary Beëindig de workshop",
]


@dataclass
class Keyboard:
    """Somebody who has no mouse and no touch screen."""

    page: Page

    @property
    def focused(self) -> str:
        return str(self.page.evaluate(FOCUSED))

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def to(self, target: Locator, key: str = "Tab") -> None:
        """Go there by Tab, and see where one is at every stop."""
        for _ in range(MOST):
            if target.evaluate("one => one === document.activeElement"):
                return
            self.press(key)
            if self.focused:
                assert self.page.evaluate(SEEN), f"The focus is not seen at: {self.focused}"
                assert self.page.evaluate(BARE), f"Something lies over: {self.focused}"
        raise AssertionError(f"Out of reach: {target}")

    def push(self, button: Locator, key: str = "Enter") -> None:
        self.to(button)
        self.press(key)

    def choose(self, radio: Locator) -> None:
        """Go to a group of radios by Tab, and to this one by the arrows."""
        name = radio.get_attribute("name")
        group = self.page.locator(f"input[type=radio][name='{name}']").locator("visible=true")
        self.to(group.first)
        self.press("Space")
        for _ in range(group.count()):
            if radio.is_checked():
                return
            self.press("ArrowDown")
        raise AssertionError("The arrows do not reach it.")

    def type(self, field: Locator, text: str) -> None:
        self.to(field)
        self.page.keyboard.type(text)

    def somewhere(self) -> None:
        """The focus is on something, also when what had it has gone."""
        self.page.wait_for_function("() => document.activeElement && document.activeElement !== document.body")

    def walk(self) -> Iterator[str]:
        """Every stop from the top of the page to its end."""
        self.page.reload()
        for _ in range(MOST):
            self.press("Tab")
            if not self.focused:
                return
            yield self.focused


def button_of(phone: Phone, form: str) -> Locator:
    return phone.page.locator(f"form#f-{form} button:not([type=button]), button[form=f-{form}]").locator("visible=true")


def test_a_round_with_the_keyboard(room: Room) -> None:
    page = room.page(**LAPTOP)
    keys, anna, bas = Keyboard(page), Phone(page, "Anna"), room.join("Bas")
    page.goto(room.address)
    keys.type(page.locator("[name=code]"), room.code)
    keys.press("Enter")
    page.wait_for_url("**/k/*")
    keys.type(page.locator("input[name=naam]"), "Anna")
    keys.press("Enter")
    page.wait_for_url("**/tafel**")
    answers(keys, anna)
    room.console.open_step("spelen")
    gives(keys, anna, bas)
    owns(keys, anna, bas)


def answers(keys: Keyboard, anna: Phone) -> None:
    for group in anna.questions.locator("fieldset").all():
        keys.choose(group.locator("input").nth(2))
    button = anna.page.locator("button[form^=f-vragen]")
    keys.push(button, "Space")
    expect(anna.page.locator("#klaar")).to_be_visible()
    keys.somewhere()


def gives(keys: Keyboard, anna: Phone, bas: Phone) -> None:
    """Anna gives Bas a card, whose turn it is first."""
    bas.put_on_table("Ik wil de wijk in, maar de rapportage moet af.")
    bas.told()
    anna.in_phase("reflex")
    keys.type(anna.page.locator("#v-zoek"), "tegenstem")
    keys.choose(anna.form("reflex").locator("input[type=radio]").locator("visible=true").first)
    keys.push(button_of(anna, "reflex"))
    anna.in_phase("toespelen")
    keys.somewhere()
    card = next(one for one in anna.hand() if one.startswith("O"))
    keys.push(anna.page.locator(f"ul.hand a[href='#speel-{card}']"))
    expect(anna.page.locator(f"#speel-{card}")).to_be_focused()
    keys.push(anna.page.locator(f"#speel-{card} a[href='#lees-{card}']"))
    expect(anna.page.locator(f"#lees-{card}")).to_be_focused()
    keys.push(anna.page.locator(f"#lees-{card} .foot a"))
    expect(anna.page.locator(f"#kaart-{card}")).to_be_focused()
    keys.press("Enter")
    keys.type(anna.form(f"speel-{card}").locator("textarea"), "Bel de wethouder eerst zelf.")
    keys.push(button_of(anna, f"speel-{card}"))
    anna.shows("Je kaart ligt")
    keys.somewhere()
    bas.pick_reflex("P3")
    anna.in_phase("onthullen")
    bas.shows("Bel de wethouder eerst zelf.")
    if bas.form("gehoord").count():
        bas.heard()
    bas.choose(card)
    anna.in_phase("tegenzet")
    keys.somewhere()
    keys.push(button_of(anna, "tegenzet-kaart"))
    bas.answer_contest("vasthouden")
    bas.press("Nog niet")
    anna.in_phase("terugblik")
    keys.somewhere()
    bas.end_round()


def owns(keys: Keyboard, anna: Phone, bas: Phone) -> None:
    """Then it is Anna's turn."""
    anna.shows("Jouw beurt.")
    keys.type(anna.form("breng").locator("textarea"), "Ik wil eerlijk zijn over de kosten, maar ik ken ze niet.")
    keys.push(button_of(anna, "breng"))
    anna.in_phase("inbreng")
    keys.somewhere()
    keys.push(button_of(anna, "verteld"))
    anna.in_phase("reflex")
    keys.somewhere()
    keys.push(button_of(anna, "geen-reflex"))
    anna.in_phase("toespelen")
    bas.submit("geen-reflex")
    card = bas.hand()[-1]
    bas.play_card(card)
    anna.in_phase("onthullen")
    keys.push(button_of(anna, "gehoord"))
    anna.in_phase("zet")
    keys.somewhere()
    keys.choose(anna.form("kies").locator(f"input[value={card}]"))
    keys.push(button_of(anna, "kies"))
    anna.in_phase("tegenzet")
    bas.contest_with_card()
    anna.in_phase("antwoord")
    keys.somewhere()
    keys.choose(anna.form("antwoord").locator("input[value=aanpassen]"))
    keys.push(button_of(anna, "antwoord"))
    bas.submit("geen-tegenzet")
    anna.in_phase("maandagstap")
    keys.somewhere()
    keys.type(anna.form("maandag").locator("[name=als]"), "het maandag is")
    keys.type(anna.form("maandag").locator("[name=dan]"), "bel ik")
    keys.push(anna.page.get_by_role("button", name="Bewaar mijn stap"))
    anna.in_phase("terugblik")
    bas.shows("bel ik")
    keys.somewhere()
    keys.to(anna.page.locator("#menu-knop"), "Shift+Tab")
    keys.press("Enter")
    expect(anna.page.locator("#menu")).to_be_focused()


def test_the_walk_past_hand_and_console(room: Room) -> None:
    anna, bas = room.join("Anna"), room.join("Bas", **LAPTOP)
    room.console.open_step("spelen")
    anna.put_on_table("Ik wil de wijk in.")
    anna.told()
    bas.submit("geen-reflex")
    bas.in_phase("toespelen")
    boards = ["Politiek", "Politiek", "Organisatie", "Organisatie", "Maatschappij", "Maatschappij"]
    walked = list(Keyboard(bas.page).walk())
    assert walked[:2] == ["a Naar de inhoud", "a Menu"]
    assert [stop.split()[1] for stop in walked[2:-2]] == boards
    assert walked[-2:] == ["button submit Vraag hulp", "button submit Ik sla deze keer over"]
    assert list(Keyboard(room.console.page).walk()) == PAST_THE_CONSOLE

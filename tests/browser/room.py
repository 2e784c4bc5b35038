"""A room in real browsers: the facilitator's console, the beamer and phones, with what people do in words."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1440, "height": 900}}
WALL = {"viewport": {"width": 1920, "height": 1080}}
NETWORK = re.compile(
    r"net::ERR|Failed to load resource|htmx:sse:error|htmx:error|NetworkError|Failed to fetch|SSE reconnect"
)
NOTE_VIOLATIONS = "addEventListener('securitypolicyviolation', e => console.error('CSP: ' + e.violatedDirective))"

PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)


@dataclass
class Watch:
    """What went wrong on pages, for a test to fail on. In trouble of the test's own making the network may complain."""

    address: str
    faults: list[str] = field(default_factory=list)
    trouble: bool = False

    def over(self, page: Page) -> None:
        page.on("console", lambda said: self._said(said.type, f"{said.text} ({said.location['url']})"))
        page.on("pageerror", lambda error: self.faults.append(f"error on the page: {error}"))
        page.on("request", lambda request: self._asked(request.url))
        page.add_init_script(NOTE_VIOLATIONS)

    def _said(self, kind: str, text: str) -> None:
        if kind == "error" and not (self.trouble and NETWORK.search(text)):
            self.faults.append(f"in the console: {text}")

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"asked elsewhere: {url}")

    @contextmanager
    def expecting_trouble(self) -> Iterator[None]:
        self.trouble = True
        yield
        self.trouble = False


@dataclass
class Screen:
    """A page in a browser of its own."""

    page: Page

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    @property
    def live(self) -> Locator:
        return self.page.locator("#live")

    def shows(self, text: str | re.Pattern[str]) -> None:
        expect(self.live).to_contain_text(text)

    def shows_not(self, text: str) -> None:
        expect(self.live).not_to_contain_text(text)

    def press(self, name: str | re.Pattern[str]) -> None:
        """Press the button with this name that can be seen."""
        self.page.get_by_role("button", name=name).locator("visible=true").first.click()

    def unfold(self, id_: str) -> None:
        """Open a fold that is closed."""
        fold = self.page.locator(f"details#{id_}")
        if fold.get_attribute("open") is None:
            fold.locator("summary").first.click()

    def no_sideways(self) -> bool:
        """Tell whether nothing sticks out beside the page."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@dataclass
class Phone(Screen):
    """A participant."""

    name: str = ""

    @property
    def form(self) -> Callable[[str], Locator]:
        """A form by its name, such as `reflex` or `speel-O1`."""
        return lambda name: self.page.locator(f"form#f-{name}")

    @property
    def phase(self) -> str:
        """The phase of the round for this person, or nothing between rounds."""
        place = self.page.locator("[data-fase]")
        return place.get_attribute("data-fase") or "" if place.count() else ""

    def in_phase(self, phase: str) -> None:
        expect(self.page.locator("[data-fase]")).to_have_attribute("data-fase", phase)

    def saved(self) -> None:
        expect(self.page.locator("#bewaard")).to_have_text("Bewaard")

    def submit(self, form: str) -> None:
        """Press the button of a form, wherever on the page it stands."""
        inside, elsewhere = f"form#f-{form} button:not([type=button])", f"button[form=f-{form}]"
        self.page.locator(f"{inside}, {elsewhere}").locator("visible=true").first.click()

    def write(self, form: str, text: str, field: str = "tekst") -> None:
        self.form(form).locator(f"[name={field}]").fill(text)

    def written(self, form: str, field: str = "tekst") -> str:
        return self.form(form).locator(f"[name={field}]").input_value()

    # steps

    @property
    def questions(self) -> Locator:
        """The form of the questions of the open step."""
        return self.page.locator("form[id^=f-vragen-]")

    def send_answers(self) -> None:
        button = "form[id^=f-vragen-] button, button[form^=f-vragen-]"
        self.page.locator(button).locator("visible=true").first.click()

    def answer(self, value: int = 4) -> None:
        """Answer every question of the open step alike, as far as the question goes."""
        for group in self.questions.locator("fieldset").all():
            choices = group.locator("input[type=radio]")
            if choices.count():
                choices.nth(min(value, choices.count()) - 1).check(force=True)
        self.send_answers()

    def skip(self) -> None:
        self.submit("overslaan")

    def write_dilemma(self, text: str) -> None:
        self.write("dilemma", text)
        self.submit("dilemma")

    def vote(self, *texts: str) -> None:
        """Vote for the dilemmas with these texts."""
        for text in texts:
            self.form("stemmen").locator("label", has_text=text).locator("input").check(force=True)
        self.submit("stemmen")

    def bring_in(self, yes: bool = True) -> None:
        self.press("Ja, ik breng hem in" if yes else "Nee, laat een ander het doen")

    # a round

    def put_on_table(self, text: str) -> None:
        """Write a dilemma at the table, when it is one's turn."""
        self.page.locator("details[id^=schrijf-]").evaluate("fold => { fold.open = true }")
        self.write("breng", text)
        self.submit("breng")

    def begin_round(self) -> None:
        self.submit("begin-ronde")

    def told(self) -> None:
        self.submit("verteld")

    def pick_reflex(self, tactic: str) -> None:
        self.form("reflex").locator(f"input[value={tactic}]").check(force=True)
        self.submit("reflex")

    def hand(self) -> list[str]:
        """Return the codes of the own cards, once it is time to play one."""
        self.in_phase("toespelen")
        links = self.page.locator("ul.hand a[href^='#speel-']").all()
        return [str(link.get_attribute("href")).removeprefix("#speel-") for link in links]

    def open_card(self, tactic: str) -> None:
        """Take a card of the hand, to play it."""
        self.page.locator(f"ul.hand a[href='#speel-{tactic}']").click()

    def play_card(self, tactic: str, words: str = "") -> None:
        self.open_card(tactic)
        if words:
            self.write(f"speel-{tactic}", words)
        self.submit(f"speel-{tactic}")

    def take_back(self) -> None:
        self.submit("terug")

    def turn_pile(self) -> None:
        self.submit("stapel")

    def heard(self) -> None:
        self.submit("gehoord")

    def choose(self, tactic: str, words: str = "") -> None:
        self.form("kies").locator(f"input[value={tactic}]").check(force=True)
        if words:
            self.write("kies", words)
        self.submit("kies")

    def contest_with_card(self) -> None:
        self.submit("tegenzet-kaart")

    def contest(self, words: str) -> None:
        self.unfold("eigen-woorden")
        self.form("tegenzet-eigen").locator("input[name=stem]").first.check(force=True)
        self.write("tegenzet-eigen", words)
        self.submit("tegenzet-eigen")

    def answer_contest(self, kind: str, words: str = "") -> None:
        """Answer: vasthouden, aanpassen, overstappen or loslaten."""
        self.form("antwoord").locator(f"input[value={kind}]").check(force=True)
        if words:
            self.write("antwoord", words)
        self.submit("antwoord")

    def monday_step(self, condition: str, action: str) -> None:
        self.write("maandag", condition, "als")
        self.write("maandag", action, "dan")
        self.submit("maandag")

    def write_line(self, text: str) -> None:
        self.write("regel", text)
        self.submit("regel")

    def end_round(self) -> None:
        self.submit("rond-af")

    # after the rounds

    def commit(self, condition: str, action: str) -> None:
        self.write("voornemen", condition, "als")
        self.write("voornemen", action, "dan")
        self.submit("voornemen")

    def own_code(self) -> str:
        return (self.page.locator("#mijn-code code").text_content() or "").replace(" ", "")


@dataclass
class Console(Screen):
    """The facilitator."""

    def act(self, name: str, **fields: str) -> None:
        """Do something by its address, such as open-stap with stap=spelen."""
        wanted = "".join(f":has([name='{field}'][value='{value}'])" for field, value in fields.items())
        form = self.page.locator(f"form[action$='/{name}']{wanted}")
        form.locator("button").locator("visible=true").first.click()

    def open_step(self, step: str) -> None:
        self.act("open-stap", stap=step)
        expect(self.page.locator(f"#stap-{step}")).to_have_attribute("aria-current", "step")

    def close_question(self) -> None:
        self.act("sluit-vraag", dicht="ja")

    def open_voting(self) -> None:
        self.act("open-stemmen")

    def close_voting(self) -> None:
        self.act("sluit-stemmen")

    def person(self, name: str) -> Locator:
        """What can be done for one person, unfolded."""
        self.unfold("mensen-open")
        place = self.page.locator("#mensen li", has_text=name)
        self.unfold(str(place.locator("details").get_attribute("id")))
        return place

    def hide_text(self, text: str) -> None:
        """Hide a text that lies open."""
        self.unfold("teksten-open")
        self.page.locator("#teksten li", has_text=text).get_by_role("button", name="Verberg").click()

    def end(self) -> None:
        self.page.locator("details#einde summary").click()
        self.act("einde", zeker="ja")


@dataclass
class Beamer(Screen):
    """The big screen."""


@dataclass
class Room:
    """A workshop with its screens, each in a browser of its own."""

    browser: Browser
    address: str
    watch: Watch
    title: str = "Warmte in de wijk"
    console: Console = field(init=False)
    code: str = ""
    _contexts: list[BrowserContext] = field(default_factory=list)

    def begin(self, format_id: str = "kort", size: int = 4) -> "Room":
        page = self.page(**LAPTOP)
        page.goto(f"{self.address}/begin")
        page.locator("[name=titel]").fill(self.title)
        chosen = page.locator(f"[name=format][value={format_id}]")
        if chosen.count():
            chosen.check(force=True)
        else:
            page.locator("select[name=format]").select_option(format_id)
        page.locator(f"[name=grootte][value='{size}']").check(force=True)
        page.locator("form[action='/begin'] button:not([type=button])").first.click()
        page.wait_for_url("**/console/links")
        self.console = Console(page)
        self.links = page.content()
        page.goto(page.url.removesuffix("/links"))
        expect(page.locator("#live")).to_be_visible()
        self.code = "".join((page.locator(".con-code").first.text_content() or "").split())
        return self

    def page(self, **options: Any) -> Page:
        """Open an empty page in a browser of its own, under the watch."""
        context = self.browser.new_context(locale="nl-NL", **options)
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        page = context.new_page()
        self.watch.over(page)
        return page

    def join(self, name: str, **options: Any) -> Phone:
        page = self.page(**(PHONE | options))
        page.goto(f"{self.address}/k/{self.code}")
        page.locator("[name=naam]").first.fill(name)
        page.get_by_role("button", name="Schuif aan").click()
        page.wait_for_url("**/tafel**")
        return Phone(page, name)

    def second_tab(self, phone: Phone) -> Phone:
        page = phone.context.new_page()
        self.watch.over(page)
        page.goto(phone.page.url)
        return Phone(page, phone.name)

    def beamer(self) -> Beamer:
        """Open the beamer by its link, secret and all."""
        found = re.search(r"(/w/[^/\"]+/beamer/binnen#[0-9a-f]+)", self.links)
        assert found, "The page with links has none for the beamer."
        page = self.page(**WALL)
        with self.watch.expecting_trouble():  # before the exchange the page is a 401
            page.goto(f"{self.address}{found[1]}")
            expect(page.locator("#live")).to_be_visible()
        return Beamer(page)

    def close(self) -> None:
        for context in self._contexts:
            context.close()
        self._contexts.clear()

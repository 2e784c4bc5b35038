"""What everybody must be able to use: every new kind of view is inspected once, by axe and by its width."""

from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.room import Screen

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
FORCED = "matchMedia('(forced-colors: active)').matches"
FORCED_OPTIONS = {
    **OPTIONS,
    "rules": {"color-contrast": {"enabled": False}},
}  # axe reads colours that are not shown then
LET_GO = "document.querySelectorAll('.foot').forEach(one => { one.style.position = 'static' })"
HOLD = "document.querySelectorAll('.foot').forEach(one => { one.removeAttribute('style') })"
STILL = "Promise.all(document.getAnimations().map(one => one.finished.catch(() => null)))"


@dataclass
class Inspection:
    """Looks at each kind of view once, and keeps what it found."""

    faults: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    _axe: Axe = field(default_factory=Axe)

    def look(self, at: Screen | Page, view: str) -> None:
        """Look at this view, unless one of its kind was seen; `view` names it for who reads a fault."""
        if view in self.seen:
            return
        self.seen.add(view)
        page = at.page if isinstance(at, Screen) else at
        page.evaluate(STILL)
        if not Screen(page).no_sideways():
            self.faults.append(f"{view}: sticks out sideways")
        page.evaluate(LET_GO)  # what scrolls under the bar is not out of reach
        options = FORCED_OPTIONS if page.evaluate(FORCED) else OPTIONS
        for found in self._axe.run(page, options=options).response["violations"]:
            targets = [" ".join(map(str, node["target"])) for node in found["nodes"]]
            self.faults.append(f"{view}: {found['id']}: {'; '.join(targets[:3])} ({len(targets)})")
        page.evaluate(HOLD)

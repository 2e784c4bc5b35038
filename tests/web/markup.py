"""A page as a browser reads it: its forms with their fields, its ids, what points to them, and its visible text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

FIELDS = {"input", "textarea", "select", "button"}
VOID = {"input", "meta", "link", "img", "br"}
SILENT = {"script", "style"}
SPOKEN = ("aria-label", "placeholder", "title", "alt")
POINTING = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "form")


@dataclass
class Form:
    """A form: where it goes, and what it can send."""

    action: str
    names: set[str] = field(default_factory=set)
    values: dict[str, set[str]] = field(default_factory=dict)

    @property
    def move(self) -> str:
        return self.action.rsplit("/", 1)[-1]

    def takes(self, name: str, value: str) -> None:
        self.names.add(name)
        self.values.setdefault(name, set()).add(value)


class Markup(HTMLParser):
    """Reads a page once, from its beginning to its end."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.ids: list[str] = []
        self.pointers: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self.headings = 0
        self._open: list[str] = []
        self._form: Form | None = None
        self._named: dict[str, Form] = {}
        self._later: list[tuple[str, str, str]] = []
        self.feed(html)
        for form, name, value in self._later:
            self._named[form].takes(name, value)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" else []
        self.pointers += [one for name in POINTING for one in given.get(name, "").split()]
        self.texts += [given[name] for name in SPOKEN if given.get(name)]
        self.headings += tag == "h1"
        if tag == "form":
            self._form = Form(given["action"])
            self._named[given.get("id", "")] = self._form
            self.forms.append(self._form)
        if tag in FIELDS and given.get("name"):
            self._field(given)

    def _field(self, given: dict[str, str]) -> None:
        if "form" in given:
            self._later.append((given["form"], given["name"], given.get("value", "")))
        elif self._form is not None:
            self._form.takes(given["name"], given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag == "form":
            self._form = None

    def handle_data(self, data: str) -> None:
        if data.strip() and not SILENT & set(self._open):
            self.texts.append(data.strip())

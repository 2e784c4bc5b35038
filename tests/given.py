"""Tests as sentences: given what happened, when somebody asks something, then this happens, or is refused."""

from dataclasses import dataclass, field

from speelruimte.rules.events import Command, Event, Happened, after, evolve
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.workshop import Workshop

NOON = 43_200


def with_all(workshop: Workshop, *steps: Event | Command) -> Workshop:
    """Return the workshop after these events, and after what these commands decide."""
    for step in steps:
        for event in step.decide(workshop) if hasattr(step, "decide") else [step]:
            workshop = evolve(workshop, Happened(workshop.version + 1, NOON, event))
    return workshop


@dataclass(frozen=True)
class Outcome:
    """What came of a command."""

    before: Workshop
    events: list[Event] = field(default_factory=list)
    refused: Refused | None = None

    @property
    def workshop(self) -> Workshop:
        """The workshop after it."""
        self.then_accepted()
        return after(self.before, self.events)

    def then_accepted(self) -> None:
        assert self.refused is None, f"refused: {self.refused}"

    def then(self, *events: Event) -> None:
        self.then_accepted()
        assert self.events == list(events)

    def then_some(self, *kinds: type[Event]) -> None:
        """Say only which kinds of events follow, in this order."""
        self.then_accepted()
        assert [type(event) for event in self.events] == list(kinds)

    def then_refused(self, reason: Reason) -> None:
        assert self.refused is not None, f"happened: {self.events}"
        assert self.refused.reason is reason


@dataclass(frozen=True)
class Given:
    workshop: Workshop

    def when(self, command: Command) -> Outcome:
        try:
            return Outcome(self.workshop, command.decide(self.workshop))
        except Refused as refused:
            return Outcome(self.workshop, refused=refused)


def given(workshop: Workshop, *steps: Event | Command) -> Given:
    """Begin with a workshop, and what happened or was asked in it after that."""
    return Given(with_all(workshop, *steps))

"""Who may come in as what. The rules know only hashes of keys, never a key."""

from dataclasses import dataclass, replace

from speelruimte.rules.events import Event, OfTheWorkshop
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.words import SeatId
from speelruimte.rules.workshop import Key, KeyKind, Role, Workshop


@dataclass(frozen=True, slots=True)
class KeyGiven(OfTheWorkshop):
    """A key opens a role from now on; `key` is its hash."""

    key: str
    role: Role
    kind: KeyKind
    seat: SeatId | None = None

    def apply(self, workshop: Workshop) -> Workshop:
        return replace(workshop, keys={**workshop.keys, self.key: Key(self.role, self.kind, self.seat)})


@dataclass(frozen=True, slots=True)
class KeysRevoked(OfTheWorkshop):
    """The keys of one kind of a role (and seat) open nothing any more."""

    role: Role
    kind: KeyKind
    seat: SeatId | None = None

    def apply(self, workshop: Workshop) -> Workshop:
        gone = Key(self.role, self.kind, self.seat)
        return replace(workshop, keys={key: held for key, held in workshop.keys.items() if held != gone})


@dataclass(frozen=True, slots=True)
class RecoverConsole:
    """Take the console over on another device: the lost one is signed out, and there are new keys to hand out."""

    code: str
    keys: tuple[tuple[str, Role, KeyKind], ...]

    def decide(self, workshop: Workshop) -> list[Event]:
        held = workshop.keys.get(self.code)
        if held is None or held.kind is not KeyKind.CODE or held.role is not Role.FACILITATOR:
            raise Refused(Reason.ONLY_FACILITATOR)
        return [
            KeysRevoked(Role.FACILITATOR, KeyKind.COOKIE),
            KeysRevoked(Role.FACILITATOR, KeyKind.CODE),
            *(KeyGiven(key, role, kind) for key, role, kind in self.keys),
        ]

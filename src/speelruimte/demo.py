"""A server with a workshop in progress, so that a newcomer sees the game within a minute."""

import asyncio
import random
from dataclasses import dataclass
from datetime import timedelta

from speelruimte.app import Parts
from speelruimte.live import clock
from speelruimte.rehearsal import facilitator, person
from speelruimte.rehearsal.sentences import NAMES
from speelruimte.rehearsal.temperaments import temperament_of
from speelruimte.rules.agenda import BeginWorkshop
from speelruimte.rules.cards import Scene
from speelruimte.rules.chance import Lots
from speelruimte.rules.events import Command
from speelruimte.rules.people import TakeSeat
from speelruimte.rules.refusals import Refused
from speelruimte.rules.words import SeatId, Words, WordsId, WorkshopId
from speelruimte.rules.workshop import Workshop
from speelruimte.serving import parts_or_exit, server
from speelruimte.settings import Settings
from speelruimte.store.event_store import WorkshopRow
from speelruimte.web.entrance import invitations, join_key, keys_for, own_key, recovery_code, recovery_key
from speelruimte.web.forms import LOTS
from speelruimte.web.secrets import JOIN_CODE, OWN_CODE, hashed, new_code, new_id, new_key

STAY_IN = Scene.PLAY  # the simulated facilitator stops opening steps here; a visitor goes on
HEAD_START, A_TURN = 30 * 60, 32  # seconds: the steps before were opened in the half hour before the start
PACE = (2.0, 5.0)  # seconds between two things that simulated people do
TITLE = "Proefworkshop"


@dataclass(frozen=True, slots=True)
class Guest:
    """A simulated person: the seat, and the key and code that open its page."""

    seat: SeatId
    key: str
    code: str


@dataclass(frozen=True, slots=True)
class Demo:
    """A workshop that is being played, and what opens it."""

    parts: Parts
    workshop: WorkshopId
    key: str
    code: str
    guests: tuple[Guest, ...]
    chance: random.Random

    async def state(self) -> Workshop:
        state = await self.parts.site.live.state(self.workshop)
        if state is None:
            raise LookupError(self.workshop)
        return state

    async def give(self, command: Command | None) -> bool:
        """Give a command as a simulated person; a refusal is part of the game."""
        if command is None:
            return False
        try:
            before = (await self.state()).version
            after = await self.parts.site.live.change(self.workshop, command)
        except Refused:
            return False
        return after.version > before


async def run(settings: Settings, *, people: int, seed: int, format_id: str) -> None:
    """Serve until stopped, while simulated people play."""
    parts = parts_or_exit(settings)
    demo = await begun(parts, people, seed, format_id)
    await hurried(demo)
    for line in links(settings, demo):
        print(line, flush=True)  # noqa: T201
    playing = asyncio.create_task(keep_playing(demo))
    try:
        await server(settings, parts).serve()
    finally:
        playing.cancel()


async def begun(parts: Parts, people: int, seed: int, format_id: str) -> Demo:
    """Make the workshop and let everybody join."""
    key, code, id_ = new_key(), new_code(JOIN_CODE), WorkshopId(new_id())
    deck, erase_on = parts.site.deck, (clock.today() + timedelta(days=1)).isoformat()
    command = BeginWorkshop(Words(WordsId(new_id()), TITLE), code, format_id, 4, None, erase_on, keys_for(key))
    profile = WorkshopRow(id_, erase_on, deck.id, deck.version, deck.digest, clock.now())
    keys = (join_key(code), recovery_key(recovery_code(key)))
    await parts.site.live.begin(profile, command, keys=keys)
    chance = random.Random(seed)  # noqa: S311
    guests = [await joined(parts, id_, NAMES[number % len(NAMES)], chance) for number in range(people)]
    return Demo(parts, id_, key, code, tuple(guests), chance)


async def joined(parts: Parts, workshop: WorkshopId, name: str, chance: random.Random) -> Guest:
    """Let one simulated person join."""
    guest = Guest(SeatId(new_id(6)), new_key(), new_code(OWN_CODE))
    words = Words(WordsId(new_id()), name)
    command = TakeSeat(guest.seat, words, hashed(guest.key), hashed(guest.code), lots(chance))
    await parts.site.live.change(workshop, command, keys=(own_key(guest.code),))
    return guest


def lots(chance: random.Random) -> Lots:
    return tuple(chance.random() for _ in range(LOTS))


async def hurried(demo: Demo) -> None:
    """Play without pauses until the tables are playing."""
    for hurry in range(2000):
        state = await demo.state()
        if state.scene is STAY_IN and any(table.round for table in state.tables.values()):
            return
        behind = max(0, HEAD_START - hurry * A_TURN)
        await one_turn(demo, clock.now() - behind, stay_in=STAY_IN)


async def one_turn(demo: Demo, now: int, stay_in: Scene | None) -> bool:
    """Let one simulated person do something, or the facilitator when nobody wants to and it is not time to stay."""
    state = await demo.state()
    for guest in demo.chance.sample(demo.guests, len(demo.guests)):
        temperament = temperament_of(demo.guests.index(guest))
        if await demo.give(person.next_command(state, guest.seat, demo.chance, temperament)):
            return True
    if state.scene is stay_in:
        return False
    return await demo.give(facilitator.next_command(state, demo.chance, now))


async def keep_playing(demo: Demo) -> None:
    """Play at the pace of people, for as long as the server runs."""
    while True:
        await asyncio.sleep(demo.chance.uniform(*PACE))
        await one_turn(demo, clock.now(), stay_in=STAY_IN)


def links(settings: Settings, demo: Demo) -> list[str]:
    """Return the links of the demo. Each *.localhost name is a browser of its own, so one browser can be many people."""

    def at(name: str) -> str:
        return settings.public_address or f"http://{name}.localhost:{settings.port}"

    own = invitations(at("begeleider"), demo.workshop, demo.code, demo.key)
    screen = invitations(at("beamer"), demo.workshop, demo.code, demo.key)
    return [
        "Er wordt gespeeld. Kijk mee:",
        f"  de begeleider   {at('begeleider')}/w/{demo.workshop}/console/binnen#{demo.key}",
        f"  het scherm      {screen.beamer}",
        f"  schuif aan      {at('anna')}/k/{own.join_code}",
        f"  nog iemand      {at('bas')}/k/{own.join_code}",
        "Stop met Ctrl+C. Er blijft niets bewaard.",
    ]

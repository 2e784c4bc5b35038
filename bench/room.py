"""A workshop as the load knows it: its own folded copy, read from the store, and the cookies of its people."""

from dataclasses import dataclass, field
from random import Random

import apsw

from bench.asking import Answer, Client
from bench.moves import filled_in
from speelruimte.decks.read import own_deck
from speelruimte.rehearsal.person import next_command
from speelruimte.rehearsal.sentences import NAMES
from speelruimte.rules.events import Command, Event, Happened, evolve
from speelruimte.rules.game import EVENTS
from speelruimte.rules.words import SeatId, TableId, WorkshopId
from speelruimte.rules.workshop import Role, Workshop
from speelruimte.store import sqlite_work
from speelruimte.store.codec import Codec
from speelruimte.web.secrets import derived, hashed

DECK = own_deck()
CODEC: Codec[Event] = Codec(EVENTS)
PLAYING = "spelen"  # the step in which tables play


@dataclass
class Room:
    """A workshop, and what opens it."""

    client: Client
    db: apsw.Connection
    chance: Random
    id: WorkshopId
    console: str
    beamer: str
    workshop: Workshop = field(default_factory=lambda: Workshop(DECK))
    cookies: dict[SeatId, str] = field(default_factory=dict)

    def catch_up(self) -> Workshop:
        """Read what was stored since the last time."""
        for row in sqlite_work.rows(self.db, self.id, self.workshop.version):
            event = CODEC.read(row.kind, row.schema, row.body)
            self.workshop = evolve(self.workshop, Happened(row.version, row.at, event))
        return self.workshop

    async def join(self, number: int) -> None:
        """Let one more person in."""
        name = f"{NAMES[number % len(NAMES)]} {number // len(NAMES) + 1}"
        cookie = (await self.client.post(f"/k/{self.workshop.join_code}", {"naam": name})).cookie
        key = self.catch_up().keys[hashed(key_in(cookie))]
        self.cookies[key.seat or SeatId("")] = cookie

    async def act(self, word: str, **fields: str) -> Answer:
        """Do something as the facilitator."""
        return await self.client.post(f"/w/{self.id}/console/{word}", fields, self.console)

    def choose(self, table: TableId) -> tuple[SeatId, Command] | None:
        """Return what somebody at this table would do now."""
        workshop = self.catch_up()
        seats = workshop.tables[table].seats
        for seat in self.chance.sample(seats, len(seats)):
            command = next_command(workshop, seat, self.chance)
            if command is not None:
                return seat, command
        return None

    async def give(self, seat: SeatId, command: Command, command_id: str) -> Answer:
        """Send a command as the person of this seat."""
        word, form = filled_in(command)
        address = f"/w/{self.id}/tafel/{word}"
        return await self.client.post(address, {**form, "commando": command_id}, self.cookies[seat])


async def begun(client: Client, db: apsw.Connection, chance: Random) -> Room:
    """Begin a workshop as a facilitator does."""
    answer = await client.post("/begin", {"titel": "Meting", "format": "dagdeel", "grootte": "4", "bewaar": "1"})
    id_ = WorkshopId(answer.headers["location"].split("/")[2])
    link = derived(key_in(answer.cookie), Role.BEAMER)
    beamer = await client.post(f"/w/{id_}/beamer/binnen", {"sleutel": link})
    room = Room(client, db, chance, id_, answer.cookie, beamer.cookie)
    room.catch_up()
    return room


def key_in(cookie: str) -> str:
    """Return the key that a cookie carries."""
    return cookie.partition("=")[2].partition(".")[0]

"""Makes the database that a release leaves behind: python tests/store/make_golden.py VERSION. Never made again for an old one."""

import asyncio
import json
import random
import sys
from pathlib import Path

from speelruimte.decks.read import own_deck
from speelruimte.live.change import Live, Rules
from speelruimte.live.watchers import Watchers
from speelruimte.rehearsal.play import rehearse
from speelruimte.rules.game import EVENTS, Happened, evolve, fold
from speelruimte.rules.words import WorkshopId
from speelruimte.rules.workshop import Workshop
from speelruimte.store import open_store
from speelruimte.store.codec import Codec
from speelruimte.store.event_store import FIRST_LINK, Row, WorkshopRow, chain

FOLDER = Path(__file__).parent / "golden"
PLAYED = {"kort": 4, "workshop": 9, "dagdeel": 7}


def facts(workshop: Workshop) -> dict[str, object]:
    """Return what must be read back from a workshop by every later version."""
    rounds = [one for table in workshop.tables.values() for one in table.rounds]
    return {
        "version": workshop.version,
        "format": workshop.format_id,
        "title": workshop.title.text if workshop.title else None,
        "people": [[seat.name.text, seat.standing.value, seat.table] for seat in workshop.seats.values()],
        "rounds": [
            [
                one.id,
                one.phase.value,
                one.owner,
                one.reflex,
                one.standing_move,
                [[card.tactic, card.giver, card.words.text if card.words else None] for card in one.open],
                [[contest.kind.value, contest.voice] for contest in one.contests],
            ]
            for one in rounds
        ],
        "hands": {
            str(table.id): {str(seat): list(hand) for seat, hand in table.hands.items()}
            for table in workshop.tables.values()
        },
        "votes": {str(seat): list(votes) for seat, votes in workshop.votes.items()},
        "commitments": [made.action.text if made.action else None for made in workshop.commitments.values()],
        "ended": workshop.ended,
    }


async def make(version: str) -> None:
    """Keep rehearsed workshops in a new database, and their facts beside it."""
    path = FOLDER / f"{version}.db"
    store, codec, deck = open_store(str(path)), Codec(EVENTS), own_deck()
    live = Live(store, Rules(fold, evolve, Happened, codec), lambda *_: deck, Watchers())
    expected = {}
    for seed, (format_id, people) in enumerate(PLAYED.items()):
        id_ = WorkshopId(f"gouden{seed}")
        await store.append(id_, 0, rows(codec, list(rehearse(deck, format_id, people, seed))), profile=profile(id_))
        workshop = await live.state(id_)
        expected[id_] = facts(workshop)
    await live.close()
    (FOLDER / f"{version}.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1), encoding="utf-8")


def rows(codec: Codec, history: list[Happened]) -> list[Row]:
    before, made = FIRST_LINK, []
    for happened in history:
        written = codec.write(happened.event)
        row = chain(before, Row(happened.version, happened.at, written.kind, written.schema, written.body))
        made.append(row)
        before = row.hash
    return made


def profile(id_: WorkshopId) -> WorkshopRow:
    deck = own_deck()
    return WorkshopRow(id_, "2099-01-01", deck.id, deck.version, deck.digest, 0)


if __name__ == "__main__":
    random.seed(0)
    asyncio.run(make(sys.argv[1]))

"""Every database that a release left behind is read by this version, fact by fact."""

import json
import shutil
from pathlib import Path

import pytest

from speelruimte.decks.read import own_deck
from speelruimte.live.change import Live, Rules
from speelruimte.live.watchers import Watchers
from speelruimte.rules.game import EVENTS, Happened, evolve, fold
from speelruimte.store import open_store
from speelruimte.store.codec import Codec
from speelruimte.store.event_store import verify
from tests.store.make_golden import facts

pytestmark = pytest.mark.anyio
GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.db"))


def test_there_is_a_database_to_read() -> None:
    assert GOLDEN


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
async def test_a_database_of_an_earlier_release_is_read_back(path: Path, tmp_path: Path) -> None:
    copy = shutil.copy(path, tmp_path / "gouden.db")
    store, codec, deck = open_store(str(copy)), Codec(EVENTS), own_deck()
    await codec.check_kinds(store)
    live = Live(store, Rules(fold, evolve, Happened, codec), lambda *_: deck, Watchers())
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    for workshop, told in expected.items():
        verify(await store.read(workshop))
        assert json.loads(json.dumps(facts(await live.state(workshop)))) == told
    await live.close()

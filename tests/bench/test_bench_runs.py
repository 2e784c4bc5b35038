"""The measuring itself works: a few people play for seconds, and nothing is lost. No time is asserted."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.plays

ROOT = Path(__file__).parents[2]


def test_a_short_run_plays_keeps_and_shows_everything(tmp_path: Path) -> None:
    figures = tmp_path / "quick.json"
    words = [sys.executable, "-m", "bench.live", "--quick", "--out", str(figures)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    (run,) = json.loads(figures.read_text())["runs"]
    assert run["commands"] > 0
    assert (run["lost"], run["stale"]) == (0, 0)

"""The command line: serve, demo, play, and what comes later."""

import asyncio
from dataclasses import replace
from typing import Annotated

from cyclopts import App, Parameter
from cyclopts.config import Env, Toml

from speelruimte.decks.read import own_deck
from speelruimte.demo import run
from speelruimte.rehearsal.transcript import transcript
from speelruimte.serving import free_port_or_exit, parts_or_exit, server, welcome
from speelruimte.settings import Settings

app = App(
    name="speelruimte",
    help="De digitale tafel voor een workshop over ambtelijke ruimte.",
    config=[
        Env("SPEELRUIMTE_", command=False),
        Toml("speelruimte.toml", search_parents=True, use_commands_as_keys=False),
    ],
)
Flat = Annotated[Settings, Parameter(name="*")]
FormatName = Annotated[str, Parameter(name="--format")]
DEFAULTS = Settings()


@app.command
def serve(settings: Flat = DEFAULTS) -> None:
    """Start a server."""
    free_port_or_exit(settings)
    parts = parts_or_exit(settings)
    say(welcome(settings, parts))
    server(settings, parts).run()


@app.command
def demo(settings: Flat = DEFAULTS, *, people: int = 8, seed: int = 7, format_: FormatName = "workshop") -> None:
    """Start a server with a workshop in progress, played by simulated people who keep playing."""
    if settings.database == DEFAULTS.database:
        settings = replace(settings, database=":memory:")
    free_port_or_exit(settings)
    asyncio.run(run(settings, people=people, seed=seed, format_id=format_))


@app.command
def play(*, seed: int = 7, people: int = 4, format_: FormatName = "kort") -> None:
    """Print a whole workshop, played by simulated people; the same seed gives the same workshop."""
    for line in transcript(own_deck(), format_, people, seed):
        print(line)  # noqa: T201


def say(lines: list[str]) -> None:
    for line in lines:
        print(line, flush=True)  # noqa: T201

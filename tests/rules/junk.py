"""Commands that hardly anybody would give now: any command, filled at random with things that exist or do not."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import iter_modules
from random import Random
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import speelruimte.rules
from speelruimte.rehearsal.draws import lots, written
from speelruimte.rules.agenda import BeginWorkshop, EndWorkshop
from speelruimte.rules.events import Command
from speelruimte.rules.words import (
    BoardId,
    ContestationId,
    DilemmaId,
    QuestionId,
    RoundId,
    SeatId,
    StepId,
    TableId,
    TacticId,
    Words,
    WordsId,
)
from speelruimte.rules.workshop import KeyKind, Role, Workshop

# A new workshop and the end of one are tried on purpose elsewhere: a play should go on.
NOT_JUNK = (BeginWorkshop, EndWorkshop)


USUALLY = 0.8


@cache
def commands() -> tuple[type, ...]:
    """Return all commands of the rules, a new one by itself."""
    names = [module.name for module in iter_modules(speelruimte.rules.__path__)]
    modules = [import_module(f"speelruimte.rules.{name}") for name in names]
    found = {value for module in modules for _, value in getmembers(module, isclass) if "decide" in vars(value)}
    plays = [one for one in found if one.__name__ != "Command" and one not in NOT_JUNK]
    return tuple(sorted(plays, key=lambda one: one.__name__))


@cache
def shape(command: type) -> dict[str, Any]:
    hints = get_type_hints(command)
    return {field.name: hints[field.name] for field in fields(command)}


def junk(workshop: Workshop, chance: Random) -> Command:
    command = chance.choice(commands())
    made = {name: something(kind, workshop, chance) for name, kind in shape(command).items()}
    seat, at_table = workshop.seats.get(made.get("seat", "")), chance.random() < USUALLY
    table = workshop.tables.get(seat.table or TableId("")) if seat and at_table else None
    if table and table.rounds and made.get("round"):
        made["round"] = table.rounds[-1].id  # else most refusals would be about the round
    return command(**made)


def something(kind: Any, workshop: Workshop, chance: Random) -> Any:
    """Return a value of this type that may mean something in this workshop."""
    if get_origin(kind) in (Union, UnionType):
        return something(chance.choice(get_args(kind)), workshop, chance)
    if kind is type(None):
        return None
    if get_origin(kind) is Mapping:
        key, value = get_args(kind)
        return {something(key, workshop, chance): something(value, workshop, chance)}
    if isclass(kind) and issubclass(kind, StrEnum):
        return chance.choice(tuple(kind))
    return MADE[kind](workshop, chance)


def known(ids: Callable[[Workshop], Any], strange: str) -> Callable[[Workshop, Random], Any]:
    """Return a chooser of one of these ids, or now and then of one that does not exist."""
    return lambda workshop, chance: chance.choice([*ids(workshop), strange])


def rounds(workshop: Workshop) -> list[RoundId]:
    return [one.id for table in workshop.tables.values() for one in table.rounds[-2:]]


def some_votes(workshop: Workshop, chance: Random) -> tuple[DilemmaId, ...]:
    return tuple(chance.choices([*workshop.dilemmas, DilemmaId("geen")], k=chance.randint(0, 4)))


MADE: dict[Any, Callable[[Workshop, Random], Any]] = {
    SeatId: known(lambda workshop: workshop.seats, "niemand"),
    TableId: known(lambda workshop: workshop.tables, "t99"),
    RoundId: known(rounds, "t99r9"),
    StepId: lambda workshop, chance: chance.choice([workshop.step.id] * 3 + [one.id for one in workshop.format.steps]),
    DilemmaId: known(lambda workshop: workshop.dilemmas, "nieuw"),
    WordsId: known(lambda workshop: [seat.name.id for seat in workshop.seats.values()], "w"),
    BoardId: known(lambda workshop: workshop.deck.board_of, "Z"),
    TacticId: known(lambda workshop: workshop.deck.tactic_of, "Z9"),
    ContestationId: known(lambda workshop: workshop.deck.contestation_of, "L9"),
    QuestionId: known(lambda _: ("E1", "RA", "H1", "oogst-A1"), "geen"),
    Words: lambda _, chance: written(chance, chance.choice(("", "kort", "lang " * 60))),
    str: known(lambda workshop: (*workshop.keys, *workshop.deck.example_of, workshop.step.id, "R"), ""),
    int: lambda _, chance: chance.randint(0, 8),
    bool: lambda _, chance: chance.random() < 0.5,
    tuple[float, ...]: lots,
    tuple[DilemmaId, ...]: some_votes,
    tuple[tuple[str, Role, KeyKind], ...]: lambda *_: (),
}

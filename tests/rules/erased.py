"""Erases every text in a value, as the store does before a history is folded."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from speelruimte.rules.cards import Deck
from speelruimte.rules.words import Words


def erased(value: Any) -> Any:
    """Return the value with None for each text that somebody wrote, however deep it lies."""
    if isinstance(value, Words):
        return Words(value.id, None)
    if isinstance(value, Deck):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: erased(getattr(value, field.name)) for field in fields(value)})
    if isinstance(value, Mapping):
        return {key: erased(held) for key, held in value.items()}
    return tuple(erased(held) for held in value) if isinstance(value, tuple) else value

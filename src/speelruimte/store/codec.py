"""Events to stored bytes and back; the one place where old shapes are read as new ones."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from speelruimte.store.event_store import EventStore

E = TypeVar("E")
Fields = dict[str, Any]

SCHEMA: dict[str, int] = {}
"""The schema in which a kind is written now; 1 when it is not here. Count up when its fields change."""

OLD_SHAPES: dict[tuple[str, int], Callable[[Fields], Fields]] = {}
"""From the fields of a kind in this schema to its fields in the next. Nothing here is ever removed."""


class UnknownEvent(Exception):
    """An event cannot be read by these rules, so it must not go on as if it were not there."""


@dataclass(frozen=True, slots=True)
class Written:
    """An event as it is stored."""

    kind: str
    schema: int
    body: bytes


class Codec(Generic[E]):
    """Writes and reads the events of a game, by the names that were chosen for them."""

    def __init__(
        self,
        events: Mapping[str, type[E]],
        *,
        schema: Mapping[str, int] = SCHEMA,
        old_shapes: Mapping[tuple[str, int], Callable[[Fields], Fields]] = OLD_SHAPES,
    ) -> None:
        self._kinds = {class_: kind for kind, class_ in events.items()}
        self._adapters: dict[str, TypeAdapter[E]] = {kind: TypeAdapter(class_) for kind, class_ in events.items()}
        self._schema = {kind: schema.get(kind, 1) for kind in events}
        self._old_shapes = old_shapes

    def write(self, event: E) -> Written:
        """Return the event as stored; raises UnknownEvent when it could not be read back as it is."""
        kind = self._kinds.get(type(event))
        if kind is None:
            raise UnknownEvent(f"{type(event).__name__} has no stored name.")
        body = self._body(kind, event)
        if self.read(kind, self._schema[kind], body) != event:
            raise UnknownEvent(f"A {kind} would not be read back as it was written.")
        return Written(kind, self._schema[kind], body)

    def read(self, kind: str, schema: int, body: bytes) -> E:
        """Return the event of these bytes; raises UnknownEvent."""
        if not self.knows(kind, schema):
            raise UnknownEvent(f"{kind}, schema {schema}")
        if schema != self._schema[kind]:
            body = self._renewed(kind, schema, body)
        try:
            return self._adapters[kind].validate_json(body, strict=True)
        except ValidationError as error:
            # The fields may hold people's words; only their places go into the message.
            places = [".".join(map(str, place["loc"])) for place in error.errors(include_input=False)]
            raise UnknownEvent(f"{kind}, schema {schema}: {', '.join(places)}") from None

    def knows(self, kind: str, schema: int) -> bool:
        """Whether there is a way from this schema of this kind to an event."""
        now = self._schema.get(kind, 0)
        return 1 <= schema <= now and all((kind, older) in self._old_shapes for older in range(schema, now))

    def _body(self, kind: str, event: E) -> bytes:
        try:
            return self._adapters[kind].dump_json(event, warnings="error")
        except PydanticSerializationError:
            # Its message may hold people's words.
            raise UnknownEvent(f"A {kind} holds a value of another type than its field.") from None

    def _renewed(self, kind: str, schema: int, body: bytes) -> bytes:
        fields: Fields = json.loads(body)
        for older in range(schema, self._schema[kind]):
            fields = self._old_shapes[kind, older](fields)
        return json.dumps(fields).encode()

    async def check_kinds(self, store: EventStore) -> None:
        """Raise UnknownEvent when the store holds events that cannot be read; for the start."""
        strange = sorted(pair for pair in await store.event_kinds() if not self.knows(*pair))
        if strange:
            raise UnknownEvent(", ".join(f"{kind}, schema {schema}" for kind, schema in strange))

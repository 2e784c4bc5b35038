"""Every address for every kind of asker: who may, and nobody else. The addresses come from the server's own list."""

import re
from collections.abc import Awaitable, Callable

import pytest
from starlette.routing import Route

from speelruimte.app import Parts
from speelruimte.rules.words import SeatId
from speelruimte.rules.workshop import Role
from speelruimte.web.access import Pass, Place, cookie_name
from speelruimte.web.entrance import recovery_code
from speelruimte.web.routes import Address, addresses
from speelruimte.web.secrets import derived, hashed, new_key
from speelruimte.web.stream import Stream
from tests.web.room import BY_SCRIPT, Room, Sent, Visitor, asgi

pytestmark = [pytest.mark.anyio, pytest.mark.plays]

# What anybody may ask, and who may ask what stands under the address of a place: written here a second time, on purpose.
PUBLIC = {
    ("GET", "/"),
    ("POST", "/"),
    ("GET", "/k/{code}"),
    ("POST", "/k/{code}"),
    ("GET", "/begin"),
    ("POST", "/begin"),
    ("GET", "/organisator"),
    ("POST", "/organisator"),
    ("GET", "/herstel"),
    ("POST", "/herstel"),
    ("GET", "/w/{workshop}/console/binnen"),
    ("GET", "/w/{workshop}/beamer/binnen"),
    ("POST", "/w/{workshop}/console/binnen"),
    ("POST", "/w/{workshop}/beamer/binnen"),
    ("GET", "/livez"),
}
AT_A_PLACE = {
    Place.TABLE: {Role.SEAT},
    Place.CONSOLE: {Role.FACILITATOR, Role.COFACILITATOR},
    Place.BEAMER: {Role.BEAMER},
}
PRIVATE = [one for one in addresses() if (one.method, one.path) not in PUBLIC]


def place_of(address: Address) -> Place:
    return Place(address.path.split("/")[3])


def where(address: Address) -> str:
    return f"{address.method} {address.path}"


def test_every_address_is_public_or_stands_at_a_place() -> None:
    assert {(one.method, one.path) for one in addresses() if not one.who} == PUBLIC
    for one in PRIVATE:
        assert re.fullmatch(r"/w/\{workshop\}/(tafel|console|beamer)(/[a-z-]+)?", one.path)
        assert one.who == AT_A_PLACE[place_of(one)], where(one)


async def test_the_server_answers_no_other_address(parts: Parts) -> None:
    served = {
        (method, route.path)
        for route in parts.app.routes
        if isinstance(route, Route)
        for method in (route.methods or {"GET"}) - {"HEAD"}
    }
    listed = {(one.method, one.path) for one in addresses()}
    assert served == listed | {("GET", "/static/{path:path}")}


async def ask(room: Room, address: Address, key: str | None) -> Sent:
    """Ask for an address with this key in the cookie that the address reads."""
    name = cookie_name(room.parts.site, room.id, place_of(address))
    cookies = {name: Pass(key).text()} if key is not None else {}
    headers = {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"}
    path = address.path.replace("{workshop}", room.id)
    if isinstance(address.endpoint, Stream):
        return await asgi(room.parts, address.method, path, cookies=cookies)
    visitor = Visitor(room.parts)
    visitor.client.cookies.update(cookies)
    answer = await visitor.client.request(address.method, path, headers=headers)
    return Sent(answer.status_code, dict(answer.headers), answer.content)


def let_in(address: Address, sent: Sent) -> bool:
    if isinstance(address.endpoint, Stream):
        return b"event: afgemeld" not in sent.body
    assert sent.status in {200, 204, 303, 401, 409, 422}, f"{where(address)}: {sent.status}"
    return sent.status != 401


Asker = Callable[[Room], Awaitable[str | None]]


async def key_of_seat(room: Room) -> str:
    anna = await room.join("Anna", signed_in=False)
    return Pass.read(next(iter(anna.cookies.values()))).key


async def facilitator(room: Room) -> str:
    return room.key


async def cofacilitator(room: Room) -> str:
    return derived(room.key, Role.COFACILITATOR)


async def beamer(room: Room) -> str:
    return derived(room.key, Role.BEAMER)


HOLDERS: dict[Role, Asker] = {
    Role.SEAT: key_of_seat,
    Role.FACILITATOR: facilitator,
    Role.COFACILITATOR: cofacilitator,
    Role.BEAMER: beamer,
}


@pytest.mark.parametrize("role", Role)
async def test_a_key_opens_the_addresses_of_its_role_and_no_other(parts: Parts, role: Role) -> None:
    outcome = {}
    for address in PRIVATE:
        room = await Room.begun(parts)  # a new one each time: some addresses end a workshop or a seat
        outcome[where(address)] = let_in(address, await ask(room, address, await HOLDERS[role](room)))
    assert outcome == {where(address): role in AT_A_PLACE[place_of(address)] for address in PRIVATE}


async def nobody(room: Room) -> None:
    del room


async def somebody_with_an_empty_key(room: Room) -> str:
    del room
    return ""


async def a_forger(room: Room) -> str:
    del room
    return new_key()


async def a_thief_of_the_stored_hash(room: Room) -> str:
    return next(key for key, held in (await room.workshop()).keys.items() if held.role is Role.FACILITATOR)


async def a_thief_of_a_hash_that_was_hashed_again(room: Room) -> str:
    return hashed(room.key)


async def the_recovery_code_as_a_key(room: Room) -> str:
    return recovery_code(room.key)


async def ones_own_code_as_a_key(room: Room) -> str:
    anna = await room.join("Anna", signed_in=False)
    return Pass.read(next(iter(anna.cookies.values()))).code


async def the_join_code_as_a_key(room: Room) -> str:
    return (await room.workshop()).join_code


async def somebody_of_another_workshop(room: Room) -> str:
    return await key_of_seat(await Room.begun(room.parts))


async def the_facilitator_of_another_workshop(room: Room) -> str:
    return (await Room.begun(room.parts)).key


async def the_beamer_of_another_workshop(room: Room) -> str:
    return derived((await Room.begun(room.parts)).key, Role.BEAMER)


async def somebody_who_came_back_elsewhere(room: Room) -> str:
    anna = await room.join("Anna", signed_in=False)
    carried = Pass.read(next(iter(anna.cookies.values())))
    assert (await Visitor(room.parts).post("/", {"code": carried.code})).status_code == 303
    return carried.key


async def somebody_who_left(room: Room) -> str:
    anna = await room.join("Anna")
    assert (await anna.send("weg")).status_code == 204
    return Pass.read(next(iter(anna.cookies.values()))).key


async def somebody_who_was_removed(room: Room) -> str:
    anna = await room.join("Anna")
    seat: SeatId = await room.seat("Anna")
    assert (await room.facilitator.send("verwijder", {"plaats": seat})).status_code == 204
    return Pass.read(next(iter(anna.cookies.values()))).key


async def a_facilitator_who_lost_the_device(room: Room) -> str:
    answer = await Visitor(room.parts).post("/herstel", {"code": recovery_code(room.key)})
    assert answer.status_code == 303
    return room.key


@pytest.mark.parametrize(
    "asker",
    [
        nobody,
        somebody_with_an_empty_key,
        a_forger,
        a_thief_of_the_stored_hash,
        a_thief_of_a_hash_that_was_hashed_again,
        the_recovery_code_as_a_key,
        ones_own_code_as_a_key,
        the_join_code_as_a_key,
        somebody_of_another_workshop,
        the_facilitator_of_another_workshop,
        the_beamer_of_another_workshop,
        somebody_who_came_back_elsewhere,
        somebody_who_left,
        somebody_who_was_removed,
        a_facilitator_who_lost_the_device,
    ],
)
async def test_no_private_address_opens_for(parts: Parts, asker: Asker) -> None:
    room = await Room.begun(parts)
    key = await asker(room)
    before = await room.version()
    opened = [where(address) for address in PRIVATE if let_in(address, await ask(room, address, key))]
    assert opened == []
    assert await room.version() == before


async def test_a_workshop_that_is_not_there_says_so(parts: Parts) -> None:
    room = await Room.begun(parts)
    stranger = Visitor(parts)
    for address in PRIVATE:
        path = address.path.replace("{workshop}", "bestaatniet")
        if isinstance(address.endpoint, Stream):
            assert b"event: afgemeld" in (await asgi(parts, "GET", path)).body
        else:
            answer = await stranger.client.request(address.method, path, headers={"sec-fetch-site": "same-origin"})
            assert answer.status_code == 404, where(address)
    assert await room.version() > 0


async def test_only_who_began_it_sees_the_links_and_the_recovery_code(room: Room) -> None:
    second = await room.with_link(Place.CONSOLE)
    assert (await second.get("links")).status_code == 303
    page = await room.facilitator.get("links")
    assert recovery_code(room.key) in page.text.replace(" ", "")
    assert derived(room.key, Role.BEAMER) in page.text


@pytest.mark.parametrize("place", [Place.CONSOLE, Place.BEAMER])
async def test_a_link_opens_only_its_own_place(room: Room, place: Place) -> None:
    keys = {
        Place.CONSOLE: {room.key, derived(room.key, Role.COFACILITATOR)},
        Place.BEAMER: {derived(room.key, Role.BEAMER)},
    }
    wrong = ["", new_key(), recovery_code(room.key), await key_of_seat(room)]
    for key in [*keys[Place.CONSOLE], *keys[Place.BEAMER], *wrong]:
        visitor = Visitor(room.parts, f"/w/{room.id}/{place}")
        answer = await visitor.post("binnen", {"sleutel": key}, **BY_SCRIPT)
        right = key in keys[place]
        assert answer.status_code == (204 if right else 403)
        assert bool(visitor.cookies) is right

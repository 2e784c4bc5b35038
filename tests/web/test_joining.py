"""Coming in, coming back, and being let in no more."""

import asyncio
from datetime import timedelta

import pytest

from speelruimte.live import clock
from speelruimte.rules.workshop import Standing
from speelruimte.web.access import Pass
from speelruimte.web.entrance import recovery_code
from tests.web.room import Room, Visitor

pytestmark = pytest.mark.anyio


def code_of(visitor: Visitor) -> str:
    return Pass.read(next(iter(visitor.cookies.values()))).code


async def join_code(room: Room) -> str:
    return (await room.workshop()).join_code


@pytest.mark.parametrize("written", ["{}", "{} ", "{}-", "{}.", "\u00a0{}"])
async def test_a_code_is_found_however_it_is_typed(room: Room, written: str) -> None:
    code = await join_code(room)
    for typed in (code, code.lower(), f"{code[:3]} {code[3:]}", f"{code[:3]}-{code[3:]}"):
        answer = await Visitor(room.parts).post("/", {"code": written.format(typed)})
        assert answer.headers["location"] == f"/k/{code}"


async def test_the_page_to_join_says_what_it_is_and_when_it_is_erased(room: Room) -> None:
    page = (await Visitor(room.parts).get(f"/k/{await join_code(room)}")).text
    erased = clock.today() + timedelta(days=30)
    assert "Warmte in de wijk" in page
    assert f"{erased.day} " in page
    assert str(erased.year) in page


async def test_joining_gives_a_seat_a_cookie_and_a_code(room: Room) -> None:
    anna = await room.join("Anna")
    assert len(code_of(anna)) == 10
    assert code_of(anna)[:5] in (await anna.get()).text.replace(" ", "")
    assert [seat.name.text for seat in (await room.workshop()).here] == ["Anna"]


async def test_another_name_on_the_same_page_is_not_a_second_seat(room: Room) -> None:
    first, again = ({"naam": name, "commando": "een-pagina"} for name in ("Anna", "Bas"))
    joining = f"/k/{await join_code(room)}"
    assert (await Visitor(room.parts).post(joining, first)).status_code == 303
    answer = await Visitor(room.parts).post(joining, again)
    assert answer.status_code == 409
    assert "Dit is al een keer verstuurd" in answer.text


async def test_a_page_says_why_it_is_signed_out(room: Room) -> None:
    anna, bas, chris = [await room.join(name) for name in ("Anna", "Bas", "Chris")]
    await anna.send("weg")
    await room.facilitator.send("verwijder", {"plaats": await room.seat("Bas")})
    await Visitor(room.parts).post("/", {"code": code_of(chris)})
    left, removed, elsewhere = [(await one.get()).text for one in (anna, bas, chris)]
    assert "Je bent weggegaan" in left
    assert "Je code" in left
    assert "Vraag de begeleider" in removed
    assert "Je code" not in removed
    assert "op een ander apparaat" in elsewhere


async def test_who_has_a_seat_does_not_get_a_second_one(room: Room) -> None:
    anna = await room.join("Anna")
    answer = await anna.get(f"/k/{await join_code(room)}")
    assert answer.headers["location"] == anna.at
    assert len((await room.workshop()).here) == 1


async def test_a_second_tap_on_join_takes_no_second_seat(room: Room) -> None:
    path, fields = f"/k/{await join_code(room)}", {"naam": "Anna", "commando": "een"}
    visitor = Visitor(room.parts)
    first, second = await asyncio.gather(visitor.post(path, fields), visitor.post(path, fields))
    assert {first.status_code, second.status_code} == {303}
    assert len((await room.workshop()).here) == 1
    assert (await visitor.get(f"/w/{room.id}/tafel")).status_code == 200


async def test_forty_people_at_once(room: Room) -> None:
    await asyncio.gather(*(room.join(f"Mens {number}") for number in range(40)))
    workshop = await room.workshop()
    assert len(workshop.here) == 40
    codes = {code_of(visitor) for visitor in room.people.values()}
    assert len(codes) == 40


async def closed(room: Room) -> str:
    await room.facilitator.send("deur", {"open": "nee"})
    return await join_code(room)


async def ended(room: Room) -> str:
    await room.facilitator.send("einde", {"zeker": "ja"})
    return await join_code(room)


async def wrong(room: Room) -> str:
    code = await join_code(room)
    return code[1:] + ("2" if code[0] != "2" else "3")


async def test_a_wrong_a_closed_and_an_ended_code_give_the_same_page(room: Room) -> None:
    other = await Room.begun(room.parts)
    codes = [await wrong(room), await closed(room), await ended(other)]
    stranger = Visitor(room.parts)
    for method, fields in (("GET", None), ("POST", {"naam": "Anna"})):
        answers = [
            await stranger.client.request(method, f"/k/{code}", data=fields, headers={"sec-fetch-site": "same-origin"})
            for code in codes
        ]
        assert {answer.status_code for answer in answers} == {404}
        pages = {answer.text.replace(code, "CODE") for answer, code in zip(answers, codes, strict=True)}
        assert len(pages) == 1
    assert not (await room.workshop()).here


async def test_the_door_can_be_opened_again(room: Room) -> None:
    await closed(room)
    await room.facilitator.send("deur", {"open": "ja"})
    await room.join("Anna")


async def test_guessing_codes_is_slowed_down_and_joining_is_not(room: Room) -> None:
    guesser = Visitor(room.parts)
    statuses = [(await guesser.post("/", {"code": "AAAA"})).status_code for _ in range(81)]
    assert statuses == [404] * 80 + [429]
    assert (await guesser.get("/k/ZZZZZZ")).status_code == 429
    assert (await guesser.post("/", {"code": "A" * 10})).status_code == 429
    assert (await guesser.post("/herstel", {"code": "A" * 10})).status_code == 429


async def test_a_room_full_of_right_codes_is_never_too_often(room: Room) -> None:
    for number in range(100):
        await room.join(f"Mens {number}")


async def test_ones_own_code_brings_the_seat_to_another_device(room: Room) -> None:
    anna = await room.join("Anna")
    phone = Visitor(room.parts, anna.at)
    code = code_of(anna)
    answer = await phone.post("/", {"code": f"{code[:5]} {code[5:].lower()}"})
    assert answer.headers["location"] == anna.at
    assert (await phone.get()).status_code == 200
    assert (await anna.get()).status_code == 401
    assert code_of(phone) == code
    assert len((await room.workshop()).here) == 1


async def test_who_left_comes_back_with_the_own_code_and_who_was_removed_does_not(room: Room) -> None:
    anna, bas = await room.join("Anna"), await room.join("Bas")
    await anna.send("weg")
    await room.facilitator.send("verwijder", {"plaats": await room.seat("Bas")})
    assert (await anna.get()).status_code == 401
    assert (await Visitor(room.parts).post("/", {"code": code_of(anna)})).status_code == 303
    assert (await Visitor(room.parts).post("/", {"code": code_of(bas)})).status_code == 404
    standing = {seat.name.text: seat.standing for seat in (await room.workshop()).seats.values()}
    assert standing == {"Anna": Standing.HERE, "Bas": Standing.REMOVED}


async def test_who_left_may_also_join_anew(room: Room) -> None:
    anna = await room.join("Anna")
    await anna.send("weg")
    assert (await anna.get(f"/k/{await join_code(room)}")).status_code == 200


async def test_clearing_the_device_takes_the_seat_out_of_the_browser_only(room: Room) -> None:
    anna = await room.join("Anna")
    code = code_of(anna)
    assert (await anna.post("wis-apparaat")).headers["location"] == "/?gewist=1"
    assert not anna.cookies
    assert (await anna.get("/?gewist=1")).status_code == 200
    assert len((await room.workshop()).here) == 1
    assert (await anna.post("/", {"code": code})).status_code == 303


async def test_the_recovery_code_brings_the_console_to_another_device(room: Room) -> None:
    phone = Visitor(room.parts)
    answer = await phone.post("/herstel", {"code": recovery_code(room.key)})
    assert answer.headers["location"] == f"/w/{room.id}/console/links"
    assert (await phone.get(answer.headers["location"])).status_code == 200
    assert (await room.facilitator.get()).status_code == 401
    assert (await Visitor(room.parts).post("/herstel", {"code": recovery_code(room.key)})).status_code == 404


async def test_a_language_stays_with_the_seat(room: Room) -> None:
    anna = await room.join("Anna")
    await anna.post("taal", {"taal": "qps"})
    assert "⟦" in (await anna.get()).text
    await anna.post("taal", {"taal": "klingon"})
    assert "⟦" not in (await anna.get()).text

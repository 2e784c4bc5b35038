"""What cannot be kept is refused with a sentence, and nothing is stored."""

from collections.abc import AsyncIterator

import pytest

from speelruimte.app import Parts
from tests.web.room import BY_SCRIPT, Room, Visitor, asgi

pytestmark = pytest.mark.anyio

FAMILY = "👨‍👩‍👧‍👦"  # four people and three joiners: one sign to a reader


@pytest.fixture
async def anna(room: Room) -> Visitor:
    return await room.join("Anna")


@pytest.fixture
async def same_version(room: Room, anna: Visitor) -> AsyncIterator[None]:
    """Fail when something was stored after Anna came."""
    del anna
    before = await room.version()
    yield
    assert await room.version() == before


async def in_dilemmas(room: Room) -> str:
    await room.open("dilemmas")
    return "dilemmas"


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "\n\t",
        "\u200e\u200f",
        "\u202e",
        "\x00\x07",
        "\ufeff",
        "\u200b",
        "\u200d\u3164",
        "x" * 41,
        "é" * 41,
        FAMILY * 41,
        "e" + "\u0301" * 400,
    ],
)
@pytest.mark.usefixtures("same_version")
async def test_no_name_at_all_or_one_too_long(anna: Visitor, name: str) -> None:
    answer = await anna.send("naam", {"naam": name})
    assert answer.status_code == 422
    assert answer.json()["reden"] in {"naam_leeg", "te_lang"}
    assert answer.json()["zin"]


@pytest.mark.parametrize(
    "name", ["x" * 40, "é" * 40, "e\u0301" * 40, "Zoë 🙂", FAMILY, "مريم", "<b>Jo</b>", "O'Neil & Zn", "{{ 7*7 }}"]
)
async def test_names_of_all_kinds_are_kept_and_shown_as_text(room: Room, anna: Visitor, name: str) -> None:
    assert (await anna.send("naam", {"naam": name})).status_code == 204
    page = (await anna.get()).text
    assert "<b>Jo" not in page
    assert "49" not in page.split("naam")[-1] or name != "{{ 7*7 }}"
    seats = (await room.workshop()).seats
    assert len(next(iter(seats.values())).name.text or "") <= 40 * 8


async def test_signs_that_nobody_sees_are_taken_out(room: Room, anna: Visitor) -> None:
    assert (await anna.send("naam", {"naam": "  An\u202ena\x00\u200f\x1b[31m \r\n"})).status_code == 204
    assert [one.name.text for one in (await room.workshop()).seats.values()] == ["Anna[31m"]


async def test_how_much_too_long_a_text_is(room: Room, anna: Visitor) -> None:
    step = await in_dilemmas(room)
    before = await room.version()
    answer = await anna.send("dilemma", {"stap": step, "tekst": "a" * 605})
    assert answer.status_code == 422
    assert "5 tekens te lang" in answer.json()["zin"]
    answer = await anna.send("dilemma", {"stap": step, "tekst": "a" + "\u0301" * 8_000})
    assert answer.status_code == 422  # few signs, and yet too much
    assert await room.version() == before


async def test_a_sentence_is_measured_in_signs_also_at_the_table(parts: Parts) -> None:
    room = await Room.begun(parts)
    anna, bas = await room.join("Anna"), await room.join("Bas")
    await room.open("spelen")
    await anna.send("breng-in", {"tekst": "Ik wil het een, maar het ander."})
    round_ = await room.round_id("Anna")
    await anna.send("verteld", {"ronde": round_})
    table = next(iter((await room.workshop()).tables.values()))
    card = table.hands[await room.seat("Bas")][0]
    answer = await bas.send("speel", {"ronde": round_, "kaart": card, "tekst": "🇳🇱" * 280})
    assert answer.status_code == 204


async def test_a_day_that_is_none_breaks_no_page(room: Room, anna: Visitor) -> None:
    await room.open("voornemen")
    for day, status in (("morgen", 422), ("2026-02-31", 422), ("20261201", 204)):
        assert (await anna.send("voornemen", {"stap": "voornemen", "als": "x", "datum": day})).status_code == status
    assert "1 december 2026" in (await anna.get()).text


async def test_markup_is_shown_as_it_was_typed(room: Room, anna: Visitor) -> None:
    step = await in_dilemmas(room)
    text = "<script>alert(1)</script> & \"aanhaling\" 'enkel'"
    assert (await anna.send("dilemma", {"stap": step, "tekst": text})).status_code == 204
    page = (await anna.get()).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


async def test_a_text_without_a_script_comes_back_with_the_sentence(room: Room, anna: Visitor) -> None:
    step = await in_dilemmas(room)
    answer = await anna.post("dilemma", {"stap": step, "tekst": "Ik wil <wel> " + "x" * 600})
    assert answer.status_code == 422
    assert "Ik wil &lt;wel&gt; xxx" in answer.text
    assert "tekens te lang" in answer.text


async def test_every_text_of_a_commitment_comes_back(room: Room, anna: Visitor) -> None:
    await room.open("voornemen")
    texts = {"dan": "bel ik Bas", "eerste": "zijn nummer zoeken", "stop": "wachten", "mee.P": "de wethouder"}
    answer = await anna.post("voornemen", {"stap": "voornemen", "als": "x" * 300, **texts})
    assert answer.status_code == 422
    assert all(text in answer.text for text in texts.values())


@pytest.mark.parametrize(
    ("move", "fields"),
    [
        ("naam", {"naam": "Anna", "rol": "begeleider"}),
        ("naam", {"naam": ["Anna", "Bas"]}),
        ("naam", {}),
        ("naam", {"naam": "Anna", "commando": "x" * 41}),
        ("naam", {"naam.naam": "Anna"}),
        ("antwoorden", {"stap": "inloop", "antwoord.V1": "zeven"}),
        ("antwoorden", {"stap": "inloop", "antwoord": "7"}),
        ("antwoorden", {"stap": "inloop", "antwoord.V1": "99"}),
        ("antwoorden", {"stap": "inloop", "antwoord.V1": "-1"}),
        ("antwoorden", {"stap": "inloop", "antwoord.bestaatniet": "1"}),
        ("antwoorden", {"stap": "bestaatniet", "antwoord.V1": "1"}),
        ("hulp", {"gevraagd": "misschien"}),
        ("hulp", {}),
        ("speel", {"ronde": "r1", "kaart": "O1"}),
        ("speel", {"ronde": "../../etc/passwd", "kaart": "' OR 1=1 --"}),
        ("kies", {"ronde": "", "kaart": "O1"}),
        ("tegenzet", {"ronde": "r1", "soort": "geweld"}),
        ("maandag", {"ronde": "r1", "soort": "stap"}),
        ("zonder", {"ronde": "r1", "plaats": "iemand"}),
        ("volgende", {"stap": "spelen"}),
        ("voornemen", {"stap": "voornemen", "mee.bestaatniet": "x"}),
        ("voornemen", {"stap": "voornemen", "datum": "morgen"}),
        ("voornemen", {"stap": "voornemen", "datum": "2026-02-31"}),
        ("stemmen", {"stem": ["a", "b", "c", "d"]}),
        ("dilemma-terug", {"dilemma": "van-een-ander"}),
        ("inbrengen", {"dilemma": "van-een-ander", "inbrengen": "ja"}),
        ("heropen", {"ronde": "r0"}),
    ],
)
@pytest.mark.usefixtures("same_version")
async def test_a_move_that_makes_no_sense_now(anna: Visitor, move: str, fields: dict[str, str]) -> None:
    answer = await anna.send(move, fields)
    assert answer.status_code in {409, 422}
    assert set(answer.json()) == {"reden", "zin"}
    page = await anna.post(move, fields)
    assert page.status_code == answer.status_code
    assert answer.json()["zin"].split(".")[0] in page.text.replace("&#34;", '"')


@pytest.mark.parametrize("act", ["open-stap", "einde", "deur", "pauze", "verwijder", "sluit-vraag", "verberg"])
@pytest.mark.usefixtures("same_version")
async def test_a_participant_cannot_do_what_a_facilitator_does(room: Room, anna: Visitor, act: str) -> None:
    fields = {"stap": "spelen", "zeker": "ja", "open": "nee", "pauze": "ja"}
    assert (await anna.send(f"/w/{room.id}/console/{act}", fields)).status_code == 401
    assert (await anna.send(act, fields)).status_code in {404, 405}


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("open-stap", {"stap": "bestaatniet"}),
        ("open-stap", {}),
        ("deur", {"open": "kier"}),
        ("einde", {}),
        ("einde", {"zeker": "nee"}),
        ("verplaats", {"plaats": "niemand", "tafel": "nergens"}),
        ("verwijder", {"plaats": "niemand"}),
        ("laat-verder", {"tafel": "nergens", "ronde": "r1", "fase": "reflex"}),
        ("laat-verder", {"tafel": "nergens", "ronde": "r1", "fase": "bestaatniet"}),
        ("in-beeld", {"tafel": "nergens"}),
        ("knop", {"plaats": "niemand"}),
        ("leg-dilemma", {"dilemma": "geen", "tafel": "nergens"}),
        ("sluit-vraag", {"vraag": "bestaatniet"}),
    ],
)
@pytest.mark.usefixtures("same_version")
async def test_an_act_that_makes_no_sense_now(room: Room, act: str, fields: dict[str, str]) -> None:
    answer = await room.facilitator.send(act, fields)
    assert answer.status_code in {409, 422}
    assert answer.json()["zin"]


@pytest.mark.usefixtures("same_version")
async def test_four_megabytes_are_refused_before_they_are_read(anna: Visitor) -> None:
    answer = await anna.send("naam", {"naam": "x" * 4_000_000})
    assert answer.status_code == 413
    assert answer.json()["zin"]


@pytest.mark.usefixtures("same_version")
async def test_four_megabytes_without_a_length_are_refused_too(anna: Visitor) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"naam="
        for _ in range(64):
            yield b"x" * 65_536

    headers = {**BY_SCRIPT, "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"}
    answer = await anna.client.post(f"{anna.at}/naam", content=pieces(), headers=headers)
    assert answer.status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e3", "veel", "٣", "9" * 40])
@pytest.mark.usefixtures("same_version")
async def test_a_length_that_is_none(room: Room, anna: Visitor, length: str) -> None:
    headers = {"content-length": length, "sec-fetch-site": "same-origin", **BY_SCRIPT}
    sent = await asgi(room.parts, "POST", f"{anna.at}/naam", cookies=anna.cookies, headers=headers)
    assert sent.status == 413


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded", b"naam=%ff%fe"),
        ("application/x-www-form-urlencoded", b"%%%&&&==="),
        ("application/json", b'{"naam": "Anna"}'),
        (
            "multipart/form-data; boundary=x",
            b"--x\r\ncontent-disposition: form-data; name=naam; filename=a.txt\r\n\r\nAnna\r\n--x--",
        ),
        ("multipart/form-data; boundary=x", b"--x nonsense"),
        ("multipart/form-data", b"naam=Anna"),
        ("text/plain", b"naam=Anna"),
        ("", b"\x00\x01"),
    ],
)
async def test_a_body_that_is_no_form(room: Room, anna: Visitor, kind: str, body: bytes) -> None:
    before = await room.version()
    headers = {**BY_SCRIPT, "sec-fetch-site": "same-origin", "content-type": kind}
    answer = await anna.client.post(f"{anna.at}/naam", content=body, headers=headers)
    changed = await room.version() > before
    assert answer.status_code in ({204} if changed else {400, 422})
    assert (await anna.get()).status_code == 200


async def test_a_form_with_a_thousand_fields(room: Room, anna: Visitor) -> None:
    before = await room.version()
    fields = {"naam": "Anna"} | {f"veld{number}": "x" for number in range(1_000)}
    answer = await anna.send("naam", fields)
    assert 400 <= answer.status_code < 500
    assert answer.json()["zin"]
    assert await room.version() == before


async def test_the_same_command_twice_has_the_effect_of_once(room: Room, anna: Visitor) -> None:
    first = await anna.send("naam", {"naam": "Anne", "commando": "een"})
    after = await room.version()
    second = await anna.send("naam", {"naam": "Anne", "commando": "een"})
    assert (first.status_code, second.status_code) == (204, 204)
    assert await room.version() == after
    other = await anna.send("naam", {"naam": "Annelies", "commando": "een"})
    assert other.status_code == 409
    assert other.json()["reden"] == "dubbel_verstuurd"
    assert await room.version() == after


async def test_cards_and_people_of_another_table_cannot_be_used(parts: Parts) -> None:
    room = await Room.begun(parts, "workshop")
    for name in ("Anna", "Bas", "Chaima", "Daan", "Eva", "Fatima", "Gert", "Hanna"):
        await room.join(name)
    await room.open("dilemmas")
    await room.open("spelen")
    mine, theirs = [await room.at_table(number) for number in (1, 2)]
    assert (await theirs.send("breng-in", {"tekst": "Van de andere tafel"})).status_code == 204
    other = list((await room.workshop()).tables.values())[1]
    assert other.round
    before = await room.version()
    for move, fields in (
        ("verteld", {}),
        ("reflex", {"kaart": "O1"}),
        ("pas", {}),
        ("onthul", {}),
        ("regel", {"tekst": "meekijken"}),
        ("zonder", {"plaats": other.round.owner}),
    ):
        answer = await mine.send(move, {"ronde": other.round.id, **fields})
        assert answer.status_code == 409, move
    assert await room.version() == before

"""One round between two people, with the facilitator and the beamer looking on."""

from playwright.sync_api import expect

from tests.browser.room import Room

DILEMMA = "Ik wil de wijk in, maar de rapportage moet af."


def test_one_round_between_two_phones(room: Room) -> None:
    anna, bas = room.join("Anna"), room.join("Bas")
    beamer = room.beamer()
    anna.shows("Welkom, Anna.")
    anna.shows("Bas")
    room.console.open_step("dilemmas")
    anna.write_dilemma(DILEMMA)
    anna.saved()
    room.console.open_step("spelen")

    anna.shows("Jouw beurt.")
    anna.press("Breng dit dilemma in")
    owner, giver = anna, bas
    owner.in_phase("inbreng")
    owner.told()
    giver.in_phase("reflex")
    giver.pick_reflex("M1")
    owner.pick_reflex("P3")
    giver.in_phase("toespelen")
    card = next(one for one in giver.hand() if not one.startswith("P"))
    giver.play_card(card, "Bel de wethouder eerst zelf.")

    owner.in_phase("onthullen")
    owner.shows("Bel de wethouder eerst zelf.")
    giver.shows("Bel de wethouder eerst zelf.")
    owner.heard()
    owner.in_phase("zet")
    owner.choose(card, "Ik ga morgen bellen.")
    giver.in_phase("tegenzet")
    giver.contest("Dan passeer je je eigen chef.")
    owner.in_phase("antwoord")
    owner.shows("Dan passeer je je eigen chef.")
    owner.answer_contest("vasthouden", "Ik vertel het hem eerst.")
    owner.in_phase("maandagstap")
    owner.monday_step("ik maandag binnenkom", "bel ik")
    giver.in_phase("terugblik")
    giver.shows("bel ik")
    giver.write_line("Alleen voor mij.")
    giver.saved()
    giver.shows("Alleen voor mij.")
    owner.shows_not("Alleen voor mij.")
    room.console.shows_not("Alleen voor mij.")
    owner.end_round()
    expect(giver.page.locator("[data-fase]")).to_have_count(0)
    giver.shows("Jouw beurt.")
    beamer.shows_not("Bel de wethouder eerst zelf.")


def test_everything_fits_the_screen(room: Room) -> None:
    small = room.join("Anna", viewport={"width": 320, "height": 640})
    for step in ("borden", "dilemmas", "spelen", "voornemen"):
        room.console.open_step(step)
        small.shows("")
        assert small.no_sideways(), step
    assert room.console.no_sideways()

"""A whole workshop in real browsers: a console, a beamer and eight phones at two tables, from beginning to end."""

from playwright.sync_api import expect

from tests.browser.hall import Hall, a_round_that_is_told, begun, came_in
from tests.browser.inspected import Inspection
from tests.browser.room import Room

ANNAS = "Ik wil de wijk in, maar de rapportage moet af. Dus ik moet kiezen tussen bewoners en een blije directeur."
CHAIMAS = "Ik wil eerlijk zijn over de kosten, maar ik ken ze pas volgend jaar."
ELSES = "Ik wil samen met beheer graven, maar hun planning ligt vast."
ADVICE = "Bel de wethouder eerst zelf."
NAMES = ("Anna", "Bas", "Chaima", "Daan", "Els", "Femke", "Guus", "Hanna")


def test_a_workshop_with_two_tables(empty_room: Room, inspection: Inspection) -> None:
    begun(empty_room, inspection, "workshop")
    hall = came_in(empty_room, inspection, NAMES)
    entry_and_statements(hall)
    the_boards(hall)
    choosing_dilemmas(hall)
    hall.open("spelen", heading="", on_wall="Praten is het spel.")
    the_first_round_of_anna(hall)
    a_round_that_is_told(hall, "Els", "Femke", "Guus", "Hanna")
    the_round_of_bas(hall)
    looking_back(hall)
    the_end(hall)


# before playing


def entry_and_statements(hall: Hall) -> None:
    hall["Anna"].shows("Welkom, Anna.")
    hall.look("inloop")
    menus(hall)
    hall.everybody_answers(but="Hanna")
    hall.console.shows("8 van 8 klaar")
    hall.look("inloop, ready")
    hall.open("herken", heading="Herken je dit?", on_wall="0 van 8 klaar")
    expect(hall["Anna"].questions.locator("input:checked")).to_have_count(0)
    hall.everybody_answers(but="Guus")
    hall.look("herken, ready")
    hall.close_question("Herken je dit?")
    expect(hall["Anna"].page.locator(".vellen li").first).to_be_visible()
    hall.look("herken, closed")


def menus(hall: Hall) -> None:
    """Look at what lies over the page when its address asks for it."""
    page = hall["Anna"].page
    page.locator("#menu-knop").click()
    hall.inspection.look(page, "phone, menu")
    page.get_by_role("link", name="Mijn code").click()
    hall.inspection.look(page, "phone, own code")
    assert len(hall["Anna"].own_code()) == 10
    page.get_by_role("link", name="Sluit").locator("visible=true").click()


def the_boards(hall: Hall) -> None:
    hall.open("borden", heading="Je speelt op drie schaakborden", on_wall="0 van 8 klaar")
    hall["Anna"].questions.locator("[name=relatie]").fill("… knarst, en dat zeg ik nooit.")
    hall.everybody_answers()
    hall.look("borden, ready")
    hall.close_question("Zo veel ruimte voelen we nu.")
    hall.beamer.shows("Politiek")
    hall.look("borden, closed")
    hall["Bas"].shows_not("knarst")
    hall.console.shows_not("knarst")


def choosing_dilemmas(hall: Hall) -> None:
    anna, bas, chaima, els = (hall[name] for name in ("Anna", "Bas", "Chaima", "Els"))
    hall.open("dilemmas", heading="Waar moet jij tussen kiezen?", on_wall="")
    anna.write_dilemma(ANNAS)
    chaima.write_dilemma(CHAIMAS)
    els.write_dilemma(ELSES)
    bas.unfold("voorbeelden")
    hall.look("dilemmas, example", "Bas")
    bas.form("voorbeeld").locator("input[type=radio]").first.check(force=True)
    bas.submit("voorbeeld")
    for name in ("Daan", "Femke", "Guus", "Hanna"):
        hall[name].submit("geen")
    hall.console.shows("4 dilemma’s op de stapel")
    anna.shows("Je dilemma ligt op de stapel.")
    bas.shows("Je dilemma ligt op de stapel.")
    hall.look("dilemmas, written", "Anna", "Daan")
    hall.console.open_voting()
    anna.shows("Lees alles. Geef drie stemmen.")
    hall.look("dilemmas, votes")
    hall.beamer.shows(ANNAS)
    for name in ("Bas", "Chaima", "Daan", "Els", "Femke"):
        hall[name].vote(ANNAS)
    hall["Guus"].vote(ANNAS, ELSES)
    anna.vote(ELSES, CHAIMAS)
    anna.shows("Je stemmen liggen vast.")
    hall.console.shows("7 van 8 klaar")
    hall.look("dilemmas, voted")
    hall.console.close_voting()
    anna.shows("Je dilemma is gekozen.")
    hall.look("dilemmas, asked", "Anna", "Daan")
    anna.bring_in()
    bas.bring_in()
    els.bring_in()
    chaima.bring_in(False)
    chaima.shows("Een ander brengt jouw dilemma in.")
    unplaced = hall.console.page.locator("#dilemmas li")
    expect(unplaced).to_have_count(1)
    unplaced.get_by_role("button", name="Op tafel 2").click()
    hall.console.shows("Alles ligt op een tafel.")
    hall.look("dilemmas, chosen")


# rounds


def the_first_round_of_anna(hall: Hall) -> None:
    """All nine phases, with a withdrawal, two passes, a card of the pile, and a second contestation."""
    telling_and_reflexes(hall)
    card = playing_cards(hall)
    the_reveal(hall)
    the_move_and_two_contestations(hall, card)
    the_step_and_the_look_back(hall)


def telling_and_reflexes(hall: Hall) -> None:
    anna, bas, chaima, daan = (hall[name] for name in NAMES[:4])
    anna.in_phase("inbreng")
    bas.shows("Kijk op.")
    hall.look("inbreng", "Anna", "Bas")
    anna.told()
    for phone in (anna, bas, chaima, daan):
        phone.in_phase("reflex")
    hall.look("reflex", "Anna", "Bas")
    bas.pick_reflex("M1")
    chaima.pick_reflex("O1")
    daan.submit("geen-reflex")


def playing_cards(hall: Hall) -> str:
    """Let Bas take back a card and play another, which is returned; Chaima and Daan pass."""
    anna, bas, chaima, daan = (hall[name] for name in NAMES[:4])
    bas.in_phase("toespelen")
    hall.look("toespelen", "Bas")
    first, second, *_ = [card for card in bas.hand() if not card.startswith("P")]
    bas.open_card(first)
    hall.look("toespelen, a card", "Bas")
    bas.write(f"speel-{first}", "Toch maar niet.")
    bas.submit(f"speel-{first}")
    bas.shows("Je kaart ligt.")
    hall.look("toespelen, played", "Bas")
    bas.take_back()
    expect(bas.page.locator(f"#kaart-{first}")).to_be_visible()
    bas.play_card(second, ADVICE)
    bas.shows("Je kaart ligt.")
    chaima.in_phase("toespelen")
    chaima.submit("pas")
    chaima.shows("Je slaat deze ronde over. Dat mag.")
    hall.look("toespelen, passed", "Chaima")
    anna.pick_reflex("P3")
    anna.in_phase("toespelen")
    hall.look("toespelen, owner", "Anna")
    anna.shows_not(ADVICE)
    daan.submit("pas")
    return second


def the_reveal(hall: Hall) -> None:
    """One card and the owner's reflex is little, so the pile plays two more."""
    anna, chaima, daan = (hall[name] for name in ("Anna", "Chaima", "Daan"))
    anna.in_phase("onthullen")
    anna.shows(ADVICE)
    hall.beamer.shows_not(ADVICE)
    hall.look("onthullen, few cards", "Anna", "Bas")
    chaima.turn_pile()
    expect(daan.live.get_by_text("van de stapel")).to_have_count(1)
    daan.turn_pile()
    expect(daan.form("stapel")).to_have_count(0)
    expect(anna.live.get_by_text("van de stapel")).to_have_count(2)
    asked_for_the_wall(hall)
    hall.look("onthullen", "Anna", "Bas")
    anna.heard()


def the_move_and_two_contestations(hall: Hall, card: str) -> None:
    anna, bas, chaima, daan = (hall[name] for name in NAMES[:4])
    anna.in_phase("zet")
    hall.look("zet", "Anna", "Bas")
    anna.choose(card, "Ik ga morgen bellen.")
    bas.in_phase("tegenzet")
    anna.shows("Kijk op.")
    hall.look("tegenzet", "Bas", "Anna")
    bas.submit("geen-tegenzet")
    expect(chaima.form("tegenzet-kaart")).to_be_visible()
    chaima.contest("Dan passeer je je eigen chef.")
    anna.in_phase("antwoord")
    anna.shows("Dan passeer je je eigen chef.")
    hall.beamer.shows("Dan passeer je je eigen chef.")
    hall.look("antwoord", "Anna", "Bas")
    anna.answer_contest("aanpassen", "Ik vertel het hem eerst.")
    expect(daan.form("tegenzet-kaart")).to_be_visible()
    hall.look("tegenzet, the second", "Daan")
    daan.contest_with_card()
    anna.in_phase("antwoord")
    anna.answer_contest("vasthouden")


def the_step_and_the_look_back(hall: Hall) -> None:
    anna, bas = hall["Anna"], hall["Bas"]
    anna.in_phase("maandagstap")
    expect(anna.page.locator("#stand")).to_be_in_viewport()  # what is new begins at its top
    hall.look("maandagstap", "Anna", "Bas")
    anna.monday_step("ik maandag binnenkom", "bel ik")
    bas.in_phase("terugblik")
    bas.shows("bel ik")
    hall.beamer.shows("bel ik")
    bas.write_line("Alleen voor mij.")
    bas.shows("Alleen voor mij.")
    hall.look("terugblik", "Anna", "Bas")
    for other in (anna, hall.console, hall.beamer):
        other.shows_not("Alleen voor mij.")
    anna.end_round()
    bas.shows("Klaar? Jij brengt in.")
    hall.look("between two rounds", "Anna", "Bas")


def asked_for_the_wall(hall: Hall) -> None:
    """The wall follows a table only after the yes of whose dilemma it is."""
    hall.console.page.locator("#tafel-t1").get_by_role("button", name="In beeld").click()
    hall.console.shows("Wacht op ja van Anna.")
    hall.beamer.shows_not(ANNAS)
    hall["Anna"].press("Ja, dat mag")
    hall.beamer.shows(ANNAS)
    hall.console.shows("Deze ronde staat op het grote scherm.")


def the_round_of_bas(hall: Hall) -> None:
    """A shorter round: the owner switches to another card after a loose contestation, and has no step yet."""
    anna, bas, chaima, daan = (hall[name] for name in NAMES[:4])
    chaima.begin_round()
    bas.in_phase("inbreng")
    bas.told()
    for phone, tactic in ((bas, "O2"), (anna, "M2"), (chaima, "P1"), (daan, "P2")):
        phone.in_phase("reflex")
        phone.pick_reflex(tactic)
    cards = []
    for phone in (anna, chaima, daan):
        cards.append(next(card for card in phone.hand() if card[0] != "O" and card not in cards))
        phone.play_card(cards[-1])
    bas.in_phase("onthullen")
    bas.heard()
    bas.choose(cards[0])
    chaima.unfold("losse")
    hall.look("tegenzet, loose", "Chaima")
    chaima.form("tegenzet-los").locator("input[type=radio]").nth(3).check(force=True)
    chaima.submit("tegenzet-los")
    bas.in_phase("antwoord")
    bas.form("antwoord").locator("input[value=overstappen]").check(force=True)
    bas.form("antwoord").locator(f"input[value={cards[1]}]").check(force=True)
    bas.submit("antwoord")
    daan.press("We hebben het besproken")
    bas.answer_contest("loslaten")
    bas.press("Nog niet")
    bas.in_phase("terugblik")
    bas.end_round()
    anna.shows("Lees ronde 2 terug")
    anna.page.locator("details[id^=vorige-] summary").first.click()
    hall.look("between, with one to read back", "Anna")


# after playing


def looking_back(hall: Hall) -> None:
    hall.open("pauze", heading="Pauze.", on_wall="Terug om")
    hall.open("oogst", heading="Alle zetten van 3 rondes.", on_wall="Oogst")
    for phone in hall.phones.values():
        phone.questions.locator("input[type=checkbox]").first.check(force=True)
        phone.send_answers()
    hall.console.shows("8 van 8 klaar")
    hall.close_question("8 keer")
    hall.look("oogst, closed")
    hall.open("spiegel", heading="Je spiegel", on_wall="Even voor jezelf.")
    hall["Anna"].page.locator("details[id^=zetten-] summary").first.click()
    hall.look("spiegel, with moves", "Anna", "Bas")


def the_end(hall: Hall) -> None:
    anna, bas = hall["Anna"], hall["Bas"]
    hall.open("voornemen", heading="Maak het klein genoeg voor maandag", on_wall="0 van 8 klaar")
    anna.commit("het teamoverleg begint", "vraag ik wat er stopt")
    anna.shows("vraag ik wat er stopt")
    bas.submit("nog-niet")
    hall.console.shows("2 van 8 klaar")
    hall.look("voornemen, made", "Anna", "Bas")
    for other in (bas, hall.console, hall.beamer):
        other.shows_not("vraag ik wat er stopt")
    hall.open("afsluiting", heading="Tot slot.", on_wall="Neem je kaart mee.")
    hall.everybody_answers()
    hall.look("afsluiting, ready")
    hall.console.end()
    hall.console.shows("De workshop is klaar.")
    for phone in hall.phones.values():
        phone.shows("Dat was het. Goed gespeeld.")
    hall.beamer.shows("Goed gespeeld.")
    hall.look("the end", "Anna", "Bas")

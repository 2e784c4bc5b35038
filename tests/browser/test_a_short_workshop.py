"""The short form: five people at one table, one round, and nobody at the laptop between the steps."""

from playwright.sync_api import expect

from tests.browser.hall import Hall, a_round_that_is_told, begun, came_in
from tests.browser.inspected import Inspection
from tests.browser.room import Room

NAMES = ("Anna", "Bas", "Chaima", "Daan", "Els")
DILEMMA = "Ik wil de wijk in, maar de rapportage moet af."


def test_a_short_workshop_at_one_table(empty_room: Room, inspection: Inspection) -> None:
    begun(empty_room, inspection, "kort")
    hall = came_in(empty_room, inspection, NAMES)
    anna = hall["Anna"]
    hall.everybody_answers()
    give_the_button(hall, "Anna")

    anna.press("Volgende stap: Drie borden")
    hall["Bas"].shows("Je speelt op drie schaakborden")
    hall.everybody_answers(but="Els")
    hall.close_question("Zo veel ruimte voelen we nu.")

    anna.press("Volgende stap: Dilemma’s")
    anna.write_dilemma(DILEMMA)
    hall.console.press("Deze spelen we")
    anna.bring_in()

    anna.press("Volgende stap: Spelen")
    hall["Bas"].shows("Kijk op.")
    a_round_that_is_told(hall, *NAMES)

    anna.press("Volgende stap: Oogst")
    hall["Bas"].shows("Alle zetten van 1 ronde.")
    hall.look("oogst")
    for step, heading in (("Spiegel", "Je spiegel"), ("Voornemen", "Maak het klein"), ("Afsluiting", "Tot slot.")):
        anna.press(f"Volgende stap: {step}")
        hall["Bas"].shows(heading)
        hall.look(step)
    expect(anna.page.get_by_role("button", name="Volgende stap")).to_have_count(0)
    hall.everybody_answers()
    hall.console.end()
    for phone in hall.phones.values():
        phone.shows("Dat was het. Goed gespeeld.")


def give_the_button(hall: Hall, name: str) -> None:
    """Give somebody at the table the button that opens the next step."""
    hall.console.person(name).get_by_role("button", name="Geef de knop").click()
    expect(hall[name].page.get_by_role("button", name="Volgende stap")).to_be_visible()

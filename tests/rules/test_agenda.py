"""Opening steps in any order, pausing, and the end of a workshop."""

from dataclasses import replace

import pytest

from speelruimte.rules.agenda import (
    BeginWorkshop,
    DoorChanged,
    EndWorkshop,
    GiveNextButton,
    NextButtonGiven,
    NextStep,
    OpenStep,
    Pause,
    PauseChanged,
    SetDoor,
    StepOpened,
    WorkshopBegun,
    WorkshopEnded,
)
from speelruimte.rules.cards import Scene
from speelruimte.rules.keys import KeyGiven
from speelruimte.rules.refusals import Reason
from speelruimte.rules.round_cards import PlayCard
from speelruimte.rules.round_opening import DilemmaBrought
from speelruimte.rules.sitting import SatDown, TableOpened
from speelruimte.rules.words import DilemmaId, StepId, TacticId
from speelruimte.rules.workshop import KeyKind, Phase, Role, Workshop
from tests.given import NOON, given, with_all
from tests.rules.situations import (
    ANNA,
    BAS,
    DILEMMAS,
    LOTS,
    PLAY,
    R1,
    T1,
    begun,
    in_phase,
    joined,
    open_step,
    put,
    seated,
    words,
)
from tests.rules.small_deck import small_deck

SHORT = [step.id for step in small_deck().format_of["kort"].steps]


def begin(format_: str) -> BeginWorkshop:
    keys = (("k", Role.FACILITATOR, KeyKind.COOKIE),)
    return BeginWorkshop(words("titel"), "KAART7", format_, 4, None, "2099-01-01", keys)


def test_a_workshop_begins_with_its_deck_and_keys() -> None:
    given(Workshop(small_deck())).when(begin("kort")).then_some(WorkshopBegun, KeyGiven)


def test_it_begins_once_and_with_a_format_of_the_deck() -> None:
    given(begun()).when(begin("kort")).then_refused(Reason.CHANGED_MEANWHILE)
    given(Workshop(small_deck())).when(begin("eeuwig")).then_refused(Reason.UNKNOWN)


def test_the_first_step_is_open_from_the_start() -> None:
    assert begun().scene is Scene.LOBBY


def test_any_step_can_be_opened_further_on_or_back() -> None:
    there = given(joined(3)).when(open_step(Scene.CLOSING))
    there.then(StepOpened(StepId("afsluiting"), NOON))
    given(there.workshop).when(open_step(Scene.LOBBY)).then(StepOpened(StepId("inloop"), NOON))


def test_a_step_of_another_format_is_unknown() -> None:
    given(joined(3)).when(open_step(Scene.MIRROR)).then_refused(Reason.UNKNOWN)


def test_tables_are_made_once() -> None:
    again = given(seated(3), open_step(Scene.LOBBY)).when(open_step(Scene.DILEMMAS))
    assert not {TableOpened, SatDown} & {type(event) for event in again.events}


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.ASIDE])
def test_a_round_that_is_left_and_reopened_is_as_it_was(phase: Phase) -> None:
    before = in_phase(phase)
    after = with_all(before, open_step(Scene.HARVEST), open_step(Scene.PLAY))
    assert unclocked(after) == unclocked(before)


def test_coming_back_begins_no_second_round_by_itself() -> None:
    waiting = with_all(in_phase(Phase.DONE), put_in_queue())
    back = given(waiting, open_step(Scene.HARVEST)).when(open_step(Scene.PLAY))
    back.then_some(StepOpened)


def put_in_queue() -> DilemmaBrought:
    return DilemmaBrought(T1, DilemmaId("wacht"), BAS, words("wacht"), None)


def unclocked(workshop: Workshop) -> Workshop:
    return replace(workshop, version=0, step_opened_at={})


def test_a_round_is_frozen_while_another_step_is_open() -> None:
    away = given(in_phase(Phase.REFLEX), open_step(Scene.DILEMMAS))
    away.when(PlayCard(BAS, R1, TacticId("A3"))).then_refused(Reason.NOT_THIS_STEP)


def test_what_is_written_stays_when_another_step_opens() -> None:
    before = with_all(seated(3), put(ANNA))
    after = with_all(before, open_step(Scene.CLOSING), open_step(Scene.DILEMMAS))
    assert unclocked(after) == unclocked(before)


def test_who_has_the_button_opens_the_next_step() -> None:
    at = SHORT.index(DILEMMAS)
    button = given(seated(3), GiveNextButton(BAS))
    opened = button.when(NextStep(BAS, DILEMMAS, NOON, LOTS))
    assert opened.events[0] == StepOpened(SHORT[at + 1], NOON)


def test_the_button_is_for_who_was_given_it_and_for_the_step_it_names() -> None:
    given(seated(3)).when(NextStep(BAS, DILEMMAS, NOON, LOTS)).then_refused(Reason.ONLY_FACILITATOR)
    button = given(seated(3), GiveNextButton(BAS))
    button.when(NextStep(BAS, PLAY, NOON, LOTS)).then_refused(Reason.NOT_THIS_STEP)
    taken = given(seated(3), GiveNextButton(BAS), GiveNextButton(BAS, given=False))
    taken.when(NextStep(BAS, DILEMMAS, NOON, LOTS)).then_refused(Reason.ONLY_FACILITATOR)


def test_after_the_last_step_there_is_none() -> None:
    last = given(joined(3), open_step(Scene.CLOSING), GiveNextButton(BAS))
    last.when(NextStep(BAS, StepId("afsluiting"), NOON, LOTS)).then_refused(Reason.NOT_THIS_STEP)


def test_the_button_is_for_short_workshops() -> None:
    given(seated(3)).when(GiveNextButton(BAS)).then(NextButtonGiven(BAS, given=True))
    given(seated(3, "lang")).when(GiveNextButton(BAS)).then_refused(Reason.ONLY_FACILITATOR)


def test_a_pause_begins_and_ends() -> None:
    given(joined(1)).when(Pause(paused=True)).then(PauseChanged(paused=True))
    given(joined(1), Pause(paused=True)).when(Pause(paused=True)).then()
    given(joined(1), Pause(paused=True)).when(Pause(paused=False)).then(PauseChanged(paused=False))


def test_the_door_closes_and_opens() -> None:
    given(joined(1)).when(SetDoor(open=False)).then(DoorChanged(open=False))
    given(joined(1)).when(SetDoor(open=True)).then()


def test_a_workshop_ends_once_and_for_good() -> None:
    given(seated(3)).when(EndWorkshop()).then(WorkshopEnded())
    ended = given(seated(3), EndWorkshop())
    ended.when(EndWorkshop()).then()
    ended.when(OpenStep(PLAY, NOON, LOTS)).then_refused(Reason.WORKSHOP_ENDED)
    ended.when(put(ANNA)).then_refused(Reason.WORKSHOP_ENDED)
    ended.when(GiveNextButton(BAS)).then_refused(Reason.WORKSHOP_ENDED)
    ended.when(Pause(paused=True)).then()

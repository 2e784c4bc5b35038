"""Hiding a text, the spotlight, a table's name, calling for help, and the keys of the console."""

from speelruimte.rules.keys import KeyGiven, RecoverConsole
from speelruimte.rules.moderation import (
    AnswerHelp,
    CallHelp,
    HelpCalled,
    HideWords,
    MoveSpotlight,
    NameTable,
    SpotlightMoved,
    TableNamed,
    WordsHidden,
)
from speelruimte.rules.refusals import Reason
from speelruimte.rules.words import TableId, WordsId
from speelruimte.rules.workshop import KeyKind, Role
from tests.given import given, with_all
from tests.rules.situations import ANNA, T1, begun, joined, seated, words

TEXT = WordsId("dilemma van anna")
START = seated(3)


def test_a_text_is_hidden_and_shown_again() -> None:
    given(START).when(HideWords(TEXT)).then(WordsHidden(TEXT, hidden=True))
    given(START, HideWords(TEXT)).when(HideWords(TEXT)).then()
    shown = given(START, HideWords(TEXT)).when(HideWords(TEXT, hidden=False))
    assert shown.workshop.hidden == frozenset()


def test_the_spotlight_goes_to_a_table_or_to_none() -> None:
    given(START).when(MoveSpotlight(T1)).then(SpotlightMoved(T1))
    given(START, MoveSpotlight(T1)).when(MoveSpotlight(None)).then(SpotlightMoved(None))
    given(START).when(MoveSpotlight(TableId("t9"))).then_refused(Reason.UNKNOWN)


def test_anybody_names_the_own_table() -> None:
    given(START).when(NameTable(ANNA, words("De erker"))).then(TableNamed(T1, words("De erker")))
    given(START).when(NameTable(ANNA, words(" "))).then_refused(Reason.NAME_EMPTY)
    given(joined(1)).when(NameTable(ANNA, words("De erker"))).then_refused(Reason.TABLES_FULL)


def test_a_table_calls_for_help_until_the_facilitator_has_been_there() -> None:
    given(START).when(CallHelp(ANNA, wanted=True)).then(HelpCalled(T1, wanted=True))
    called = given(START, CallHelp(ANNA, wanted=True))
    called.when(CallHelp(ANNA, wanted=True)).then()
    called.when(AnswerHelp(T1)).then(HelpCalled(T1, wanted=False))
    given(START).when(AnswerHelp(T1)).then()


def test_a_lost_console_is_taken_over_with_the_code() -> None:
    new = (("nieuw", Role.FACILITATOR, KeyKind.COOKIE), ("code-2", Role.FACILITATOR, KeyKind.CODE))
    start = with_all(begun(), code())
    recovered = given(start).when(RecoverConsole("code-1", new)).workshop
    assert set(recovered.keys) == {"nieuw", "code-2"}
    given(start).when(RecoverConsole("console", new)).then_refused(Reason.ONLY_FACILITATOR)
    given(start).when(RecoverConsole("geraden", new)).then_refused(Reason.ONLY_FACILITATOR)


def code() -> KeyGiven:
    return KeyGiven("code-1", Role.FACILITATOR, KeyKind.CODE)

"""From a command of a simulated person to the form that this person would fill in."""

from enum import Enum

from speelruimte.rules.absence import GoOnWithout
from speelruimte.rules.events import Command
from speelruimte.rules.round_cards import PassPlaying, PickReflex, PlayCard
from speelruimte.rules.round_close import AllowBeamer, EndRound, TakeMondayStep, WriteLine
from speelruimte.rules.round_contest import AnswerContest, ChooseMove, ContestMove, DeclineContest, HeardAll
from speelruimte.rules.round_opening import BeginRound, BringDilemma, PassTurn, TellEnough
from speelruimte.rules.round_pile import TurnPileCard
from speelruimte.rules.words import Words

ROUND = {"round": "ronde"}
CARD = {"tactic": "kaart", "words": "tekst"}

# The word in the address, and the field of the form for each field of the command.
FORMS: dict[type, tuple[str, dict[str, str]]] = {
    BeginRound: ("begin-ronde", {}),
    BringDilemma: ("breng-in", {"dilemma": "dilemma", "words": "tekst", "example": "voorbeeld"}),
    PassTurn: ("beurt-over", ROUND),
    TellEnough: ("verteld", ROUND),
    PickReflex: ("reflex", ROUND | {"tactic": "kaart"}),
    PlayCard: ("speel", ROUND | CARD),
    PassPlaying: ("pas", ROUND),
    TurnPileCard: ("stapel", ROUND),
    HeardAll: ("gehoord", ROUND),
    ChooseMove: ("kies", ROUND | CARD),
    ContestMove: (
        "tegenzet",
        ROUND | {"kind": "soort", "voice": "stem", "contestation": "tegenwerping", "words": "tekst"},
    ),
    DeclineContest: ("geen-tegenzet", ROUND),
    AnswerContest: ("antwoord", ROUND | CARD | {"kind": "soort"}),
    TakeMondayStep: ("maandag", ROUND | {"kind": "soort", "condition": "als", "action": "dan", "necessity": "nodig"}),
    WriteLine: ("regel", ROUND | {"words": "tekst"}),
    AllowBeamer: ("beamer", ROUND | {"allowed": "mag"}),
    EndRound: ("rond-af", ROUND),
    GoOnWithout: ("zonder", ROUND | {"absent": "plaats"}),
}


def filled_in(command: Command) -> tuple[str, dict[str, str]]:
    """Return the word in the address and the fields, without what stays empty."""
    word, names = FORMS[type(command)]
    values = {field: written(getattr(command, name)) for name, field in names.items()}
    return word, {field: text for field, text in values.items() if text}


def written(value: object) -> str:
    """Return a value as a form sends it."""
    if isinstance(value, Words):
        return value.text or ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Enum):
        return str(value.value)
    return str(value or "")

"""What people read when something cannot be done: what happened, what is kept, what they can do."""

from speelruimte.rules.refusals import Reason, Refused
from speelruimte.web.translate import gettext
from speelruimte.web.translate import marked as _

SENTENCES: dict[Reason, str] = {
    Reason.CARD_NOT_IN_HAND: _("Deze kaart heb je niet in je hand. Kies een van je eigen kaarten."),
    Reason.CARD_ALREADY_OPEN: _("Kies een kaart van een ander bord. Van dit bord ligt er al een."),
    Reason.CARD_UNKNOWN: _("Deze kaart hoort niet bij dit spel. Kies een andere."),
    Reason.MOVE_NOT_OPEN: _("Je kunt alleen kiezen uit de kaarten die openliggen."),
    Reason.NOT_THIS_PHASE: _("Dit kan nu niet. De tafel is bij: {fase}."),
    Reason.NOT_THIS_STEP: _("De groep is al bij een andere stap: {stap}. Je tekst staat hier nog."),
    Reason.ROUND_OVER: _("Deze ronde is voorbij. Je tekst staat hier nog."),
    Reason.ROUND_WAS_REVEALED: _(
        "De kaarten waren al omgedraaid. Je kaart is niet gespeeld. Je tekst staat hieronder."
    ),
    Reason.ALREADY_PLAYED: _("Je hebt al een kaart gespeeld. Neem die eerst terug als je wilt wisselen."),
    Reason.ALREADY_CHOSEN: _("Je keuze ligt al vast voor deze ronde."),
    Reason.TOO_LATE_TO_WITHDRAW: _("Terugnemen kan niet meer. De kaarten liggen open."),
    Reason.NOT_TO_YOURSELF: _("De inbrenger speelt zelf geen kaart. Je krijgt ze juist."),
    Reason.ONLY_OWNER: _("Dit is aan {naam}, de inbrenger."),
    Reason.ONLY_OPPONENT: _("{naam} is nu de tegenspeler. Jij komt misschien nog aan de beurt."),
    Reason.ONLY_FACILITATOR: _("Alleen de begeleider kan dit doen."),
    Reason.NOT_YOUR_TABLE: _("Dit hoort bij een andere tafel. Je zit nu aan tafel {tafel}."),
    Reason.NOBODY_IS_WAITED_FOR: _("Er wordt nu op niemand gewacht. De tafel kan zo verder."),
    Reason.STILL_PRESENT: _("{naam} is er nog. Vraag het even aan tafel."),
    Reason.TABLE_BUSY: _("Deze tafel speelt nog een ronde. Rond die eerst af."),
    Reason.TOO_LATE_TO_REOPEN: _("Deze ronde kan niet meer open. De volgende kaarten zijn al omgedraaid."),
    Reason.DOOR_CLOSED: _("De deur is dicht. Vraag de begeleider om hem open te zetten."),
    Reason.TABLES_FULL: _(
        "Alle tafels zijn vol. Kijk zolang mee. Zodra er drie mensen wachten, komt er een tafel bij."
    ),
    Reason.NAME_EMPTY: _("Vul een naam in. Een bijnaam mag ook."),
    Reason.TOO_LONG: _("Je tekst is {n} tekens te lang. Er kunnen er {max} in. Je tekst is niet weg."),
    Reason.EMPTY: _("Er staat nog niets. Schrijf één zin, of kies “We hebben het besproken”."),
    Reason.VOTE_FOR_OWN: _("Op je eigen dilemma stem je niet. Kies een ander."),
    Reason.VOTES_USED: _("Je drie stemmen zijn op. Haal er één terug als je wilt schuiven."),
    Reason.VOTES_CLOSED: _("Het stemmen is gesloten. Je stemmen van daarvoor tellen mee."),
    Reason.NO_DILEMMA: _("Er ligt geen dilemma meer. Schrijf er een of kies een voorbeeld."),
    Reason.CHANGED_MEANWHILE: _("Iemand was je net voor. Kijk wat er nu ligt. Je tekst staat hieronder."),
    Reason.SENT_TWICE: _(
        "Dit is al een keer verstuurd, met een andere tekst. De eerste blijft staan. Je tekst staat hieronder."
    ),
    Reason.WORKSHOP_ENDED: _("Deze workshop is klaar. Je kunt nog wel lezen wat van jou is."),
    Reason.NO_SEAT: _("Je hebt hier geen plaats meer. Met je eigen code kun je terugkomen."),
    Reason.QUESTION_CLOSED: _("Deze vraag is gesloten. Je antwoord van daarvoor telt mee."),
    Reason.UNKNOWN: _("Dit lukte niet. Je tekst staat hier nog. Probeer het nog eens."),
}

CODE_UNKNOWN = _("Deze code kennen we niet. Kijk of alle tekens kloppen, of vraag of de deur open is.")
TRIED_TOO_OFTEN = _("Dit ging een paar keer mis. Probeer het over {n} minuten weer.")
STORE_FULL = _("We kunnen nu niets bewaren. Je tekst staat op dit apparaat. Waarschuw de begeleider.")
SIGNED_OUT = _("Je speelt nu op een ander apparaat verder. Deze pagina is afgemeld.")
LEFT = _("Je bent weggegaan uit deze workshop.")
REMOVED = _("Je doet niet meer mee. Vraag de begeleider of je terug mag komen.")
NO_TITLE = _("Geef de bijeenkomst een naam. De rest staat er nog.")
TOO_BIG = _("Dit is te groot om te bewaren. Je tekst staat hier nog.")


def sentence(refused: Refused) -> str:
    """Return the sentence of a refusal in the language of the page."""
    facts = {key: value or "" for key, value in refused.facts.items()}
    return gettext(SENTENCES[refused.reason]).format_map(Gaps(facts))


class Gaps(dict[str, object]):
    """The gaps of a sentence; one that was not filled stays empty."""

    def __missing__(self, key: str) -> str:
        return ""

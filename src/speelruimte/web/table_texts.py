"""The one sentence that a phone shows in a phase: for the owner, for who can act, and for who waits."""

from speelruimte.rules.view.person import PersonView
from speelruimte.rules.workshop import Phase
from speelruimte.web.translate import gettext
from speelruimte.web.translate import marked as _

NOW: dict[Phase, str] = {
    Phase.TELL: _("{naam} vertelt."),
    Phase.REFLEX: _("Iedereen kiest een eerste kaart."),
    Phase.PLAY: _("De anderen spelen {naam} een kaart toe."),
    Phase.REVEAL: _("Alles ligt. Kijk op."),
    Phase.MOVE: _("{naam} kiest een zet."),
    Phase.COUNTER: _("{tegenspeler} spreekt tegen."),
    Phase.ANSWER: _("{naam} antwoordt."),
    Phase.MONDAY: _("{naam} maakt het klein."),
    Phase.LOOKBACK: _("Eén vraag voor de hele tafel."),
}

OWNER: dict[Phase, str] = {
    Phase.TELL: _("Vertel je dilemma, zoals je het thuis zou vertellen."),
    Phase.REFLEX: _("Welke kaart zou je het eerst pakken? Niemand ziet het nog."),
    Phase.PLAY: _("Je krijgt zo kaarten van je tafel. Je hoeft niets te doen."),
    Phase.REVEAL: _("Luister. Ieder vertelt kort waarom. Jij zegt nog niets."),
    Phase.MOVE: _("Kies één kaart die openligt. Zeg wat je ermee gaat doen: “Ik ga …”"),
    Phase.COUNTER: _("Luister naar het bezwaar. Je antwoord komt zo."),
    Phase.ANSWER: _("Houd vast, pas aan, stap over of laat los. Het mag alle vier."),
    Phase.MONDAY: _("Als …, dan … Klein genoeg voor maandag. “Nog niet” mag ook."),
    Phase.LOOKBACK: _("Lees de vraag voor. Wat neem jij mee?"),
}

OTHERS: dict[Phase, str] = {
    Phase.TELL: _("Luister. Stel daarna één vraag die iets verheldert."),
    Phase.REFLEX: _("Wat zou jij het eerst doen? Dit blijft van jou."),
    Phase.PLAY: _("Wat zou jij maandag doen? Speel één kaart dicht naar {naam}."),
    Phase.REVEAL: _("Zeg in een halve minuut waarom je deze kaart gaf."),
    Phase.MOVE: _("Kijk mee. De keuze is aan {naam}."),
    Phase.COUNTER: _("Geef de beste reden om dit niet te doen. Kaart of eigen woorden."),
    Phase.ANSWER: _("Luister naar het antwoord. Overtuigen hoeft niet."),
    Phase.MONDAY: _("Help met één vraag: “Wanneer precies?”"),
    Phase.LOOKBACK: _("Zeg één zin. De regel op je scherm is alleen voor jou."),
}

WAITING: dict[Phase, str] = {
    Phase.REFLEX: _("Je reflex ligt vast. De anderen kiezen nog."),
    Phase.PLAY: _("Je kaart ligt. Tot het omdraaien mag je hem terugnemen."),
    Phase.COUNTER: _("{tegenspeler} zoekt een goed bezwaar."),
}

PARTS = {"inbrenger": OWNER, "anderen": OTHERS, "wacht": WAITING}

FASEN: dict[Phase, str] = {
    Phase.TELL: _("Inbreng"),
    Phase.REFLEX: _("Reflex"),
    Phase.PLAY: _("Toespelen"),
    Phase.REVEAL: _("Onthullen"),
    Phase.MOVE: _("Zet"),
    Phase.COUNTER: _("Tegenzet"),
    Phase.ANSWER: _("Antwoord"),
    Phase.MONDAY: _("Maandagstap"),
    Phase.LOOKBACK: _("Terugblik"),
}


def phase_name(phase: Phase) -> str:
    """Return the name of a phase in the language of the page."""
    return gettext(FASEN.get(phase, str(phase)))


def reading(view: PersonView) -> dict[str, str]:
    """Return the shared line (`now`) and the own line (`own`) of the round, when there is one."""
    round_ = view.table.round if view.table else None
    if round_ is None or view.mine is None:
        return {"now": "", "own": ""}
    names = {"naam": round_.owner_name, "tegenspeler": round_.opponent_name}
    part = PARTS[view.mine.part]
    own = part.get(view.mine.phase) or OTHERS[view.mine.phase]
    return {"now": filled(NOW[round_.phase], names), "own": filled(own, names)}


def filled(sentence: str, names: dict[str, str]) -> str:
    return gettext(sentence).format_map(names)

"""Why the rules may say no. The sentences that people read are in `web/sentences.py`."""

from enum import StrEnum


class Reason(StrEnum):
    """One refusal; the value is the key of its sentence."""

    CARD_NOT_IN_HAND = "kaart_niet_in_hand"
    CARD_ALREADY_OPEN = "kaart_ligt_al_open"
    CARD_UNKNOWN = "kaart_onbekend"
    MOVE_NOT_OPEN = "zet_niet_open"
    NOT_THIS_PHASE = "niet_deze_fase"
    NOT_THIS_STEP = "niet_deze_stap"
    ROUND_OVER = "ronde_voorbij"
    ROUND_WAS_REVEALED = "ronde_was_open"
    ALREADY_PLAYED = "al_gespeeld"
    ALREADY_CHOSEN = "al_gekozen"
    TOO_LATE_TO_WITHDRAW = "terug_te_laat"
    NOT_TO_YOURSELF = "niet_aan_jezelf"
    ONLY_OWNER = "alleen_inbrenger"
    ONLY_OPPONENT = "alleen_tegenspeler"
    ONLY_FACILITATOR = "alleen_begeleider"
    NOT_YOUR_TABLE = "niet_jouw_tafel"
    NOBODY_IS_WAITED_FOR = "niemand_wacht"
    STILL_PRESENT = "nog_aanwezig"
    TABLE_BUSY = "tafel_bezig"
    TOO_LATE_TO_REOPEN = "heropenen_te_laat"
    DOOR_CLOSED = "deur_dicht"
    TABLES_FULL = "tafels_vol"
    NAME_EMPTY = "naam_leeg"
    TOO_LONG = "te_lang"
    EMPTY = "leeg"
    VOTE_FOR_OWN = "stem_eigen"
    VOTES_USED = "stemmen_op"
    VOTES_CLOSED = "stemmen_dicht"
    NO_DILEMMA = "geen_dilemma"
    CHANGED_MEANWHILE = "anders_gewijzigd"
    SENT_TWICE = "dubbel_verstuurd"
    WORKSHOP_ENDED = "workshop_klaar"
    NO_SEAT = "geen_plaats"
    QUESTION_CLOSED = "vraag_dicht"
    UNKNOWN = "onbekend"


class Refused(Exception):
    """The rules do not allow this now; nothing has happened.

    `facts` fills the gaps of the sentence, for instance `{"naam": "Anna"}`.
    """

    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.facts = facts

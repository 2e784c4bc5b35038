"""What a facilitator can send: one form per act, by the word in its address."""

from typing import Literal

from speelruimte.rules import absence, agenda, answers, dilemmas, moderation, people
from speelruimte.rules.events import Command
from speelruimte.rules.words import DilemmaId, RoundId, SeatId, StepId, TableId, WordsId
from speelruimte.rules.workshop import Phase
from speelruimte.web.forms import Form, Making, MaybeCode
from speelruimte.web.typed import Code

YesNo = Literal["ja", "nee"]


class OpenStepForm(Form):
    stap: Code

    def command(self, making: Making) -> Command:
        return agenda.OpenStep(StepId(self.stap), making.now, making.lots())


class CloseQuestionForm(Form):
    vraag: Code
    dicht: YesNo = "ja"

    def command(self, making: Making) -> Command:
        del making
        return answers.CloseQuestion(self.vraag, self.dicht == "ja")


class OpenVotingForm(Form):
    def command(self, making: Making) -> Command:
        return dilemmas.OpenVoting(making.lots())


class CloseVotingForm(Form):
    def command(self, making: Making) -> Command:
        return dilemmas.CloseVoting(making.lots())


class PlaceDilemmaForm(Form):
    dilemma: Code
    tafel: Code

    def command(self, making: Making) -> Command:
        del making
        return dilemmas.PlaceDilemma(DilemmaId(self.dilemma), TableId(self.tafel))


class LetGoOnForm(Form):
    tafel: Code
    ronde: Code
    fase: Phase

    def command(self, making: Making) -> Command:
        return absence.LetGoOn(TableId(self.tafel), RoundId(self.ronde), self.fase, making.lots())


class MoveSeatForm(Form):
    plaats: Code
    tafel: Code

    def command(self, making: Making) -> Command:
        return people.MoveSeat(SeatId(self.plaats), TableId(self.tafel), making.lots())


class RemoveSeatForm(Form):
    plaats: Code

    def command(self, making: Making) -> Command:
        return people.RemoveSeat(SeatId(self.plaats), making.lots())


class ReadmitSeatForm(Form):
    plaats: Code

    def command(self, making: Making) -> Command:
        return people.ReadmitSeat(SeatId(self.plaats), making.lots())


class DoorForm(Form):
    open: YesNo

    def command(self, making: Making) -> Command:
        del making
        return agenda.SetDoor(self.open == "ja")


class PauseForm(Form):
    pauze: YesNo

    def command(self, making: Making) -> Command:
        del making
        return agenda.Pause(self.pauze == "ja")


class HideForm(Form):
    tekst: Code
    verborgen: YesNo = "ja"

    def command(self, making: Making) -> Command:
        del making
        return moderation.HideWords(WordsId(self.tekst), self.verborgen == "ja")


class SpotlightForm(Form):
    tafel: MaybeCode = None

    def command(self, making: Making) -> Command:
        del making
        return moderation.MoveSpotlight(TableId(self.tafel) if self.tafel else None)


class HelpedForm(Form):
    tafel: Code

    def command(self, making: Making) -> Command:
        del making
        return moderation.AnswerHelp(TableId(self.tafel))


class NextButtonForm(Form):
    plaats: Code
    knop: YesNo = "ja"

    def command(self, making: Making) -> Command:
        del making
        return agenda.GiveNextButton(SeatId(self.plaats), self.knop == "ja")


class EndForm(Form):
    """Ending is for good, so it is asked twice: the second time with `zeker`."""

    zeker: Literal["ja"]

    def command(self, making: Making) -> Command:
        del making
        return agenda.EndWorkshop()


ACTS: dict[str, type[Form]] = {
    "open-stap": OpenStepForm,
    "sluit-vraag": CloseQuestionForm,
    "open-stemmen": OpenVotingForm,
    "sluit-stemmen": CloseVotingForm,
    "leg-dilemma": PlaceDilemmaForm,
    "laat-verder": LetGoOnForm,
    "verplaats": MoveSeatForm,
    "verwijder": RemoveSeatForm,
    "laat-toe": ReadmitSeatForm,
    "deur": DoorForm,
    "pauze": PauseForm,
    "verberg": HideForm,
    "in-beeld": SpotlightForm,
    "geholpen": HelpedForm,
    "knop": NextButtonForm,
    "einde": EndForm,
}

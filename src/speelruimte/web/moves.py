"""What a participant can send: one form per move, by the word in its address."""

from typing import Annotated, Literal

from pydantic import Field

from speelruimte.rules import (
    absence,
    agenda,
    answers,
    commitment,
    dilemmas,
    moderation,
    people,
    round_cards,
    round_close,
    round_contest,
    round_opening,
    round_pile,
)
from speelruimte.rules.events import Command
from speelruimte.rules.refusals import Reason, Refused
from speelruimte.rules.words import (
    BoardId,
    ContestationId,
    DilemmaId,
    QuestionId,
    RoundId,
    SeatId,
    StepId,
    TacticId,
    Words,
    WordsId,
)
from speelruimte.rules.workshop import AnswerKind, ContestKind, MondayKind
from speelruimte.web.forms import Form, Making, Maybe, MaybeCode, Several
from speelruimte.web.typed import Code, Day, LongText, Name, Sentence

MaybeNumber = Annotated[int | None, Maybe]


class NameForm(Form):
    naam: Name

    def command(self, making: Making) -> Command:
        return people.ChangeName(making.seat, Words(WordsId(making.id()), self.naam))


class LeaveForm(Form):
    def command(self, making: Making) -> Command:
        return people.Leave(making.seat, making.lots())


class AnswersForm(Form):
    """`antwoord.<vraag>` for each question; `bord` and `relatie` with the step about the boards."""

    stap: Code
    antwoord: dict[str, MaybeNumber] = Field(default_factory=dict)
    bord: MaybeCode = None
    relatie: Sentence = ""

    def command(self, making: Making) -> Command:
        given = {QuestionId(key): value for key, value in self.antwoord.items()}
        board = BoardId(self.bord) if self.bord else None
        return answers.GiveAnswers(making.seat, StepId(self.stap), given, board, making.words(self.relatie))


class ReadyForm(Form):
    stap: Code

    def command(self, making: Making) -> Command:
        return answers.SayReady(making.seat, StepId(self.stap))


class DilemmaForm(Form):
    stap: Code
    tekst: LongText = ""
    voorbeeld: MaybeCode = None

    def command(self, making: Making) -> Command:
        dilemma = DilemmaId(making.id())
        return dilemmas.PutDilemma(making.seat, StepId(self.stap), dilemma, making.words(self.tekst), self.voorbeeld)


class TakeDilemmaBackForm(Form):
    dilemma: Code

    def command(self, making: Making) -> Command:
        return dilemmas.TakeDilemmaBack(making.seat, DilemmaId(self.dilemma))


class VotesForm(Form):
    stem: Annotated[tuple[Code, ...], Several] = ()

    def command(self, making: Making) -> Command:
        return dilemmas.GiveVotes(making.seat, tuple(DilemmaId(one) for one in self.stem))


class BringingForm(Form):
    dilemma: Code
    inbrengen: Literal["ja", "nee"]

    def command(self, making: Making) -> Command:
        return dilemmas.AnswerBringing(making.seat, DilemmaId(self.dilemma), self.inbrengen == "ja")


class BeginRoundForm(Form):
    def command(self, making: Making) -> Command:
        return round_opening.BeginRound(making.seat)


class BringForm(Form):
    """A new dilemma for the own table: own words, an example, or one that was written before."""

    tekst: LongText = ""
    voorbeeld: MaybeCode = None
    dilemma: MaybeCode = None

    def command(self, making: Making) -> Command:
        known = DilemmaId(self.dilemma or making.id())
        return round_opening.BringDilemma(making.seat, known, making.words(self.tekst), self.voorbeeld)


class PassTurnForm(Form):
    ronde: MaybeCode = None

    def command(self, making: Making) -> Command:
        return round_opening.PassTurn(making.seat, RoundId(self.ronde) if self.ronde else None)


class RoundForm(Form):
    """A form about the open round, which it names."""

    ronde: Code

    @property
    def round(self) -> RoundId:
        return RoundId(self.ronde)


class ToldForm(RoundForm):
    def command(self, making: Making) -> Command:
        return round_opening.TellEnough(making.seat, self.round)


class ReflexForm(RoundForm):
    """Without a card it is a pass."""

    kaart: MaybeCode = None

    def command(self, making: Making) -> Command:
        return round_cards.PickReflex(making.seat, self.round, TacticId(self.kaart) if self.kaart else None)


class PlayForm(RoundForm):
    kaart: Code
    tekst: Sentence = ""

    def command(self, making: Making) -> Command:
        return round_cards.PlayCard(making.seat, self.round, TacticId(self.kaart), making.words(self.tekst))


class WithdrawForm(RoundForm):
    def command(self, making: Making) -> Command:
        return round_cards.WithdrawCard(making.seat, self.round)


class PassPlayingForm(RoundForm):
    def command(self, making: Making) -> Command:
        return round_cards.PassPlaying(making.seat, self.round)


class RevealForm(RoundForm):
    def command(self, making: Making) -> Command:
        return round_cards.RevealAnyway(making.seat, self.round)


class PileForm(RoundForm):
    def command(self, making: Making) -> Command:
        return round_pile.TurnPileCard(making.seat, self.round, making.lots())


class HeardForm(RoundForm):
    def command(self, making: Making) -> Command:
        return round_contest.HeardAll(making.seat, self.round)


class ChooseForm(RoundForm):
    """Without a card the round goes on without a choice."""

    kaart: MaybeCode = None
    tekst: Sentence = ""

    def command(self, making: Making) -> Command:
        tactic = TacticId(self.kaart) if self.kaart else None
        return round_contest.ChooseMove(making.seat, self.round, tactic, making.words(self.tekst))


class ContestForm(RoundForm):
    soort: ContestKind
    stem: MaybeCode = None
    tegenwerping: MaybeCode = None
    tekst: Sentence = ""

    def command(self, making: Making) -> Command:
        loose = ContestationId(self.tegenwerping) if self.tegenwerping else None
        words = making.words(self.tekst)
        return round_contest.ContestMove(making.seat, self.round, self.soort, self.stem, loose, words)


class DeclineForm(RoundForm):
    def command(self, making: Making) -> Command:
        return round_contest.DeclineContest(making.seat, self.round)


class AnswerForm(RoundForm):
    soort: AnswerKind
    tekst: Sentence = ""
    kaart: MaybeCode = None

    def command(self, making: Making) -> Command:
        tactic = TacticId(self.kaart) if self.kaart else None
        return round_contest.AnswerContest(making.seat, self.round, self.soort, making.words(self.tekst), tactic)


class MondayForm(RoundForm):
    soort: MondayKind
    als: Sentence = ""
    dan: Sentence = ""
    nodig: MaybeCode = None

    def command(self, making: Making) -> Command:
        if_, then = making.words(self.als), making.words(self.dan)
        return round_close.TakeMondayStep(making.seat, self.round, self.soort, if_, then, self.nodig)


class LineForm(RoundForm):
    tekst: Sentence

    def command(self, making: Making) -> Command:
        words = making.words(self.tekst)
        if words is None:
            raise Refused(Reason.EMPTY)
        return round_close.WriteLine(making.seat, self.round, words)


class EndRoundForm(RoundForm):
    def command(self, making: Making) -> Command:
        return round_close.EndRound(making.seat, self.round, making.lots())


class ReopenForm(RoundForm):
    def command(self, making: Making) -> Command:
        return round_close.ReopenRound(making.seat, self.round)


class BeamerForm(RoundForm):
    mag: Literal["ja", "nee"]

    def command(self, making: Making) -> Command:
        return round_close.AllowBeamer(making.seat, self.round, self.mag == "ja")


class WithoutForm(RoundForm):
    plaats: Code

    def command(self, making: Making) -> Command:
        return absence.GoOnWithout(making.seat, self.round, SeatId(self.plaats))


class TableNameForm(Form):
    naam: Name

    def command(self, making: Making) -> Command:
        return moderation.NameTable(making.seat, Words(WordsId(making.id()), self.naam))


class HelpForm(Form):
    gevraagd: Literal["ja", "nee"] = "ja"

    def command(self, making: Making) -> Command:
        return moderation.CallHelp(making.seat, self.gevraagd == "ja")


class NextStepForm(Form):
    stap: Code

    def command(self, making: Making) -> Command:
        return agenda.NextStep(making.seat, StepId(self.stap), making.now, making.lots())


class CommitmentForm(Form):
    """`mee.<bord>` is who one takes along on each board."""

    stap: Code
    als: Sentence = ""
    dan: Sentence = ""
    eerste: Sentence = ""
    datum: Day = ""
    mee: dict[str, Sentence] = Field(default_factory=dict)
    stop: Sentence = ""

    def command(self, making: Making) -> Command:
        along = {BoardId(board): making.words(text) for board, text in self.mee.items()}
        return commitment.MakeCommitment(
            making.seat,
            StepId(self.stap),
            making.words(self.als),
            making.words(self.dan),
            making.words(self.eerste),
            self.datum,
            {board: words for board, words in along.items() if words},
            making.words(self.stop),
        )


MOVES: dict[str, type[Form]] = {
    "naam": NameForm,
    "weg": LeaveForm,
    "antwoorden": AnswersForm,
    "klaar": ReadyForm,
    "dilemma": DilemmaForm,
    "dilemma-terug": TakeDilemmaBackForm,
    "stemmen": VotesForm,
    "inbrengen": BringingForm,
    "begin-ronde": BeginRoundForm,
    "breng-in": BringForm,
    "beurt-over": PassTurnForm,
    "verteld": ToldForm,
    "reflex": ReflexForm,
    "speel": PlayForm,
    "terug": WithdrawForm,
    "pas": PassPlayingForm,
    "onthul": RevealForm,
    "stapel": PileForm,
    "gehoord": HeardForm,
    "kies": ChooseForm,
    "tegenzet": ContestForm,
    "geen-tegenzet": DeclineForm,
    "antwoord": AnswerForm,
    "maandag": MondayForm,
    "regel": LineForm,
    "rond-af": EndRoundForm,
    "heropen": ReopenForm,
    "beamer": BeamerForm,
    "zonder": WithoutForm,
    "tafelnaam": TableNameForm,
    "hulp": HelpForm,
    "volgende": NextStepForm,
    "voornemen": CommitmentForm,
}

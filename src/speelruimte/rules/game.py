"""The door of the rules: every event by its stored name, and how a history folds to a workshop."""

from collections.abc import Iterable

from speelruimte.rules import (
    absence,
    agenda,
    answers,
    commitment,
    dealing,
    dilemmas,
    keys,
    moderation,
    people,
    round_cards,
    round_close,
    round_contest,
    round_flow,
    round_opening,
    round_pile,
    sitting,
)
from speelruimte.rules.cards import Deck
from speelruimte.rules.events import Command, Event, Happened, after, evolve
from speelruimte.rules.workshop import Workshop

__all__ = ["EVENTS", "Command", "Event", "Happened", "after", "evolve", "fold"]

# Chosen by hand and never renamed: these names are on disk.
EVENTS: dict[str, type[Event]] = {
    "workshop-begun": agenda.WorkshopBegun,
    "step-opened": agenda.StepOpened,
    "pause-changed": agenda.PauseChanged,
    "door-changed": agenda.DoorChanged,
    "workshop-ended": agenda.WorkshopEnded,
    "next-button-given": agenda.NextButtonGiven,
    "key-given": keys.KeyGiven,
    "keys-revoked": keys.KeysRevoked,
    "seat-taken": people.SeatTaken,
    "name-changed": people.NameChanged,
    "standing-changed": people.StandingChanged,
    "presence-noted": absence.PresenceNoted,
    "table-opened": sitting.TableOpened,
    "sat-down": sitting.SatDown,
    "stood-up": sitting.StoodUp,
    "cards-dealt": dealing.CardsDealt,
    "answers-given": answers.AnswersGiven,
    "relation-written": answers.RelationWritten,
    "seat-ready": answers.SeatReady,
    "question-closed": answers.QuestionClosed,
    "dilemma-put": dilemmas.DilemmaPut,
    "dilemma-taken-back": dilemmas.DilemmaTakenBack,
    "voting-opened": dilemmas.VotingOpened,
    "votes-given": dilemmas.VotesGiven,
    "dilemmas-chosen": dilemmas.DilemmasChosen,
    "author-answered": dilemmas.AuthorAnswered,
    "dilemma-placed": dilemmas.DilemmaPlaced,
    "dilemma-brought": round_opening.DilemmaBrought,
    "round-begun": round_opening.RoundBegun,
    "owner-stood-in": round_opening.OwnerStoodIn,
    "turn-passed": round_opening.TurnPassed,
    "phase-opened": round_flow.PhaseOpened,
    "reflex-picked": round_cards.ReflexPicked,
    "card-played": round_cards.CardPlayed,
    "card-withdrawn": round_cards.CardWithdrawn,
    "playing-passed": round_cards.PlayingPassed,
    "cards-revealed": round_flow.CardsRevealed,
    "pile-card-turned": round_pile.PileCardTurned,
    "move-chosen": round_contest.MoveChosen,
    "move-contested": round_flow.MoveContested,
    "contest-declined": round_contest.ContestDeclined,
    "contest-answered": round_contest.ContestAnswered,
    "necessity-marked": round_close.NecessityMarked,
    "monday-step-taken": round_close.MondayStepTaken,
    "line-written": round_close.LineWritten,
    "beamer-allowed": round_close.BeamerAllowed,
    "round-ended": round_close.RoundEnded,
    "round-reopened": round_close.RoundReopened,
    "round-set-aside": round_flow.RoundSetAside,
    "owner-left": round_flow.OwnerLeft,
    "went-on-without": absence.WentOnWithout,
    "waits-again": absence.WaitsAgain,
    "words-hidden": moderation.WordsHidden,
    "spotlight-moved": moderation.SpotlightMoved,
    "table-named": moderation.TableNamed,
    "help-called": moderation.HelpCalled,
    "commitment-made": commitment.CommitmentMade,
}


def fold(deck: Deck, history: Iterable[Happened]) -> Workshop:
    """Return the workshop that this history makes, played with this deck."""
    workshop = Workshop(deck)
    for happened in history:
        workshop = evolve(workshop, happened)
    return workshop

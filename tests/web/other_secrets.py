"""The same workshop with other secrets in it: what nobody else may see is different, all else is equal."""

from dataclasses import replace

from speelruimte.rules.words import Words
from speelruimte.rules.workshop import BEFORE_REVEAL, Round, Table, Workshop


def with_other_secrets(workshop: Workshop) -> Workshop:
    """Return it with other answers, votes, authors who said nothing, hidden cards, reflexes, hands and private lines."""
    dilemmas = workshop.dilemmas
    open_pictures = workshop.step.id in workshop.closed
    answers = {seat: dict.fromkeys(given) for seat, given in workshop.answers.items()}
    return replace(
        workshop,
        answers=workshop.answers if open_pictures else answers,
        votes=dict.fromkeys(workshop.votes, ()),
        relations={seat: (board, other(words)) for seat, (board, words) in workshop.relations.items()},
        dilemmas={key: replace(one, author=one.author if one.brought else None) for key, one in dilemmas.items()},
        commitments={},
        tables={key: with_other_cards(table) for key, table in workshop.tables.items()},
    )


def other(words: Words) -> Words:
    return Words(words.id, "Iets heel anders.")


def with_other_cards(table: Table) -> Table:
    rounds = tuple(with_other_lines(one) for one in table.rounds)
    return replace(table, hands={}, pile=(), discards=(), rounds=rounds)


def with_other_lines(round_: Round) -> Round:
    """Change what a round hides: private lines always, and before the reveal every card and first reflex."""
    lines = {seat: other(words) for seat, words in round_.lines.items()}
    if round_.phase not in BEFORE_REVEAL:
        reflexes = {seat: tactic if seat == round_.owner else None for seat, tactic in round_.reflexes.items()}
        return replace(round_, lines=lines, reflexes=reflexes, played=(), necessity=None)
    played = tuple(replace(card, tactic="X9", words=None) for card in round_.played)
    return replace(round_, lines=lines, reflexes=dict.fromkeys(round_.reflexes), played=played, necessity=None)

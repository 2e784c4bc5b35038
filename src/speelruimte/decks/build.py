"""From the shapes of a deck's files, all found good, to the values that the rules play with."""

from speelruimte.decks import shape
from speelruimte.rules import cards
from speelruimte.rules.words import BoardId, QuestionId, StepId


def build(files: shape.Folder, digest: str) -> cards.Deck:
    """Return the deck; the digest tells it from every other version of itself."""
    deck, questions = files.deck, files.questions
    # Where a row has the very fields of its value, `dict(row)` hands them over.
    return cards.Deck(
        id=deck.id,
        name=deck.name,
        version=deck.version,
        digest=digest,
        boards=tuple(cards.Board(**dict(row)) for row in deck.boards),
        tactics=tuple(cards.Tactic(**dict(row)) for row in files.cards.tactics),
        voices=tuple(cards.Voice(**dict(row)) for row in deck.voices),
        contestations=tuple(cards.Contestation(**dict(row)) for row in files.contestations.contestations),
        tasks=tuple(_task(row, deck.unserved) for row in deck.tasks),
        dilemmas=tuple(_dilemma(row) for row in files.dilemmas.dilemmas),
        tensions=tuple(cards.Tension(**dict(row)) for row in files.dilemmas.tensions),
        statements=tuple(_choice(row, questions.statement_labels) for row in questions.statements),
        entry=tuple(cards.Question(**dict(row)) for row in questions.entry),
        exit=tuple(cards.Question(**dict(row)) for row in questions.exit),
        space=tuple(_space(row) for row in questions.space),
        hunches=tuple(_choice(row, tuple(board.name for board in deck.boards)) for row in questions.hunches),
        hunch_question=questions.hunch_question,
        hunch_note=questions.hunch_note,
        formats=tuple(_format(row, files.formats) for row in files.formats.formats),
        phase_helps=tuple((row.phase, row.sentence) for row in files.formats.phase_helps),
        closing_question=deck.closing_question,
        harvest_question=deck.harvest_question,
        credits=deck.credits,
        neutral_names=deck.neutral_names,
        language=deck.language,
        author=deck.author,
        licence=deck.licence,
    )


def space_question(board: BoardId) -> QuestionId:
    """Return the id of the question how much room there is on a board."""
    return QuestionId(f"ruimte-{board}")


def _task(row: shape.TaskRow, unserved: str) -> cards.Task:
    return cards.Task(row.id, row.name, row.sentence, row.unserved or unserved)


def _dilemma(row: shape.DilemmaRow) -> cards.ExampleDilemma:
    boards = tuple(BoardId(board) for board in row.boards)
    return cards.ExampleDilemma(row.id, row.text, boards, row.tensions, row.note or "")


def _choice(row: shape.StatementRow, labels: tuple[str, ...]) -> cards.Question:
    return cards.Question(QuestionId(row.id), row.text, high=len(labels), labels=labels)


def _space(row: shape.SpaceRow) -> cards.Question:
    board = BoardId(row.board)
    return cards.Question(space_question(board), row.text, len(row.labels), row.low_pole, row.high_pole, row.labels)


def _format(row: shape.FormatRow, files: shape.FormatsFile) -> cards.Format:
    scripts = {script.id: script for script in files.scripts}
    steps = tuple(_step(step, scripts[step.script]) for step in row.steps)
    return cards.Format(
        id=row.id,
        name=row.name,
        minutes=sum(step.minutes for step in steps),
        steps=steps,
        rounds=row.rounds,
        rounds_small=row.rounds_small,
        small=row.small,
        one_table=row.one_table,
        before=files.before,
    )


def _step(row: shape.StepRow, script: shape.ScriptRow) -> cards.Step:
    said = cards.Script(script.say, script.ask, script.lay_out, script.trouble, row.here)
    return cards.Step(StepId(row.id), row.scene, row.name, row.minutes, said)

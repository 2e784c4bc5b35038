"""Everything that people have put into a workshop, so that a law can say that none of it is lost."""

from speelruimte.rules.workshop import Round, Table, Workshop

OF_A_ROUND = ("reflexes", "played", "open", "passed", "move", "contests", "monday", "necessity", "lines", "on_beamer")


def contributions(workshop: Workshop) -> dict[tuple[object, ...], object]:
    """Return each contribution under a name of its own."""
    found: dict[tuple[object, ...], object] = {}
    for kind in ("answers", "relations", "dilemmas", "votes", "commitments", "ready", "seats"):
        found |= {(kind, key): value for key, value in getattr(workshop, kind).items()}
    for table in workshop.tables.values():
        found |= of_a_table(table)
    # A place at a table is given, not contributed.
    return {key: getattr(value, "name", value) if key[0] == "seats" else value for key, value in found.items()}


def of_a_table(table: Table) -> dict[tuple[object, ...], object]:
    found: dict[tuple[object, ...], object] = {("hand", seat): hand for seat, hand in table.hands.items()}
    found[("name", table.id)] = table.name
    for one in table.rounds:
        found |= of_a_round(one)
    return found


def of_a_round(one: Round) -> dict[tuple[object, ...], object]:
    return {(one.id, kind): getattr(one, kind) for kind in OF_A_ROUND}

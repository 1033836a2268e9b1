"""How far the sharpest reader gets: between which numbers each line that is not shown lies."""

from collections.abc import Iterator, Sequence

from advisor_app.disclosure.auditor.audit import state_after
from advisor_app.disclosure.auditor.reader import Reader
from advisor_app.disclosure.auditor.report import Interval
from advisor_app.disclosure.auditor.solver import Highs, SolverFailedError
from advisor_app.disclosure.auditor.state import State
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.plan import Plan
from advisor_app.disclosure.statement import Statement


def intervals(ledger: Ledger, release_id: str) -> Iterator[Interval]:
    """Return where each line of a release that is not shown lies, in planned order.

    After the lines of a table comes what the plan never offers of it, such as departments that
    nobody knows, unless that follows. For a reader with every release up to and with this one, who
    knows the protocol.

    Raises:
        SolverFailedError: also when nothing agrees with what was said.
        RefusedError: UNKNOWN_RELEASE.
    """
    known = ledger.through(release_id)
    plan, _release = known.planned(release_id)
    state = state_after(known, release_id)
    said = known.said_in(release_id)
    solver = Highs()
    reader = Reader(state.grid, (), solver, lambda: None)
    try:
        for row, each in enumerate(said):
            if each.value is None:
                yield _interval(reader, state, each.box)
            rest = _never_offered(plan, said, row)
            if rest is not None:
                found = _interval(reader, state, rest)
                if found.most != found.least:
                    yield found
    finally:
        solver.end()


def _interval(reader: Reader, state: State, box: Box) -> Interval:
    target = state.grid.vector(box)
    small = reader.world(state.rows, -target)
    large = reader.world(state.rows, target)
    if small is None or large is None:
        raise SolverFailedError
    is_open = bool((large[target > 0] >= state.rows.cap).any())
    return Interval(
        box=box, least=int(small @ target), most=None if is_open else int(large @ target)
    )


def _never_offered(plan: Plan, said: Sequence[Statement], row: int) -> Box | None:
    """Return the leaves that a table never offers, where this is its last line and it has some."""
    table = _table(plan, said[row].box)
    if table is None or table in (_table(plan, each.box) for each in said[row + 1 :]):
        return None
    times, name = table
    lines = (plan.sides(each.box)[name] for each in said if _table(plan, each.box) == table)
    rest = frozenset(plan.dimension(name).leaves).difference(*lines)
    return Box.of({plan.time: times, name: rest}) if rest else None


def _table(plan: Plan, box: Box) -> tuple[frozenset[str], str] | None:
    """Return the periods and the attribute of a line; None for a total, and for a pair."""
    names = tuple(plan.sides(box))
    return (plan.times(box), names[0]) if len(names) == 1 else None

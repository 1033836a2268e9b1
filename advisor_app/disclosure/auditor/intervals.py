"""How far the sharpest reader gets: between which numbers each box that is not shown lies."""

from collections.abc import Iterator

from advisor_app.disclosure.auditor.audit import state_after
from advisor_app.disclosure.auditor.reader import Reader
from advisor_app.disclosure.auditor.report import Interval
from advisor_app.disclosure.auditor.solver import Highs, SolverFailedError
from advisor_app.disclosure.ledger import Ledger


def intervals(ledger: Ledger, release_id: str) -> Iterator[Interval]:
    """Return where each box that a release offers and does not show lies, in planned order.

    For a reader with every release up to and with this one, who knows the protocol.

    Raises:
        SolverFailedError: also when nothing agrees with what was said.
        RefusedError: UNKNOWN_RELEASE.
    """
    known = ledger.through(release_id)
    state = state_after(known, release_id)
    solver = Highs()
    reader = Reader(state.grid, (), solver, lambda: None)
    try:
        for said in known.said_in(release_id):
            if said.value is not None:
                continue
            target = state.grid.vector(said.box)
            small = reader.world(state.rows, -target)
            large = reader.world(state.rows, target)
            if small is None or large is None:
                raise SolverFailedError
            least, most = int(small @ target), int(large @ target)
            is_open = bool((large[target > 0] >= state.rows.cap).any())
            yield Interval(box=said.box, least=least, most=None if is_open else most)
    finally:
        solver.end()

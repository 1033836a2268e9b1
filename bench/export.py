"""Row 10: what a quarter's figures cost besides their own SQL and their calls of the solver."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from time import process_time
from typing import Any

from advisor_app.disclosure import solver
from advisor_app.disclosure.auditor import solver as auditors_solver
from advisor_app.domain.identity import OrganisationId
from advisor_app.services.figures.auditing import audited_here
from advisor_app.services.session import Session
from advisor_app.storage.driver import Database

CLIENT, QUARTER = OrganisationId(1), "2026-Q3"

_DOORS: tuple[tuple[type, str], ...] = (
    (Database, "all"),
    (Database, "one"),
    (Database, "execute"),
    (solver.Watch, "answer"),
    (auditors_solver.Worker, "result"),
)
"""Through which every statement of SQL and every question to a solver goes, of engine and auditor."""


class Spent:
    """CPU ms of this process, of which `inside` were spent in SQL and in the solver."""

    def __init__(self) -> None:
        self.all = self.inside = 0.0

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count what happens here."""
        own = [(owner, name, getattr(owner, name)) for owner, name in _DOORS]
        for owner, name, work in own:
            setattr(owner, name, self._timed(work))
        began = process_time()
        try:
            yield
        finally:
            self.all += (process_time() - began) * 1000
            for owner, name, work in own:
                setattr(owner, name, work)

    def _timed(self, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def timed(*given: Any, **named: Any) -> Any:
            began = process_time()
            try:
                return work(*given, **named)
            finally:
                self.inside += (process_time() - began) * 1000

        return timed

    @property
    def pair(self) -> tuple[float, float]:
        """Everything, and what SQL and solver took of it."""
        return self.all, self.inside


def export(session: Session) -> tuple[Spent, Spent]:
    """Fix a quarter; return what it took to decide about it, and all of it.

    All of it: decided, audited (in this process), read once more, four files drawn, checked and
    kept. Garbage waits, as it does in the program: `gui/frame/garbage.py`.
    """
    decided, whole = Spent(), Spent()
    reporting = session.reporting
    with _no_garbage_collected(), whole.counted():
        with decided.counted():
            proposal = reporting.proposal(CLIENT, QUARTER)
            preview = proposal.preview()
        reporting.fix(proposal, preview, audited_here(preview.ledger, QUARTER))
    return decided, whole


@contextmanager
def _no_garbage_collected() -> Iterator[None]:
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

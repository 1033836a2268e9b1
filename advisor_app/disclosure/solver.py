"""The one door to the solver: a point of a system of rows that makes a sum largest.

Nobody believes it: each answer is checked by whoever asked, and one that does not come in time is
none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Protocol, TypeVar

Value = TypeVar("Value")

PATIENCE = 60.0  # seconds for one question
MOST_NODES = 2_000  # of one search for a whole point; the same on every machine


class SolverFailedError(Exception):
    """The solver broke down, gave a wrong answer or none in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A point, the most that the sum can be, and for each row the weight that proves it.

    `point` is None when no point was found; a whole point comes without weights.
    """

    point: Sequence[float] | None
    bound: float = 0.0
    weights: Sequence[float] = ()


class Session(Protocol):
    """One system of rows, asked again and again."""

    def largest(self, objective: Sequence[float], *, whole: bool = False) -> Answer:
        """Make a sum as large as it can be."""


class Solver(Protocol):
    """Whoever answers questions about systems of rows."""

    def session(
        self, equal: Sequence[Sequence[int]], values: Sequence[int],
        below: Sequence[Sequence[int]], limit: int, upper: Sequence[int],
    ) -> Session:  # fmt: skip
        """Lay down rows: `equal` have these values, `below` at most `limit`, cells `upper`."""


class Highs:
    """HiGHS, on one thread, so that the same question has the same answer."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._watch = Watch(patience)

    def session(
        self, equal: Sequence[Sequence[int]], values: Sequence[int],
        below: Sequence[Sequence[int]], limit: int, upper: Sequence[int],
    ) -> Session:  # fmt: skip
        """Lay down rows."""
        made = self._watch.answer(lambda: _HighsSession(equal, values, below, limit, upper))
        return _Watched(made, self._watch)


class Watch:
    """A thread that works while somebody waits for it, and not longer than so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._asked: SimpleQueue[tuple[Callable[[], Any], SimpleQueue[Any]]] | None = None

    def answer(self, work: Callable[[], Value]) -> Value:
        """Return what `work` returns.

        Raises:
            SolverFailedError: when it fails in any way, or takes too long; it is left alone then.
        """
        if self._asked is None:
            self._asked = SimpleQueue()
            Thread(target=_serve, args=(self._asked,), daemon=True).start()
        answers: SimpleQueue[Value | Exception] = SimpleQueue()
        self._asked.put((work, answers))
        try:
            answer = answers.get(timeout=self._seconds)
        except Empty:
            self._asked = None
            raise SolverFailedError from None
        if isinstance(answer, Exception):
            raise SolverFailedError from answer
        return answer


def _serve(asked: "SimpleQueue[tuple[Callable[[], Any], SimpleQueue[Any]]]") -> None:
    while True:
        work, answers = asked.get()
        try:
            answers.put(work())
        except Exception as error:  # noqa: BLE001  # a solver may fail in any way
            answers.put(error)


@dataclass(frozen=True)
class _Watched:
    session: Session
    watch: Watch

    def largest(self, objective: Sequence[float], *, whole: bool = False) -> Answer:
        return self.watch.answer(lambda: self.session.largest(objective, whole=whole))


class _HighsSession:
    def __init__(
        self, equal: Sequence[Sequence[int]], values: Sequence[int],
        below: Sequence[Sequence[int]], limit: int, upper: Sequence[int],
    ) -> None:  # fmt: skip
        import highspy
        import numpy as np

        self._highspy, self._np = highspy, np
        self._size = len(upper)
        rows = np.array([*equal, *below], dtype=float).reshape(-1, self._size)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = self._size, len(rows)
        lp.sense_ = highspy.ObjSense.kMaximize
        lp.col_cost_ = np.zeros(self._size)
        lp.col_lower_, lp.col_upper_ = np.zeros(self._size), np.array(upper, dtype=float)
        lp.row_lower_ = np.array([*values, *[0] * len(below)], dtype=float)
        lp.row_upper_ = np.array([*values, *[limit] * len(below)], dtype=float)
        filled = rows != 0
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.concatenate([[0], filled.sum(axis=1).cumsum()]).astype(np.int32)
        lp.a_matrix_.index_ = np.nonzero(filled)[1].astype(np.int32)
        lp.a_matrix_.value_ = rows[filled]
        self._lp = lp
        self._relaxed, self._whole = self._model(), self._model()
        self._relaxed.passModel(lp)

    def _model(self) -> Any:
        model = self._highspy.Highs()
        for name, value in {
            "output_flag": False, "threads": 1, "random_seed": 0, "presolve": "choose",
            "time_limit": PATIENCE, "mip_max_nodes": MOST_NODES, "mip_rel_gap": 0.0,
        }.items():  # fmt: skip
            model.setOptionValue(name, value)
        return model

    def largest(self, objective: Sequence[float], *, whole: bool = False) -> Answer:
        np, status = self._np, self._highspy.HighsModelStatus
        columns = np.arange(self._size, dtype=np.int32)
        model = self._relaxed
        if whole:
            model = self._whole
            model.passModel(self._lp)
            kinds = np.full(self._size, self._highspy.HighsVarType.kInteger)
            model.changeColsIntegrality(self._size, columns, kinds)
        model.changeColsCost(self._size, columns, np.array(objective, dtype=float))
        model.run()
        ended = model.getModelStatus()
        if ended in {status.kInfeasible, status.kUnboundedOrInfeasible}:
            return Answer(point=None)
        solution = model.getSolution()
        if whole and ended == status.kSolutionLimit:
            return Answer(point=list(solution.col_value) if solution.value_valid else None)
        if ended != status.kOptimal:
            raise SolverFailedError
        return Answer(
            point=list(solution.col_value),
            bound=model.getInfo().objective_function_value,
            weights=[] if whole else list(solution.row_dual),
        )

"""The one door to the solver: a point of a system of rows that makes a sum largest.

Nobody believes it: each answer is checked by whoever asked, and one that does not come in time is
none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Protocol, TypeVar

import highspy
import numpy as np
from highspy._core import _Highs  # the class around it writes a banner

Value = TypeVar("Value")

PATIENCE = 60.0  # seconds for one question
WHOLE = 1e-6  # how near to a whole number a cell must be
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

    def largest(
        self, objective: Sequence[float], *, whole: bool = False, enough: float | None = None
    ) -> Answer:
        """Make a sum as large as it can be; of a whole point so much may be enough."""

    def rounded(self, objective: Sequence[float]) -> Answer:
        """Round the point with the largest sum; a whole point near it, or none."""


class Solver(Protocol):
    """Whoever answers questions about systems of rows."""

    def session(
        self, equal: Sequence[Sequence[int]], values: Sequence[int],
        below: Sequence[Sequence[int]], limits: Sequence[int], upper: Sequence[int],
    ) -> Session:  # fmt: skip
        """Lay down rows: `equal` have these values, `below` at most `limits`, cells `upper`."""


class Highs:
    """HiGHS, on one thread, so that the same question has the same answer."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._watch = Watch(patience)

    def session(
        self, equal: Sequence[Sequence[int]], values: Sequence[int],
        below: Sequence[Sequence[int]], limits: Sequence[int], upper: Sequence[int],
    ) -> Session:  # fmt: skip
        """Lay down rows."""
        made = self._watch.answer(lambda: _HighsSession(equal, values, below, limits, upper))
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

    def largest(
        self, objective: Sequence[float], *, whole: bool = False, enough: float | None = None
    ) -> Answer:
        return self.watch.answer(
            lambda: self.session.largest(objective, whole=whole, enough=enough)
        )

    def rounded(self, objective: Sequence[float]) -> Answer:
        return self.watch.answer(lambda: self.session.rounded(objective))


class _HighsSession:
    def __init__(
        self, equal: Sequence[Sequence[int]], values: Sequence[int],
        below: Sequence[Sequence[int]], limits: Sequence[int], upper: Sequence[int],
    ) -> None:  # fmt: skip

        self._columns = np.arange(len(upper), dtype=np.int32)
        self._rows = np.array([*equal, *below], dtype=float).reshape(-1, len(upper))
        self._least = np.array([*values, *[0] * len(below)], dtype=float)
        self._most = np.array([*values, *limits], dtype=float)
        self._upper = np.array(upper, dtype=float)
        self._relaxed = self._model()
        self._whole: Any = None

    def _model(self) -> Any:
        model = _Highs()
        for name, value in {
            "output_flag": False, "threads": 1, "random_seed": 0,
            "mip_max_nodes": MOST_NODES, "mip_rel_gap": 0.0,
        }.items():  # fmt: skip
            model.setOptionValue(name, value)
        model.addVars(len(self._columns), np.zeros(len(self._columns)), self._upper)
        filled = self._rows != 0
        starts = np.concatenate([[0], filled.sum(axis=1).cumsum()[:-1]]).astype(np.int32)
        if len(self._rows):
            model.addRows(
                len(self._rows), self._least, self._most, int(filled.sum()), starts,
                np.nonzero(filled)[1].astype(np.int32), self._rows[filled],
            )  # fmt: skip
        model.changeObjectiveSense(highspy.ObjSense.kMaximize)
        return model

    def _whole_model(self) -> Any:
        if self._whole is None:
            self._whole = self._model()
            kinds = np.full(len(self._columns), highspy.HighsVarType.kInteger)
            self._whole.changeColsIntegrality(len(self._columns), self._columns, kinds)
        self._whole.clearSolver()
        return self._whole

    def largest(
        self, objective: Sequence[float], *, whole: bool = False, enough: float | None = None
    ) -> Answer:
        status = highspy.HighsModelStatus
        model = self._whole_model() if whole else self._relaxed
        if whole:
            target = highspy.kHighsInf if enough is None else enough - 0.5
            model.setOptionValue("objective_target", target)
        costs = np.array(objective, dtype=float)
        model.setOptionValue("time_limit", model.getRunTime() + PATIENCE)
        model.changeColsCost(len(self._columns), self._columns, costs)
        model.run()
        ended = model.getModelStatus()
        if ended in {status.kInfeasible, status.kUnboundedOrInfeasible}:
            return Answer(point=None)
        solution = model.getSolution()
        if whole and ended in {status.kSolutionLimit, status.kObjectiveTarget}:
            return Answer(point=list(solution.col_value) if solution.value_valid else None)
        if ended != status.kOptimal:
            raise SolverFailedError
        return Answer(
            point=list(solution.col_value),
            bound=model.getInfo().objective_function_value,
            weights=[] if whole else list(solution.row_dual),
        )

    def rounded(self, objective: Sequence[float]) -> Answer:
        """Round some cells, those nearest to more first, ask again for the others, and so on."""
        model = self._relaxed
        least, most, changed = np.zeros(len(self._upper)), self._upper.copy(), set[int]()
        answer = self.largest(objective)
        while answer.point is not None:
            point = np.array(answer.point)
            parts = point - np.floor(point)
            broken = np.nonzero(np.minimum(parts, 1 - parts) > WHOLE)[0]
            if not len(broken):
                break
            chosen = broken[np.argsort(-parts[broken], kind="stable")]
            for cell in chosen[: 1 + len(broken) // 4].tolist():
                if parts[cell] >= 0.5:
                    least[cell] = np.ceil(point[cell])
                else:
                    most[cell] = np.floor(point[cell])
                model.changeColBounds(cell, least[cell], most[cell])
                changed.add(cell)
            answer = self.largest(objective)
        for cell in changed:
            model.changeColBounds(cell, 0.0, self._upper[cell])
        return answer

"""The auditor's own session with a solver; whatever it answers is checked by whoever asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Protocol, TypeVar

import highspy
import numpy as np
import numpy.typing as npt
from highspy._core import _Highs  # the class around it writes to standard output when it is made

Answer = TypeVar("Answer")
Vector = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

WHOLE = 1e-7  # how near to a whole number a whole number is
PATIENCE = 30.0  # seconds for one question

_DUAL, _PRIMAL = 1, 4  # ways of the simplex, as HiGHS numbers them
_ROUNDS = 12  # that a point may need to become whole


class SolverFailedError(Exception):
    """The solver broke down, erred, or did not answer in time."""


@dataclass(frozen=True, eq=False, slots=True)
class Rows:
    """What is known of the cells: `equal` have these values, `low` hold at most `limits`.

    No cell is asked to hold more than `cap`: enough for everything that has to be told apart.
    """

    equal: Vector
    values: Vector
    low: Vector
    limits: Vector
    cap: int

    def hold_in(self, worlds: Vector) -> Flags:
        """Return which worlds (rows of whole numbers) agree with everything that is known."""
        fits = (worlds >= 0).all(axis=1)
        fits &= (worlds @ self.equal.T == self.values).all(axis=1)
        return np.asarray(fits & (worlds @ self.low.T <= self.limits).all(axis=1))


class Solver(Protocol):
    """Whoever answers the two questions of the auditor."""

    def world(
        self, rows: Rows, objective: Vector, held: int | None, *, is_rough: bool = False
    ) -> Sequence[float] | Numbers | None:
        """Return a world in which a sum is largest, with a case in the cell `held`; None: none.

        `is_rough` if one in which it is nearly so will do.
        """

    def weights(self, rows: Rows, objective: Vector, held: int | None) -> Sequence[float]:
        """Return for each equal row the weight that proves how small a sum can be."""


class Highs:
    """HiGHS on one thread; a question that takes too long is left alone."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._worker = Worker(patience)
        self._rows: Rows | None = None
        self._relaxed: Any = None
        self._whole: Any = None

    def world(
        self, rows: Rows, objective: Vector, held: int | None, *, is_rough: bool = False
    ) -> Numbers | None:
        """Return a world in which a sum is largest, or nearly so."""
        return self._worker.result(lambda: self._world(rows, objective, held, is_rough=is_rough))

    def weights(self, rows: Rows, objective: Vector, held: int | None) -> Sequence[float]:
        """Return the weights of the rows at the smallest value of a sum."""
        return self._worker.result(lambda: self._weights(rows, objective, held))

    def end(self) -> None:
        """Let go of the thread."""
        self._worker.end()

    def _world(
        self, rows: Rows, objective: Vector, held: int | None, *, is_rough: bool
    ) -> Numbers | None:
        """Where the best point is whole already, nothing is gained by asking for a whole one."""
        if self._rows is not rows:
            self._relaxed = _model(rows, self._patience, low=True)
            self._whole, self._rows = None, rows
        self._relaxed.setOptionValue("simplex_strategy", _PRIMAL)  # only the sum is another one
        point = self._best(self._relaxed, rows, objective, held)
        if point is None or not len(_parted(point)):
            return point
        rounded = self._rounded(point) if is_rough else None
        if rounded is not None:
            return rounded
        if self._whole is None:
            self._whole = _model(rows, self._patience, low=True, whole=True)
        return self._best(self._whole, rows, objective, held)

    def _best(self, model: Any, rows: Rows, objective: Vector, held: int | None) -> Numbers | None:
        size = len(objective)
        columns = np.arange(size, dtype=np.int32)
        lower = np.zeros(size)
        if held is not None:
            lower[held] = 1.0
        model.changeColsBounds(size, columns, lower, np.full(size, float(rows.cap)))
        model.changeColsCost(size, columns, -objective.astype(float))
        return _solved(model, self._patience)

    def _rounded(self, point: Numbers) -> Numbers | None:
        """Return a whole point near the best one, if it is found.

        Some cells are held where they nearly are, the others asked again, and so on.
        """
        model = self._relaxed
        model.setOptionValue("simplex_strategy", _DUAL)  # only limits are other ones
        for _ in range(_ROUNDS):
            parted = _parted(point)
            if not len(parted):
                return point
            away = np.abs(point[parted] - np.rint(point[parted]))
            nearest = parted[np.argsort(away, kind="stable")][: max(1, len(parted) // 4)]
            values = np.rint(point[nearest])
            model.changeColsBounds(len(nearest), nearest.astype(np.int32), values, values)
            found = _solved(model, self._patience)
            if found is None:
                return None
            point = found
        return None

    def _weights(self, rows: Rows, objective: Vector, held: int | None) -> Sequence[float]:
        size = len(objective)
        model = _model(rows, self._patience)
        columns = np.arange(size, dtype=np.int32)
        lower = np.zeros(size)
        if held is not None:
            lower[held] = 1.0
        model.changeColsBounds(size, columns, lower, np.full(size, highspy.kHighsInf))
        model.changeColsCost(size, columns, objective.astype(float))
        model.run()
        if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise SolverFailedError
        return list(model.getSolution().row_dual)[: len(rows.values)]


class Worker:
    """A thread of its own that works while somebody waits, and is left alone when it takes long."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._works: SimpleQueue[Callable[[], None]] | None = None

    def result(self, work: Callable[[], Answer]) -> Answer:
        """Return what `work` returns.

        Raises:
            SolverFailedError: when it fails in any way, or takes longer than the patience.
        """
        answers: SimpleQueue[Answer | Exception] = SimpleQueue()

        def answer() -> None:
            try:
                answers.put(work())
            except Exception as error:  # noqa: BLE001  # a solver may fail in any way
                answers.put(error)

        if self._works is None:
            self._works = SimpleQueue()
            Thread(target=_serve, args=(self._works,), daemon=True).start()
        self._works.put(answer)
        try:
            found = answers.get(timeout=self._patience)
        except Empty:
            self.end()
            raise SolverFailedError from None
        if isinstance(found, Exception):
            raise SolverFailedError from found
        return found

    def end(self) -> None:
        """Let the thread end when it has done what it is doing."""
        if self._works is not None:
            self._works.put(_end)
            self._works = None


def _serve(works: "SimpleQueue[Callable[[], None]]") -> None:
    while (work := works.get()) is not _end:
        work()


def _end() -> None:
    """Mark the end of what there is to do; it is never called."""


def _solved(model: Any, patience: float) -> Numbers | None:
    """Return the best point of a model, None if there is none."""
    model.setOptionValue("time_limit", model.getRunTime() + patience)
    model.run()
    ended = model.getModelStatus()
    if ended in {
        highspy.HighsModelStatus.kInfeasible,
        highspy.HighsModelStatus.kUnboundedOrInfeasible,
    }:
        return None
    if ended != highspy.HighsModelStatus.kOptimal:
        raise SolverFailedError
    return np.array(model.getSolution().col_value)


def _parted(point: Numbers) -> Vector:
    """Return the places of a point that are not whole."""
    return np.flatnonzero(np.abs(point - np.rint(point)) >= WHOLE)


def _model(rows: Rows, patience: float, *, low: bool = False, whole: bool = False) -> Any:
    """Return the rows as HiGHS reads them; for proofs only the equal ones, in any numbers."""
    matrix = np.vstack([rows.equal, rows.low]) if low else rows.equal
    count, size = matrix.shape
    limits = rows.limits if low else rows.limits[:0]
    lower = np.concatenate([rows.values, np.full(len(limits), -highspy.kHighsInf)])
    upper = np.concatenate([rows.values, limits])
    filled = matrix != 0
    starts = np.concatenate([[0], np.cumsum(filled.sum(axis=1))]).astype(np.int32)[:-1]
    places = np.nonzero(filled)[1].astype(np.int32)
    model = _Highs()
    for name, value in {
        "output_flag": False, "threads": 1, "random_seed": 0, "time_limit": patience,
        "mip_rel_gap": 0.0, "mip_abs_gap": 0.5,
    }.items():  # fmt: skip
        model.setOptionValue(name, value)
    model.addVars(size, np.zeros(size), np.full(size, float(rows.cap)))
    model.addRows(
        count, lower.astype(float), upper.astype(float), len(places), starts, places,
        matrix[filled].astype(float),
    )  # fmt: skip
    if whole:
        kinds = np.full(size, highspy.HighsVarType.kInteger)
        model.changeColsIntegrality(size, np.arange(size, dtype=np.int32), kinds)
    return model

"""The register of somebody without a vault: REGISTER.csv, one row a case, and its counts."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Self

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.oracle import Counts
from advisor_app.disclosure.plan import Plan
from advisor_app.disclosure.problems import Problem, RefusedError
from advisor_app.disclosure.strict_json import MOST_BYTES, require_text

PERSON, CLUSTER = "person", "cluster"
MOST_ROWS = 200_000


Cell = tuple[str, ...]
"""One leaf of each dimension of a plan."""

Cases = tuple[Cell, list[str], list[str]]
"""Cases of one cell: of each the token of its reporter, and that of its situation."""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Held:
    """What one cell holds: the tokens that other cases bear too, and how many others there are."""

    cases: int
    persons: frozenset[str]
    clusters: frozenset[str]
    own_persons: int
    own_clusters: int


@dataclass(frozen=True, kw_only=True)
class Register:
    """Cases of one plan, in no order; what comes out are counts of boxes and nothing else."""

    plan: Plan
    cells: Mapping[Cell, Held] = field(repr=False)

    @classmethod
    def of(cls, plan: Plan, cases: Iterable[Cases]) -> Self:
        """Take in the cases of a plan."""
        tokens: dict[Cell, tuple[list[str], list[str]]] = {}
        for cell, persons, clusters in cases:
            held = tokens.setdefault(cell, ([], []))
            held[0].extend(persons)
            held[1].extend(clusters)
        reporters = _of_several(persons for persons, _ in tokens.values())
        situations = _of_several(clusters for _, clusters in tokens.values()) - {""}
        return cls(
            plan=plan,
            cells={
                cell: _held(persons, clusters, reporters, situations)
                for cell, (persons, clusters) in tokens.items()
            },
        )

    @classmethod
    def parse(cls, data: bytes, plan: Plan) -> Self:
        """Read REGISTER.csv: a header `person`, optional `cluster`, then the plan's dimensions.

        Columns of dimensions may stand in any order. An empty `cluster` is a situation of its own.

        Raises:
            RefusedError: with its line, and the column where that is known.
        """
        if len(data) > MOST_BYTES:
            raise RefusedError(Problem.TOO_LARGE)
        lines = _lines(data)
        if not lines:
            raise RefusedError(Problem.MISSING_FIELD, f"line 1.{PERSON}")
        if len(lines) > MOST_ROWS + 1:
            raise RefusedError(Problem.TOO_LARGE)
        columns = _columns(lines[0][1], plan)
        leaves = {each.name: frozenset(each.leaves) for each in plan.dimensions}
        cases = (_case(number, line, columns, leaves) for number, line in lines[1:])
        return cls.of(plan, cases)

    def count(self, box: Box) -> Counts:
        """Count one box."""
        narrowed = {self.plan.time: self.plan.times(box), **self.plan.sides(box)}
        places = set[int].intersection(*(
            set[int]().union(*(self._places[name].get(leaf, ()) for leaf in leaves))
            for name, leaves in narrowed.items()
        ))  # fmt: skip
        inside = [self._held[place] for place in places]
        persons = frozenset[str]().union(*(each.persons for each in inside))
        clusters = frozenset[str]().union(*(each.clusters for each in inside))
        return Counts(
            cases=sum(each.cases for each in inside),
            persons=len(persons) + sum(each.own_persons for each in inside),
            clusters=len(clusters) + sum(each.own_clusters for each in inside),
        )

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str, set[int]]]:
        """In which cells each leaf of each dimension stands, by their places."""
        places: dict[str, dict[str, set[int]]] = {each.name: {} for each in self.plan.dimensions}
        for place, cell in enumerate(self.cells):
            for held_by, leaf in zip(places.values(), cell, strict=True):
                held_by.setdefault(leaf, set()).add(place)
        return places

    @cached_property
    def _held(self) -> Sequence[Held]:
        return tuple(self.cells.values())


def _of_several(tokens: Iterable[list[str]]) -> frozenset[str]:
    """Return what more than one case bears: only that can be counted twice."""
    times = Counter(chain.from_iterable(tokens))
    return frozenset(token for token, number in times.items() if number > 1)


def _held(
    persons: list[str], clusters: list[str], reporters: frozenset[str], situations: frozenset[str]
) -> Held:
    """Return what a cell holds, of which these reporters and situations are of several cases."""
    shared_persons = list(filter(reporters.__contains__, persons))
    shared_clusters = list(filter(situations.__contains__, clusters))
    return Held(
        cases=len(persons),
        persons=frozenset(shared_persons),
        clusters=frozenset(shared_clusters),
        own_persons=len(persons) - len(shared_persons),
        own_clusters=len(clusters) - len(shared_clusters),
    )


def _lines(data: bytes) -> list[tuple[int, list[str]]]:
    """Return the rows of a CSV text with their numbers; empty lines at the end are none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(Problem.NOT_CSV) from error
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        rows.extend((reader.line_num, row) for row in reader)
    except csv.Error as error:
        raise RefusedError(Problem.NOT_CSV, f"line {reader.line_num}") from error
    while rows and not rows[-1][1]:
        rows.pop()
    return rows


def _columns(header: Sequence[str], plan: Plan) -> dict[str, int]:
    """Return where each column stands; without a header its names would be somebody's."""
    known = [PERSON, CLUSTER, *(each.name for each in plan.dimensions)]
    if len(header) == 1 and ";" in header[0]:  # as spreadsheets write it where commas are decimal
        raise RefusedError(Problem.NOT_CSV, "line 1")
    for place, name in enumerate(header):
        if name not in known:
            raise RefusedError(Problem.UNKNOWN_DIMENSION, f"line 1.{place + 1}")
        if name in header[:place]:
            raise RefusedError(Problem.DUPLICATE_DIMENSION, f"line 1.{name}")
    columns = {name: place for place, name in enumerate(header)}
    for name in known:
        if name not in columns and name != CLUSTER:
            raise RefusedError(Problem.MISSING_FIELD, f"line 1.{name}")
    for place, name in enumerate((PERSON, CLUSTER)):
        if columns.get(name, place) != place:
            raise RefusedError(Problem.WRONG_FORMAT, f"line 1.{name}")
    return columns


def _case(
    number: int,
    line: Sequence[str],
    columns: dict[str, int],
    leaves: dict[str, frozenset[str]],
) -> Cases:
    place = f"line {number}"
    if len(line) != len(columns):
        raise RefusedError(Problem.WRONG_FORMAT, place)
    person = line[columns[PERSON]]
    cluster = line[columns[CLUSTER]] if CLUSTER in columns else ""
    require_text(person, f"{place}.{PERSON}")
    if cluster:
        require_text(cluster, f"{place}.{CLUSTER}")
    for name, known in leaves.items():
        if line[columns[name]] not in known:
            raise RefusedError(Problem.UNKNOWN_LEAF, f"{place}.{name}")
    cell = tuple(line[columns[name]] for name in leaves)
    return cell, [person], [cluster]

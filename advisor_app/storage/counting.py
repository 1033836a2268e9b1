"""How many cases, persons and situations lie in one box: one question, three numbers, no rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.codes import Code
from advisor_app.domain.identity import DepartmentId, OrganisationId
from advisor_app.storage.driver import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which cases are counted; a side that is None counts whole.

    `departments` are those of the box, `unless` those that lie in other leaves: with `unless`, a
    case without a department, or in none of these, counts too.
    """

    organisation: OrganisationId
    spans: tuple[tuple[date, date], ...]
    not_counted: tuple[Code, ...] = ()
    categories: tuple[Code, ...] | None = None
    relations: tuple[Code, ...] | None = None
    departments: tuple[DepartmentId, ...] | None = None
    unless: tuple[DepartmentId, ...] | None = None


class Counting:
    """Answers for the figures; nothing about who the cases are leaves a query."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, selection: Selection) -> tuple[int, int, int]:
        """Return cases, distinct reporters and distinct situations that were entered in the spans."""
        conditions = ["organisation = ?", "counted_elsewhere = 0"]
        values: list[object] = [selection.organisation]
        _among(conditions, values, "reporter_role", selection.not_counted, negated=True)
        spans = " OR ".join(["entered_on BETWEEN ? AND ?"] * len(selection.spans))
        conditions.append(f"({spans})")
        for first, last in selection.spans:
            values += [first.isoformat(), last.isoformat()]
        _among(conditions, values, "category", selection.categories)
        _among(conditions, values, "relation", selection.relations)
        if selection.unless is None:
            _among(conditions, values, "department", selection.departments)
        else:
            self._or_elsewhere(conditions, values, selection)
        row = self._database.one(
            "SELECT count(*), count(DISTINCT person), count(DISTINCT situation)"
            f' FROM "case" WHERE {" AND ".join(conditions)}',
            values,
        )
        assert row is not None
        return int(row[0]), int(row[1]), int(row[2])

    @staticmethod
    def _or_elsewhere(conditions: list[str], values: list[object], selection: Selection) -> None:
        """Count the named departments, and whatever lies in no leaf of its own."""
        inside, unless = selection.departments or (), selection.unless or ()
        conditions.append(
            f"(department IS NULL OR department IN ({_places(inside)})"
            f" OR department NOT IN ({_places(unless)}))"
        )
        values += [*inside, *unless]


def _among(
    conditions: list[str],
    values: list[object],
    column: str,
    chosen: Sequence[object] | None,
    *,
    negated: bool = False,
) -> None:
    if chosen is None:
        return
    conditions.append(f"{column} {'NOT ' if negated else ''}IN ({_places(chosen)})")
    values += chosen


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))

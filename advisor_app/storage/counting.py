"""How many cases, persons and situations lie in one box: one question, three numbers, no rows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

from advisor_app.domain.codes import Code
from advisor_app.domain.identity import OrganisationId
from advisor_app.storage.driver import Database


class Column(StrEnum):
    """What a case can be counted by."""

    CATEGORY = auto()
    RELATION = auto()
    DEPARTMENT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Among:
    """Which values of a column count.

    With `unless`, also every other value but these: what lies in no leaf of its own, such as a case
    without a department.
    """

    column: Column
    values: tuple[str | int, ...]
    unless: tuple[str | int, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which cases are counted; a column that is not named counts whole."""

    organisation: OrganisationId
    spans: tuple[tuple[date, date], ...]
    not_counted: tuple[Code, ...] = ()
    among: tuple[Among, ...] = ()


class Counting:
    """Answers for the figures; nothing about who the cases are leaves a query."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, selection: Selection) -> tuple[int, int, int]:
        """Return cases, distinct reporters and distinct situations that were entered in the spans."""
        spans = " OR ".join(["entered_on BETWEEN ? AND ?"] * len(selection.spans))
        conditions = [
            "organisation = ?",
            "counted_elsewhere = 0",
            f"({spans})",
            f"reporter_role NOT IN ({_places(selection.not_counted)})",
        ]
        values: list[object] = [selection.organisation]
        values += [day.isoformat() for span in selection.spans for day in span]
        values += selection.not_counted
        for among in selection.among:
            conditions.append(_condition(among))
            values += [*among.values, *(among.unless or ())]
        row = self._database.one(
            "SELECT count(*), count(DISTINCT person), count(DISTINCT situation)"
            f' FROM "case" WHERE {" AND ".join(conditions)}',
            values,
        )
        assert row is not None
        return int(row[0]), int(row[1]), int(row[2])


def _condition(among: Among) -> str:
    inside = f"{among.column} IN ({_places(among.values)})"
    if among.unless is None:
        return inside
    outside = f"{among.column} NOT IN ({_places(among.unless)})"
    return f"({inside} OR {among.column} IS NULL OR {outside})"


def _places(values: tuple[object, ...]) -> str:
    return ", ".join("?" * len(values))

"""What figures are counted from: of each case when it was entered, its codes and two tokens."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from advisor_app.domain.codes import Code
from advisor_app.domain.identity import DepartmentId, OrganisationId
from advisor_app.storage.driver import Database


class CountingRow(NamedTuple):
    """One case as it counts, destroyed or not; nothing leads back to its file.

    `entered_on` is a day as ISO 8601 writes it.
    """

    entered_on: str
    category: Code
    relation: Code
    department: DepartmentId | None
    person: str
    situation: str

    def __repr__(self) -> str:
        """Show what counts, and nobody."""
        return f"CountingRow(entered_on={self.entered_on}, category={self.category})"


class Counting:
    """Answers for the figures; it reads one index, what is left of destroyed cases, and never a file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(
        self, organisation: OrganisationId, first: date, last: date, not_counted: Sequence[Code]
    ) -> list[CountingRow]:
        """Return every case that was entered between two days, both included, and that counts.

        A destroyed case counts on the first day of its month, with the reporter and the situation
        that it shares with those that live on.
        """
        values = [organisation, first.isoformat(), last.isoformat(), *not_counted]
        roles = f"reporter_role NOT IN ({', '.join('?' * len(not_counted))})"
        living = self._database.all(
            "SELECT entered_on, category, relation, department,"
            " CAST(person AS TEXT), CAST(situation AS TEXT)"
            ' FROM "case" WHERE organisation = ? AND counted_elsewhere = 0'
            " AND entered_on BETWEEN ? AND ?"
            f" AND {roles}",
            values,
        )
        destroyed = self._database.all(
            "SELECT d.month, d.category, d.relation, d.department,"
            " CAST(coalesce(p.id, d.person) AS TEXT), CAST(coalesce(s.id, d.situation) AS TEXT)"
            " FROM counted_case AS d"
            " LEFT JOIN person AS p ON p.token = d.person"
            " LEFT JOIN situation AS s ON s.token = d.situation AND s.token <> ''"
            f" WHERE d.organisation = ? AND d.month BETWEEN ? AND ? AND d.{roles}",
            values,
        )
        return [*map(CountingRow._make, living), *map(CountingRow._make, destroyed)]

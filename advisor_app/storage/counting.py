"""What figures are counted from: of each case when it was entered, its codes and two tokens."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from advisor_app.domain.codes import Code
from advisor_app.domain.identity import DepartmentId, OrganisationId
from advisor_app.storage.driver import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingRow:
    """The cases with the same codes, destroyed or not; nothing leads back to a file.

    Of each case there is the token of its reporter and that of its situation, in no order.
    """

    category: Code
    relation: Code
    department: DepartmentId | None
    persons: list[str] = field(repr=False)
    situations: list[str] = field(repr=False)


class Counting:
    """Answers for the figures; it reads one index, what is left of destroyed cases, and never a file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(
        self, organisation: OrganisationId, first: date, last: date, not_counted: Sequence[Code]
    ) -> list[CountingRow]:
        """Return every case that was entered between two days, both included, and that counts.

        One that was corrected counts by the codes that it had when its figures were fixed.
        A destroyed case counts on the first day of its month, with the reporter and the situation
        that it shares with those that live on.
        """
        values = [organisation, first.isoformat(), last.isoformat(), *not_counted]
        roles = f"reporter_role NOT IN ({', '.join('?' * len(not_counted))})"
        living = self._database.all(
            "SELECT category, relation, department, group_concat(person), group_concat(situation)"
            ' FROM "case" WHERE organisation = ? AND counted_elsewhere = 0'
            " AND entered_on BETWEEN ? AND ?"
            f' AND {roles} AND id NOT IN (SELECT "case" FROM counted_as)'
            " GROUP BY category, relation, department",
            values,
        )
        corrected = self._database.all(
            "SELECT a.category, a.relation, a.department,"
            " group_concat(c.person), group_concat(c.situation)"
            ' FROM counted_as AS a JOIN "case" AS c ON c.id = a."case"'
            " WHERE c.organisation = ? AND a.counted_elsewhere = 0 AND c.entered_on BETWEEN ? AND ?"
            f" AND a.{roles} GROUP BY a.category, a.relation, a.department",
            values,
        )
        destroyed = self._database.all(
            "SELECT d.category, d.relation, d.department,"
            " group_concat(coalesce(p.id, d.person)), group_concat(coalesce(s.id, d.situation))"
            " FROM counted_case AS d"
            " LEFT JOIN person AS p ON p.token = d.person"
            " LEFT JOIN situation AS s ON s.token = d.situation AND s.token <> ''"
            f" WHERE d.organisation = ? AND d.month BETWEEN ? AND ? AND d.{roles}"
            " GROUP BY d.category, d.relation, d.department",
            values,
        )
        return [
            CountingRow(
                category=Code(category),
                relation=Code(relation),
                department=None if department is None else DepartmentId(department),
                persons=persons.split(","),
                situations=situations.split(","),
            )
            for category, relation, department, persons, situations in (
                *living,
                *corrected,
                *destroyed,
            )
        ]

"""What figures are counted from: of each case when it was entered, its codes and two tokens."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from advisor_app.domain.codes import Code
from advisor_app.domain.identity import DepartmentId, OrganisationId
from advisor_app.storage.driver import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingRow:
    """One case as it counts, destroyed or not; nothing leads back to its file."""

    entered_on: date
    category: Code
    relation: Code
    department: DepartmentId | None
    person: str = field(repr=False)
    situation: str = field(repr=False)


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
            "SELECT entered_on, category, relation, department, person, situation"
            ' FROM "case" WHERE organisation = ? AND counted_elsewhere = 0'
            " AND entered_on BETWEEN ? AND ?"
            f" AND {roles}",
            values,
        )
        destroyed = self._database.all(
            "SELECT d.month, d.category, d.relation, d.department,"
            " coalesce(p.id, d.person), coalesce(s.id, d.situation) FROM counted_case AS d"
            " LEFT JOIN person AS p ON p.token = d.person"
            " LEFT JOIN situation AS s ON s.token = d.situation AND s.token <> ''"
            f" WHERE d.organisation = ? AND d.month BETWEEN ? AND ? AND d.{roles}",
            values,
        )
        return [
            CountingRow(
                entered_on=date.fromisoformat(entered_on),
                category=Code(category),
                relation=Code(relation),
                department=None if department is None else DepartmentId(department),
                person=str(person),
                situation=str(situation),
            )
            for entered_on, category, relation, department, person, situation in (
                *living,
                *destroyed,
            )
        ]

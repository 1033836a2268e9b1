"""What figures are counted from: of each case when it was entered, its codes and two tokens."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from advisor_app.domain.codes import Code
from advisor_app.domain.identity import DepartmentId, OrganisationId, PersonId, SituationId
from advisor_app.storage.driver import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingRow:
    """One case as it counts; nothing leads back to its file."""

    entered_on: date
    category: Code
    relation: Code
    department: DepartmentId | None
    person: PersonId = field(repr=False)
    situation: SituationId = field(repr=False)


class Counting:
    """Answers for the figures; it reads one index and never a file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(
        self, organisation: OrganisationId, first: date, last: date, not_counted: Sequence[Code]
    ) -> list[CountingRow]:
        """Return every case that was entered between two days, both included, and that counts."""
        found = self._database.all(
            "SELECT entered_on, category, relation, department, person, situation"
            ' FROM "case" WHERE organisation = ? AND counted_elsewhere = 0'
            " AND entered_on BETWEEN ? AND ?"
            f" AND reporter_role NOT IN ({', '.join('?' * len(not_counted))})",
            [organisation, first.isoformat(), last.isoformat(), *not_counted],
        )
        return [
            CountingRow(
                entered_on=date.fromisoformat(entered_on),
                category=Code(category),
                relation=Code(relation),
                department=None if department is None else DepartmentId(department),
                person=PersonId(person),
                situation=SituationId(situation),
            )
            for entered_on, category, relation, department, person, situation in found
        ]

"""Cases, and the lines of the list that shows them."""

from datetime import date, time

from advisor_app.domain.case import Case, CountedAs, Situation
from advisor_app.domain.codes import Code
from advisor_app.domain.identity import CaseId, OrganisationId, PersonId, SituationId
from advisor_app.domain.organisation import RETENTION_MONTHS
from advisor_app.domain.overview import CaseLine, RetentionLine
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage.driver import Row
from advisor_app.storage.table import Table

_LINE = """
SELECT c.id, c.number, c.title, c.category, c.status, a.last_on, f.due_on, f.due_at
FROM activity AS a
JOIN "case" AS c ON c.id = a."case"
LEFT JOIN follow_up AS f ON f.id = (
    SELECT id FROM follow_up
    WHERE "case" = c.id AND done_on IS NULL AND kind = ?1 AND due_on >= ?2
    ORDER BY due_on, due_at LIMIT 1
)
"""
_ENDS = "date(c.closed_on, '+' || coalesce(o.retention_months, ?2) || ' months')"
_KEPT = """
FROM organisation AS o
JOIN "case" AS c ON c.organisation = o.id AND c.closed_on IS NOT NULL AND (?1 IS NULL OR o.id = ?1)
"""


class Situations(Table[Situation]):
    """What happened once and may have brought several reporters."""

    def shared_without_token(self) -> list[Situation]:
        """Return the situations of more than one case that have no token yet."""
        return self.select(
            "WHERE coalesce(token, '') = '' AND id IN"
            ' (SELECT situation FROM "case" GROUP BY situation HAVING count(*) > 1) ORDER BY id'
        )


class Cases(Table[Case]):
    """The cases of every organisation."""

    def number_is_taken(self, number: str) -> bool:
        """Tell whether a case number is in use."""
        return self._database.one('SELECT 1 FROM "case" WHERE number = ?', (number,)) is not None

    def numbers(self) -> list[str]:
        """Return the number of every case."""
        return [str(row[0]) for row in self._database.all('SELECT number FROM "case"')]

    def numbered(self, number: str) -> Case:
        """Return the case with a number.

        Raises:
            ProblemError: NOT_FOUND.
        """
        return self._only(self.select("WHERE number = ?", (number,)))

    def of_person(self, person: PersonId) -> list[Case]:
        """Return the cases that one reporter brought, the first one first."""
        return self.select("WHERE person = ? ORDER BY id", (person,))

    def of_situation(self, situation: SituationId) -> list[Case]:
        """Return the cases that are about one situation, the first one first."""
        return self.select("WHERE situation = ? ORDER BY id", (situation,))

    def lines(
        self,
        organisation: OrganisationId,
        *,
        appointment: Code,
        today: date,
        after: CaseLine | None,
        limit: int,
    ) -> list[CaseLine]:
        """Return a page of the list, the latest activity first, below the line `after`."""
        below = "" if after is None else 'AND (a.last_on, a."case") < (?5, ?6)'
        rows = self._database.all(
            f'{_LINE} WHERE a.organisation = ?3 {below} ORDER BY a.last_on DESC, a."case" DESC LIMIT ?4',
            [
                *(appointment, today.isoformat(), organisation, limit),
                *(() if after is None else (after.last_on.isoformat(), after.id)),
            ],
        )
        return [_case_line(row) for row in rows]

    def line(self, case: CaseId, *, appointment: Code, today: date) -> CaseLine:
        """Return the line of one case.

        Raises:
            ProblemError: NOT_FOUND.
        """
        row = self._database.one(f"{_LINE} WHERE c.id = ?3", (appointment, today.isoformat(), case))
        if row is None:
            raise ProblemError(Problem.NOT_FOUND)
        return _case_line(row)

    def number_kept_until(self, day: date, organisation: OrganisationId | None) -> int:
        """Count the cases whose retention ends before a day, of one organisation or of all."""
        return int(
            self._database.value(
                f"SELECT count(*) {_KEPT} WHERE {_ENDS} < ?3",
                (organisation, RETENTION_MONTHS, day.isoformat()),
            )
        )

    def kept_until(
        self,
        day: date,
        organisation: OrganisationId | None,
        *,
        after: RetentionLine | None,
        limit: int,
    ) -> list[RetentionLine]:
        """Return a page of the cases whose retention ends before a day, below the line `after`."""
        below = "" if after is None else f"AND ({_ENDS}, c.id) > (?5, ?6)"
        rows = self._database.all(
            f"SELECT c.id, c.number, c.title, o.id, o.name, c.entered_on, {_ENDS} AS ends, c.hold {_KEPT}"
            f" WHERE ends < ?3 {below} ORDER BY ends, c.id LIMIT ?4",
            [
                *(organisation, RETENTION_MONTHS, day.isoformat(), limit),
                *(() if after is None else (after.ends_on.isoformat(), after.id)),
            ],
        )
        return [
            RetentionLine(
                id=CaseId(row[0]),
                number=row[1],
                title=row[2],
                organisation=OrganisationId(row[3]),
                organisation_name=row[4],
                entered_on=date.fromisoformat(row[5]),
                ends_on=date.fromisoformat(row[6]),
                hold=None if row[7] is None else Code(row[7]),
            )
            for row in rows
        ]

    def retention_end(self, case: CaseId) -> date | None:
        """Return until when a case is kept; None while it is open."""
        ends = self._database.value(
            f'SELECT {_ENDS} FROM "case" AS c JOIN organisation AS o ON o.id = c.organisation'
            " WHERE c.id = ?1",
            (case, RETENTION_MONTHS),
        )
        return None if ends is None else date.fromisoformat(ends)


class CorrectedCases(Table[CountedAs]):
    """What figures go on counting of cases that were corrected once they were fixed."""

    def find(self, case: CaseId) -> CountedAs | None:
        """Return how a case counts, if that is otherwise than its file says."""
        found = self.select('WHERE "case" = ?', (case,))
        return found[0] if found else None


def _case_line(row: Row) -> CaseLine:
    """Return a line from the columns of `_LINE`."""
    return CaseLine(
        id=CaseId(row[0]),
        number=row[1],
        title=row[2],
        category=Code(row[3]),
        status=Code(row[4]),
        last_on=date.fromisoformat(row[5]),
        next_on=None if row[6] is None else date.fromisoformat(row[6]),
        next_at=None if row[7] is None else time.fromisoformat(row[7]),
    )

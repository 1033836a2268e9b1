"""Full text: newest first while somebody types."""

from datetime import date

from advisor_app.domain.identity import CaseId, LetterId, NoteId, OrganisationId
from advisor_app.domain.known_codes import APPOINTMENT
from advisor_app.domain.overview import CaseHit, Findings, LetterHit, NoteHit
from advisor_app.storage.cases import case_line
from advisor_app.storage.driver import Database, Row

START, END = "\x02", "\x03"
"""What stands around a found word in a snippet."""

_WORDS = 12


class Search:
    """Finds cases, notes and letters by the words in them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(
        self, typed: str, organisation: OrganisationId | None, *, today: date, limit: int
    ) -> Findings:
        """Return the newest hits of every kind, at most `limit` of each.

        Every typed word must occur, the last one may be unfinished.
        """
        query = match_expression(typed)
        if not query:
            return Findings()
        in_cases, in_letters = self._occurs(query)
        return Findings(
            cases=tuple(self._cases(query, organisation, today, limit)) if in_cases else (),
            notes=tuple(self._notes(query, organisation, limit)),
            letters=tuple(self._letters(query, organisation, limit)) if in_letters else (),
        )

    def _occurs(self, query: str) -> Row:
        """Tell whether titles of cases and letters hold the words at all.

        Most words that are typed are in notes alone, and to prepare a statement over several tables
        takes longer than to ask two indexes (bench/, row 5).
        """
        found = self._database.one(
            """
            SELECT EXISTS (SELECT 1 FROM case_search WHERE case_search MATCH ?1),
                EXISTS (SELECT 1 FROM letter_search WHERE letter_search MATCH ?1)
            """,
            (query,),
        )
        assert found is not None
        return found

    def _cases(
        self, query: str, organisation: OrganisationId | None, today: date, limit: int
    ) -> list[CaseHit]:
        rows = self._database.all(
            """
            SELECT c.id, c.number, c.title, c.category, c.status, a.last_on, f.due_on, f.due_at
            FROM case_search AS s
            JOIN "case" AS c ON c.id = s.rowid
            JOIN activity AS a ON a."case" = c.id
            LEFT JOIN follow_up AS f ON f.id = (
                SELECT id FROM follow_up
                WHERE "case" = c.id AND done_on IS NULL AND kind = ?4 AND due_on >= ?5
                ORDER BY due_on, due_at LIMIT 1
            )
            WHERE case_search MATCH ?1 AND (?2 IS NULL OR c.organisation = ?2)
            ORDER BY s.rowid DESC LIMIT ?3
            """,
            (query, organisation, limit, APPOINTMENT, today.isoformat()),
        )
        return [CaseHit(line=case_line(row)) for row in rows]

    def _notes(self, query: str, organisation: OrganisationId | None, limit: int) -> list[NoteHit]:
        rows = self._database.all(
            """
            SELECT n.id, n.organisation, n."case", coalesce(c.title, ''), n.written_at,
                snippet(note_search, 0, ?4, ?5, '…', ?6)
            FROM note_search AS s
            JOIN note AS n ON n.id = s.rowid
            LEFT JOIN "case" AS c ON c.id = n."case"
            WHERE note_search MATCH ?1 AND (?2 IS NULL OR n.organisation = ?2)
            ORDER BY s.rowid DESC LIMIT ?3
            """,
            (query, organisation, limit, START, END, _WORDS),
        )
        return [
            NoteHit(
                id=NoteId(note),
                organisation=OrganisationId(of),
                case=None if case is None else CaseId(case),
                case_title=title,
                written_on=_day(written_at),
                snippet=snippet,
            )
            for note, of, case, title, written_at, snippet in rows
        ]

    def _letters(
        self, query: str, organisation: OrganisationId | None, limit: int
    ) -> list[LetterHit]:
        rows = self._database.all(
            """
            SELECT l.id, l."case", l.subject, l.changed_at, l.fixed_on,
                snippet(letter_search, -1, ?4, ?5, '…', ?6)
            FROM letter_search AS s
            JOIN letter AS l ON l.id = s.rowid
            WHERE letter_search MATCH ?1 AND (?2 IS NULL OR l.organisation = ?2)
            ORDER BY s.rowid DESC LIMIT ?3
            """,
            (query, organisation, limit, START, END, _WORDS),
        )
        return [
            LetterHit(
                id=LetterId(letter),
                case=None if case is None else CaseId(case),
                subject=subject,
                changed_on=_day(changed_at),
                fixed=fixed_on is not None,
                snippet=snippet,
            )
            for letter, case, subject, changed_at, fixed_on, snippet in rows
        ]


def _day(moment: str) -> date:
    """Return the day in UTC of a moment as a column holds it."""
    return date.fromisoformat(moment[:10])


def match_expression(typed: str) -> str:
    """Return FTS5's expression for typed words; nothing typed can be an operator of FTS5's."""
    quoted = [f'"{word}"' for word in _split(typed)]
    return f"{' '.join(quoted)} *" if quoted else ""


def _split(typed: str) -> list[str]:
    """Split where the tokenizer does: at everything that is neither letter nor digit."""
    return "".join(letter if letter.isalnum() else " " for letter in typed[:200]).split()

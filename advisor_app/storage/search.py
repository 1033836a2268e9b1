"""Full text: newest first while somebody types."""

from datetime import date, datetime

from advisor_app.domain.codes import Code
from advisor_app.domain.days import local_day
from advisor_app.domain.identity import CaseId, ConversationId, LetterId, NoteId, OrganisationId
from advisor_app.domain.overview import CaseHit, LetterHit, NoteHit, SearchHits
from advisor_app.storage.driver import Database, Row

START, END = "\x02", "\x03"
"""What stands around a found word in a snippet."""

_WORDS = 12

_CASE, _NOTE, _LETTER = "case", "note", "letter"


class Search:
    """Finds cases, notes and letters by the words in them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, typed: str, organisation: OrganisationId | None, *, limit: int) -> SearchHits:
        """Return the newest hits of every kind, at most `limit` of each.

        Every typed word must occur, the last one may be unfinished.
        """
        query = match_expression(typed)
        if not query:
            return SearchHits()
        rows = self._database.all(_statement(limit), (query, organisation, START, END, _WORDS))
        return SearchHits(
            cases=tuple(_case_hit(row) for row in rows if row[0] == _CASE),
            notes=tuple(_note_hit(row) for row in rows if row[0] == _NOTE),
            letters=tuple(_letter_hit(row) for row in rows if row[0] == _LETTER),
        )


def _statement(limit: int) -> str:
    """Return the one statement of a search: by the next letter it is still prepared (bench/, row 5).

    The limit stands in it as a number, because SQLite plans by the value of a bound one, and would
    prepare the statement anew for each letter.
    """
    return f"""
        SELECT * FROM (
            SELECT '{_CASE}', c.id, c.title, a.last_on, c.number, c.status, NULL, NULL
            FROM case_search AS s
            JOIN "case" AS c ON c.id = s.rowid
            JOIN activity AS a ON a."case" = c.id
            WHERE case_search MATCH ?1 AND (?2 IS NULL OR c.organisation = ?2)
            ORDER BY s.rowid DESC LIMIT {limit}
        )
        UNION ALL SELECT * FROM (
            SELECT '{_NOTE}', n.id, c.title, n.written_at, n.organisation, n."case",
                snippet(note_search, 0, ?3, ?4, '…', ?5), n.conversation
            FROM note_search AS s
            JOIN note AS n ON n.id = s.rowid
            LEFT JOIN "case" AS c ON c.id = n."case"
            WHERE note_search MATCH ?1 AND (?2 IS NULL OR n.organisation = ?2)
            ORDER BY s.rowid DESC LIMIT {limit}
        )
        UNION ALL SELECT * FROM (
            SELECT '{_LETTER}', l.id, l.subject, l.changed_at, l.fixed_on, l."case", NULL, NULL
            FROM letter_search AS s
            JOIN letter AS l ON l.id = s.rowid
            WHERE letter_search MATCH ?1 AND (?2 IS NULL OR l.organisation = ?2)
            ORDER BY s.rowid DESC LIMIT {limit}
        )
    """


def _case_hit(row: Row) -> CaseHit:
    _, case, title, last_on, number, status, _, _ = row
    return CaseHit(
        id=CaseId(case),
        number=number,
        title=title,
        status=Code(status),
        last_on=date.fromisoformat(last_on),
    )


def _note_hit(row: Row) -> NoteHit:
    _, note, title, written_at, organisation, case, snippet, conversation = row
    return NoteHit(
        id=NoteId(note),
        organisation=OrganisationId(organisation),
        case=None if case is None else CaseId(case),
        conversation=None if conversation is None else ConversationId(conversation),
        case_title=title or "",
        written_on=_day(written_at),
        snippet=snippet,
    )


def _letter_hit(row: Row) -> LetterHit:
    _, letter, subject, changed_at, fixed_on, case, _, _ = row
    return LetterHit(
        id=LetterId(letter),
        case=None if case is None else CaseId(case),
        subject=subject,
        changed_on=_day(changed_at),
        fixed=fixed_on is not None,
    )


def _day(moment: str) -> date:
    """Return the advisor's day of a moment as a column holds it."""
    return local_day(datetime.fromisoformat(moment))


def match_expression(typed: str) -> str:
    """Return FTS5's expression for typed words; nothing typed can be an operator of FTS5's."""
    quoted = [f'"{word}"' for word in _split(typed)]
    return f"{' '.join(quoted)} *" if quoted else ""


def _split(typed: str) -> list[str]:
    """Split where the tokenizer does: at everything that is neither letter nor digit."""
    return "".join(letter if letter.isalnum() else " " for letter in typed[:200]).split()

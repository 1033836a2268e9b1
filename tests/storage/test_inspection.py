"""Whatever was changed outside the program is found and named."""

from datetime import UTC, datetime

import pytest

from advisor_app.domain.draft import Draft
from advisor_app.domain.problems import Problem, ProblemError

FORGERIES = {
    "a title": "UPDATE \"case\" SET title = 'x'",
    "a body": "UPDATE note_text SET body = 'x'",
    "a category, which counts": "UPDATE \"case\" SET category = 'OO-DIS'",
    "a deleted note": "DELETE FROM note_text; DELETE FROM note",
    "a line of the log": "UPDATE audit SET action = 'removed' WHERE sequence = 3",
    "a cut log": "DELETE FROM audit WHERE sequence = (SELECT max(sequence) FROM audit)",
    "a gap in the log": "DELETE FROM audit WHERE sequence = 2",
    "the number of the last line, to outbid a floor": "UPDATE audit SET sequence = 999 WHERE sequence = (SELECT max(sequence) FROM audit)",
    "minutes, which have no text": "UPDATE conversation SET minutes = 1",
    "a limit of figures": "UPDATE organisation SET minimum = 9",
    "a draft": "UPDATE draft SET text = 'x'",
    "an alias": "UPDATE person SET alias = 'x'",
}


@pytest.fixture
def filled(vault, a_case, a_talk):
    with vault.transaction() as tables:
        for _ in range(2):
            organisation = tables.organisations.by_name()
            a_talk(tables, a_case(tables, *organisation[:1]))
        tables.drafts.keep(
            Draft(window="w", target="t", text="t", saved_at=datetime(2026, 11, 20, tzinfo=UTC))
        )
    return vault


def test_an_honest_vault_is_whole(filled):
    filled.require_whole()


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forgery_is_found(filled, forgery):
    for statement in FORGERIES[forgery].split(";"):
        filled._database.execute(statement)
    with pytest.raises(ProblemError) as refusal:
        filled.require_whole()
    assert refusal.value.problem is Problem.TAMPERED


def test_an_older_but_genuine_row_put_back_is_found(filled):
    database = filled._database
    case = filled.tables.cases.select("WHERE id = 1")[0]
    old = database.one('SELECT title, content_mac FROM "case" WHERE id = 1')
    with filled.transaction() as tables:
        from dataclasses import replace

        tables.cases.change(replace(case, title="Een nieuwe titel"))
    database.execute('UPDATE "case" SET title = ?, content_mac = ? WHERE id = 1', old)
    with pytest.raises(ProblemError) as refusal:
        filled.require_whole()
    assert refusal.value.problem is Problem.TAMPERED


def test_reading_a_forged_note_is_refused(filled):
    filled._database.execute("UPDATE note_text SET body = 'x' WHERE note = 1")
    with pytest.raises(ProblemError) as refusal:
        filled.tables.notes.get(1)
    assert refusal.value.problem is Problem.TAMPERED

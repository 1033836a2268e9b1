"""A destroyed case is gone from every page, and no figure, audit or other file shows that it is."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.known_codes import APPOINTMENT
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.language import Language
from advisor_app.domain.person import Identity
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import Rung
from advisor_app.services.auditing import audited_here
from advisor_app.services.destruction import _still_counts
from tests.conftest import PASSPHRASE
from tests.documents.reading import text_of
from tests.services.figures import a_vault_from, practice
from tests.storage.test_traces import decrypted

AGREED = Code("SLU-OVL")


@pytest.fixture
def made(access, clock):
    for session in a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC)):
        client = practice(session, clock, 4_000, {"Zorg": 900, "Thuis": 700})
        session.reporting.choose(client.id, "2026", Rung.QUARTER_TABLES)
        client.goes_to(2026, 2, 2)
        yield client


def closed(made, **changes):
    case = made.case(**changes)
    made.session.casework.close_case(case.id, AGREED)
    return case


def tables_of(made):
    return made.session._vault.tables


def filled(made):
    """Return a closed case with a canary in everything that can be written down about it."""
    session, case = made.session, made.case()
    talk = session.casework.log_conversation(
        Conversation(
            organisation=made.id, case=case.id, held_on=made.clock.today(), form=Code("CTF-TEL"),
            kind=Code("CTS-EER"), initiator=Code("INI-MEL"), minutes=15,
        ),
        "zwaluwversie " * 900,
    )  # fmt: skip
    session.casework.revise_note(talk.note.id, "zwaluwnotitie " * 900)
    letter = session.correspondence.begin(case.id, "adviesbrief")
    session.correspondence.keep(replace(letter, subject="zwaluwbetreft", body="zwaluwbrief"))
    session.agenda.plan(
        FollowUp(case=case.id, kind=APPOINTMENT, due_on=date(2026, 6, 1), text="zwaluwtaak")
    )
    session.drafts.keep("quick_log", f"case {case.id}", "zwaluwconcept")
    session.drafts.keep("conversation_dialog", f"conversation {talk.conversation.id}", "zwaluwblad")
    session.drafts.keep("letter", str(letter.id), "zwaluwklad")
    with session._vault.transaction() as tables:
        tables.identities.add(Identity(person=case.person, name="Zwaluw", private_contact="Zwaluw"))
    session.casework.change_case(replace(case, title="Zwaluwtitel"))
    session.casework.close_case(case.id, AGREED)
    return case


def test_no_page_of_the_file_holds_a_word_of_a_destroyed_case(made):
    case, other = filled(made), closed(made)
    folder, vault = made.session.folder, made.session._vault
    words = [b"zwaluw", b"Zwaluw", b"Vogel 0", case.number.encode()]
    vault.forget_removed()
    assert [word for word in words if word not in decrypted(folder)] == []
    assert {index for index, terms in indexed(vault).items() if "zwaluw" in terms} == set(INDEXES)
    made.session.retention.destroy(case.id)
    assert [word for word in words if word in decrypted(folder)] == []
    assert "zwaluw" not in "".join(indexed(vault).values())
    assert other.number.encode() in decrypted(folder)
    made.session.require_whole()


INDEXES = ("case_search", "note_search", "letter_search")


def indexed(vault):
    """Return every term of each full text index, prefixes among them."""
    found = {}
    for index in INDEXES:
        vault._database.execute(f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, {index}, row)")
        found[index] = " ".join(row[0] for row in vault._database.all("SELECT term FROM temp.terms"))
        vault._database.execute("DROP TABLE temp.terms")
    return found


def test_a_reporter_and_a_situation_go_with_their_last_case(made):
    first = closed(made)
    second = closed(made, person=first.person, situation=first.situation)
    tables = tables_of(made)
    made.session.retention.destroy(first.id)
    assert tables.people.get(first.person)
    assert tables.situations.get(first.situation)
    made.session.retention.destroy(second.id)
    assert tables.people.of_organisation(made.id) == []
    assert tables.situations.select() == []
    one, two = tables.counted_cases.of_organisation(made.id)
    assert (one.person, one.situation) == (two.person, two.situation)
    made.session.require_whole()


def test_the_anonymous_reporter_stays_one_and_nobody(made):
    made.session.retention.destroy(closed(made, anonymous=True).id)
    again = made.case(anonymous=True)
    (destroyed,) = tables_of(made).counted_cases.of_organisation(made.id)
    assert tables_of(made).people.get(again.person).token == destroyed.person


def test_only_a_closed_case_that_is_not_held_is_destroyed(made):
    case = made.case()
    retention = made.session.retention
    assert refused(lambda: retention.destroy(case.id)) == Problem.STILL_OPEN
    made.session.casework.close_case(case.id, AGREED)
    before = retention.hold(case.id, Code("HLD-RZK"))
    assert before.hold is None
    assert refused(lambda: retention.destroy(case.id)) == Problem.ON_HOLD
    assert refused(lambda: retention.hold(case.id, Code("SLU-OVL"))) == Problem.UNKNOWN_CODE
    assert retention.destructions() == []
    retention.hold(case.id, None)
    assert retention.destroy(case.id) in retention.destructions()


def refused(call):
    with pytest.raises(ProblemError) as refusal:
        call()
    return refusal.value.problem


def test_what_still_counts_stays_until_its_figures_are_fixed(made):
    for _each in range(7):
        made.session.retention.destroy(closed(made).id)
    tables = tables_of(made)
    assert len(tables.counted_cases.of_organisation(made.id)) == 7
    made.goes_to(2026, 4, 2)
    made.fixes("2026-Q1")
    assert len(tables.counted_cases.of_organisation(made.id)) == 7  # the plan's year goes on
    made.goes_to(2027, 1, 4)
    for release in ("2026-Q2", "2026-Q3", "2026-Q4"):
        made.fixes(release)
    assert tables.counted_cases.of_organisation(made.id) == []
    assert made.session.retention.review(closed(made).id).still_counts
    made.session.require_whole()


def test_a_case_whose_figures_are_fixed_leaves_no_row(made):
    case = closed(made)
    made.goes_to(2027, 1, 4)
    for release in ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"):
        made.fixes(release)
    assert not made.session.retention.review(case.id).still_counts
    made.session.retention.destroy(case.id)
    assert tables_of(made).counted_cases.of_organisation(made.id) == []


def test_a_month_that_nobody_promised_figures_for_counts_until_nobody_can(made):
    from advisor_app.services import ledgers

    none = ledgers.kept(tables_of(made), replace(made.client, id=999))
    month = date(2026, 9, 1)
    assert _still_counts(none, month, date(2027, 12, 31))
    assert not _still_counts(none, month, date(2028, 1, 1))


def test_closing_the_vault_destroys_what_no_figure_can_count_any_more(made, access):
    case = closed(made)
    made.session.retention.destroy(case.id)
    with made.session._vault.transaction() as tables:
        (row,) = tables.counted_cases.of_organisation(made.id)
        tables.counted_cases.change(replace(row, month=date(2020, 1, 1)))
    made.session.close()
    again = access.open(access.folder_of("cijfers"), PASSPHRASE)
    assert again._vault.tables.counted_cases.of_organisation(made.id) == []
    again.close()


def test_a_backup_is_made_beside_the_last_one_first_and_the_register_counts_it(made, tmp_path):
    backups, retention = made.session.backups, made.session.retention
    case = closed(made)
    assert retention.review(case.id).backup_folder is None
    backups.back_up(tmp_path / "een.vaultbackup")
    assert retention.review(case.id).has_backup_of_today
    made.goes_to(2026, 2, 9)
    (tmp_path / "een.vaultbackup").rename(tmp_path / "weg")
    assert retention.review(case.id).backup_folder == tmp_path
    done = retention.destroy(case.id)
    assert (done.backups, done.unreachable) == (1, 1)
    assert done.last_backup_at == made.clock.at
    assert len(list(tmp_path.glob("*.vaultbackup"))) == 1


def test_a_backup_that_fails_destroys_nothing(made, tmp_path, monkeypatch):
    case = closed(made)
    place = tmp_path / "stick"
    place.mkdir()
    made.session.backups.back_up(place / "een.vaultbackup")
    made.goes_to(2026, 2, 9)
    target = place / made.session.backups.suggest_name(made.session.folder.stem)
    target.write_bytes(b"")
    assert refused(lambda: made.session.retention.destroy(case.id)) == Problem.ALREADY_THERE
    assert made.session.casework.case(case.id).case.closed_on
    assert made.session.retention.destructions() == []


def test_the_certificate_says_what_is_pending_and_names_nobody(made, tmp_path):
    case = closed(made)
    made.session.backups.back_up(tmp_path / "een.vaultbackup")
    done = made.session.retention.destroy(case.id)
    shown = text_of(made.session.retention.certificate(done.id, Language.NL))
    assert "nog 1 back-ups" in shown
    assert "onherroepelijk" not in shown
    for word in (case.number, "Vogel", "Waterdal", "WATER", "Herkenbare"):
        assert word not in shown
    assert "irrevocabl" not in text_of(made.session.retention.certificate(done.id, Language.EN))


DAYS = (date(2026, 1, 5), date(2026, 3, 31), date(2026, 5, 2), date(2026, 10, 10))
CASES = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from(["OO-PES", "OO-INT", "CAT-ONB"]),
        st.sampled_from(["Zorg", "Thuis", None]),
        st.integers(0, 6),
        st.booleans(),
    ),
    max_size=24,
)

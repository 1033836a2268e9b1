"""A destroyed case is gone from every page, and no figure, audit or other file shows that it is."""

import secrets
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from advisor_app.disclosure import one_way
from advisor_app.disclosure.box import Box
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.plan import Release
from advisor_app.disclosure.protocol import with_release
from advisor_app.documents.figures import draw
from advisor_app.domain.case import Case, Situation
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.known_codes import APPOINTMENT
from advisor_app.domain.language import Language
from advisor_app.domain.person import Identity, Person
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FileFormat
from advisor_app.domain.reporting import Rung, Verdict
from advisor_app.services import destruction
from advisor_app.services.figures.auditing import audited_here
from advisor_app.services.figures.counted_cases import _still_counts
from advisor_app.services.figures.snapshot import snapshot
from advisor_app.storage.journal import entries
from advisor_app.storage.table import content_mac
from tests.conftest import PASSPHRASE
from tests.documents.reading import text_of
from tests.services.figures.practice import a_vault_from, ledger_bytes, practice
from tests.storage.test_traces import decrypted

AGREED = Code("SLU-OVL")


@pytest.fixture
def made(access, clock):
    for session in a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC)):
        client = practice(session, clock, 4_000, {"Zorg": 900, "Thuis": 700})
        session.reporting.choose(client.id, "2026", Rung.PART_TABLES)
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
    talk = session.conversations.log_conversation(
        Conversation(
            organisation=made.id, case=case.id, held_on=made.clock.today(), form=Code("CTF-TEL"),
            kind=Code("CTS-EER"), initiator=Code("INI-MEL"), minutes=15,
        ),
        "zwaluwversie " * 900,
    )  # fmt: skip
    session.notes.revise_note(talk.note.id, "zwaluwnotitie " * 900)
    letter = session.correspondence.begin(case.id, "adviesbrief")
    session.correspondence.keep(replace(letter, subject="zwaluwbetreft", body="zwaluwbrief"))
    session.agenda.plan(
        FollowUp(case=case.id, kind=APPOINTMENT, due_on=date(2026, 6, 1), text="zwaluwtaak")
    )
    session.drafts.keep("quick_log", f"case {case.id}", "zwaluwconcept")
    session.drafts.keep("conversation_dialog", f"conversation {talk.conversation.id}", "zwaluwblad")
    session.drafts.keep("letter", str(letter.id), "zwaluwklad")
    session.drafts.keep("new_case", f"conversation {talk.conversation.id}", "zwaluwbegin")
    session.drafts.keep("case_facts", f"case {case.id}", "zwaluwfeit")
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


def test_a_window_that_still_holds_a_word_about_a_destroyed_case_cannot_keep_it(made):
    case = filled(made)
    held = made.session.drafts.all()
    assert {each.text for each in held} == {
        "zwaluwconcept", "zwaluwblad", "zwaluwklad", "zwaluwbegin", "zwaluwfeit",
    }  # fmt: skip
    made.session.retention.destroy(case.id)
    for each in held:
        made.session.drafts.keep(each.window, each.target, each.text)
    assert made.session.drafts.all() == []


INDEXES = ("case_search", "note_search", "letter_search")


def indexed(vault):
    """Return every term of each full text index, prefixes among them."""
    found = {}
    for index in INDEXES:
        vault._database.execute(
            f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, {index}, row)"
        )
        found[index] = " ".join(
            row[0] for row in vault._database.all("SELECT term FROM temp.terms")
        )
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


def test_no_line_of_the_log_says_which_destroyed_case_a_row_counts(made):
    """By somebody who has the passphrase and the file, and tries every number and every place."""
    kinds = ("OO-PES", "OO-INT", "OO-DIS", "OO-STA")
    cases = [closed(made, category=Code(kind)) for kind in kinds]
    vault, salts = made.session._vault, set()
    for number, case in enumerate(cases, start=1):
        before = vault.sequence
        made.session.retention.destroy(case.id)
        rows = tables_of(made).counted_cases.select("ORDER BY id")
        assert {row.category for row in rows} == set(map(Code, kinds[:number]))
        assert [row.salt for row in rows] == sorted(row.salt for row in rows)  # chance ordered them
        pages = decrypted(made.session.folder)
        assert [salt for salt in salts if salt.encode() in pages] == []
        assert all(row.salt.encode() in pages for row in rows)
        assert all(recognised(vault, row) > before for row in rows)
        salts |= {row.salt for row in rows}
    assert len(salts) == 1 + 2 + 3 + 4
    made.session.require_whole()


def recognised(vault, row):
    """Return the first line of the log that a row, under any number it may have had, fits to."""
    lines = [line for line in entries(vault._database) if line.thing.startswith("counted_case ")]
    for line in lines:
        values = {**vault.tables.counted_cases._values(row), "id": int(line.thing.split()[1])}
        if line.content_mac == content_mac(vault._keys.content, "counted_case", values):
            return line.sequence
    raise AssertionError(lines)


def test_a_situation_of_several_cases_gets_its_token_with_all_others(made):
    """Otherwise the log would say beside which destroyed case a situation changed."""
    pairs = []
    for _each in range(2):
        first = closed(made)
        pairs.append((first, closed(made, person=first.person, situation=first.situation)))
    vault, before = made.session._vault, made.session._vault.sequence
    made.session.retention.destroy(pairs[0][0].id)
    changed = [
        line.thing
        for line in entries(vault._database)
        if line.sequence > before and line.action == "changed"
    ]
    assert changed == [f"situation {one.situation}" for one, _two in pairs]
    after = vault.sequence
    made.session.retention.destroy(pairs[1][0].id)
    assert not [
        line
        for line in entries(vault._database)
        if line.sequence > after and line.action == "changed"
    ]


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
    for release in ("2026-Q2", "2026-Q3", "2026-Q4", "2026"):
        made.fixes(release)
    assert tables.counted_cases.of_organisation(made.id) == []
    assert made.session.retention.review(closed(made).id).still_counts
    made.session.require_whole()


def test_a_case_whose_figures_are_fixed_leaves_no_row(made):
    case = closed(made)
    made.goes_to(2027, 1, 4)
    for release in ("2026-Q4", "2026"):
        made.fixes(release)
    assert not made.session.retention.review(case.id).still_counts
    made.session.retention.destroy(case.id)
    assert tables_of(made).counted_cases.of_organisation(made.id) == []


def test_a_month_that_nobody_promised_figures_for_counts_until_nobody_can(made):
    from advisor_app.services.figures import ledgers

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
    again = access.open(access.folders.of("cijfers"), PASSPHRASE)
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


def test_a_backup_that_fails_destroys_nothing(made, tmp_path):
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
    assert "op de plaats waar zij zijn gemaakt: 1." in " ".join(shown.split())
    assert "onherroepelijk" not in shown
    for word in (case.number, "Vogel", "Waterdal", "WATER", "Herkenbare"):
        assert word not in shown
    assert "irrevocabl" not in text_of(made.session.retention.certificate(done.id, Language.EN))


def test_the_certificate_names_the_day_by_which_the_last_backup_is_thrown_away(made, tmp_path):
    case, backups, retention = closed(made), made.session.backups, made.session.retention
    backups.back_up(tmp_path / "een.vaultbackup")
    assert retention.review(case.id).pending_until == date(2026, 3, 9)
    made.goes_to(2026, 2, 9)
    assert retention.review(case.id).pending_until == date(2026, 3, 16)  # of the one made first
    done = retention.destroy(case.id)
    assert done.last_expires_on == date(2026, 3, 16)
    shown = " ".join(text_of(retention.certificate(done.id, Language.NL)).split())
    assert "die van de laatste eindigt op 16 maart 2026" in shown
    backups.keep_for(52)
    assert [each.expires_on for each in backups.known()] == [date(2026, 3, 16), date(2026, 3, 9)]


def test_without_a_day_to_come_the_certificate_promises_none(made, tmp_path):
    case, retention = closed(made), made.session.retention
    place = tmp_path / "stick"
    place.mkdir()
    made.session.backups.back_up(place / "een.vaultbackup")
    place.rename(tmp_path / "weg")
    made.goes_to(2026, 6, 1)  # the term is over, and nobody said that it was thrown away
    done = retention.destroy(case.id)
    assert (done.unreachable, done.last_expires_on) == (1, None)
    shown = " ".join(text_of(retention.certificate(done.id, Language.NL)).split())
    assert "Zij vervallen niet vanzelf" in shown


DAYS = (date(2026, 1, 1), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 1))
CASES = st.lists(
    st.tuples(
        st.sampled_from(DAYS),
        st.sampled_from(["OO-PES", "OO-PES", "OO-INT"]),
        st.sampled_from(["Zorg", "Thuis", None]),
        st.integers(0, 9),  # who reports; few come twice
        st.integers(0, 30),  # and about what
        st.booleans(),  # destroyed before the rest
    ),
    max_size=60,
)
# Six cases of four persons are too few to be shown; six persons would be enough.
FOUR_PERSONS = [
    *(
        (DAYS[0], "OO-PES", "Zorg", who, number, who == 2)
        for number, who in enumerate((1, 1, 1, 2, 3, 4))
    ),
    *((DAYS[1], "OO-INT", "Thuis", who, who, False) for who in range(10, 20)),
]
RELEASE = "2026-Q1"


class _Undo(Exception):  # noqa: N818  (no error: the way out of a transaction)
    pass


def entered(made, tables, rows):
    """Enter cases as they are drawn, quickly; return them with whether they go first."""
    unknown, people, situations, found = Code("ONB"), {}, {}, []
    for number, (day, category, department, who, what, goes_first) in enumerate(rows):
        if who not in people:
            people[who] = tables.people.add(
                Person(organisation=made.id, token=f"{who:016}", anonymous=who == 0)
            ).id
        if what not in situations:
            situations[what] = tables.situations.add(Situation(organisation=made.id)).id
        case = Case(
            number=f"VP-{number}", title="Kanarie", organisation=made.id,
            department=made.departments.get(department), person=people[who],
            situation=situations[what], category=Code(category), relation=Code("REL-COL"),
            opened_on=day, entered_on=day, **dict.fromkeys(OTHER_CODES, unknown),
        )  # fmt: skip
        found.append((tables.cases.add(case), goes_first))
    return found


OTHER_CODES = (
    "domain", "reporter_role", "employment", "function_group", "subject_position", "duration",
    "frequency", "channel", "place", "reported_earlier_to", "request", "status", "route", "outcome",
)  # fmt: skip


def what_leaves(made):
    """Return the next ledger and every file of the next export."""
    preview = made.session.reporting.preview(made.id, RELEASE)
    return preview.ledger, [draw(preview.report, form) for form in (FileFormat.CSV,)]


@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rows=CASES)
@example(rows=FOUR_PERSONS)
def test_destroying_cases_leaves_the_next_export_as_it_is(made, rows):
    made.goes_to(2026, 4, 2)
    with suppress(_Undo), made.session._vault.transaction() as tables:
        cases = entered(made, tables, rows)
        kept = what_leaves(made)
        for goes_first in (True, False):
            for case, first in cases:
                if first is goes_first:
                    destruction.remove(tables, case, secrets.choice, made.clock.today())
            assert what_leaves(made) == kept  # some destroyed, then all
        assert not tables.cases.numbers()
        raise _Undo


def engine_plan(made):
    """Return a plan that the closed form cannot do: a pair, and quarters with their year."""
    from advisor_app.services.figures.ledgers import kept

    (plan,) = kept(tables_of(made), made.client).plans
    quarters = plan.time_leaves
    boxes = tuple(
        Box.of({"period": leaves, **side})
        for leaves in (quarters[:1], quarters)
        for side in ({}, {"category": ["pesten"]}, {"department": ["Zorg"]},
                     {"category": ["pesten"], "department": ["Zorg"]})
    )  # fmt: skip
    names = {"period", "category", "department"}
    return replace(
        plan,
        organisation="ENGINE",
        dimensions=tuple(each for each in plan.dimensions if each.name in names),
        releases=(Release(id="2026", title="Jaar", told=(), boxes=boxes),),
        protected_pairs=(("category", "department"),),
    )


def test_the_engine_and_the_auditor_say_the_same_after_destruction(made):
    plan = engine_plan(made)
    assert not one_way.is_closed_form(plan, plan.releases[0], ())
    day = date(2026, 2, 1)
    rows = [
        *((day, "OO-PES", "Zorg", who, who, who % 2 == 0) for who in range(1, 9)),
        *((day, "OO-INT", "Thuis", who, who, who % 3 == 0) for who in range(5, 14)),
    ]

    def made_ledger():
        register = snapshot(tables_of(made), made.id, plan, made.session.codes)
        grown = with_release(
            plan,
            plan.releases[0],
            register,
            Ledger(organisation="ENGINE").with_plan(plan, day),
            day,
        )
        return grown.to_bytes(), audited_here(grown.to_bytes(), "2026")

    with suppress(_Undo), made.session._vault.transaction() as tables:
        cases = entered(made, tables, rows)
        kept = made_ledger()
        assert kept[1].verdict is Verdict.SAFE
        for case, _first in cases:
            destruction.remove(tables, case, secrets.choice, made.clock.today())
        assert made_ledger() == kept
        raise _Undo


def test_a_fixed_report_and_its_audit_are_the_same_bytes_whether_cases_were_destroyed(
    access, clock
):
    """Twins: the same year in two vaults, in one of which every case was destroyed."""
    found = []
    for destroys in (False, True):
        clock.at = datetime(2025, 11, 3, 9, tzinfo=UTC)
        session, _code = access.create(access.folders.of(f"twee {destroys}"), PASSPHRASE)
        client = practice(session, clock, 4_000)
        session.reporting.choose(client.id, "2026", Rung.PART_TABLES)
        client.goes_to(2026, 2, 2)
        person = closed(client).person
        cases = [closed(client, person=person), *(closed(client) for _each in range(9))]
        for case in cases if destroys else ():
            session.retention.destroy(case.id)
        client.goes_to(2026, 4, 2)
        client.fixes(RELEASE)
        found.append(
            (session.reporting.files(client.id, RELEASE), ledger_bytes(session, client.id))
        )
        session.close()
    assert found[0] == found[1]


def test_on_a_full_disk_a_case_is_destroyed_whole_or_not_at_all(access, clock, small_disk):
    disk = small_disk(3_000)
    session, _code = access.create(disk / "vol.vault", PASSPHRASE)
    client = practice(session, clock, 4_000)
    case = client.case()
    session.notes.add_note(case.id, "zwaluw " * 20_000)
    session.casework.close_case(case.id, AGREED)
    session._vault.forget_removed()
    (disk / "filler").write_bytes(b"x" * (shutil.disk_usage(disk).free - 8_192))
    assert refused(lambda: session.retention.destroy(case.id)) == Problem.DISK_FULL
    tables = session._vault.tables
    assert tables.notes.of_case(case.id)[0].body.startswith("zwaluw")
    assert tables.counted_cases.select() == tables.destructions.select() == []
    (disk / "filler").unlink()
    session.require_whole()
    session.retention.destroy(case.id)
    assert b"zwaluw" not in decrypted(session.folder)
    session.close()

"""The demo: an invented practice that could be a real one, the same for the same seed and day."""

import re
import secrets
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from advisor_app.disclosure.auditor.audit import audit
from advisor_app.disclosure.ledger import Ledger
from advisor_app.domain import known_codes
from advisor_app.domain.case import Case
from advisor_app.domain.note import NoteKind
from advisor_app.domain.reporting import Parts, ReleaseState, Rung
from advisor_app.services.demo import vault as demo_vault
from advisor_app.services.demo.invented import InventedCase
from advisor_app.services.demo.inventor import invent
from advisor_app.services.demo.material import begins_on, first_year, material, workday
from advisor_app.services.letter_fields import empty_fields
from advisor_app.services.session import Session
from advisor_app.storage.keys import FLOOR_COST
from advisor_app.storage.table import Table

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 16, tzinfo=UTC)
HIGHEST = 1_500


def made(folder: Path, today: date = TODAY, seed: int = demo_vault.SEED) -> Session:
    now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    return demo_vault.make(
        folder / "Demo.vault", today, lambda: now, secrets.choice, FLOOR_COST, seed=seed
    )


def content(session: Session) -> dict[str, list[object]]:
    """Return every record of a vault, by the name of its table."""
    tables = vars(session._vault.tables)
    found = {name: table.select() for name, table in tables.items() if isinstance(table, Table)}
    return {**found, "drafts": session.drafts.all()}


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    session = made(tmp_path_factory.mktemp("demo"))
    yield session
    session.close()


@pytest.fixture(scope="module")
def cases(practice: Session) -> list[Case]:
    return practice._vault.tables.cases.select()


def in_years(cases: list[Case], *years: int) -> list[Case]:
    return [case for case in cases if case.entered_on.year in years]


def of(practice: Session, cases: list[Case], code: str) -> list[Case]:
    organisation = practice.organisations.coded(code).id
    return [case for case in cases if case.organisation == organisation]


def test_the_same_seed_and_day_give_the_same_practice(practice, tmp_path):
    again = made(tmp_path)
    try:
        assert content(again) == content(practice)
    finally:
        again.close()


def test_another_seed_gives_another_practice():
    first, second = (invent(TODAY, seed) for seed in (1, 2))
    assert [case.title for case in first] != [case.title for case in second]
    assert first == invent(TODAY, 1)


def test_every_page_row_and_line_of_the_log_is_in_order(practice):
    practice.require_whole()


def test_eight_organisations_bring_about_250_cases_over_three_years(practice, cases):
    staff = [
        practice.organisations.file(each.id).headcounts[0].staff
        for each in practice.organisations.all()
    ]
    assert sorted(staff) == [90, 180, 350, 420, 600, 700, 1150, 2400]
    assert 210 <= len(cases) <= 290
    assert {case.entered_on.year for case in cases} == {2024, 2025, 2026}


def test_every_case_is_one_that_the_program_itself_would_accept(practice, cases):
    for case in cases:
        practice.casework._rules.require_fitting(practice._vault.tables, case, TODAY)
        assert case.domain == practice.codes.item(case.category).domain


def test_the_awkward_organisations_are_there(practice, cases):
    per_year = {
        code: [len(in_years(of(practice, cases, code), year)) for year in (2024, 2025)]
        for code in ("MIDWAARD", "KLEIWIJK", "ELSVEEN")
    }
    assert per_year["MIDWAARD"] == [0, 0]
    assert per_year["KLEIWIJK"] == [1, 0]
    assert per_year["ELSVEEN"][1] == 6
    until_october = [
        case
        for case in in_years(of(practice, cases, "ELSVEEN"), 2025)
        if case.entered_on < date(2025, 10, 1)
    ]
    assert len(until_october) == 4


def test_all_reports_of_the_water_board_come_from_one_department(practice, cases):
    departments = {case.department for case in of(practice, cases, "LAAGVEEN")}
    assert len(departments) == 1


def test_one_manager_has_four_reports_which_are_one_situation(practice, cases):
    shared = Counter(case.situation for case in of(practice, cases, "HEIDE"))
    situation, number = shared.most_common(1)[0]
    about = [case for case in cases if case.situation == situation]
    assert number >= 4
    assert len({case.person for case in about}) >= 4
    assert {case.relation for case in about if case.reporter_role == "ROL-ZEL"} == {"REL-DIR"}


def test_of_thirteen_reports_of_sexual_harassment_eight_are_in_one_place(practice, cases):
    linde = practice.organisations.coded("LINDE").id
    [homes] = [
        each.id
        for each in practice.organisations.departments(linde)
        if each.name == "Verpleeghuizen"
    ]
    found = [
        case
        for case in in_years(of(practice, cases, "LINDE"), 2025)
        if case.category in {"OO-SIV", "OO-SIF"} and case.reporter_role == "ROL-ZEL"
    ]
    assert (len(found), sum(case.department == homes for case in found)) == (13, 8)


def test_no_figure_but_a_promised_one_was_laid_down_after_its_year_began(practice):
    for client in practice.organisations.all():
        lines = practice.reporting.overview(client.id)
        fixed = [line for line in lines if line.state is ReleaseState.FIXED]
        assert {2024, 2025} <= {year for line in fixed for year in years_of(line)}
        assert all(line.fixed_on > line.last for line in fixed)
        assert any(line.state is ReleaseState.RUNNING for line in lines)
    rungs = {
        line.rung
        for each in practice.organisations.all()
        for line in practice.reporting.overview(each.id)
    }
    assert {Rung.TWO_YEAR_TOTAL, Rung.YEAR_TOTAL, Rung.YEAR_TABLES, Rung.PART_TOTALS} <= rungs


def years_of(line) -> range:
    return range(line.first.year, line.last.year + 1)


def test_fixed_figures_say_what_the_cases_are(practice, cases):
    for code, total in (("ELSVEEN", 6), ("KLEIWIJK", 0)):
        organisation = practice.organisations.coded(code).id
        assert practice.reporting.preview(organisation, "2025").report.total.value == total


def test_each_quarter_of_the_last_closed_year_is_fixed_soon_after_it_and_says_its_period(practice):
    linde = practice.organisations.coded("LINDE").id
    lines = {line.id: line for line in practice.reporting.overview(linde)}
    for quarter in Parts.QUARTERS.of("2025"):
        line, report = lines[quarter], practice.reporting.preview(linde, quarter).report
        assert line.last < line.fixed_on < line.last + timedelta(days=31)
        assert (report.period, report.fixed_on) == (quarter, line.fixed_on)
        assert report.total.value is not None
    assert lines["2026-Q3"].state is ReleaseState.FIXED
    assert lines["2026-Q4"].state is ReleaseState.RUNNING


@pytest.mark.parametrize("seed", [demo_vault.SEED, 1])
def test_the_quarters_pass_the_audit_of_the_whole_ledger_and_add_up_to_their_year(tmp_path, seed):
    session = made(tmp_path, seed=seed)
    try:
        linde = session.organisations.coded("LINDE").id
        year, *quarters = (
            session.reporting.preview(linde, release)
            for release in ("2025", *Parts.QUARTERS.of("2025"))
        )
        assert sum(each.report.total.value for each in quarters) == year.report.total.value
        last = session.reporting.preview(linde, "2026-Q3")
        assert audit(Ledger.parse(last.ledger)).is_green
    finally:
        session.close()


def test_the_school_board_counts_by_school_years(practice):
    school = practice.organisations.coded("ESDOORN").id
    fixed = [
        (line.first, line.last)
        for line in practice.reporting.overview(school)
        if line.state is ReleaseState.FIXED
    ]
    assert (date(2025, 8, 1), date(2026, 7, 31)) in fixed


def test_a_wave_follows_the_affair_and_the_summer_is_quiet():
    found = Counter(
        (case.opens_at.year, case.opens_at.month)
        for seed in range(12)
        for case in invent(TODAY, seed)
    )
    spring = [sum(found[year, month] for month in (2, 3, 4)) for year in (2024, 2025, 2026)]
    assert spring[1] > 1.2 * max(spring[0], spring[2])
    summer = sum(found[year, month] for year in (2024, 2025) for month in (7, 8))
    autumn = sum(found[year, month] for year in (2024, 2025) for month in (9, 10))
    assert summer < 0.7 * autumn


@pytest.fixture(scope="module")
def many() -> list[InventedCase]:
    """Cases of several seeds together, so that chance evens out."""
    return [case for seed in range(8) for case in invent(TODAY, seed)]


def shares(values: list[object]) -> dict[object, float]:
    return {value: 100 * number / len(values) for value, number in Counter(values).items()}


def close_to(found: dict[object, float], wanted: dict[str, int], by: float) -> None:
    for name, share in wanted.items():
        assert abs(found.get(name, 0) - share) <= by, (name, found.get(name, 0))


def test_cases_are_spread_over_domains_as_in_real_reports(many):
    domains = [case.category.partition("-")[0] for case in many]
    close_to(shares(domains), {"OO": 57, "ARB": 24, "INT": 12, "MIS": 2, "OND": 2}, 4)


def test_cases_are_mostly_about_a_manager_as_in_real_reports(many):
    found = shares([case.relation for case in many])
    close_to(found, {"REL-DIR": 42, "REL-HOG": 9, "REL-COL": 29, "REL-EXT": 6}, 6)
    assert max(found, key=lambda name: found[name]) == "REL-DIR"


def test_roles_forms_and_numbers_of_conversations_are_those_of_real_practices(many):
    close_to(shares([case.role for case in many]), {"ROL-ZEL": 80, "ROL-GET": 7, "ROL-LEI": 6}, 4)
    forms = [talk.form for case in many for talk in case.talks]
    close_to(shares(forms), {"CTF-TEL": 50, "CTF-VID": 20, "CTF-MAI": 4}, 8)
    numbers = [len(case.talks) for case in many if case.closes_at is not None]
    close_to(shares(numbers), {1: 45, 2: 26, 3: 15, 7: 3}, 6)


def test_the_outcome_is_mostly_unknown(many):
    outcomes = [case.ending["outcome"] for case in many if case.closes_at is not None]
    found = shares(outcomes)
    assert max(found, key=lambda name: found[name]) == "UIT-ONB"


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    "today",
    [date(2026, 1, 1), date(2026, 3, 2), date(2026, 6, 30), date(2026, 7, 4), date(2028, 2, 29)],
)
def test_on_any_day_everything_happened_before_and_on_working_days(today, seed):
    cases = invent(today, seed)
    assert 150 <= len(cases) <= 340
    for case in cases:
        moments = [talk.at for talk in case.talks]
        assert moments == sorted(moments)
        assert all(moment.date() < today and moment.weekday() < 5 for moment in moments)
        assert case.closes_at is None or moments[-1] < case.closes_at
        assert case.closes_at is None or case.closes_at.date() < today


@pytest.mark.parametrize("today", [date(2026, 1, 2), date(2026, 7, 6), date(2027, 2, 14)])
def test_vandaag_is_alive_and_two_years_are_fixed_on_any_day(tmp_path, today):
    session = made(tmp_path, today)
    try:
        day = session.agenda.day()
        assert [len(each) for each in (day.appointments, day.follow_ups, day.aftercare)] == [
            3,
            2,
            1,
        ]
        assert (len(day.terms), len(day.drafts)) == (1, 1)
        assert {line.follow_up.due_on for line in day.appointments[:2]} == {today}
        for client in session.organisations.all():
            lines = session.reporting.overview(client.id)
            fixed = [line for line in lines if line.state is ReleaseState.FIXED]
            assert sum((line.last - line.first).days for line in fixed) >= 2 * 364
            assert session.reporting.left(client.id) == {line.id for line in fixed}
    finally:
        session.close()


def test_work_goes_on_from_the_real_clock(tmp_path):
    """Opened a minute after midnight too: nothing in the demo happened later than that."""
    midnight = datetime.combine(TODAY, datetime.min.time()).astimezone()
    session = demo_vault.make(
        tmp_path / "Demo.vault",
        TODAY,
        lambda: midnight + timedelta(minutes=1),
        secrets.choice,
        FLOOR_COST,
    )
    try:
        line = session.casework.case_lines(session.organisations.all()[0].id)[0]
        note = session.notes.add_note(line.id, "Nog een gedachte")
        assert note.written_at == midnight + timedelta(minutes=1)
        session.require_whole()
    finally:
        session.close()


def test_a_demo_that_is_kept_opens_with_the_passphrase_that_is_printed_and_stays_for_practice(
    access, tmp_path
):
    session = access.make_demo(tmp_path / "Oefenen.vault", 7, TODAY)
    session.close()
    again = access.open(tmp_path / "Oefenen.vault", demo_vault.PASSPHRASE)
    assert len(again.organisations.all()) == 8
    assert again.is_practice
    assert not again.is_demo
    again.close()


def test_the_letters_are_one_that_waits_and_one_that_left(practice):
    letters = practice._vault.tables.letters.select()
    assert sorted((each.template, each.fixed_on is None) for each in letters) == [
        ("adviesbrief", False),
        ("gespreksbevestiging", True),
    ]
    [left] = [each for each in letters if each.fixed_on is not None]
    assert empty_fields(f"{left.subject}\n{left.body}", left.language) == ()
    assert practice.correspondence.pdf(left).startswith(b"%PDF")
    assert {line.split()[-1] for each in letters for line in each.addressee.splitlines()[:1]} == {
        "Voorbeeld",
        "Proefpersoon",
    }


def test_the_municipality_of_the_seed_has_its_roles_and_its_preliminary_check(practice, cases):
    client = practice.organisations.coded("ELSVEEN")
    file = practice.organisations.file(client.id)
    assert client.preliminary_check
    assert client.undesirable_under_integrity
    assert {"CTR-SEC", "CTR-PO", "CTR-OR", "CTR-DIR"} <= {each.role for each in file.contacts}
    groups = {year.reporting_group for each in file.departments for year in each.years}
    assert "Beheer en buitendienst" not in groups
    checks = [
        note
        for note in practice._vault.tables.notes.select()
        if note.kind is NoteKind.PRELIMINARY_CHECK
    ]
    assert {check.organisation for check in checks} == {client.id}
    checked = [practice.casework.case(check.case).case for check in checks]
    assert {case.domain for case in checked} == {"INT"}


def test_loose_conversations_wait_on_top_of_the_list(practice):
    loose = [
        talk
        for each in practice.organisations.all()
        for talk in practice.conversations.loose_conversations(each.id)
    ]
    assert len(loose) == 3
    assert all(talk.note for talk in loose)


def test_some_reporters_come_back_some_give_no_name_and_some_saw_the_same_thing(practice, cases):
    people = Counter(case.person for case in cases)
    anonymous = {each.id for each in practice._vault.tables.people.select() if each.anonymous}
    assert any(people[each] > 1 for each in people.keys() - anonymous)
    assert anonymous
    assert any(number > 1 for number in Counter(case.situation for case in cases).values())


def test_cases_are_on_their_way_in_many_ways(cases):
    assert {known_codes.CLOSED, known_codes.REPORTED, known_codes.IN_AFTERCARE} <= {
        case.status for case in cases
    }
    assert any(not case.counted_elsewhere for case in cases)
    assert any(case.further_categories for case in cases)


def test_what_a_case_says_of_its_reporter_is_what_the_reporter_told(practice, cases):
    """A closed case says why; grounds and effects are those of the first conversation's words."""
    for case in cases:
        assert (case.closing_reason is not None) == (case.status == known_codes.CLOSED)
        first = practice.casework.timeline(case.id)[-1].logged.note.body
        assert ("EFF-ZIE" in case.effects) <= ("ziek gemeld" in first)
        assert bool(case.discrimination_grounds) <= (case.category == "OO-DIS")
    for field in ("gender", "closing_reason"):
        assert len({getattr(case, field) for case in cases}) >= 3
    assert sum(bool(case.effects) for case in cases) >= 10
    assert sum(bool(case.discrimination_grounds) for case in cases) >= 3


def test_retention_ends_for_a_few_cases_and_says_which_figures_hold_them(practice):
    lines = practice.retention.lines()
    assert 3 <= len(lines) == practice.retention.number() <= 12
    assert all(line.ends_on < date(2026, 12, 1) for line in lines)
    for line in lines:
        fixed = [
            each
            for each in practice.reporting.overview(line.organisation)
            if each.state is ReleaseState.FIXED and each.first <= line.entered_on <= each.last
        ]
        assert line.is_fixed == bool(fixed)
    assert any(line.is_fixed for line in lines)


def test_a_reporter_who_comes_back_has_the_same_gender(many):
    by_alias: dict[tuple[int, str], set[object]] = {}
    place = 0
    for before, case in zip([None, *many], many, strict=False):
        place += before is not None and case.key < before.key  # the next seed
        if case.alias and "gender" in case.details:
            by_alias.setdefault((place, case.alias), set()).add(case.details["gender"])
    assert all(len(genders) == 1 for genders in by_alias.values())
    assert len(by_alias) < sum(bool(case.alias and case.details) for case in many)


def test_notes_read_like_notes_and_hold_nothing_that_was_left_open(practice):
    bodies = [note.body for note in practice._vault.tables.notes.select()]
    assert len(set(bodies)) > 0.6 * len(bodies)
    for body in bodies:
        assert not re.search(r"[{}\[\]]|  |\.\.", body)
        assert body[0].isupper() or body.startswith("#")
        assert body.rstrip()[-1] in ".?"
        assert len(body) < HIGHEST


def test_every_subject_can_be_told_whoever_it_is_about():
    subjects = material("subjects")
    for subject in subjects["subject"]:
        assert subject["titles"]
        for relation in subject["relations"]:
            named = relation in subjects["who"] or relation == "REL-EXT"
            assert named or any("{wie}" not in each for each in subject["tells"]), subject["code"]
    assert abs(sum(each["weight"] for each in subjects["subject"]) - 100) < 1e-9
    assert len(set(subjects["aliases"])) == len(subjects["aliases"])


def test_every_domain_and_outcome_has_its_words():
    talks = material("talks")
    domains = {"OO", "INT", "MIS", "OND", "ARB", "OVR"}
    assert domains == talks["choice"].keys()
    assert domains | {"ANY"} == talks["next"].keys()
    assert len(talks["next"]["ANY"]) >= 6


def test_nobody_in_the_demo_can_be_reached_or_exists():
    advisor = material("organisations")["advisor"]
    assert "06 0000" in advisor["letterhead_lines"]
    assert advisor["letterhead_lines"].endswith(".example")


def test_a_practice_begins_before_two_whole_years():
    for today in (date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31)):
        begin = date(first_year(today), 1, 1)
        assert 2 * 365 <= (today - begin).days <= 3.6 * 365
        assert begins_on(today).date() < begin
    assert workday(date(2026, 11, 22)) == workday(date(2026, 11, 20)) == date(2026, 11, 20)

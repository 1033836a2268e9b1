"""Figures are promised before the year, fixed after it, and the same for ever."""

import secrets
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import pytest

from advisor_app.documents.figures import draw
from advisor_app.domain.case import NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.organisation import Headcount, Organisation
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FileFormat
from advisor_app.domain.reporting import ReleaseState, Rung, Verdict
from advisor_app.keychain import Keychain
from advisor_app.services.figures import reporting
from advisor_app.services.figures.auditing import audited_here
from advisor_app.services.organisations import OrganisationFile
from advisor_app.services.session import Session
from advisor_app.storage.keys import FLOOR_COST


@pytest.fixture
def practice(vault, clock):
    clock.at = max(clock.at, datetime(2026, 11, 20, 9, 16, tzinfo=UTC))
    return Session(vault, Keychain(None), clock, secrets.choice, cost=FLOOR_COST)


@pytest.fixture
def client(practice):
    def make(staff=350, code="ELS"):
        years = (2026, 2027, 2028)
        return practice.organisations.keep(
            OrganisationFile(
                organisation=Organisation(
                    code=code, name="Gemeente Elsveen", type=Code("ORG-GEM"),
                    client_since=date(2024, 1, 1),
                ),
                headcounts=tuple(Headcount(organisation=0, year=y, staff=staff) for y in years),
            )
        ).organisation  # fmt: skip

    return make


def enter(practice, organisation, number, **known):
    for each in range(number):
        new = NewCase(organisation=organisation.id, title="x", alias=f"m{each}", **known)
        practice.casework.open_case(new)


def refusal(work):
    with pytest.raises(ProblemError) as refused:
        work()
    return refused.value.problem


def test_the_normal_client_gets_its_promised_total_whatever_it_is(practice, client, clock):
    organisation = client()
    assert practice.reporting.advice(organisation.id, "2027").rung is Rung.YEAR_TOTAL
    practice.reporting.choose(organisation.id, "2027", Rung.YEAR_TOTAL)
    clock.at = datetime(2027, 3, 1, 9, tzinfo=UTC)
    enter(practice, organisation, 3)
    assert refusal(
        lambda: practice.reporting.fix_audited(organisation.id, "2027", audited_here)
    ) is (Problem.NOT_CLOSED_YET)
    clock.at = datetime(2028, 1, 15, 9, tzinfo=UTC)
    report = practice.reporting.fix_audited(organisation.id, "2027", audited_here).report
    assert (report.total.value, report.total.promised, report.tables) == (3, True, ())


@pytest.mark.parametrize("form", FileFormat)
def test_files_that_say_another_total_than_the_ledger_are_never_kept(
    practice, client, clock, monkeypatch, form
):
    """Drawn by somebody who writes one case more in one of them, and looked through."""
    organisation = client()
    practice.reporting.choose(organisation.id, "2027", Rung.YEAR_TOTAL)
    clock.at = datetime(2027, 3, 1, 9, tzinfo=UTC)
    enter(practice, organisation, 3)
    clock.at = datetime(2028, 1, 15, 9, tzinfo=UTC)

    def drawn(report, each):
        more = replace(report, total=replace(report.total, value=4))
        return draw(more if each is form else report, each)

    with monkeypatch.context() as patched:
        patched.setattr(reporting, "draw", drawn)
        assert (
            refusal(lambda: practice.reporting.fix_audited(organisation.id, "2027", audited_here))
            is Problem.CONTRADICTS_LEDGER
        )
    (line,) = [each for each in practice.reporting.overview(organisation.id) if each.id == "2027"]
    assert line.state is ReleaseState.READY
    report = practice.reporting.fix_audited(organisation.id, "2027", audited_here).report
    assert report.total.value == 3


def test_a_choice_can_not_be_made_twice_and_not_within_the_year(practice, client):
    organisation = client()
    reporting = practice.reporting
    assert refusal(lambda: reporting.choose(organisation.id, "2026", Rung.YEAR_TABLES)) is (
        Problem.YEAR_BEGAN
    )
    reporting.choose(organisation.id, "2026", Rung.YEAR_TOTAL)
    reporting.choose(organisation.id, "2027", Rung.YEAR_TABLES)
    assert refusal(lambda: reporting.choose(organisation.id, "2027", Rung.YEAR_TOTAL)) is (
        Problem.ALREADY_PLANNED
    )


def test_advice_looks_at_public_facts_only(practice, client):
    organisation = client()
    before = practice.reporting.advice(organisation.id, "2027")
    enter(practice, organisation, 12)
    assert practice.reporting.advice(organisation.id, "2027") == before


@pytest.mark.parametrize(
    ("staff", "rung"),
    [
        (49, Rung.NOTHING),
        (60, Rung.TWO_YEAR_TOTAL),
        (99, Rung.TWO_YEAR_TOTAL),
        (100, Rung.YEAR_TOTAL),
    ],
)
def test_small_organisations_get_less(practice, client, staff, rung):
    assert practice.reporting.advice(client(staff).id, "2027").rung is rung


def test_fixed_figures_stay_whatever_happens_to_the_cases(practice, client, clock):
    organisation = client(staff=2400)
    practice.reporting.choose(organisation.id, "2027", Rung.YEAR_TABLES)
    clock.at = datetime(2027, 5, 1, 9, tzinfo=UTC)
    enter(practice, organisation, 14, category=Code("OO-PES"))
    enter(practice, organisation, 9, category=Code("ARB-LEI"))
    clock.at = datetime(2028, 1, 10, 9, tzinfo=UTC)
    practice.reporting.fix_audited(organisation.id, "2027", audited_here)
    before = practice.reporting.files(organisation.id, "2027")
    for line in practice.casework.case_lines(organisation.id):
        file = practice.casework.case(line.id)
        practice.casework.change_case(
            type(file.case)(**{**_values(file.case), "category": Code("OO-DIS")})
        )
    enter(practice, organisation, 5)
    practice.reporting.fix_audited(organisation.id, "2027", audited_here)
    assert practice.reporting.files(organisation.id, "2027") == before


def _values(case):
    return {name: getattr(case, name) for name in type(case).__dataclass_fields__}


def test_late_entries_count_in_the_open_year(practice, client, clock):
    organisation = client()
    practice.reporting.choose(organisation.id, "2027", Rung.YEAR_TOTAL)
    clock.at = datetime(2028, 1, 3, 9, tzinfo=UTC)
    enter(practice, organisation, 1, opened_on=date(2027, 12, 20))
    assert practice.reporting.preview(organisation.id, "2027").report.total.value == 0


def test_advice_to_managers_signals_and_cases_counted_elsewhere_do_not_count(
    practice, client, clock
):
    organisation = client()
    practice.reporting.choose(organisation.id, "2027", Rung.YEAR_TOTAL)
    clock.at = datetime(2027, 2, 1, 9, tzinfo=UTC)
    for role in ("ROL-LEI", "ROL-SIG", "ROL-BUI"):
        enter(practice, organisation, 1, reporter_role=Code(role))
    enter(practice, organisation, 1, counted_elsewhere=True)
    enter(practice, organisation, 2)
    clock.at = datetime(2028, 1, 3, 9, tzinfo=UTC)
    assert practice.reporting.preview(organisation.id, "2027").report.total.value == 2


def test_an_organisation_without_a_case_gets_its_report_like_any_other(practice, client, clock):
    organisation = client()
    practice.reporting.choose(organisation.id, "2027", Rung.YEAR_TOTAL)
    clock.at = datetime(2028, 1, 3, 9, tzinfo=UTC)
    states = {line.id: line.state for line in practice.reporting.overview(organisation.id)}
    assert states["2027"] is ReleaseState.READY
    practice.reporting.fix_audited(organisation.id, "2027", audited_here)
    assert b"0 zaken" in practice.reporting.files(organisation.id, "2027")["csv"]


def test_two_worlds_that_cannot_be_told_apart_give_the_same_files(practice, client, clock):
    twins = client(code="EEN"), client(code="TWEE")
    for organisation in twins:
        practice.reporting.choose(organisation.id, "2027", Rung.YEAR_TABLES)
    clock.at = datetime(2027, 5, 1, 9, tzinfo=UTC)
    enter(practice, twins[0], 3, category=Code("OO-PES"))
    enter(practice, twins[0], 1, category=Code("OO-DIS"))
    enter(practice, twins[1], 2, category=Code("ARB-LEI"))
    enter(practice, twins[1], 2, category=Code("INT-BEL"))
    clock.at = datetime(2028, 1, 10, 9, tzinfo=UTC)
    reports = []
    for organisation in twins:
        practice.reporting.fix_audited(organisation.id, "2027", audited_here)
        files = practice.reporting.files(organisation.id, "2027")
        reports.append(files["csv"].splitlines()[:-1])  # the last line is the ledger's own mark
    assert reports[0] == reports[1]


# Figures that were refused


def fails_once():
    """Return an auditor who does not finish the first time."""
    answers = [Verdict.UNFINISHED]

    def audited(ledger, release):
        found = audited_here(ledger, release)
        return replace(found, verdict=answers.pop()) if answers else found

    return audited


def of_2027(practice, client, clock, subjects, code="ELS"):
    """Return an organisation with yearly tables over 2027, and so many cases of each subject."""
    organisation = client(staff=2400, code=code)
    practice.reporting.choose(organisation.id, "2027", Rung.YEAR_TABLES)
    clock.at = datetime(2027, 5, 1, 9, tzinfo=UTC)
    for subject, number in subjects.items():
        enter(practice, organisation, number, category=Code(subject))
    clock.at = datetime(2028, 1, 10, 9, tzinfo=UTC)
    return organisation


def test_a_promise_is_kept_in_place_of_figures_that_were_refused_if_that_was_asked(
    practice, client, clock
):
    organisation = of_2027(practice, client, clock, {"OO-PES": 14, "ARB-LEI": 9})
    reporting = practice.reporting
    fix = partial(reporting.fix_audited, organisation.id, "2027")
    assert refusal(lambda: fix(fails_once())) is Problem.AUDIT_UNFINISHED
    preview = fix(fails_once(), promise_alone_if_refused=True)
    assert (preview.is_promise_alone, preview.report.total.value) == (True, 23)
    files = reporting.files(organisation.id, "2027")
    assert fix(audited_here) == preview  # whoever tries again later gets no more
    assert reporting.files(organisation.id, "2027") == files


def test_figures_that_were_not_refused_are_given_whatever_was_asked(practice, client, clock):
    organisation = of_2027(practice, client, clock, {"OO-PES": 14, "ARB-LEI": 9})
    preview = practice.reporting.fix_audited(
        organisation.id, "2027", audited_here, promise_alone_if_refused=True
    )
    assert not preview.is_promise_alone
    assert preview.report.tables


@pytest.mark.parametrize("verdict", [Verdict.SAFE, Verdict.STOPPED])
def test_what_was_safe_or_was_stopped_cannot_be_left_out(practice, client, clock, verdict):
    organisation = of_2027(practice, client, clock, {"OO-PES": 14, "ARB-LEI": 9})
    proposal = practice.reporting.proposal(organisation.id, "2027")
    assert proposal.promise_alone(verdict) is None
    assert proposal.promise_alone(Verdict.UNSAFE).is_promise_alone


def test_the_promise_alone_needs_a_yes_of_the_auditor_to_itself(practice, client, clock):
    organisation = of_2027(practice, client, clock, {"OO-PES": 14, "ARB-LEI": 9})
    proposal = practice.reporting.proposal(organisation.id, "2027")
    whole, less = proposal, proposal.promise_alone(Verdict.UNSAFE)
    yes = audited_here(whole.preview().ledger, "2027")
    assert refusal(lambda: practice.reporting.fix(less, less.preview(), yes)) is (
        Problem.FIGURES_CHANGED
    )
    no = replace(audited_here(less.preview().ledger, "2027"), verdict=Verdict.UNSAFE)
    assert refusal(lambda: practice.reporting.fix(less, less.preview(), no)) is (
        Problem.UNSAFE_FIGURES
    )


def test_a_report_does_not_tell_that_figures_were_refused(practice, client, clock):
    refused, silent = client(staff=2400, code="EEN"), client(staff=2400, code="TWEE")
    for organisation in (refused, silent):
        practice.reporting.choose(organisation.id, "2027", Rung.YEAR_TABLES)
    clock.at = datetime(2027, 5, 1, 9, tzinfo=UTC)
    relations = (item.code for item in practice.codes.offered("REL", clock.today()))
    enter(practice, refused, 7, category=Code("OO-PES"))
    enter(practice, refused, 5, category=Code("ARB-LEI"))
    for subject in ("OO-PES", "ARB-LEI", "OO-DIS", "INT-BEL"):
        enter(practice, silent, 3, category=Code(subject), relation=next(relations))
    clock.at = datetime(2028, 1, 10, 9, tzinfo=UTC)
    fix = practice.reporting.fix_audited
    assert practice.reporting.preview(refused.id, "2027").report.tables
    fix(refused.id, "2027", fails_once(), promise_alone_if_refused=True)
    assert not fix(silent.id, "2027", audited_here).is_promise_alone
    one, other = (
        practice.reporting.files(each.id, "2027")["csv"].splitlines()[:-1]
        for each in (refused, silent)
    )
    assert one == other

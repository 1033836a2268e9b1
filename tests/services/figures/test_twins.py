"""Twins: whole vaults that differ in what must stay secret, and in nothing else, say the same.

A year is lived in a real vault and fixed. Then the solver finds another year that its readers
cannot exclude, and that is lived as differently as can be: by others, on other days, in another
order, with much more written about it and half of it destroyed. What leaves is the same, bytes and
words.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from random import Random

import pytest

from advisor_app.disclosure.dimension import UNKNOWN
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.solver import Highs
from advisor_app.disclosure.space import System
from advisor_app.disclosure.statement import Outcome
from advisor_app.disclosure.worlds import matrix
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.known_codes import APPOINTMENT
from advisor_app.domain.language import Language
from advisor_app.domain.reporting import Parts, ReleaseState, Rung
from advisor_app.services.figures import plans
from advisor_app.services.figures.auditing import audited_here
from tests.conftest import PASSPHRASE
from tests.services.figures.practice import ledger_bytes, planned, practice

DEPARTMENTS = {"Zorg": 900, "Thuis": 700, "Balie": 20}
REPORTING = {plans.SUBJECT: "subject", plans.RELATION: "relation"}
AGREED = Code("SLU-OVL")
MOST = 100  # cases of one kind in one place and period
KINDS = {
    "one total": (Rung.YEAR_TOTAL, None, False, 3),
    "tables": (Rung.YEAR_TABLES, None, False, 30),
    "tables and quarters": (Rung.YEAR_TABLES, Parts.QUARTERS, False, 30),
    "departments by subject": (Rung.YEAR_TABLES, None, True, 60),
    "tables of each third": (Rung.PART_TABLES, Parts.THIRDS, False, 70),
    "halves told": (Rung.PART_TOTALS, Parts.HALVES, False, 30),
    "halves, departments by subject": (Rung.PART_TABLES, Parts.HALVES, True, 80),
}


@pytest.fixture
def live(access, clock):
    """Return what makes a vault with one client, lets a year pass in it, and fixes its figures."""

    def live(name, kind, year):
        rung, parts, has_pairs, _cases = KINDS[kind]
        clock.at = datetime(2025, 11, 3, 9, tzinfo=UTC)
        session, _code = access.create(access.folders.of(name), PASSPHRASE)
        made = practice(session, clock, 4_000, DEPARTMENTS, minimum=5)
        planned(made, rung, parts=parts, has_pairs=has_pairs)
        year(made)
        made.goes_to(2027, 1, 9)
        seen = everything_that_leaves(made)
        ledger = Ledger.parse(ledger_bytes(session, made.id))
        session.close()
        return seen, ledger

    return live


def everything_that_leaves(made):
    """Fix every release and hand it over; return all that anybody outside ever gets or is told."""
    session, seen = made.session, {}
    reporting = session.reporting
    for line in reversed(reporting.overview(made.id)):
        if line.state is not ReleaseState.READY:
            continue
        preview = reporting.preview(made.id, line.id)
        seen["preview", line.id] = preview, reporting.pages(made.id, preview)
        seen["fixed", line.id] = reporting.fix_audited(made.id, line.id, audited_here)
        files = reporting.files(made.id, line.id)
        seen["files", line.id] = files
        reporting.register(made.id, line.id, files, "Directie en OR", "Jaargesprek")
    seen["ledger"] = ledger_bytes(session, made.id)
    seen["register"] = session._vault.tables.exports.of_organisation(made.id)
    seen["list"] = reporting.overview(made.id)
    seen["advice"] = reporting.advice(made.id, "2027")
    for language in Language:
        seen["director", language] = session.history.fixed_reports(made.id, language)
        seen["history", language] = session.history.past(made.id, language)
        seen["years", language] = session.trends.of(made.id, language)
    return seen


def a_year(random, cases):
    """A year of reporters who come back, situations that are shared, and some who stay unknown."""

    def pass_by(made):
        known = []
        for day in sorted(random.randrange(364) for _each in range(cases)):
            made.clock.at = datetime(2026, 1, 1, 9, tzinfo=UTC) + timedelta(days=day)
            before = random.choice(known) if known and random.random() < 0.15 else None
            known.append(
                made.case(
                    random.choice(("OO-PES", "OO-PES", "OO-INT", "ARB-LEI", "OO-DIS", "CAT-ONB")),
                    random.choice(("REL-DIR", "REL-DIR", "REL-COL", "REL-EXT")),
                    random.choice((None, "Zorg", "Zorg", "Thuis", "Balie")),
                    person=before.person if before and random.random() < 0.5 else None,
                    situation=before.situation if before and random.random() < 0.5 else None,
                    anonymous=random.random() < 0.05,
                )
            )

    return pass_by


def another(plan, ledger, random):
    """Return another year that no reader can exclude: how many cases are in each cell of the plan."""
    system = System(plan, plan.attributes)
    said = [each for release in plan.releases for each in ledger.said_in(release.id)]
    equal = [each for each in said if each.value is not None]
    low = [each for each in said if each.outcome is Outcome.SILENT]
    session = Highs().session(
        matrix([system.cells(each.box) for each in equal], system.size),
        [each.value for each in equal],
        matrix([system.cells(each.box) for each in low], system.size),
        [(each.below or plan.n) - 1 for each in low],
        [MOST] * system.size,
    )
    wanted = [random.uniform(-1, 1) for _each in range(system.size)]
    point = session.largest(wanted, whole=True).point
    assert point is not None
    counts = [round(each) for each in point]
    leaves = product(plan.time_leaves, *(each.leaves for each in system.attributes))
    return {cell: number for cell, number in zip(leaves, counts, strict=True) if number}


def another_life(plan, cells, random):
    """A year of other people, of whom far more is written down, and half of it destroyed again."""

    def pass_by(made):
        session = made.session
        other = practice(session, made.clock, 900, code="ELDERS")
        days = [
            (plans.first_day(cell[0]) + timedelta(days=random.randrange(80)), cell)
            for cell, number in cells.items()
            for _each in range(number)
        ]
        random.shuffle(days)
        made.goes_to(2025, 12, 31)
        made.cases(2)
        for number, (day, cell) in enumerate(sorted(days, key=lambda each: each[0])):
            made.clock.at = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
            if number % 3 == 0:
                other.case()
            places = dict(zip((each.name for each in plan.attributes), cell[1:], strict=True))
            case = made.case(*codes_of(session, places, random), **told(random))
            write_much(session, case, random)
            if random.random() < 0.4:
                session.casework.close_case(case.id, AGREED)
                session.retention.destroy(case.id)
        made.case(reporter_role=Code("ROL-SIG"))
        made.case(counted_elsewhere=True)
        made.goes_to(2027, 1, 2)
        made.cases(3, "INT-FRA")

    return pass_by


def codes_of(session, places, random):
    """Return any code of each leaf, and any department of a group."""
    chosen = []
    for name, listed in REPORTING.items():
        leaves = {leaf.name: leaf.codes for leaf in session.codes.reporting(listed).leaves}
        codes = leaves[places[name]] if name in places else leaves[random.choice(sorted(leaves))]
        chosen.append(random.choice(sorted(codes)))
    department = places.get("department", UNKNOWN)
    return *chosen, random.choice((None, "Balie")) if department == UNKNOWN else department


def told(random):
    return {"acute_danger": random.random() < 0.3, "opened_on": date(2025, 6, 1)}


def write_much(session, case, random):
    """Write down conversations, letters, plans and drafts, in the strangest signs."""
    for _each in range(random.randrange(4)):
        session.conversations.log_conversation(
            Conversation(
                organisation=case.organisation, case=case.id, held_on=case.entered_on,
                form=Code("CTF-TEL"), kind=Code("CTS-EER"), initiator=Code("INI-MEL"), minutes=75,
            ),
            "Ærøskøbing, Łódź en Þórshöfn",
        )  # fmt: skip
    if random.random() < 0.3:
        letter = session.correspondence.begin(case.id, "adviesbrief")
        letter = session.correspondence.keep(replace(letter, subject="Ž", body="Ẅ ſ ʼn €"))
        session.correspondence.pdf(letter)
    session.agenda.plan(
        FollowUp(case=case.id, kind=APPOINTMENT, due_on=case.entered_on, text="Bellen")
    )
    session.drafts.keep("quick_log", f"case {case.id}", "Half af")
    session.casework.change_case(replace(case, title=f"Zaak {random.random()}"))


def assert_twins(live, kind, seed):
    random = Random(seed)
    seen, ledger = live("een", kind, a_year(random, KINDS[kind][3]))
    (plan,) = ledger.plans
    cells = another(plan, ledger, random)
    also, _ledger = live("twee", kind, another_life(plan, cells, random))
    assert seen.keys() == also.keys()
    assert [key for key in seen if seen[key] != also[key]] == []


def test_twins_let_out_the_same_bytes_and_words(live):
    assert_twins(live, "tables and quarters", 0)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize("kind", KINDS)
def test_twins_of_any_year_let_out_the_same_bytes_and_words(live, kind, seed):
    assert_twins(live, kind, seed)

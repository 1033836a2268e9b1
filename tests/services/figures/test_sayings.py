"""What was said by mouth is weighed before it is kept, and kept for good."""

from datetime import UTC, date, datetime

import pytest

from advisor_app.disclosure.ledger import Ledger
from advisor_app.domain.codes import Code
from advisor_app.domain.history import Cost, Saying
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.domain.reporting import Parts, Rung
from advisor_app.services.figures import plans
from advisor_app.services.figures.auditing import Auditing, audited_here
from tests.services.figures.practice import (
    a_vault_from,
    ledger_bytes,
    planned,
    practice,
    refused,
    with_tables_of_2026,
)

UNLINKED = (("category", "pesten"), ("relation", "collega"))  # which no plan here protects together


@pytest.fixture
def session(access, clock):
    yield from a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC))


@pytest.fixture
def client(session, clock):
    """Return a client with tables over 2026, which were fixed, and over 2027."""
    return with_tables_of_2026(practice(session, clock, 2_000))


def saying(**changes):
    known = {
        "said_on": date(2027, 1, 8), "recipient_role": Code("CTR-DIR"),
        "text": "Aan de telefoon, tegen de directeur.",
    }  # fmt: skip
    return Saying(**{**known, **changes})


def ledger(made):
    return Ledger.parse(ledger_bytes(made.session, made.id))


def subjects(made):
    report = made.session.history.fixed_reports(made.id, Language.NL).reports[0]
    return {line.label: line.value for line in report.tables[0].lines}


def line_of(made, label):
    (period,) = [
        each for each in made.session.sayings.periods(made.id, Language.NL) if each.name == "2026"
    ]
    return next(each.line for each in period.lines if each.label == label)


def refusal(made, said):
    before = ledger_bytes(made.session, made.id)
    with pytest.raises(ProblemError) as refused:
        made.session.sayings.weigh(made.id, said)
    with pytest.raises(ProblemError):
        made.session.sayings.keep(made.id, said)
    assert ledger_bytes(made.session, made.id) == before
    return refused.value


def test_words_without_a_figure_are_kept_and_cost_nothing(client):
    cost = client.session.sayings.weigh(client.id, saying()).cost(Auditing())
    assert cost == Cost()
    before = ledger(client)
    client.session.sayings.keep(client.id, saying())
    after = ledger(client)
    assert after.entries[:-1] == before.entries
    assert after.entries[-1].on == date(2027, 1, 8)
    (said,) = client.session.history.past(client.id, Language.NL).said
    assert (said.text, said.value) == ("Aan de telefoon, tegen de directeur.", None)
    assert said.recipient == "Directie"
    client.session.require_whole()


def test_a_figure_that_was_published_may_be_repeated_and_costs_nothing(client):
    said = saying(period=("2026",), line=line_of(client, "Pesten"), value=6)
    cost = client.session.sayings.weigh(client.id, said).cost(Auditing())
    assert cost == Cost()
    client.session.sayings.keep(client.id, said)
    (kept,) = client.session.history.past(client.id, Language.NL).said
    assert (kept.period, kept.label, kept.value) == ("2026", "Pesten", 6)
    assert kept.table == "Zaken naar hoofdonderwerp"


def test_a_figure_that_contradicts_a_published_one_is_refused(client):
    wrong = [((), 10), ((), 12), ("Pesten", 7), ("Pesten", 3), ("Discriminatie", 12)]
    for line, value in wrong:
        own = line_of(client, line) if line else ()
        error = refusal(client, saying(period=("2026",), line=own, value=value))
        assert isinstance(error, InvalidError)
        assert (error.field, error.problem) == ("value", Problem.CONTRADICTS_LEDGER)


def test_a_figure_that_contradicts_an_earlier_saying_is_refused(client):
    client.session.sayings.keep(client.id, saying(period=("2027",), value=6))
    assert refusal(client, saying(period=("2027",), value=7)).problem is Problem.CONTRADICTS_LEDGER


def test_a_small_figure_that_was_kept_silent_is_warned_about(client):
    """Also 0: it is no more known than 3, and what is left over is known with it."""
    hidden = next(label for label, value in subjects(client).items() if value is None)
    for value in (3, 0):
        said = saying(period=("2026",), line=line_of(client, hidden), value=value)
        assert client.session.sayings.weigh(client.id, said).cost(Auditing()).exposes


def test_a_figure_of_a_period_to_come_says_which_releases_it_may_silence(client):
    cost = client.session.sayings.weigh(client.id, saying(period=("2027",), value=9)).cost(
        Auditing()
    )
    assert cost == Cost(silences=("2027",))


@pytest.fixture
def promised(session, clock):
    """Return a client of which the total of 2026 was promised; it is the 4th of May 2026."""
    made = planned(practice(session, clock, 2_000), Rung.YEAR_TABLES)
    made.goes_to(2026, 5, 4)
    return made


def says(made, value, label=""):
    """Weigh a figure of 2026 that was said today, and keep it; return what it costs."""
    line = line_of(made, label) if label else ()
    said = saying(said_on=date(2026, 5, 4), period=("2026",), line=line, value=value)
    cost = made.session.sayings.weigh(made.id, said).cost(Auditing())
    made.session.sayings.keep(made.id, said)
    return cost


def after_the_year(made, *, alone=False):
    made.goes_to(2027, 1, 9)
    return made.session.reporting.fix_audited(
        made.id, "2026", audited_here, promise_alone_if_refused=alone
    ).report


def test_a_part_of_a_promised_total_to_come_puts_that_total_at_risk(promised):
    """Whether it is lost, what is left beside the part decides: so the warning comes before."""
    cost = says(promised, 6, "Pesten")
    assert cost == Cost(silences=("2026",), totals=("2026",))
    promised.cases(6, "OO-PES")
    promised.cases(2, "OO-DIS")
    for alone in (False, True):
        assert refused(lambda alone=alone: after_the_year(promised, alone=alone)) is (
            Problem.UNSAFE_FIGURES
        )


def test_the_promised_total_is_given_where_enough_is_left_beside_what_was_said(promised):
    says(promised, 6, "Pesten")
    promised.cases(6, "OO-PES")
    promised.cases(12, "OO-DIS")
    assert after_the_year(promised).total.value == 18


@pytest.mark.parametrize("label", ["Pesten", ""])
def test_a_small_figure_of_a_period_to_come_loses_its_promised_total(promised, label):
    """Also when it is that total itself: what was promised is the report, after the year."""
    assert says(promised, 3, label) == Cost(exposes=True, loses=("2026",), totals=("2026",))
    promised.cases(3, "OO-PES")
    assert refused(lambda: after_the_year(promised, alone=True)) is Problem.UNSAFE_FIGURES


def test_a_promised_total_that_was_said_before_puts_itself_at_no_risk(promised):
    assert says(promised, 8) == Cost(silences=("2026",))
    promised.cases(8, "OO-PES")
    assert after_the_year(promised).total.value == 8


@pytest.mark.parametrize("rung", [Rung.YEAR_TOTAL, Rung.YEAR_TABLES])
@pytest.mark.parametrize("number", [5, 7])
def test_a_false_figure_blocks_its_period_and_is_called_what_it_is(session, clock, rung, number):
    made = planned(practice(session, clock, 2_000), rung)
    made.goes_to(2026, 5, 4)
    says(made, 6)
    made.cases(number, "OO-PES")
    for alone in (False, True):
        assert refused(lambda alone=alone: after_the_year(made, alone=alone)) is (
            Problem.CONTRADICTS_LEDGER
        )


def test_a_part_of_one_promised_total_leaves_the_others_alone(session, clock):
    made = planned(practice(session, clock, 2_000), Rung.PART_TOTALS, parts=Parts.QUARTERS)
    made.goes_to(2026, 5, 4)
    said = saying(
        said_on=date(2026, 5, 4), period=("2026-Q2",), line=line_of(made, "Pesten"), value=9
    )
    cost = made.session.sayings.weigh(made.id, said).cost(Auditing())
    assert cost.totals == ("2026-Q2",)
    whole = saying(said_on=date(2026, 5, 4), period=("2026-Q2",), value=9)
    assert made.session.sayings.weigh(made.id, whole).cost(Auditing()).totals == ()


def test_nothing_is_kept_before_the_first_plan_or_for_another_period(session, clock, client):
    bare = practice(session, clock, 350, code="KAAL")
    error = refusal(client, saying(period=("2019",), value=9))
    assert error.problem is Problem.NOT_PLANNED
    with pytest.raises(ProblemError) as refused:
        session.sayings.keep(bare.id, saying())
    assert refused.value.problem is Problem.NOT_PLANNED
    assert session.sayings.periods(bare.id, Language.NL) == ()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 1001}, "text"),
        ({"text": "a\x07b"}, "text"),
        ({"period": ("2026",)}, "value"),
        ({"value": 3}, "period"),
        ({"period": ("2026",), "value": -1}, "value"),
    ],
)
def test_a_saying_that_makes_no_sense_is_refused_where_it_stands(changes, field):
    with pytest.raises(InvalidError) as refused:
        saying(**changes)
    assert refused.value.field == field


def test_a_line_that_no_plan_has_and_a_day_that_cannot_be_are_refused(client):
    for changes, field in (
        ({"period": ("2026",), "value": 9, "line": (("category", "nowhere"),)}, "line"),
        ({"period": ("2026",), "value": 9, "line": UNLINKED}, "line"),
        ({"said_on": date(2027, 1, 10)}, "said_on"),
        ({"said_on": date(1980, 1, 1)}, "said_on"),
        ({"recipient_role": Code("OO-PES")}, "recipient_role"),
    ):
        assert refusal(client, saying(**changes)).field == field


def test_the_words_of_a_saying_stand_in_no_repr(client):
    assert "telefoon" not in repr(saying())
    client.session.sayings.keep(client.id, saying())
    assert "telefoon" not in repr(client.session.history.past(client.id, Language.NL))


def test_what_was_said_is_part_of_the_next_decision_and_of_the_chain(client):
    client.session.sayings.keep(client.id, saying(period=("2027",), value=9))
    kept = ledger(client)
    assert [(each.box.to_json(), each.value) for each in kept.outside] == [
        ({plans.TIME: ["2027"]}, 9)
    ]
    database = client.session.history._vault._database
    database.execute("UPDATE ledger_entry SET entry = replace(entry, 'CTR-DIR', 'CTR-OR')")
    with pytest.raises(ProblemError) as refused:
        client.session.history.past(client.id, Language.NL)
    assert refused.value.problem is Problem.TAMPERED


def test_a_weighing_can_be_stopped_and_then_approves_of_nothing(client):
    weighing = client.session.sayings.weigh(client.id, saying(period=("2027",), value=9))
    steps = []
    stopped = Auditing()
    stopped.stop()
    assert weighing.cost(stopped, lambda done, every: steps.append((done, every))).exposes
    assert steps == []
    weighing.cost(Auditing(), lambda done, every: steps.append((done, every)))
    assert steps[-1][0] == steps[-1][1] > 1

"""Records refuse what cannot be, and keep their words to themselves."""

import ast
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app import domain
from advisor_app.domain import overview
from advisor_app.domain.case import Case, NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.draft import Draft
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import (
    ALPHABET,
    CaseId,
    OrganisationId,
    PersonId,
    SituationId,
    case_number,
    random_token,
)
from advisor_app.domain.note import Note
from advisor_app.domain.organisation import DepartmentYear, Headcount
from advisor_app.domain.person import Identity, Person
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.validation import EARLIEST, MEBIBYTE, allow_line, require_near, require_past
from tests.documents.samples import SMALL

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 16, tzinfo=UTC)
SECRET = "kanariepietje"


def a_case(**changes: object) -> Case:
    coded = (
        "domain", "category", "reporter_role", "relation", "employment", "function_group",
        "subject_position", "duration", "frequency", "channel", "place", "reported_earlier_to",
        "request", "status", "route", "outcome",
    )  # fmt: skip
    return Case(**{
        "number": "VP-K7M4", "title": "Ruzie over het rooster", "organisation": OrganisationId(1),
        "person": PersonId(1), "situation": SituationId(1), "opened_on": TODAY,
        "entered_on": TODAY, **dict.fromkeys(coded, Code("X")), **changes,
    })  # fmt: skip


def a_talk(**changes: object) -> Conversation:
    return Conversation(**{
        "organisation": OrganisationId(1), "held_on": TODAY, "form": Code("X"), "kind": Code("X"),
        "initiator": Code("X"), "minutes": 15, **changes,
    })  # fmt: skip


def refused(field: str, problem: Problem, work) -> None:
    with pytest.raises(InvalidError) as refusal:
        work()
    assert (refusal.value.field, refusal.value.problem) == (field, problem)
    assert str(refusal.value) == f"{field}: {problem.value}"


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"title": " "}, "title", Problem.EMPTY),
        ({"title": "x" * 201}, "title", Problem.TOO_LONG),
        ({"title": "een\ntwee"}, "title", Problem.TOO_LONG),
        ({"further_categories": (Code("X"),)}, "further_categories", Problem.ALREADY_USED),
        ({"closed_on": date(2026, 11, 19)}, "closed_on", Problem.BEFORE_OPENING),
    ],
)
def test_a_case_refuses_what_cannot_be(changes, field, problem):
    refused(field, problem, lambda: a_case(**changes))


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"minutes": 0}, "minutes", Problem.NOT_POSITIVE),
        ({"minutes": 1441}, "minutes", Problem.TOO_LONG),
        ({"preparation_minutes": -1}, "preparation_minutes", Problem.NOT_POSITIVE),
        ({"travel_minutes": 1441}, "travel_minutes", Problem.TOO_LONG),
    ],
)
def test_a_conversation_refuses_minutes_that_cannot_be(changes, field, problem):
    refused(field, problem, lambda: a_talk(**changes))


def test_a_headcount_is_somebody():
    refused(
        "staff",
        Problem.NOT_POSITIVE,
        lambda: Headcount(organisation=OrganisationId(1), year=2026, staff=0),
    )
    for changes, field in (({"staff": 0}, "staff"), ({"reporting_group": ""}, "reporting_group")):
        values = {"department": 1, "year": 2026, "reporting_group": "Ruimte", "staff": 9, **changes}
        with pytest.raises(InvalidError) as refusal:
            DepartmentYear(**values)
        assert refusal.value.field == field


@given(day=st.dates())
def test_a_day_is_past_or_near_or_a_typing_error(day):
    for check in (require_past, require_near):
        try:
            check("held_on", day, TODAY)
        except InvalidError as error:
            late = error.problem in {Problem.IN_THE_FUTURE, Problem.TOO_FAR_AHEAD}
            assert day > TODAY if late else day < EARLIEST
        else:
            assert day >= EARLIEST
            assert check is require_near or day <= TODAY


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=MEBIBYTE // 4000))
def test_a_note_measures_bytes_not_characters(text):
    body = text + "x" * (MEBIBYTE - len(text.encode()))
    note = Note(organisation=OrganisationId(1), body=body, written_at=NOW)
    refused("body", Problem.OVER_A_MEGABYTE, lambda: replace(note, body=body + "x"))


def test_half_a_character_is_refused_like_any_other_text_that_cannot_be_kept():
    """A lone surrogate, as a broken clipboard gives it, has no bytes."""
    for work in (
        lambda: Note(organisation=OrganisationId(1), body="a\ud800", written_at=NOW),
        lambda: a_case(title="a\udfff"),
        lambda: Person(organisation=OrganisationId(1), token="T", alias="\ud800"),
    ):
        with pytest.raises(InvalidError) as refusal:
            work()
        assert refusal.value.problem is Problem.UNREADABLE


@given(seed=st.integers(), count=st.integers(1, 60))
def test_case_numbers_are_random_free_and_readable(seed, count):
    choose, taken = Random(seed).choice, set()
    for _ in range(count):
        number = case_number(choose, taken.__contains__)
        assert number not in taken
        assert number.startswith("VP-")
        assert set(number[3:]) <= set(ALPHABET)
        taken.add(number)


def test_case_numbers_grow_longer_before_they_run_out():
    def choose(characters: str) -> str:
        return characters[0]

    def taken(number: str) -> bool:
        return len(number) < 9

    assert case_number(choose, taken) == "VP-" + ALPHABET[0] * 6
    with pytest.raises(InvalidError):
        case_number(choose, lambda _number: True)


def test_nobody_confuses_two_characters_of_a_number():
    assert not set(ALPHABET) & set("01ILOU")
    assert len(random_token(Random(1).choice)) == 16


@pytest.mark.parametrize(
    "record",
    [
        a_case(title=SECRET),
        NewCase(organisation=OrganisationId(1), title=SECRET, alias=SECRET),
        Note(organisation=OrganisationId(1), body=SECRET, written_at=NOW),
        Person(organisation=OrganisationId(1), token=SECRET, alias=SECRET),
        Identity(person=PersonId(1), name=SECRET, private_contact=SECRET),
        FollowUp(kind=Code("X"), due_on=TODAY, text=SECRET),
        Draft(window="quick_log", target="case 1", text=SECRET, saved_at=NOW),
        Letter(
            organisation=OrganisationId(1), template="t", recipient_role=Code("X"),
            addressee=SECRET, subject=SECRET, body=SECRET, changed_at=NOW,
        ),
        overview.CaseLine(
            id=CaseId(1), number="VP-K7M4", title=SECRET, category=Code("X"), status=Code("X"),
            last_on=TODAY,
        ),
    ],
    ids=lambda record: type(record).__name__,
)  # fmt: skip
def test_no_record_shows_the_words_of_a_case_in_a_log_or_traceback(record):
    hidden = [each.name for each in fields(record) if not each.repr]
    assert hidden
    assert SECRET not in repr(record)


def typed_texts():
    """Yield each record with a field that it measures as a text that somebody typed."""
    for path in sorted(Path(domain.__file__).parent.glob("*.py")):
        module = import_module(f"advisor_app.domain.{path.stem}")
        for record in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(record, ast.ClassDef):
                yield from (
                    (getattr(module, record.name), call.args[0].value)
                    for call in ast.walk(record)
                    if isinstance(call, ast.Call)
                    and getattr(call.func, "id", "")
                    in {"require_line", "allow_line", "require_size"}
                    and isinstance(call.args[0], ast.Constant)
                )


def test_whatever_somebody_types_stands_in_no_repr():
    found = set(typed_texts())
    assert len(found) >= 25
    shown = {
        (record.__name__, name)
        for record, name in found
        if {each.name: each.repr for each in fields(record)}[name]
    }
    assert shown == {("FiguresReport", "period")}  # a period says nothing of anybody


def test_a_line_may_be_empty_where_it_is_optional():
    allow_line("alias", "")
    refused("alias", Problem.TOO_LONG, lambda: allow_line("alias", "x" * 201))


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("2026", ("2026",)),
        ("2026-Q3", ("2026",)),
        ("2026/27", ("2026", "2027", "2026/27")),
        ("2026-2028", ("2026", "2027", "2028")),
        ("Voorjaar", ()),
    ],
)
def test_a_report_knows_the_years_that_it_is_about(period, years):
    assert replace(SMALL, period=period).years() == years

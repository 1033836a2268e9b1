"""Records to store."""

from datetime import UTC, date, datetime

import pytest

from advisor_app.domain.case import Case, Situation
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.note import Note
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.person import Person

ODD = 'Łukasz ‘Ğ’ – <img src="file:///x"> \' ; DROP TABLE note; \u202e 🙂 é'


@pytest.fixture
def an_organisation():
    def make(tables, code="WATER", **changes):
        values = {
            "code": code, "name": "Gemeente Waterdal", "type": Code("gemeente"),
            "client_since": date(2024, 1, 1), **changes,
        }  # fmt: skip
        return tables.organisations.add(Organisation(**values))

    return make


@pytest.fixture
def a_case(an_organisation):
    counter = iter(range(1, 10_000))

    def make(tables, organisation=None, **changes):
        organisation = organisation or an_organisation(tables)
        number = next(counter)
        person = tables.people.add(
            Person(organisation=organisation.id, token=f"TOKEN{number}", alias="Merel")
        )
        situation = tables.situations.add(Situation(organisation=organisation.id))
        unknown = Code("onbekend")
        values = {
            "number": f"VP-{number:04}", "title": "Herhaalde opmerkingen in team",
            "organisation": organisation.id, "person": person.id, "situation": situation.id,
            "domain": Code("OO"), "category": Code("OO-PES"), "reporter_role": unknown,
            "relation": unknown, "employment": unknown, "function_group": unknown,
            "subject_position": unknown, "duration": unknown, "frequency": unknown,
            "channel": unknown, "place": unknown, "reported_earlier_to": unknown,
            "request": unknown, "status": Code("STA-SPA"), "route": unknown, "outcome": unknown,
            "opened_on": date(2026, 11, 9), "entered_on": date(2026, 11, 9), **changes,
        }  # fmt: skip
        return tables.cases.add(Case(**values))

    return make


@pytest.fixture
def a_talk():
    def make(tables, case, body="De melder wil eerst zelf praten.", **changes):
        values = {
            "organisation": case.organisation, "case": case.id, "held_on": date(2026, 11, 17),
            "form": Code("CTF-TEL"), "kind": Code("CTS-VER"), "initiator": Code("INI-MEL"),
            "minutes": 15, **changes,
        }  # fmt: skip
        conversation = tables.conversations.add(Conversation(**values))
        note = tables.notes.add(
            Note(
                organisation=case.organisation, case=case.id, conversation=conversation.id,
                body=body, written_at=datetime(2026, 11, 17, 10, 15, tzinfo=UTC),
            )
        )  # fmt: skip
        return conversation, note

    return make

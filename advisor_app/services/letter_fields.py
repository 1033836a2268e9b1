"""What the fields of a letter are called, and what they can be filled with."""

import re
from datetime import date, time

from advisor_app.documents.words import Words
from advisor_app.domain import known_codes
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.identity import CaseId
from advisor_app.domain.language import Language
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.template import Field
from advisor_app.storage.tables import Tables

_IS_NO_POSTAL_LINE = re.compile(r"@|(?:\d[^\w\n]*){8}")
"""A mail address, or as many digits as only a telephone number has."""


def labels_of(language: Language) -> dict[Field, str]:
    """Return what each field is called."""
    words = Words(language)
    return {field: words.say(f"field.{field.value}") for field in Field}


def empty_fields(text: str, language: Language) -> tuple[str, ...]:
    """Return the labels of fields that stand unfilled in a text, as `[label]`, in their order."""
    labels = [label for label in labels_of(language).values() if f"[{label}]" in text]
    return tuple(sorted(labels, key=lambda label: text.index(f"[{label}]")))


def known_values(tables: Tables, letter: Letter, today: date) -> dict[Field, str]:
    """Return what is known: from the organisation, the case and its last conversation."""
    words = Words(letter.language)
    advisor = advisor_of(tables)
    organisation = tables.organisations.get(letter.organisation)
    signature = (public_name(advisor, letter.language), advisor.function_line)
    values = {
        Field.ORGANISATION: organisation.name,
        Field.REGULATION: organisation.regulation,
        Field.SCOPE: organisation.scope,
        Field.ADVISOR_ROLE: words.say(f"letter.advisor_role.{organisation.advisor_role}"),
        Field.SIGNATURE: "\n".join(filter(None, signature)),
    }
    if letter.case is None:
        return values
    name = _reporter_name(tables, letter.case)
    if name:
        values[Field.SALUTATION] = words.say("letter.salutation", name=name)
    conversations = tables.conversations.of_case(letter.case)
    if conversations:
        values[Field.HELD_ON] = words.day(conversations[0].held_on)
        values[Field.FORM] = words.find(f"letter.form.{conversations[0].form}")
    values[Field.NEXT_CONTACT] = _next_contact(tables, letter.case, words, today)
    return values


def private_address(tables: Tables, case: CaseId) -> str:
    """Return the lines to put on an envelope: no telephone number, no mail address."""
    identity = tables.identities.find(tables.cases.get(case).person)
    contact = identity.private_contact.splitlines() if identity else []
    lines = [line for line in contact if not _IS_NO_POSTAL_LINE.search(line)]
    return "\n".join(filter(None, (_reporter_name(tables, case), *lines)))


def advisor_of(tables: Tables) -> Advisor:
    """Return whoever writes; empty until the letterhead was asked for."""
    return tables.advisors.only() or Advisor()


def public_name(advisor: Advisor, language: Language) -> str:
    """Return the name under a letter; without one it says that it is still missing."""
    return advisor.public_name or Words(language).say("letter.unnamed")


def _next_contact(tables: Tables, case: CaseId, words: Words, today: date) -> str:
    """Return when the next appointment of a case is; empty if there is none."""
    for each in tables.follow_ups.of_case(case):
        if each.kind != known_codes.APPOINTMENT or each.done_on is not None:
            continue
        if each.due_on >= today:
            key = "letter.on_day" if each.due_at is None else "letter.on_day_at"
            clock = each.due_at or time()
            return words.say(
                key,
                day=words.day(each.due_on),
                hour=clock.hour,
                minute=f"{clock.minute:02}",
            )
    return ""


def _reporter_name(tables: Tables, case: CaseId) -> str:
    person = tables.people.get(tables.cases.get(case).person)
    identity = tables.identities.find(person.id)
    return (identity.name if identity else "") or person.alias

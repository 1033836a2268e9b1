"""What waits for the advisor on the day of the demo: an agenda, a draft and two letters."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from advisor_app.domain import draft_keys, known_codes
from advisor_app.domain.case import Case
from advisor_app.domain.codes import Code
from advisor_app.domain.correspondence import Letter
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.person import Identity
from advisor_app.domain.template import Field
from advisor_app.services.demo.invented import InventedCase
from advisor_app.services.demo.material import material, workday
from advisor_app.services.demo.talks import BY_EMAIL
from advisor_app.services.session import Session

_SOON: tuple[tuple[Code, int, time | None, str], ...] = (
    (known_codes.APPOINTMENT, 0, time(14, 0), "Vervolggesprek op locatie"),
    (known_codes.APPOINTMENT, 0, time(16, 30), "Vervolggesprek, telefonisch"),
    (known_codes.APPOINTMENT, 3, time(10, 0), "Vervolggesprek, video"),
    (known_codes.FOLLOW_UP, -8, None, "Geen bericht van melder"),
    (known_codes.FOLLOW_UP, -3, None, "U zou bellen"),
    (known_codes.AFTERCARE, 10, None, "4 weken na laatste gesprek"),
)
"""What Vandaag shows of cases that run: the kind, in how many days, at what time, and what."""


_WITHOUT_FOLLOW_UP = {"OVR-OVR", "CAT-ONB"}


def plan_and_write(
    session: Session, today: date, running: Sequence[InventedCase], cases: Mapping[int, Case]
) -> None:
    """Plan what Vandaag shows of the running cases, leave a draft, and write letters."""
    latest = _spread(
        each
        for each in sorted(running, key=lambda each: each.talks[-1].at, reverse=True)
        if each.category not in _WITHOUT_FOLLOW_UP
    )
    for case, (kind, days, at, text) in zip(latest, _SOON, strict=False):
        stored = cases[case.key]
        due_on = _in_days(today, days)
        session.agenda.plan(
            FollowUp(case=stored.id, kind=kind, due_on=due_on, due_at=at, text=text)
        )
        if kind == known_codes.AFTERCARE:
            session.casework.change_case(replace(stored, status=known_codes.IN_AFTERCARE))
    named = [cases[each.key] for each in latest if each.alias and each.talks[-1].form != BY_EMAIL]
    if len(named) > 1:
        draft = material("talks")["drafts"]["words"][0]
        session.drafts.keep(*draft_keys.of_case(named[0].id), draft)
        _write_letter(session, named[0], "Robin Voorbeeld", "gespreksbevestiging")
        _fix_letter(session, _write_letter(session, named[1], "Sam Proefpersoon", "adviesbrief"))


def plan_term(session: Session, today: date, organisation: OrganisationId) -> None:
    """Plan the end of a term at an organisation."""
    session.agenda.plan(
        FollowUp(
            organisation=organisation,
            kind=known_codes.TERM,
            due_on=_in_days(today, 3),
            text="Inzageverzoek: antwoord binnen een maand",
        )
    )


def _in_days(today: date, days: int) -> date:
    day = today + timedelta(days=days)
    return workday(day) if days > 0 else day


def _write_letter(session: Session, case: Case, name: str, template: str) -> Letter:
    """Write a letter to a reporter who gave a name."""
    session.reporters.keep_identity(
        Identity(
            person=case.person,
            name=name,
            private_contact="Proefstraat 1\n1234 AB Nergenshuizen\n06 0000 0001, na zes uur",
        )
    )
    return session.correspondence.begin(case.id, template)


def _fix_letter(session: Session, letter: Letter) -> None:
    """Fill in every field of a letter, and let it leave."""
    correspondence, words = session.correspondence, material("talks")["letter"]
    body = letter.body
    for field, label in zip(Field, correspondence.field_values(letter), strict=True):
        body = body.replace(f"[{label}]", words.get(field.value, ""))
    correspondence.fix(correspondence.keep(replace(letter, body=body)).id)


def _spread(cases: Iterable[InventedCase]) -> list[InventedCase]:
    """Return cases with one of each organisation first."""
    first: dict[str, InventedCase] = {}
    others = [each for each in cases if first.setdefault(each.organisation, each) is not each]
    return [*first.values(), *others]

"""What a case says: what a new one says by itself, and what none may say."""

from datetime import date

from advisor_app.documents.words import Words
from advisor_app.domain import known_codes
from advisor_app.domain.case import Case, NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.identity import PersonId, SituationId
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.services.codes import Codes
from advisor_app.storage.tables import Tables

LISTS = {
    "category": "CAT", "reporter_role": "ROL", "relation": "REL", "employment": "DVB",
    "function_group": "FNC", "subject_position": "POS", "duration": "DUR", "frequency": "FRQ",
    "channel": "KAN", "place": "PLA", "reported_earlier_to": "EER", "request": "HUL",
    "status": "STA", "route": "VRV", "outcome": "UIT", "gender": "GEN",
}  # fmt: skip
LISTS_OF_SEVERAL = {
    "further_categories": "CAT", "vulnerable_areas": "KWG", "vulnerability_factors": "KVF",
    "discrimination_grounds": "GRD", "effects": "EFF",
}  # fmt: skip
"""From which list each coded field of a case comes."""


class CaseRules:
    """The rules that hang on the code lists of a vault."""

    def __init__(self, codes: Codes) -> None:
        self._codes = codes

    def new_case(
        self,
        new: NewCase,
        *,
        number: str,
        person: PersonId,
        situation: SituationId,
        first_day: date,
        today: date,
        language: Language,
    ) -> Case:
        """Return the record of a new case; what nobody said is unknown."""
        category = new.category or self._codes.unknown("CAT")
        domain, opened_on = self.domain(category), new.opened_on or first_day
        return Case(
            number=number,
            title=new.title.strip() or self._title(category, opened_on, language),
            organisation=new.organisation,
            department=new.department,
            person=person,
            situation=situation,
            domain=domain,
            category=category,
            reporter_role=new.reporter_role or self._codes.unknown("ROL"),
            relation=new.relation or self._codes.unknown("REL"),
            employment=self._codes.unknown("DVB"),
            function_group=self._codes.unknown("FNC"),
            gender=self._codes.unknown("GEN"),
            subject_position=self._codes.unknown("POS"),
            duration=self._codes.unknown("DUR"),
            frequency=self._codes.unknown("FRQ"),
            channel=self._codes.unknown("KAN"),
            place=self._codes.unknown("PLA"),
            reported_earlier_to=self._codes.unknown("EER"),
            request=self._codes.unknown("HUL"),
            acute_danger=new.acute_danger,
            status=first_status(domain),
            route=self._codes.unknown("VRV"),
            outcome=self._codes.unknown("UIT"),
            opened_on=opened_on,
            entered_on=today,
            counted_elsewhere=new.counted_elsewhere,
        )

    def _title(self, category: Code, opened_on: date, language: Language) -> str:
        """Return what a case is called that nobody gave a title: its subject, or else its day."""
        if category != self._codes.unknown("CAT"):
            return self._codes.label(category, language)
        words = Words(language)
        return words.say("case.untitled", day=words.day(opened_on))

    def domain(self, category: Code) -> Code:
        """Return the domain that a subject belongs to."""
        return self._codes.item(category).domain or known_codes.UNKNOWN_DOMAIN

    def require_fitting(self, tables: Tables, case: Case, today: date) -> None:
        """Refuse a case whose days, codes or ties to other records cannot be."""
        case.require_past(today)
        for field, name in LISTS.items():
            self._codes.require(field, name, getattr(case, field))
        for field, name in LISTS_OF_SEVERAL.items():
            for code in getattr(case, field):
                self._codes.require(field, name, code)
        if case.closing_reason is not None:
            self._codes.require("closing_reason", "SLU", case.closing_reason)
        owners = {
            "person": tables.people.get(case.person).organisation,
            "situation": tables.situations.get(case.situation).organisation,
        }
        if case.department is not None:
            owners["department"] = tables.departments.get(case.department).organisation
        for field, owner in owners.items():
            if owner != case.organisation:
                raise InvalidError(field, Problem.OTHER_ORGANISATION)


def first_status(domain: Code) -> Code:
    """Return how far a new case is: integrity begins by thinking aloud, the rest as a report."""
    if domain in {known_codes.INTEGRITY, known_codes.WRONGDOING}:
        return known_codes.THINKING_ALOUD
    return known_codes.QUESTION if domain == known_codes.UNKNOWN_DOMAIN else known_codes.REPORTED

"""Writes the demo into a vault, by the verbs of the services alone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from advisor_app.domain import known_codes
from advisor_app.domain.case import Case, NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import CaseId, ConversationId, DepartmentId, OrganisationId
from advisor_app.domain.note import NoteKind
from advisor_app.domain.organisation import Advisor, Organisation, PeriodKind
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import FileFormat
from advisor_app.domain.reporting import Parts, ReleaseLine, ReleaseState, Rung
from advisor_app.services.demo import today
from advisor_app.services.demo.invented import InventedCase, InventedTalk
from advisor_app.services.demo.material import Material, begins_on, first_year, material, workday
from advisor_app.services.demo.organisations import organisation_file
from advisor_app.services.demo.stand_ins import DemoClock
from advisor_app.services.demo.talks import AFTERCARE_TALK, CLOSING_TALK
from advisor_app.services.figures import plans
from advisor_app.services.figures.auditing import audited_here
from advisor_app.services.session import Session

_WITH_LOOSE_TALKS = ("WATERDAL", "LINDE", "ELSVEEN")
_WITH_A_TERM = "LAAGVEEN"


@dataclass(frozen=True, slots=True)
class _Event:
    at: datetime
    do: Callable[[], object]


class Writer:
    """Lays out what happens when, then lets it happen in that order, by the verbs of the services."""

    def __init__(self, session: Session, clock: DemoClock, today: date) -> None:
        self._session = session
        self._clock = clock
        self._today = today
        self._organisations: dict[str, Organisation] = {}
        self._departments: dict[tuple[str, str], DepartmentId] = {}
        self._cases: dict[int, Case] = {}

    def write(self, cases: list[InventedCase]) -> None:
        """Write everything."""
        self._session.correspondence.keep_advisor(Advisor(**material("organisations")["advisor"]))
        events: list[_Event] = []
        for invented in material("organisations")["organisation"]:
            self._add_organisation(invented)
            events += self._figures(invented)
        for case in cases:
            events += self._course(case)
        events += self._loose()
        for event in sorted(events, key=lambda each: each.at):
            self._clock.at = event.at
            event.do()
        self._clock.at = datetime.combine(workday(self._today - timedelta(days=1)), time(16, 45))
        self._clock.at = self._clock.at.astimezone()
        running = [each for each in cases if each.closes_at is None]
        today.plan_and_write(self._session, self._today, running, self._cases)
        today.plan_term(self._session, self._today, self._organisations[_WITH_A_TERM].id)

    def _add_organisation(self, invented: Material) -> None:
        years = range(first_year(self._today) - 1, self._today.year + 2)
        file = self._session.organisations.keep(organisation_file(invented, years))
        self._organisations[invented["code"]] = file.organisation
        for each in file.departments:
            self._departments[invented["code"], each.department.name] = each.department.id

    def _figures(self, invented: Material) -> Iterator[_Event]:
        """Choose before each year, and fix after each part of it."""
        kind = self._organisations[invented["code"]].period_kind
        begin = begins_on(self._today)
        for year in range(begin.year, self._today.year + 1):
            leaf = plans.year_leaf(year, kind)
            chosen_on = max(begin, _morning(plans.first_day(leaf) - timedelta(days=29)))
            begun = plans.first_day(leaf) <= begin.date() and kind is PeriodKind.CALENDAR_YEAR
            if not begun and chosen_on.date() < self._today:
                yield _Event(chosen_on, partial(self._choose, invented, year))
            for part in Parts(invented["parts"]).of(leaf) if "parts" in invented else (leaf,):
                fixed_on = _morning(plans.last_day(part) + timedelta(days=15))
                if fixed_on.date() < self._today:
                    yield _Event(fixed_on, partial(self._fix, invented["code"]))

    def _choose(self, invented: Material, year: int) -> None:
        """Choose what the material wishes, and else what is advised."""
        organisation = self._organisations[invented["code"]]
        leaf = plans.year_leaf(year, organisation.period_kind)
        rung = self._session.reporting.advice(organisation.id, leaf).rung
        parts = None
        if "rungs" in invented:
            rung = Rung(invented["rungs"][year - first_year(self._today)])
            parts = Parts(invented["parts"])
        try:
            self._session.reporting.choose(organisation.id, leaf, rung, parts)
        except ProblemError as error:
            if error.problem is not Problem.ALREADY_PLANNED:  # by a plan for two years
                raise

    def _fix(self, code: str) -> None:
        """Fix what is ready; a year brings its last part with it."""
        organisation, brought = self._organisations[code].id, set[str]()
        for line in self._session.reporting.overview(organisation):
            if line.state is ReleaseState.READY:
                if line.id not in brought:
                    self._session.reporting.fix_audited(organisation, line.id, audited_here)
                    brought.update(line.brings)
                self._hand_over(organisation, line)

    def _hand_over(self, organisation: OrganisationId, line: ReleaseLine) -> None:
        """Write down that the report was given to whoever receives it."""
        reporting = self._session.reporting
        report = {FileFormat.PDF: reporting.files(organisation, line.id)[FileFormat.PDF]}
        contacts = self._session.organisations.file(organisation).contacts
        receivers = ", ".join(each.name for each in contacts if each.receives_report)
        purpose = material("organisations")["purposes"]["part" if line.is_part else "year"]
        reporting.register(organisation, line.id, report, receivers, purpose)

    def _course(self, case: InventedCase) -> Iterator[_Event]:
        """Yield what happens in one case."""
        yield _Event(case.opens_at, partial(self._open, case))
        for row, talk in enumerate(case.talks[1:], start=2):
            following = case.talks[row] if row < len(case.talks) else None
            yield _Event(talk.at, partial(self._log, case, talk, following))
        if case.check:
            later = case.talks[-1].at + timedelta(minutes=75)
            yield _Event(later, partial(self._note_check, case))
        end = case.closes_at or case.talks[-1].at + timedelta(minutes=85)
        yield _Event(end, partial(self._end, case))

    def _open(self, case: InventedCase) -> None:
        """Log the first conversation as a loose one, as a telephone call is, and make it a case."""
        organisation = self._organisations[case.organisation].id
        beside = self._cases.get(case.beside or 0)
        talk = self._talk(organisation, None, case.talks[0])
        opened = self._session.casework.open_case(
            NewCase(
                organisation=organisation,
                title=case.title,
                category=case.category,
                alias=case.alias,
                department=self._departments.get((case.organisation, case.department or "")),
                situation=None if beside is None else beside.situation,
                reporter_role=case.role,
                relation=case.relation,
                acute_danger=case.acute_danger,
            ),
            talk,
        )
        self._cases[case.key] = self._changed(opened, case.details) if case.details else opened
        self._announce(opened.id, case.talks[1] if len(case.talks) > 1 else None)

    def _log(self, case: InventedCase, talk: InventedTalk, following: InventedTalk | None) -> None:
        stored = self._cases[case.key]
        for each in self._session.agenda.of_case(stored.id):
            if each.done_on is None:
                self._session.agenda.finish(each.id)
        self._talk(stored.organisation, stored.id, talk)
        self._announce(stored.id, following)

    def _talk(
        self, organisation: OrganisationId, case: CaseId | None, talk: InventedTalk
    ) -> ConversationId:
        """Log a conversation."""
        logged = self._session.conversations.log_conversation(
            Conversation(
                organisation=organisation,
                case=case,
                held_on=talk.at.date(),
                held_at=talk.at.time(),
                form=talk.form,
                kind=talk.kind,
                initiator=self._session.codes.unknown("INI"),
                minutes=talk.minutes,
                preparation_minutes=talk.preparation_minutes,
                travel_minutes=talk.travel_minutes,
            ),
            talk.text,
        )
        return logged.conversation.id

    def _announce(self, case: CaseId, talk: InventedTalk | None) -> None:
        """Put the next conversation into the agenda."""
        if talk is not None:
            aftercare = talk.kind in {AFTERCARE_TALK, CLOSING_TALK}
            self._session.agenda.plan(
                FollowUp(
                    case=case,
                    kind=known_codes.AFTERCARE if aftercare else known_codes.APPOINTMENT,
                    due_on=talk.at.date(),
                    due_at=None if aftercare else talk.at.time(),
                    text="Nazorg" if aftercare else "Vervolggesprek",
                )
            )

    def _note_check(self, case: InventedCase) -> None:
        self._session.notes.add_note(
            self._cases[case.key].id, case.check, NoteKind.PRELIMINARY_CHECK
        )

    def _end(self, case: InventedCase) -> None:
        self._cases[case.key] = self._changed(self._cases[case.key], case.ending)

    def _changed(self, case: Case, facts: Mapping[str, Any]) -> Case:
        return self._session.casework.change_case(replace(case, **facts))

    def _loose(self) -> Iterator[_Event]:
        """Yield conversations of last week that belong to no case yet."""
        texts = material("talks")["loose"]["words"]
        for row, (code, text) in enumerate(zip(_WITH_LOOSE_TALKS, texts, strict=False)):
            day = workday(self._today - timedelta(days=row + 2))
            talk = InventedTalk(
                at=datetime.combine(day, time(15, 5 + row)).astimezone(),
                kind=known_codes.FIRST_CONTACT,
                form=Code("CTF-TEL"),
                minutes=15,
                preparation_minutes=0,
                travel_minutes=0,
                text=text,
            )
            yield _Event(talk.at, partial(self._talk, self._organisations[code].id, None, talk))


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(10)).astimezone()

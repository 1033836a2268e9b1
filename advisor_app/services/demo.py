"""An invented practice of about three years, the same for the same seed and day.

The clock moves through those years while it is made, so that plans were laid down before their year
began and figures were fixed after it, just as in a real one.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from advisor_app.domain import known_codes
from advisor_app.domain.case import Case, NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import (
    UNSAVED,
    CaseId,
    Choose,
    ConversationId,
    DepartmentId,
    OrganisationId,
)
from advisor_app.domain.note import NoteKind
from advisor_app.domain.organisation import (
    RETENTION_MONTHS,
    Advisor,
    Contact,
    Department,
    DepartmentYear,
    Headcount,
    Organisation,
    PeriodKind,
)
from advisor_app.domain.person import Identity
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.reporting import Parts, ReleaseState, Rung
from advisor_app.domain.template import Field
from advisor_app.keychain import Keychain
from advisor_app.services import plans
from advisor_app.services.auditing import audited_here
from advisor_app.services.clients import ClientFile, DepartmentFile
from advisor_app.services.invention import (
    BY_EMAIL,
    InventedCase,
    InventedTalk,
    first_year,
    invent,
    material,
    workday,
)
from advisor_app.services.session import Session
from advisor_app.storage.keys import FLOOR_COST, Argon2Cost
from advisor_app.storage.vault import Vault

COST = FLOOR_COST
"""Nothing real lies in a demo, so nobody has to wait for it."""

SEED = 2026
PASSPHRASE = "kersen zeilboot marmer vlinder zolder fluiten"  # noqa: S105  (it keeps nothing secret)
"""Of a demo vault, which holds nothing real: it stands in its banner."""

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
_WITH_LOOSE_TALKS = ("WATERDAL", "LINDE", "ELSVEEN")


class DemoClock:
    """Tells the time that it is set to, and the real one once it is let go."""

    def __init__(self, at: datetime, real: Callable[[], datetime]) -> None:
        self.at: datetime | None = at
        self._real = real

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.at or self._real()


class DemoChoice:
    """Picks characters from a seed, and really at random once it is let go."""

    def __init__(self, seed: int, real: Choose) -> None:
        self.seeded: Random | None = Random(seed)  # noqa: S311  # numbers of invented cases
        self._real = real

    def __call__(self, characters: str) -> str:
        """Pick one character."""
        return self.seeded.choice(characters) if self.seeded else self._real(characters)


def begins_on(today: date) -> datetime:
    """Return when the first vault of a demo of this day is made: before its first year."""
    return datetime.combine(date(first_year(today) - 1, 11, 15), time(9)).astimezone()


def make(
    folder: Path,
    today: date,
    now: Callable[[], datetime],
    choose: Choose,
    cost: Argon2Cost,
    *,
    seed: int = SEED,
    throw_away: bool = False,
) -> Session:
    """Make a vault of invented people in a new folder; it opens with `PASSPHRASE`.

    `throw_away`: its session removes the folder when it is closed.

    Raises:
        ProblemError: those of Vault.create, DISK_FULL; InvalidError TOO_LONG_AGO for a day of long
            ago. No folder is left behind then.
    """
    clock, choice = DemoClock(begins_on(today), now), DemoChoice(seed, choose)
    vault, _code = Vault.create(folder, PASSPHRASE, clock, cost)
    session = Session(vault, Keychain(None), clock, choice, is_demo=throw_away, cost=cost)
    try:
        with vault.transaction():  # one wait for the disk instead of two thousand
            fill(session, clock, today, seed)
    except BaseException:
        try:
            session.close()
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    clock.at = choice.seeded = None
    return session


def fill(session: Session, clock: DemoClock, today: date, seed: int = SEED) -> None:
    """Fill an empty vault, whose clock stands at `begins_on`, with everything before a day."""
    _Writer(session, clock, today).write(invent(today, seed))


@dataclass(frozen=True, slots=True)
class _Event:
    at: datetime
    do: Callable[[], object]


class _Writer:
    """Lays out what happens when, then lets it happen in that order, by the verbs of the services."""

    def __init__(self, session: Session, clock: DemoClock, today: date) -> None:
        self._session = session
        self._clock = clock
        self._today = today
        self._clients: dict[str, Organisation] = {}
        self._departments: dict[tuple[str, str], DepartmentId] = {}
        self._cases: dict[int, Case] = {}

    def write(self, cases: list[InventedCase]) -> None:
        """Write everything."""
        self._session.correspondence.keep_advisor(Advisor(**material("organisations")["advisor"]))
        events: list[_Event] = []
        for client in material("organisations")["organisation"]:
            self._add_client(client)
            events += self._figures(client)
        for case in cases:
            events += self._course(case)
        events += self._loose()
        for event in sorted(events, key=lambda each: each.at):
            self._clock.at = event.at
            event.do()
        self._clock.at = datetime.combine(workday(self._today - timedelta(days=1)), time(16, 45))
        self._clock.at = self._clock.at.astimezone()
        self._prepare_today([each for each in cases if each.closes_at is None])

    def _add_client(self, client: Mapping[str, Any]) -> None:
        years, new = (
            range(first_year(self._today) - 1, self._today.year + 2),
            OrganisationId(UNSAVED),
        )
        joined = client.get("joined", {})
        file = self._session.clients.keep(
            ClientFile(
                organisation=Organisation(
                    code=client["code"],
                    name=client["name"],
                    type=Code(client["type"]),
                    regulation=client.get("regulation", ""),
                    scope=client.get("scope", ""),
                    preliminary_check=client.get("preliminary_check", False),
                    undesirable_under_integrity=client.get("undesirable_under_integrity", False),
                    retention_months=client.get("retention_months", RETENTION_MONTHS),
                    period_kind=PeriodKind(client.get("period_kind", PeriodKind.CALENDAR_YEAR)),
                    client_since=date(years[0], 9, 1),
                ),
                contacts=tuple(
                    Contact(**{**each, "role": Code(each["role"]), "organisation": new})
                    for each in client["contacts"]
                ),
                headcounts=tuple(
                    Headcount(organisation=new, year=year, staff=client["staff"]) for year in years
                ),
                departments=tuple(
                    DepartmentFile(
                        department=Department(organisation=new, name=name),
                        years=tuple(
                            DepartmentYear(
                                department=DepartmentId(UNSAVED),
                                year=year,
                                reporting_group=joined.get(name, name),
                                staff=staff,
                            )
                            for year in years
                        ),
                    )
                    for name, staff in client["departments"]
                ),
            )
        )
        self._clients[client["code"]] = file.organisation
        for each in file.departments:
            self._departments[client["code"], each.department.name] = each.department.id

    def _figures(self, client: Mapping[str, Any]) -> Iterator[_Event]:
        """Choose before each year, fix after it."""
        kind = self._clients[client["code"]].period_kind
        begin = begins_on(self._today)
        for year in range(begin.year, self._today.year + 1):
            leaf = plans.year_leaf(year, kind)
            chosen_on = max(begin, _morning(plans.first_day(leaf) - timedelta(days=29)))
            fixed_on = _morning(plans.last_day(leaf) + timedelta(days=15))
            begun = plans.first_day(leaf) <= begin.date() and kind is PeriodKind.CALENDAR_YEAR
            if not begun and chosen_on.date() < self._today:
                yield _Event(chosen_on, partial(self._choose, client, leaf))
            if fixed_on.date() < self._today:
                yield _Event(fixed_on, partial(self._fix, client["code"]))

    def _choose(self, client: Mapping[str, Any], year: str) -> None:
        organisation = self._clients[client["code"]].id
        advice = self._session.reporting.advice(organisation, year)
        wanted = Rung(client.get("rung", advice.rung))
        rung = wanted if wanted in advice.offered else advice.rung
        wished = client.get("parts")
        parts = None if rung is not wanted or wished is None else Parts(wished)
        try:
            self._session.reporting.choose(organisation, year, rung, parts)
        except ProblemError as error:
            if error.problem is not Problem.ALREADY_PLANNED:  # by a plan for two years
                raise

    def _fix(self, client: str) -> None:
        organisation = self._clients[client].id
        for line in reversed(self._session.reporting.overview(organisation)):
            if line.state is ReleaseState.READY:
                self._session.reporting.fix_audited(organisation, line.id, audited_here)

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
        client = self._clients[case.organisation]
        beside = self._cases.get(case.beside or 0)
        talk = self._talk(client.id, None, case.talks[0])
        opened = self._session.casework.open_case(
            NewCase(
                organisation=client.id,
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
        logged = self._session.casework.log_conversation(
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
            aftercare = talk.kind in {Code("CTS-NAZ"), Code("CTS-AFS")}
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
        self._session.casework.add_note(
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
            yield _Event(talk.at, partial(self._talk, self._clients[code].id, None, talk))

    def _prepare_today(self, running: list[InventedCase]) -> None:
        """Plan what Vandaag shows, leave a draft, and write letters."""
        latest = _spread(
            each
            for each in sorted(running, key=lambda each: each.talks[-1].at, reverse=True)
            if each.category not in _WITHOUT_FOLLOW_UP
        )
        for case, (kind, days, at, text) in zip(latest, _SOON, strict=False):
            stored = self._cases[case.key]
            self._session.agenda.plan(
                FollowUp(
                    case=stored.id,
                    kind=kind,
                    due_on=self._in_days(days),
                    due_at=at,
                    text=text,
                )
            )
            if kind == known_codes.AFTERCARE:
                self._cases[case.key] = self._changed(stored, {"status": known_codes.IN_AFTERCARE})
        self._session.agenda.plan(
            FollowUp(
                organisation=self._clients["LAAGVEEN"].id,
                kind=known_codes.TERM,
                due_on=self._in_days(3),
                text="Inzageverzoek: antwoord binnen een maand",
            )
        )
        named = [
            self._cases[each.key]
            for each in latest
            if each.alias and each.talks[-1].form != BY_EMAIL
        ]
        if len(named) > 1:
            draft = material("talks")["drafts"]["words"][0]
            self._session.drafts.keep("quick_log", f"case {named[0].id}", draft)
            self._write_letter(named[0], "Robin Voorbeeld", "gespreksbevestiging", fixed=False)
            self._write_letter(named[1], "Sam Proefpersoon", "adviesbrief", fixed=True)

    def _in_days(self, days: int) -> date:
        day = self._today + timedelta(days=days)
        return workday(day) if days > 0 else day

    def _write_letter(self, case: Case, name: str, template: str, *, fixed: bool) -> None:
        """Write a letter to a reporter who gave a name; a fixed one has every field filled in."""
        self._session.casework.keep_identity(
            Identity(
                person=case.person,
                name=name,
                private_contact="Proefstraat 1\n1234 AB Nergenshuizen\n06 0000 0001, na zes uur",
            )
        )
        correspondence = self._session.correspondence
        letter = correspondence.begin(case.id, template)
        if fixed:
            body, words = letter.body, material("talks")["letter"]
            for field, label in zip(Field, correspondence.field_values(letter), strict=True):
                body = body.replace(f"[{label}]", words.get(field.value, ""))
            correspondence.fix(correspondence.keep(replace(letter, body=body)).id)


def _spread(cases: Iterable[InventedCase]) -> list[InventedCase]:
    """Return cases with one of each organisation first."""
    first: dict[str, InventedCase] = {}
    others = [each for each in cases if first.setdefault(each.organisation, each) is not each]
    return [*first.values(), *others]


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(10)).astimezone()

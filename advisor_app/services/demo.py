"""An invented practice of three years, the same for the same seed and day.

The clock moves through those years while it is made, so that plans were laid down before their year
began and figures were fixed after it, just as in a real one.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

from advisor_app import _assets
from advisor_app.domain import known_codes
from advisor_app.domain.case import Case, NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.conversation import Conversation
from advisor_app.domain.follow_up import FollowUp
from advisor_app.domain.identity import UNSAVED, CaseId, Choose, DepartmentId, OrganisationId
from advisor_app.domain.organisation import (
    Advisor,
    Contact,
    Department,
    DepartmentYear,
    Headcount,
    Organisation,
)
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.reporting import ReleaseState, Rung
from advisor_app.keychain import Keychain
from advisor_app.services.clients import ClientFile, DepartmentFile
from advisor_app.services.session import Session
from advisor_app.storage.keys import Argon2Cost
from advisor_app.storage.vault import Vault

YEARS = 3
SEED = 2026
PASSPHRASE = "kersen zeilboot marmer vlinder zolder fluiten"  # noqa: S105
"""Of a demo vault, which holds nothing real: it stands in its banner."""

_FORMS = (("CTF-TEL", 40), ("CTF-LOC", 30), ("CTF-VID", 25), ("CTF-MAI", 5))
_RELATIONS = (
    ("REL-DIR", 45), ("REL-HOG", 12), ("REL-COL", 28), ("REL-OND", 4), ("REL-EXT", 6),
    ("REL-ORG", 3), ("REL-ONB", 2),
)  # fmt: skip
_ROLES = (
    ("ROL-ZEL", 80), ("ROL-GET", 7), ("ROL-LEI", 6), ("ROL-NAM", 3), ("ROL-BET", 2), ("ROL-OUD", 2),
)  # fmt: skip
_OUTCOMES = (
    ("UIT-STO", 15), ("UIT-AFS", 20), ("UIT-OVE", 5), ("UIT-VER", 5), ("UIT-NIE", 15),
    ("UIT-ZIE", 10), ("UIT-ONB", 30),
)  # fmt: skip
_NUMBERS_OF_TALKS = ((1, 45), (2, 25), (3, 15), (4, 7), (5, 5), (7, 3))
_MONTHS = (9, 9, 10, 9, 9, 9, 4, 4, 10, 10, 10, 7)
"""How the year goes: quiet in July and August."""


class DemoClock:
    """Tells the time that it is set to, and the real one once it is let go."""

    def __init__(self, at: datetime, real: Callable[[], datetime]) -> None:
        self.at: datetime | None = at
        self._real = real

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.at or self._real()


@dataclass(frozen=True, slots=True)
class _Event:
    at: datetime
    do: Callable[[], object]


def begins_on(today: date) -> datetime:
    """Return when the first vault of a demo of this day is made: before its first year."""
    return datetime(today.year - YEARS, 11, 15, 9, tzinfo=UTC)


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
        ProblemError: those of Vault.create.
    """
    clock = DemoClock(begins_on(today), now)
    vault, _code = Vault.create(folder, PASSPHRASE, clock, cost)
    session = Session(vault, Keychain(None), clock, choose, is_demo=throw_away, cost=cost)
    fill(session, clock, today, seed)
    return session


def fill(session: Session, clock: DemoClock, today: date, seed: int = SEED) -> None:
    """Fill an empty vault, whose clock stands at `begins_on`, with everything up to a day."""
    writer = _Writer(session, clock, today, Random(seed))  # noqa: S311  # content, not secrets
    writer.write()
    clock.at = None


class _Writer:
    """Lays out what happens when, then lets it happen in that order."""

    def __init__(self, session: Session, clock: DemoClock, today: date, random: Random) -> None:
        self._session = session
        self._clock = clock
        self._today = today
        self._random = random
        self._material = tomllib.loads((files(_assets) / "demo" / "demo.toml").read_text("utf-8"))
        self._departments: dict[OrganisationId, list[DepartmentId]] = {}
        self._cases: dict[int, Case] = {}
        self._aliases = 0
        self._keys = 0

    def write(self) -> None:
        """Write everything."""
        self._session.correspondence.keep_advisor(
            Advisor(
                public_name="Marijke van Duinhoven",
                function_line="extern vertrouwenspersoon",
                letterhead_lines="Postbus 2140, 6800 CB Oosterveen\n06 0000 2140\npost@vanduinhoven.example",
            )
        )
        events: list[_Event] = []
        clients = [self._organisation(each) for each in self._material["organisation"]]
        for client, material in zip(clients, self._material["organisation"], strict=True):
            events += self._figures(client)
            events += self._year_by_year(client, float(material["a_year"]))
        events += self._loose(clients)
        for event in sorted(events, key=lambda each: each.at):
            self._clock.at = event.at
            event.do()
        self._clock.at = datetime.combine(self._today, time(7, 30), UTC)
        self._today_and_soon(clients)

    def _organisation(self, material: dict[str, Any]) -> Organisation:
        years = range(self._today.year - YEARS, self._today.year + 2)
        organisation = Organisation(
            code=material["code"],
            name=material["name"],
            type=Code(material["type"]),
            regulation=material.get("regulation", ""),
            scope=material.get("scope", ""),
            preliminary_check=material.get("preliminary_check", False),
            undesirable_under_integrity=material.get("undesirable_under_integrity", False),
            client_since=date(self._today.year - YEARS, 9, 1),
        )
        unsaved = OrganisationId(UNSAVED)
        file = self._session.clients.keep(
            ClientFile(
                organisation=organisation,
                contacts=(
                    Contact(
                        organisation=unsaved,
                        role=Code("CTR-SEC"),
                        name="Mevrouw A. Terpstra",
                        salutation="Geachte mevrouw Terpstra",
                        receives_report=True,
                    ),
                    Contact(
                        organisation=unsaved, role=Code("CTR-OR"), name="Voorzitter OR",
                        receives_report=True,
                    ),
                ),
                headcounts=tuple(
                    Headcount(organisation=unsaved, year=year, staff=material["staff"])
                    for year in years
                ),
                departments=tuple(
                    DepartmentFile(
                        department=Department(organisation=unsaved, name=name),
                        years=tuple(
                            DepartmentYear(
                                department=DepartmentId(UNSAVED), year=year,
                                reporting_group=name, staff=staff,
                            )
                            for year in years
                        ),
                    )
                    for name, staff in zip(
                        material["departments"], material["departments_staff"], strict=True
                    )
                ),
            )
        )  # fmt: skip
        self._departments[file.organisation.id] = [
            DepartmentId(each.department.id) for each in file.departments
        ]
        return file.organisation

    def _figures(self, client: Organisation) -> Iterator[_Event]:
        """Choose before each year, fix after it."""
        for year in range(self._today.year - YEARS + 1, self._today.year + 1):
            before = datetime(year - 1, 12, 3, 10, tzinfo=UTC)
            yield _Event(before, partial(self._choose, client, str(year)))
            after = datetime(year + 1, 1, 15, 10, tzinfo=UTC)
            if after.date() <= self._today:
                yield _Event(after, partial(self._fix, client, str(year)))

    def _choose(self, client: Organisation, year: str) -> None:
        advice = self._session.reporting.advice(client.id, year)
        rung = Rung.YEAR_TABLES if client.code == "LINDE" else advice.rung
        if rung in advice.offered and rung is not Rung.NOTHING:
            self._try(lambda: self._session.reporting.choose(client.id, year, rung))

    def _fix(self, client: Organisation, year: str) -> None:
        for line in self._session.reporting.overview(client.id):
            if line.state is ReleaseState.READY and line.last.year == int(year):
                self._session.reporting.fix(client.id, line.id)

    @staticmethod
    def _try(work: Callable[[], object]) -> None:
        """Do something that a two-year plan may already have settled."""
        try:
            work()
        except ProblemError:
            return

    def _year_by_year(self, client: Organisation, a_year: float) -> Iterator[_Event]:
        for year in range(self._today.year - YEARS + 1, self._today.year + 1):
            whole, part = divmod(a_year * self._random.uniform(0.75, 1.25), 1)
            for _case in range(int(whole) + (self._random.random() < part)):
                yield from self._case(client, year)

    def _case(self, client: Organisation, year: int) -> Iterator[_Event]:
        random = self._random
        month = random.choices(range(1, 13), _MONTHS)[0]
        day = date(year, month, random.randint(1, 28))
        subject = _chosen(random, [(each, each["weight"]) for each in self._material["subject"]])
        self._keys += 1
        key = self._keys
        tells, title = random.choice(subject["tells"]), random.choice(subject["titles"])
        self._aliases += 1
        names = self._material["aliases"]["names"]
        alias = f"{names[self._aliases % len(names)]} {1 + self._aliases // len(names)}"
        new = NewCase(
            organisation=client.id,
            title=title,
            category=Code(subject["code"]),
            alias="" if random.random() < 0.06 else alias,
            department=random.choice(self._departments[client.id])
            if random.random() < 0.85
            else None,
            reporter_role=Code(_chosen(random, _ROLES)),
            relation=Code(_chosen(random, _RELATIONS)),
            opened_on=None,
        )
        if day > self._today:
            return
        moment = _at(random, day)
        yield _Event(moment, partial(self._open, key, new))
        moment += timedelta(hours=1)
        last = day
        for place in range(_chosen(random, _NUMBERS_OF_TALKS)):
            if moment.date() <= self._today:
                text = self._text(place, tells)
                yield _Event(moment, partial(self._log, key, client.id, place, text))
            last = moment.date()
            moment = _at(random, last + timedelta(days=random.randint(7, 30)))
        done = last + timedelta(days=random.randint(35, 70))
        if done <= self._today and random.random() < 0.9:
            words = random.choice(self._material["talks"]["aftercare"])
            yield _Event(_at(random, done), partial(self._close, key, client.id, words))

    def _text(self, place: int, tells: str) -> str:
        talks = self._material["talks"]
        if place == 0:
            return str(self._random.choice(talks["first"])).replace("{tells}", tells)
        return str(self._random.choice(talks["next"]))

    def _open(self, key: int, new: NewCase) -> None:
        self._cases[key] = self._session.casework.open_case(new)

    def _log(self, key: int, organisation: OrganisationId, place: int, text: str) -> None:
        case = self._cases[key]
        kind = known_codes.FIRST_CONTACT if place == 0 else known_codes.NEXT_CONVERSATION
        self._talk(organisation, case.id, kind, text)

    def _talk(
        self, organisation: OrganisationId, case: CaseId | None, kind: Code, text: str
    ) -> None:
        assert self._clock.at is not None
        moment = self._clock.at.astimezone()
        self._session.casework.log_conversation(
            Conversation(
                organisation=organisation,
                case=case,
                held_on=moment.date(),
                held_at=moment.time().replace(second=0, microsecond=0),
                form=Code(_chosen(self._random, _FORMS)),
                kind=kind,
                initiator=Code("INI-MEL"),
                minutes=self._random.choice((10, 15, 20, 30, 45, 60)),
            ),
            text,
        )

    def _close(self, key: int, organisation: OrganisationId, text: str) -> None:
        case = self._cases.pop(key)
        self._talk(organisation, case.id, Code("CTS-NAZ"), text)
        self._session.casework.close_case(case.id)

    def _loose(self, clients: list[Organisation]) -> Iterator[_Event]:
        texts = self._material["talks"]["loose"]
        for client, text in zip(clients[:2], texts, strict=True):
            moment = datetime.combine(self._today - timedelta(days=2), time(13, 5), UTC)
            yield _Event(
                moment, partial(self._talk, client.id, None, known_codes.FIRST_CONTACT, text)
            )

    def _today_and_soon(self, clients: list[Organisation]) -> None:
        """Plan what Vandaag shows, and begin a letter."""
        running = [
            (key, case)
            for key, case in self._cases.items()
            if case.opened_on > self._today - timedelta(days=120)
        ]
        plans = (
            (known_codes.APPOINTMENT, 0, time(14, 0), "Vervolggesprek op locatie"),
            (known_codes.APPOINTMENT, 0, time(16, 30), "Eerste gesprek, telefonisch"),
            (known_codes.APPOINTMENT, 3, time(10, 0), "Vervolggesprek, video"),
            (known_codes.FOLLOW_UP, -8, None, "Geen bericht van melder"),
            (known_codes.FOLLOW_UP, -3, None, "U zou bellen"),
            (known_codes.AFTERCARE, 10, None, "4 weken na laatste gesprek"),
        )
        for (_key, case), (kind, days, at, text) in zip(running, plans, strict=False):
            self._session.agenda.plan(
                FollowUp(
                    case=case.id,
                    kind=kind,
                    due_on=self._today + timedelta(days=days),
                    due_at=at,
                    text=text,
                )
            )
        self._session.agenda.plan(
            FollowUp(
                organisation=clients[-1].id,
                kind=known_codes.TERM,
                due_on=self._today + timedelta(days=3),
                text="Inzageverzoek: antwoord binnen een maand",
            )
        )
        if running:
            self._session.correspondence.begin(running[0][1].id, "gespreksbevestiging")


def _chosen(random: Random, weighted: Any) -> Any:
    values, weights = zip(*weighted, strict=True)
    return random.choices(values, weights)[0]


def _at(random: Random, day: date) -> datetime:
    return datetime.combine(
        day, time(random.randint(7, 14), random.choice((0, 5, 15, 30, 45))), UTC
    )

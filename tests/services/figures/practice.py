"""An organisation whose figures can be told: staff, departments, and cases entered on a day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import count

import pytest

from advisor_app.domain.case import Case, NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.identity import UNSAVED, DepartmentId, OrganisationId, PersonId
from advisor_app.domain.organisation import Department, DepartmentYear, Headcount, Organisation
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.domain.report import Table
from advisor_app.domain.reporting import Parts, Rung
from advisor_app.services.access import Access
from advisor_app.services.figures.auditing import audited_here
from advisor_app.services.figures.ledgers import kept
from advisor_app.services.organisations import DepartmentFile, OrganisationFile
from advisor_app.services.session import Session
from tests.conftest import PASSPHRASE, Clock


@dataclass
class Practice:
    """One client of an advisor, and the clock that all of it goes by."""

    session: Session
    clock: Clock
    client: Organisation
    departments: dict[str, DepartmentId]
    aliases: Iterator[int] = field(default_factory=count)

    @property
    def id(self) -> OrganisationId:
        return self.client.id

    def goes_to(self, year: int, month: int, day: int) -> None:
        """Let time pass until the morning of a day."""
        self.clock.at = datetime(year, month, day, 9, tzinfo=UTC)

    def case(
        self,
        category: str = "OO-PES",
        relation: str = "REL-COL",
        department: str | None = None,
        person: PersonId | None = None,
        *,
        anonymous: bool = False,
        **changes: object,
    ) -> Case:
        """Enter a case today."""
        return self.session.casework.open_case(
            NewCase(
                organisation=self.id,
                title="Herkenbare kanarie Wilhelmina",
                alias="" if anonymous else f"Vogel {next(self.aliases)}",
                anonymous=anonymous,
                category=Code(category),
                relation=Code(relation),
                person=person,
                department=None if department is None else self.departments[department],
                **changes,
            )
        )

    def cases(self, number: int, *place: str, **changes: object) -> list[Case]:
        """Enter so many cases of the same kind."""
        return [self.case(*place, **changes) for _each in range(number)]

    def fixes(self, release: str):
        """Fix a release and return its report."""
        return self.session.reporting.fix_audited(self.id, release, audited_here).report

    def previews(self, release: str):
        """Return the report that would leave."""
        return self.session.reporting.preview(self.id, release).report

    def pages(self, release: str) -> bytes:
        """Return the PDF that would leave, or that has left."""
        reporting = self.session.reporting
        return reporting.pages(self.id, reporting.preview(self.id, release))

    def lines(self) -> dict[str, tuple[str, str | None]]:
        """Return the state and the rung of every line of the list."""
        return {
            line.id: (line.state.value, None if line.rung is None else line.rung.value)
            for line in self.session.reporting.overview(self.id)
        }


def a_vault_from(clock: Clock, access: Access, at: datetime) -> Iterator[Session]:
    """Make a vault on a day of its own, before the years that are planned; close it afterwards."""
    clock.at = at
    session, _code = access.create(access.folders.of("cijfers"), PASSPHRASE)
    yield session
    session.close()


def practice(
    session: Session,
    clock: Clock,
    staff: int,
    departments: dict[str, int] | None = None,
    *,
    code: str = "WATER",
    years: tuple[int, ...] = (2025, 2026, 2027),
    **changes: object,
) -> Practice:
    """Make a client with a headcount, and departments that count under their own name."""
    unsaved = OrganisationId(UNSAVED)
    organisation = Organisation(
        code=code, name=f"Gemeente {code.title()}", type=Code("ORG-GEM"),
        client_since=date(2025, 1, 1),
    )  # fmt: skip
    file = session.organisations.keep(
        OrganisationFile(
            organisation=replace(organisation, **changes),
            headcounts=tuple(
                Headcount(organisation=unsaved, year=year, staff=staff) for year in years
            ),
            departments=tuple(
                DepartmentFile(
                    department=Department(organisation=unsaved, name=name),
                    years=tuple(
                        DepartmentYear(
                            department=DepartmentId(UNSAVED), year=year, staff=size,
                            reporting_group=name,
                        )
                        for year in years
                    ),
                )
                for name, size in (departments or {}).items()
            ),
        )
    )  # fmt: skip
    return Practice(
        session=session,
        clock=clock,
        client=file.organisation,
        departments={each.department.name: each.department.id for each in file.departments},
    )


def planned(
    made: Practice,
    rung: Rung,
    year: str = "2026",
    parts: Parts | None = None,
    *,
    has_pairs: bool | None = None,
) -> Practice:
    """Lay down a choice for a year; return the client."""
    made.session.reporting.choose(made.id, year, rung, parts, has_pairs=has_pairs)
    return made


def with_tables_of_2026(made: Practice) -> Practice:
    """Let a client live through 2026, of which one line is shown; 2027 has tables, too."""
    reporting = made.session.reporting
    reporting.choose(made.id, "2026", Rung.YEAR_TABLES)
    made.goes_to(2026, 5, 4)
    made.cases(6, "OO-PES")
    made.cases(3, "OO-DIS")
    made.cases(2, "INT-FRA")
    made.goes_to(2026, 12, 1)
    reporting.choose(made.id, "2027", Rung.YEAR_TABLES)
    made.goes_to(2027, 1, 9)
    made.fixes("2026")
    return made


def ledger_bytes(session: Session, organisation: OrganisationId) -> bytes:
    """Return an organisation's ledger as an open file."""
    tables = session.reporting._vault.tables
    return kept(tables, tables.organisations.get(organisation)).to_bytes()


def refused(work: Callable[[], object]) -> Problem:
    """Return the problem that a call ends with."""
    with pytest.raises(ProblemError) as refusal:
        work()
    return refusal.value.problem


def rows(table: Table) -> dict[str, int | None]:
    """Return the value of each line of a table."""
    return {line.label: line.value for line in table.lines}

"""The organisations of the demo, as the material tells of them."""

from collections.abc import Sequence
from datetime import date

from advisor_app.domain.codes import Code
from advisor_app.domain.identity import UNSAVED, DepartmentId, OrganisationId
from advisor_app.domain.organisation import (
    RETENTION_MONTHS,
    Contact,
    Department,
    DepartmentYear,
    Headcount,
    Organisation,
    PeriodKind,
)
from advisor_app.services.clients import ClientFile, DepartmentFile
from advisor_app.services.demo.material import Material

_NEW = OrganisationId(UNSAVED)


def client_file(client: Material, years: Sequence[int]) -> ClientFile:
    """Return all that is known of a client; its numbers are the same in all these years."""
    joined = client.get("joined", {})
    return ClientFile(
        organisation=_organisation(client, date(years[0], 9, 1)),
        contacts=tuple(
            Contact(**{**each, "role": Code(each["role"]), "organisation": _NEW})
            for each in client["contacts"]
        ),
        headcounts=tuple(
            Headcount(organisation=_NEW, year=year, staff=client["staff"]) for year in years
        ),
        departments=tuple(
            _department(name, staff, joined.get(name, name), years)
            for name, staff in client["departments"]
        ),
    )


def _organisation(client: Material, since: date) -> Organisation:
    return Organisation(
        code=client["code"],
        name=client["name"],
        type=Code(client["type"]),
        regulation=client.get("regulation", ""),
        scope=client.get("scope", ""),
        preliminary_check=client.get("preliminary_check", False),
        undesirable_under_integrity=client.get("undesirable_under_integrity", False),
        retention_months=client.get("retention_months", RETENTION_MONTHS),
        period_kind=PeriodKind(client.get("period_kind", PeriodKind.CALENDAR_YEAR)),
        client_since=since,
    )


def _department(name: str, staff: int, group: str, years: Sequence[int]) -> DepartmentFile:
    return DepartmentFile(
        department=Department(organisation=_NEW, name=name),
        years=tuple(
            DepartmentYear(
                department=DepartmentId(UNSAVED), year=year, reporting_group=group, staff=staff
            )
            for year in years
        ),
    )

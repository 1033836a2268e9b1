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
from advisor_app.services.demo.material import Material
from advisor_app.services.organisations import DepartmentFile, OrganisationFile

_NEW = OrganisationId(UNSAVED)


def organisation_file(invented: Material, years: Sequence[int]) -> OrganisationFile:
    """Return all that is known of an invented organisation; its numbers are the same in all these years."""
    joined = invented.get("joined", {})
    return OrganisationFile(
        organisation=_organisation(invented, date(years[0], 9, 1)),
        contacts=tuple(
            Contact(**{**each, "role": Code(each["role"]), "organisation": _NEW})
            for each in invented["contacts"]
        ),
        headcounts=tuple(
            Headcount(organisation=_NEW, year=year, staff=invented["staff"]) for year in years
        ),
        departments=tuple(
            _department(name, staff, joined.get(name, name), years)
            for name, staff in invented["departments"]
        ),
    )


def _organisation(invented: Material, since: date) -> Organisation:
    return Organisation(
        code=invented["code"],
        name=invented["name"],
        type=Code(invented["type"]),
        regulation=invented.get("regulation", ""),
        scope=invented.get("scope", ""),
        preliminary_check=invented.get("preliminary_check", False),
        undesirable_under_integrity=invented.get("undesirable_under_integrity", False),
        retention_months=invented.get("retention_months", RETENTION_MONTHS),
        period_kind=PeriodKind(invented.get("period_kind", PeriodKind.CALENDAR_YEAR)),
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

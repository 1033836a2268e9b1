"""What counts otherwise than its file says: cases corrected once figures are fixed, or destroyed."""

from dataclasses import replace
from datetime import date
from operator import attrgetter

from advisor_app.disclosure.ledger import Ledger
from advisor_app.domain.case import Case, CountedAs
from advisor_app.domain.destruction import CountedCase
from advisor_app.domain.identity import Choose, OrganisationId, random_token
from advisor_app.services.figures import ledgers, plans
from advisor_app.storage.tables import Tables

_MEMBERSHIP = {"reporter_role", "counted_elsewhere"}
_COUNTED = {*_MEMBERSHIP, "category", "relation", "department"}


def as_counted(tables: Tables, case: Case) -> Case:
    """Return a case with the codes by which figures count it."""
    found = tables.counted_as.find(case.id)
    if found is None:
        return case
    return replace(case, **{name: getattr(found, name) for name in _COUNTED})


def correct(tables: Tables, before: Case, after: Case) -> None:
    """Let figures that are fixed count a case as they did, now that it is corrected.

    Who counts was closed with the first figure of a period, how with the first that divides it.
    """
    if all(getattr(before, name) == getattr(after, name) for name in _COUNTED):
        return
    fixed = _fixed(tables, before)
    counted = as_counted(tables, before)
    kept = {name: getattr(counted if name in fixed else after, name) for name in _COUNTED}
    if all(getattr(after, name) == value for name, value in kept.items()):
        tables.counted_as.remove(after.id)
    else:
        tables.counted_as.put(CountedAs(case=after.id, **kept))


def is_fixed(tables: Tables, case: Case) -> bool:
    """Tell whether figures were fixed over the day on which a case was entered."""
    return bool(_fixed(tables, case))


def leave(tables: Tables, case: Case, choose: Choose, today: date) -> None:
    """Leave a row of a case that goes, if figures may still count it; it has no link to the file.

    Tokens join it to cases that live on.
    """
    if not still_counts(tables, case, today):
        return
    case = as_counted(tables, case)
    for shared in tables.situations.shared_without_token():
        tables.situations.change(replace(shared, token=random_token(choose)))
    left = CountedCase(
        organisation=case.organisation,
        department=case.department,
        month=_month(case),
        category=case.category,
        relation=case.relation,
        reporter_role=case.reporter_role,
        person=tables.people.get(case.person).token,
        situation=tables.situations.get(case.situation).token or random_token(choose),
    )
    _mix(tables, left, choose)


def drop(tables: Tables, organisation: OrganisationId, today: date) -> None:
    """Destroy what is left of destroyed cases that no figures will count any more."""
    rows = tables.counted_cases.of_organisation(organisation)
    if not rows:
        return
    ledger = ledgers.kept(tables, tables.organisations.get(organisation))
    for row in rows:
        if not _still_counts(ledger, row.month, today):
            tables.counted_cases.remove(row.id)


def still_counts(tables: Tables, case: Case, today: date) -> bool:
    """Tell whether figures may still be made in which a case counts."""
    ledger = ledgers.kept(tables, tables.organisations.get(case.organisation))
    counted = as_counted(tables, case)
    return not counted.counted_elsewhere and _still_counts(ledger, _month(case), today)


def _mix(tables: Tables, left: CountedCase, choose: Choose) -> None:
    """Write every row anew in random order, so that the audit log says of none which case it was.

    It names what is added and what is removed side by side. A row alone beside a case would be that
    case; so would one whose number, place or MAC were still those of the day it came.
    """
    rows = [*tables.counted_cases.select(), left]
    for row in rows[:-1]:
        tables.counted_cases.remove(row.id)
    salted = [replace(row, salt=random_token(choose)) for row in rows]
    for row in sorted(salted, key=attrgetter("salt")):
        tables.counted_cases.add(row)


def _still_counts(ledger: Ledger, month: date, today: date) -> bool:
    """Whether the figures over a month are not all fixed yet, or may still be promised.

    Promises are made for the running year and the next; a school year begins in the year before.
    """
    over = [
        plan
        for plan in ledger.plans
        if any(plans.first_day(leaf) <= month <= plans.last_day(leaf) for leaf in plan.time_leaves)
    ]
    if not over:
        return month.year >= today.year - 1
    return any(not ledger.said_in(release.id) for plan in over for release in plan.releases)


def _fixed(tables: Tables, case: Case) -> frozenset[str]:
    """Return which codes of a case figures have been made by, fixed or said by mouth."""
    ledger = ledgers.kept(tables, tables.organisations.get(case.organisation))
    fixed: set[str] = set()
    for plan in ledger.plans:
        boxes = [each.box for release in plan.releases for each in ledger.said_in(release.id)]
        boxes += [each.box for each in ledger.outside if each.box is not None]
        for box in boxes:
            leaves = plan.times(box) & set(plan.time_leaves)
            if any(_lies_in(case.entered_on, leaf) for leaf in leaves):
                fixed |= _COUNTED if plan.sides(box) else _MEMBERSHIP
    return frozenset(fixed)


def _lies_in(day: date, leaf: str) -> bool:
    return plans.first_day(leaf) <= day <= plans.last_day(leaf)


def _month(case: Case) -> date:
    return case.entered_on.replace(day=1)

"""From statements to a report: nothing else goes in, so nothing else can come out."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.ledger import Ledger, shown
from advisor_app.disclosure.periods import period
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.statement import Outcome, Statement
from advisor_app.domain.language import Language, Wording
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.report import FiguresReport, Line, Section, Table, Total
from advisor_app.services.codes import Codes
from advisor_app.services.figures import plans, report_tables

MOST_BARS = 5
_WITH_TABLES = (
    Section.DEFINITIONS,
    Section.READING,
    Section.PROTECTION,
    Section.CONFIDENTIALITY,
)
_WITH_DEPARTMENTS = (*_WITH_TABLES, Section.DEPARTMENTS)
_NOTHING_SHOWN = (
    Section.PROTECTION,
    Section.REACHABILITY,
    Section.DEFINITIONS,
    Section.CONFIDENTIALITY,
)
_TOTAL_ALONE = (
    Section.REACHABILITY,
    Section.DEFINITIONS,
    Section.CONFIDENTIALITY,
)
_OF_WORDS = (
    Section.ROLE,
    Section.REACHABILITY,
    Section.SUGGESTIONS,
)
_ADVISOR = Wording(nl="de extern vertrouwenspersoon", en="the external confidential advisor")


def report(
    organisation: Organisation,
    advisor: str,
    ledger: Ledger,
    plan: Plan,
    release: Release,
    codes: Codes,
    fixed_on: date | None,
) -> FiguresReport:
    """Compose the report of a release from the ledger as it stood when it was made."""
    said = ledger.said_in(release.id)
    totals = [each for each in said if not plan.sides(each.box)]
    value = totals[0].value if totals else None
    tables = (
        ()
        if value is None
        else _shown_tables(plan, release, said, value, codes, organisation.language)
    )
    return FiguresReport(
        organisation=organisation.name,
        period=release.title,
        advisor=advisor or _ADVISOR.text(organisation.language),
        language=organisation.language,
        minimum=plan.n,
        total=Total(
            value=value,
            promised=bool(totals) and _was_promised(plan, totals[0]),
            within=_was_late(ledger, plan),
            headcount=plan.headcount.organisation,
        ),
        tables=tables,
        trend=_parts(ledger, plan, release) if tables else _trend(ledger, release),
        sections=_sections(plan, release, said, tables),
        ledger_head=shown(ledger.head),
        fixed_on=fixed_on,
    )


def of_words(
    organisation: Organisation, advisor: str, year: str, staff: int | None, fixed_on: date | None
) -> FiguresReport:
    """Compose the report of a year of which no figure is given."""
    return FiguresReport(
        organisation=organisation.name,
        period=year,
        advisor=advisor or _ADVISOR.text(organisation.language),
        language=organisation.language,
        minimum=organisation.minimum,
        total=Total(value=None, promised=False, headcount=staff),
        sections=_OF_WORDS,
        ledger_head="",
        fixed_on=fixed_on,
    )


def _shown_tables(
    plan: Plan,
    release: Release,
    said: Sequence[Statement],
    total: int,
    codes: Codes,
    language: Language,
) -> tuple[Table, ...]:
    """Return the tables in which something is shown, so below n none.

    Which ones are left out, the ledger says already.
    """
    every = report_tables.tables(plan, release, said, total, codes, language)
    return tuple(table for table in every if any(line.value is not None for line in table.lines))


def _was_promised(plan: Plan, total: Statement) -> bool:
    """Whether a total was told, or follows from totals that were."""
    told = {plan.times(box) for release in plan.releases for box in release.told}
    follows = total.outcome is Outcome.DERIVED and any(
        times <= plan.times(total.box) for times in told
    )
    return total.outcome is Outcome.TOLD or follows


def _was_late(ledger: Ledger, plan: Plan) -> bool:
    """Whether a plan was laid down when its first period had begun."""
    laid_on = ledger.laid_on(plan)
    return laid_on is not None and laid_on >= plans.first_day(plan.time_leaves[0])


def _sections(
    plan: Plan, release: Release, said: Sequence[Statement], tables: Sequence[Table]
) -> tuple[Section, ...]:
    """Return the explanations: by what was promised and shown, never by what was counted."""
    if tables:
        named = any(DEPARTMENT in plan.sides(each.box) and each.value is not None for each in said)
        return _WITH_DEPARTMENTS if named else _WITH_TABLES
    if release.boxes:
        return _NOTHING_SHOWN
    comes_later = any(each.boxes for each in plan.releases)
    return (Section.BREAKDOWN_LATER if comes_later else Section.BREAKDOWN, *_TOTAL_ALONE)


def _parts(ledger: Ledger, plan: Plan, release: Release) -> tuple[Line, ...]:
    """Return the promised totals of which that of a release is the sum, the oldest first."""
    before = plan.releases[: plan.releases.index(release)]
    return tuple(
        Line(label=each.title, value=ledger.said_in(each.id)[0].value)
        for each in before
        if each.told
    )


def _trend(ledger: Ledger, release: Release) -> tuple[Line, ...]:
    """Return the promised totals of periods as long as that of a release, up to it, the oldest first.

    For several years together those of single years.
    """
    length = _years(release.title) or 1
    bars = []
    for plan in ledger.plans:
        for each in plan.releases:
            said = ledger.said_in(each.id)
            if said and _years(each.title) == length and _was_promised(plan, said[0]):
                bars.append(Line(label=each.title, value=said[0].value))
    return tuple(bars[-MOST_BARS:]) if len(bars) > 1 else ()


def _years(title: str) -> Fraction | None:
    known = period(title)
    return None if known is None else known.years

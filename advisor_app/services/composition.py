"""From statements to a report: nothing else goes in, so nothing else can come out."""

from collections.abc import Iterator, Sequence
from datetime import date

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import UNKNOWN, Dimension
from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.ledger import Ledger, shown
from advisor_app.disclosure.one_way import tables_of
from advisor_app.disclosure.periods import year_of
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.statement import Outcome, Statement
from advisor_app.domain.language import Language, Wording
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.report import FiguresReport, Line, Section, Table, Total
from advisor_app.domain.reporting import Parts
from advisor_app.services import plans
from advisor_app.services.codes import Codes

MOST_BARS = 5
_WITH_TABLES = (
    Section.DEFINITIONS,
    Section.READING,
    Section.PROTECTION,
    Section.CONFIDENTIALITY,
)
_NOTHING_SHOWN = (
    Section.PROTECTION,
    Section.REACHABILITY,
    Section.DEFINITIONS,
    Section.CONFIDENTIALITY,
)
_TOTAL_ALONE = (
    Section.BREAKDOWN,
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
_UNKNOWN = Wording(nl="Overige of onbekend", en="Other or unknown")
_TITLES = {
    plans.SUBJECT: (
        Wording(nl="Zaken naar hoofdonderwerp", en="Cases by main subject"),
        Wording(nl="Hoofdonderwerp", en="Main subject"),
    ),
    plans.RELATION: (
        Wording(nl="Zaken naar relatie met de melder", en="Cases by relation to the reporter"),
        Wording(nl="De melding gaat over", en="The report is about"),
    ),
    DEPARTMENT: (
        Wording(nl="Zaken naar afdeling", en="Cases by department"),
        Wording(nl="Afdeling", en="Department"),
    ),
}
_PARTS = {
    Parts.QUARTERS: (
        Wording(nl="Zaken naar kwartaal", en="Cases by quarter"),
        Wording(nl="Kwartaal", en="Quarter"),
        Wording(nl="%1e kwartaal", en="Quarter %1"),
    ),
    Parts.THIRDS: (
        Wording(nl="Zaken naar tertaal", en="Cases by four-month period"),
        Wording(nl="Tertaal", en="Four-month period"),
        Wording(nl="%1e tertaal", en="Four-month period %1"),
    ),
    Parts.HALVES: (
        Wording(nl="Zaken naar halfjaar", en="Cases by half-year"),
        Wording(nl="Halfjaar", en="Half-year"),
        Wording(nl="%1e halfjaar", en="Half-year %1"),
    ),
}
_PAIR = (
    Wording(nl="%1: zaken naar hoofdonderwerp", en="%1: cases by main subject"),
    Wording(nl="Hoofdonderwerp", en="Main subject"),
)
_ALL_CASES = Wording(nl="Alle zaken samen", en="All cases together")
_REPORTING_LISTS = {plans.SUBJECT: "subject", plans.RELATION: "relation"}


def report(
    client: Organisation,
    advisor: str,
    ledger: Ledger,
    plan: Plan,
    release: Release,
    codes: Codes,
    fixed_on: date | None,
) -> FiguresReport:
    """Compose the report of a release from the ledger as it stood when it was made.

    A table of which nothing is shown is left out, so below n there is none; which ones those are,
    the ledger says already.
    """
    said = ledger.said_in(release.id)
    totals = [each for each in said if not plan.sides(each.box)]
    value = totals[0].value if totals else None
    every = () if value is None else _tables(plan, release, said, value, codes, client.language)
    tables = tuple(table for table in every if any(line.value is not None for line in table.lines))
    return FiguresReport(
        organisation=client.name,
        period=release.title,
        advisor=advisor or _ADVISOR.text(client.language),
        language=client.language,
        minimum=plan.n,
        total=Total(
            value=value,
            promised=bool(totals) and _was_promised(plan, totals[0]),
            within=_was_late(ledger, plan),
            headcount=plan.headcount.organisation,
        ),
        tables=tables,
        trend=() if tables else _trend(ledger),
        sections=_sections(release, tables),
        ledger_head=shown(ledger.head),
        fixed_on=fixed_on,
    )


def of_words(
    client: Organisation, advisor: str, year: str, staff: int | None, fixed_on: date | None
) -> FiguresReport:
    """Compose the report of a year of which no figure is given."""
    return FiguresReport(
        organisation=client.name,
        period=year,
        advisor=advisor or _ADVISOR.text(client.language),
        language=client.language,
        minimum=client.minimum,
        total=Total(value=None, promised=False, headcount=staff),
        sections=_OF_WORDS,
        ledger_head="",
        fixed_on=fixed_on,
    )


def in_words(plan: Plan, box: Box, codes: Codes, language: Language) -> tuple[str, str]:
    """Return the table and the line in which a box stands; a total stands in no table."""
    sides = plan.sides(box)
    if not sides:
        return "", _ALL_CASES.text(language)
    words = {}
    for name, leaves in sides.items():
        dimension = plan.dimension(name)
        labels = _labels(dimension, codes, language)
        words[name] = " + ".join(
            labels.get(leaf, leaf) for leaf in dimension.leaves if leaf in leaves
        )
    if set(words) == {DEPARTMENT, plans.SUBJECT}:
        return _PAIR[0].text(language).replace("%1", words[DEPARTMENT]), words[plans.SUBJECT]
    titles = (_TITLES[name][0].text(language) for name in words)
    return " × ".join(titles), " · ".join(words.values())


def in_release(
    plan: Plan, release: Release, box: Box, codes: Codes, language: Language
) -> tuple[str, str]:
    """Return the table and the line of a release in which a box stands, parts of the year too."""
    times, divided = plan.times(box), plans.parts_of(plan)
    is_whole = times == frozenset[str]().union(*map(plan.times, release.boxes))
    if plan.sides(box) or divided is None or is_whole:
        return in_words(plan, box, codes, language)
    title, _column, label = _PARTS[divided]
    (leaf,) = times
    return title.text(language), label.text(language).replace("%1", leaf[-1])


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


def _sections(release: Release, tables: Sequence[Table]) -> tuple[Section, ...]:
    """Return the explanations: by what was promised and shown, never by what was counted."""
    if tables:
        return _WITH_TABLES
    return _NOTHING_SHOWN if release.boxes else _TOTAL_ALONE


def published_total(ledger: Ledger, year: str) -> int | None:
    """Return the total that was published for a year, as one figure or as all of its parts."""
    found = {
        plan.times(each.box): each.value
        for plan in ledger.plans
        for release in plan.releases
        for each in ledger.said_in(release.id)
        if not plan.sides(each.box)
    }
    for plan in ledger.plans:
        own = frozenset(leaf for leaf in plan.time_leaves if year_of(leaf) == year)
        parts = [found.get(own)] if own in found else [found.get(frozenset([leaf])) for leaf in own]
        known = [each for each in parts if each is not None]
        if own and len(known) == len(parts):
            return sum(known)
    return None


def _tables(
    plan: Plan,
    release: Release,
    said: Sequence[Statement],
    total: int,
    codes: Codes,
    language: Language,
) -> Iterator[Table]:
    """Yield every table of a release: each attribute, the parts of the year, each department."""
    for dimension, times in tables_of(plan, release):
        yield _table(plan, dimension, times, said, total, codes, language)
    yield from _parts(plan, said, language)
    yield from _pairs(plan, said, codes, language)


def _table(
    plan: Plan,
    dimension: Dimension,
    times: frozenset[str],
    said: Sequence[Statement],
    total: int,
    codes: Codes,
    language: Language,
) -> Table:
    labels = _labels(dimension, codes, language)
    values = {
        next(iter(plan.sides(each.box)[dimension.name])): each
        for each in said
        if set(plan.sides(each.box)) == {dimension.name} and plan.times(each.box) == times
    }
    lines = tuple(
        Line(label=labels.get(leaf, leaf), value=values[leaf].value if leaf in values else None)
        for leaf in dimension.leaves
    )
    title, column = _TITLES[dimension.name]
    return _divided(title.text(language), column.text(language), lines, total)


def _parts(plan: Plan, said: Sequence[Statement], language: Language) -> Iterator[Table]:
    """Yield the table of the parts of a year, where a release gives these beside the year."""
    whole, *beside = (each for each in said if not plan.sides(each.box))
    divided = plans.parts_of(plan)
    if not beside or divided is None or whole.value is None:
        return
    title, column, label = (each.text(language) for each in _PARTS[divided])
    lines = tuple(
        Line(label=label.replace("%1", str(number)), value=each.value)
        for number, each in enumerate(beside, start=1)
    )
    yield _divided(title, column, lines, whole.value)


def _pairs(
    plan: Plan, said: Sequence[Statement], codes: Codes, language: Language
) -> Iterator[Table]:
    """Yield a table by subject for each department of which a release gives that."""
    title, column = (each.text(language) for each in _PAIR)
    totals: dict[str, int | None] = {}
    lines: dict[str, list[Line]] = {}
    for each in said:
        sides = plan.sides(each.box)
        if DEPARTMENT not in sides:
            continue
        (department,) = sides[DEPARTMENT]
        if plans.SUBJECT not in sides:
            totals[department] = each.value
            continue
        _table_title, label = in_words(plan, each.box, codes, language)
        lines.setdefault(department, []).append(Line(label=label, value=each.value))
    for department, own in lines.items():
        yield _divided(title.replace("%1", department), column, tuple(own), totals.get(department))


def _divided(title: str, column: str, lines: tuple[Line, ...], total: int | None) -> Table:
    """Return a table of lines that divide a total, with what those not shown hold together."""
    rest = None
    if total is not None and any(line.value is None for line in lines):
        rest = total - sum(line.value for line in lines if line.value is not None)
    return Table(title=title, column=column, lines=lines, remainder=rest, total=total)


def _labels(dimension: Dimension, codes: Codes, language: Language) -> dict[str, str]:
    """Return the words of every leaf; departments are called what they are called."""
    if dimension.name in _REPORTING_LISTS:
        leaves = codes.reporting(_REPORTING_LISTS[dimension.name]).leaves
        return {leaf.name: leaf.label.text(language) for leaf in leaves}
    return {leaf: _UNKNOWN.text(language) if leaf == UNKNOWN else leaf for leaf in dimension.leaves}


def _trend(ledger: Ledger) -> tuple[Line, ...]:
    """Return the promised totals of whole years up to this release, the oldest first."""
    bars = []
    for plan in ledger.plans:
        for release in plan.releases:
            said = ledger.said_in(release.id)
            if said and year_of(release.title) == release.title and _was_promised(plan, said[0]):
                bars.append(Line(label=release.title, value=said[0].value))
    return tuple(bars[-MOST_BARS:]) if len(bars) > 1 else ()

"""The tables of a report: what a release says, and what those not shown hold together."""

from collections.abc import Iterator, Sequence

from advisor_app.disclosure.dimension import Dimension
from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.one_way import tables_of
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.disclosure.statement import Statement
from advisor_app.domain.language import Language
from advisor_app.domain.report import Line, Table
from advisor_app.services.codes import Codes
from advisor_app.services.figures import plans
from advisor_app.services.figures.figure_words import PAIR, PARTS, TITLES, in_words, labels_of


def tables(
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
    labels = labels_of(dimension, codes, language)
    values = {
        next(iter(plan.sides(each.box)[dimension.name])): each
        for each in said
        if set(plan.sides(each.box)) == {dimension.name} and plan.times(each.box) == times
    }
    lines = tuple(
        Line(label=labels.get(leaf, leaf), value=values[leaf].value if leaf in values else None)
        for leaf in dimension.leaves
    )
    title, column = TITLES[dimension.name]
    return _divided(title.text(language), column.text(language), lines, total)


def _parts(plan: Plan, said: Sequence[Statement], language: Language) -> Iterator[Table]:
    """Yield the table of the parts of a year, where a release gives these beside the year."""
    whole, *beside = (each for each in said if not plan.sides(each.box))
    divided = plans.parts_of(plan)
    if not beside or divided is None or whole.value is None:
        return
    title, column, label = (each.text(language) for each in PARTS[divided])
    lines = tuple(
        Line(label=label.replace("%1", str(number)), value=each.value)
        for number, each in enumerate(beside, start=1)
    )
    yield _divided(title, column, lines, whole.value)


def _pairs(
    plan: Plan, said: Sequence[Statement], codes: Codes, language: Language
) -> Iterator[Table]:
    """Yield a table by subject for each department of which a release gives that."""
    title, column = (each.text(language) for each in PAIR)
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

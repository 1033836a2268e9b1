"""What the tables, lines and parts of the year in figures are called."""

from advisor_app.disclosure.box import Box
from advisor_app.disclosure.dimension import UNKNOWN, Dimension
from advisor_app.disclosure.headcount import DEPARTMENT
from advisor_app.disclosure.plan import Plan, Release
from advisor_app.domain.language import Language, Wording
from advisor_app.domain.reporting import Parts
from advisor_app.services.codes import Codes
from advisor_app.services.figures import plans

_UNKNOWN = Wording(nl="Overige of onbekend", en="Other or unknown")
TITLES = {
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
"""Of the table of each attribute: its title, and the heading above its lines."""

PARTS = {
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
"""Of the table of a year in parts: title, heading, and what a part is called."""

PAIR = (
    Wording(nl="%1: zaken naar hoofdonderwerp", en="%1: cases by main subject"),
    Wording(nl="Hoofdonderwerp", en="Main subject"),
)
"""Of the table by subject of one department: title and heading."""

_ALL_CASES = Wording(nl="Alle zaken samen", en="All cases together")
_REPORTING_LISTS = {plans.SUBJECT: "subject", plans.RELATION: "relation"}


def in_words(plan: Plan, box: Box, codes: Codes, language: Language) -> tuple[str, str]:
    """Return the table and the line in which a box stands; a total stands in no table."""
    sides = plan.sides(box)
    if not sides:
        return "", _ALL_CASES.text(language)
    words = {}
    for name, leaves in sides.items():
        dimension = plan.dimension(name)
        labels = labels_of(dimension, codes, language)
        words[name] = " + ".join(
            labels.get(leaf, leaf) for leaf in dimension.leaves if leaf in leaves
        )
    if set(words) == {DEPARTMENT, plans.SUBJECT}:
        return PAIR[0].text(language).replace("%1", words[DEPARTMENT]), words[plans.SUBJECT]
    titles = (TITLES[name][0].text(language) for name in words)
    return " × ".join(titles), " · ".join(words.values())


def in_release(
    plan: Plan, release: Release, box: Box, codes: Codes, language: Language
) -> tuple[str, str]:
    """Return the table and the line of a release in which a box stands, parts of the year too."""
    times, divided = plan.times(box), plans.parts_of(plan)
    is_whole = times == frozenset[str]().union(*map(plan.times, release.boxes))
    if plan.sides(box) or divided is None or is_whole:
        return in_words(plan, box, codes, language)
    title, _column, label = PARTS[divided]
    (leaf,) = times
    return title.text(language), label.text(language).replace("%1", leaf[-1])


def labels_of(dimension: Dimension, codes: Codes, language: Language) -> dict[str, str]:
    """Return the words of every leaf; departments are called what they are called."""
    if dimension.name in _REPORTING_LISTS:
        leaves = codes.reporting(_REPORTING_LISTS[dimension.name]).leaves
        return {leaf.name: leaf.label.text(language) for leaf in leaves}
    return {leaf: _UNKNOWN.text(language) if leaf == UNKNOWN else leaf for leaf in dimension.leaves}

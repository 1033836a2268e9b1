"""A list that contradicts itself is refused when it is read, not when somebody chooses from it."""

import tomllib
from datetime import date

import pytest

from advisor_app.domain.codes import (
    Code,
    InconsistentListError,
    ListFault,
    code_list,
    reporting_list,
)
from advisor_app.domain.language import Language
from advisor_app.domain.problems import ProblemError

A_LIST = """
list = "AAA"
version = 1
title = { nl = "Lijst", en = "List" }
unknown = "AAA-ONB"

[[rollup]]
code = "AAA-ALLE"
nl = "Alles"
en = "All"

[[rollup]]
code = "AAA-SOM"
nl = "Sommige"
en = "Some"
rollup = "AAA-ALLE"

[[code]]
code = "AAA-EEN"
nl = "Een"
en = "One"
rollup = "AAA-SOM"
help = { nl = "Uitleg", en = "Help" }

[[code]]
code = "AAA-OUD"
nl = "Oud"
en = "Old"
valid_until = 2025-12-31

[[code]]
code = "AAA-NIEUW"
nl = "Nieuw"
en = "New"
valid_from = 2026-01-01

[[code]]
code = "AAA-RAAR"
nl = "Raar"
en = "Odd"
never_a_leaf = true

[[code]]
code = "AAA-VIJF"
nl = "Vijf"
en = "Five"

[[code]]
code = "AAA-ONB"
nl = "Onbekend"
en = "Unknown"
"""

A_REPORT = """
list = "AAA"
version = 1
title = { nl = "Cijfers", en = "Figures" }
unknown = "onbekend"

[[leaf]]
leaf = "een"
nl = "Een"
en = "One"
codes = ["AAA-EEN"]

[[leaf]]
leaf = "oud"
nl = "Oud"
en = "Old"
codes = ["AAA-OUD"]

[[leaf]]
leaf = "nieuw"
nl = "Nieuw"
en = "New"
codes = ["AAA-NIEUW"]

[[leaf]]
leaf = "vijf"
nl = "Vijf"
en = "Five"
codes = ["AAA-VIJF", "AAA-RAAR"]

[[leaf]]
leaf = "zes"
nl = "Zes"
en = "Six"
codes = ["AAA-ZES"]

[[leaf]]
leaf = "onbekend"
nl = "Onbekend"
en = "Unknown"
codes = ["AAA-ONB"]
"""
WITH_SIX = A_LIST + '\n[[code]]\ncode = "AAA-ZES"\nnl = "Zes"\nen = "Six"\n'


def read(text: str):
    return code_list(tomllib.loads(text))


def fault_of(work) -> ListFault:
    with pytest.raises(InconsistentListError) as refusal:
        work()
    return refusal.value.fault


def test_a_code_is_offered_from_its_first_day_to_its_last_and_keeps_its_words():
    listed = read(A_LIST)
    offered = {
        day: {item.code for item in listed.offered(day)}
        for day in (date(2025, 12, 31), date(2026, 1, 1))
    }
    assert "AAA-OUD" in offered[date(2025, 12, 31)]
    assert "AAA-NIEUW" not in offered[date(2025, 12, 31)]
    assert "AAA-OUD" not in offered[date(2026, 1, 1)]
    assert "AAA-NIEUW" in offered[date(2026, 1, 1)]
    assert listed.label(Code("AAA-OUD"), Language.EN) == "Old"


def test_a_code_names_its_roll_up_and_that_the_one_above_it():
    listed = read(A_LIST)
    assert listed.item(Code("AAA-EEN")).rollup == "AAA-SOM"
    assert listed.item(Code("AAA-SOM")).rollup == "AAA-ALLE"


def test_a_code_that_is_not_there_is_a_named_problem():
    with pytest.raises(ProblemError):
        read(A_LIST).item(Code("AAA-WEG"))


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('code = "AAA-EEN"', 'code = "aaa een"', ListFault.NOT_A_CODE),
        ('code = "AAA-EEN"', 'code = "AAA-OUD"', ListFault.DUPLICATE_CODE),
        ('code = "AAA-EEN"', 'code = "AAA-SOM"', ListFault.DUPLICATE_CODE),
        ('nl = "Een"', 'nl = "Oud"', ListFault.DUPLICATE_LABEL),
        ('en = "One"', 'en = "Old"', ListFault.DUPLICATE_LABEL),
        ('en = "One"', "", ListFault.MISSING_LABEL),
        ('en = "One"', 'en = "  "', ListFault.MISSING_LABEL),
        ('nl = "Uitleg", ', "", ListFault.MISSING_LABEL),
        ('rollup = "AAA-SOM"', 'rollup = "AAA-GEEN"', ListFault.UNKNOWN_ROLLUP),
        ('rollup = "AAA-ALLE"', 'rollup = "AAA-SOM"', ListFault.CIRCULAR_ROLLUP),
        ('unknown = "AAA-ONB"', 'unknown = "AAA-ALLE"', ListFault.NO_SUCH_UNKNOWN),
        ("2025-12-31", "2025-12-31\nvalid_from = 2026-01-01", ListFault.ENDS_BEFORE_IT_BEGINS),
        ("never_a_leaf = true", 'never_a_leaf = "ja"', ListFault.MALFORMED),
        ("never_a_leaf = true", "colour = 3", ListFault.MALFORMED),
        ("version = 1", 'version = "1"', ListFault.MALFORMED),
    ],
)
def test_a_list_that_contradicts_itself_is_refused(before, after, fault):
    assert before in A_LIST
    assert fault_of(lambda: read(A_LIST.replace(before, after, 1))) is fault


def test_a_list_without_codes_is_refused():
    assert fault_of(lambda: read(A_LIST.split("[[code]]", maxsplit=1)[0])) is ListFault.EMPTY


def test_every_code_has_one_leaf():
    source = read(WITH_SIX)
    figures = reporting_list(tomllib.loads(A_REPORT), source)
    leaf_of = {code: leaf.name for leaf in figures.leaves for code in leaf.codes}
    assert leaf_of["AAA-RAAR"] == "vijf"
    assert figures.unknown.name == "onbekend"
    assert "AAA-ALLE" not in leaf_of


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('["AAA-VIJF", "AAA-RAAR"]', '["AAA-VIJF"]', ListFault.UNMAPPED_CODE),
        ('["AAA-EEN"]', '["AAA-EEN", "AAA-OUD"]', ListFault.MAPPED_TWICE),
        ('["AAA-EEN"]', '["AAA-EEN", "AAA-WEG"]', ListFault.UNKNOWN_CODE),
        ('["AAA-EEN"]', "[]", ListFault.MALFORMED),
        ('leaf = "een"', 'leaf = "oud"', ListFault.DUPLICATE_CODE),
        ('nl = "Een"', 'nl = "Oud"', ListFault.DUPLICATE_LABEL),
        ('unknown = "onbekend"', 'unknown = "nergens"', ListFault.NO_SUCH_UNKNOWN),
        ('unknown = "onbekend"', 'unknown = "een"', ListFault.NO_SUCH_UNKNOWN),
        ('list = "AAA"', 'list = "BBB"', ListFault.MALFORMED),
    ],
)
def test_a_reporting_list_that_does_not_fit_its_codes_is_refused(before, after, fault):
    source, changed = read(WITH_SIX), A_REPORT.replace(before, after, 1)
    assert fault_of(lambda: reporting_list(tomllib.loads(changed), source)) is fault


def test_a_rare_code_is_never_a_leaf_by_itself():
    alone = WITH_SIX.replace('code = "AAA-ZES"', 'code = "AAA-ZES"\nnever_a_leaf = true')
    assert (
        fault_of(lambda: reporting_list(tomllib.loads(A_REPORT), read(alone)))
        is ListFault.NEVER_A_LEAF
    )


def test_figures_have_six_to_nine_leaves():
    five = A_REPORT.replace('["AAA-VIJF", "AAA-RAAR"]', '["AAA-VIJF", "AAA-RAAR", "AAA-ZES"]')
    before, _, rest = five.partition('[[leaf]]\nleaf = "zes"')
    five = before + rest[rest.index("[[leaf]]") :]
    assert fault_of(lambda: reporting_list(tomllib.loads(five), read(WITH_SIX))) is (
        ListFault.LEAF_COUNT
    )

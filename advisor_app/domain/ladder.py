"""From which headcount, and from about how many cases a year, a choice of figures is possible or of use.

The limits are a judgement, from public facts alone: docs/figures.md, "The ladder".
"""

from fractions import Fraction

from advisor_app.domain.reporting import Rung

LEAST_STAFF = 50
YEAR_TOTAL_FROM = 100
BLOCKS_FROM = 8
TABLES_FROM = 30
QUARTERS_FROM = PAIRS_FROM = 100
REPORTING_RATE = Fraction(1, 100)
"""What is expected where no total was published: one in a hundred of the staff a year."""

STAFF_FROM = {
    Rung.NOTHING: LEAST_STAFF,
    Rung.TWO_YEAR_TOTAL: LEAST_STAFF,
    Rung.YEAR_TOTAL: YEAR_TOTAL_FROM,
    Rung.THREE_YEAR_TABLES: YEAR_TOTAL_FROM,
    Rung.YEAR_TABLES: YEAR_TOTAL_FROM,
    Rung.PART_TOTALS: YEAR_TOTAL_FROM,
    Rung.PART_TABLES: YEAR_TOTAL_FROM,
}
"""From which headcount a total can be told as often as a rung tells one; without any, the first one."""

CASES_FROM = {
    Rung.NOTHING: 0,
    Rung.TWO_YEAR_TOTAL: 0,
    Rung.YEAR_TOTAL: 0,
    Rung.THREE_YEAR_TABLES: BLOCKS_FROM,
    Rung.YEAR_TABLES: TABLES_FROM,
    Rung.PART_TOTALS: TABLES_FROM,
    Rung.PART_TABLES: QUARTERS_FROM,
}
"""From about how many cases a year a rung is of use."""

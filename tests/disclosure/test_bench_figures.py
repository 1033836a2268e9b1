"""What the engine shows on the benchmark; the figures stand in bench/README.md."""

import pytest

from bench.figures import Organisation, Shape, measured, plan


@pytest.mark.long
@pytest.mark.parametrize(("cases", "least"), [(5, 0), (15, 1), (40, 11), (80, 25), (300, 60)])
def test_the_benchmark_shows_no_fewer_figures_than_it_did_and_narrows_none(cases, least):
    row = measured(Shape(), cases, 1)
    assert row["shown"] >= least
    assert row["narrowed"] == 0
    assert row["green"]


@pytest.mark.long
def test_a_told_year_is_always_known():
    assert all(
        measured(Shape(), 5, seed, told=True, audited=False)["total_known"] for seed in range(1, 6)
    )


def test_the_benchmark_offers_ninety_figures_of_cases_that_add_up():
    laid = plan(Shape())
    (release,) = laid.releases
    assert len(release.boxes) == 90
    world = Organisation.of(Shape(), 40, 1)
    assert world.count(release.boxes[0]).cases == world.cases.sum()


def test_a_row_of_the_benchmark_says_what_was_shown_and_that_nobody_was_narrowed():
    row = measured(Shape(categories=2, departments=2), 30, 1)
    assert (row["offered"], row["cells"], row["narrowed"], row["green"]) == (29, 16, 0, True)
    assert row["total_known"]

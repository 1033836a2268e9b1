"""What the engine shows on the benchmark; the figures stand in docs/figures.md."""

import pytest

from tests.disclosure.benchmark import Organisation, measured, plan


@pytest.mark.long
@pytest.mark.parametrize(("cases", "least"), [(5, 0), (15, 1), (40, 11), (80, 25)])
def test_the_benchmark_shows_no_fewer_figures_than_it_did(cases, least):
    assert measured(cases, 1)["shown"] >= least


@pytest.mark.long
def test_a_told_year_is_always_known():
    assert all(measured(5, seed, told=True)["shown"] >= 1 for seed in range(1, 6))


def test_the_benchmark_offers_ninety_figures_of_cases_that_add_up():
    laid = plan()
    (release,) = laid.releases
    assert len(release.boxes) == 90
    world = Organisation.of(40, 1)
    assert world.count(release.boxes[0]).cases == world.cases.sum()

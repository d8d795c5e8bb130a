"""Years against years, and a municipality against the rest of its region."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from integraal.statistics.rates import compare_counts, compare_with_rest, compare_years
from tests.statistics import slow_trends
from tests.statistics.parts import parts

COUNTS = st.lists(st.integers(0, 300), min_size=6, max_size=6)
PEOPLE = st.lists(st.integers(1, 20_000), min_size=6, max_size=6)
LATER = np.array([False, False, False, True, True, True])
RESTLESS = [80, 20, 60, 15, 70, 30]


@given(COUNTS, PEOPLE)
def test_pooled_years_are_compared_as_one_count(counts, people):
    result = compare_years(counts, people, LATER)
    plain = compare_counts(sum(counts[3:]), sum(people[3:]), sum(counts[:3]), sum(people[:3]))
    np.testing.assert_allclose(parts(result)[:4], parts(plain), rtol=1e-12)
    assert (result.count_a, result.exposure_b) == (sum(counts[3:]), sum(people[:3]))
    assert (result.years_a, result.years_b, result.dispersion) == (3, 3, 1)


@given(COUNTS, PEOPLE)
def test_restless_years_never_say_more(counts, people):
    plain = compare_years(counts, people, LATER)
    careful = compare_years(counts, people, LATER, overdispersion=True)
    phi = slow_trends.within_dispersion([(counts[3:], people[3:]), (counts[:3], people[:3])])
    assert careful.dispersion == pytest.approx(phi, rel=1e-9)
    assert careful.p_value >= plain.p_value * (1 - 1e-9)
    assert careful.lower <= plain.lower * (1 + 1e-9)
    assert careful.upper >= plain.upper * (1 - 1e-9)


@given(COUNTS, PEOPLE)
def test_careful_test_and_margins_agree(counts, people):
    result = compare_years(counts, people, LATER, overdispersion=True)
    if abs(result.p_value - 0.05) > 1e-9:
        assert (result.p_value < 0.05) == (not result.lower <= 1 <= result.upper)


def test_restless_large_counts_come_close_to_a_quasi_poisson_fit():
    counts = np.array([8000, 7600, 8300, 7100, 7000, 7500])
    result = compare_years(counts, 1000, LATER, overdispersion=True)
    first, second = counts[3:].sum(), counts[:3].sum()
    error = math.sqrt(float(result.dispersion) * (1 / first + 1 / second))
    by_t = 2 * special.stdtr(4, -abs(math.log(first / second)) / error)
    assert result.dispersion > 10
    assert result.p_value == pytest.approx(by_t, rel=0.01)
    half_width = -special.stdtrit(4, 0.025) * error
    assert math.log(result.upper / result.ratio) == pytest.approx(half_width, rel=0.01)


@pytest.mark.parametrize("phi", [1.0, 3.0])
def test_careful_margins_cover_as_often_as_promised(phi):
    """Gamma-Poisson years without change: the 95 % interval of the ratio holds one."""
    random = np.random.default_rng(20261128)
    mean = 40.0
    means = mean if phi == 1 else random.gamma(mean / (phi - 1), phi - 1, (4000, 6))
    counts = random.poisson(means, (4000, 6))
    careful = compare_years(counts, 1, LATER, overdispersion=True)
    covered = np.mean((careful.lower <= 1) & (careful.upper >= 1))
    assert covered >= 0.94
    if phi > 1:
        assert covered <= 0.99
        plain = compare_years(counts, 1, LATER)
        assert np.mean((plain.lower <= 1) & (plain.upper >= 1)) < 0.9


def test_a_missing_year_is_left_out_of_count_and_exposure():
    gap = [80, np.nan, 60, 15, 70, 30]
    result = compare_years([RESTLESS, gap], [100] * 6, LATER)
    assert result.exposure_b.tolist() == [300, 200]
    assert result.years_b.tolist() == [3, 2]


def test_a_side_without_figures_says_nothing():
    result = compare_years([[np.nan] * 3 + [1, 2, 3], [0] * 6], 1, LATER, overdispersion=True)
    assert np.isnan(result.ratio).all()
    assert result.lower.tolist() == [0, 0]
    assert np.isinf(result.upper).all()
    np.testing.assert_equal(result.p_value, [np.nan, 1])


def test_one_year_against_one_has_no_dispersion_to_see():
    sides = np.array([True, False])
    result = compare_years([30, 60], 1, sides, overdispersion=True)
    assert np.isnan(result.dispersion)
    assert result.p_value == pytest.approx(float(compare_counts(30, 1, 60, 1).p_value))


def test_years_on_neither_side_do_not_count():
    result = compare_years(RESTLESS, 1, [True] + [False] * 5, [False] * 5 + [True])
    assert (result.count_a, result.count_b) == (80, 30)


@pytest.mark.parametrize(
    ("sides", "sentence"),
    [
        (([True] * 6, [True] * 6), "both sides"),
        (([True] * 5,), "one for each year"),
        (([2021, 2022, 2023, 2024, 2025, 2026],), "one for each year"),
    ],
)
def test_sides_that_cannot_be_are_refused(sides, sentence):
    with pytest.raises(ValueError, match=sentence):
        compare_years(RESTLESS, 1, *sides)


def test_something_that_happened_to_nobody_is_refused():
    with pytest.raises(ValueError, match="exposure is zero"):
        compare_years(RESTLESS, [0] * 6, LATER)


def test_a_municipality_is_taken_out_of_its_region():
    result = compare_with_rest([14, 3], [12_000, 9_000], 120, 100_000)
    plain = compare_counts([14, 3], [12_000, 9_000], [106, 117], [88_000, 91_000])
    np.testing.assert_allclose(parts(result), parts(plain), rtol=1e-12)


def test_a_region_of_one_municipality_has_no_rest():
    result = compare_with_rest([14, np.nan], [12_000, 5], [14, 20], [12_000, 900])
    assert np.isnan(result.ratio).all()
    assert np.isnan(result.p_value).all()
    assert np.isinf(result.upper).all()


def test_a_whole_smaller_than_its_part_is_refused():
    with pytest.raises(ValueError, match="at least as much"):
        compare_with_rest(14, 12_000, 13, 100_000)

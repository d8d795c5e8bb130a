"""Before and after: pooled years, scatter and the peak that a measure follows."""

import numpy as np

from integraal.statistics.evaluation import before_after
from integraal.statistics.rates import compare_counts

AFTER = np.array([False, False, False, True, True])


def test_it_is_the_comparison_of_the_pooled_years():
    found = before_after([20, 24, 22, 10, 12], AFTER, overdispersion=False)
    plain = compare_counts(22, 2, 66, 3)
    assert found.comparison.ratio == plain.ratio
    assert found.comparison.p_value == plain.p_value


def test_years_that_scatter_give_a_wider_margin():
    counts = [5, 60, 10, 8, 30]
    calm = before_after(counts, AFTER, overdispersion=False).comparison
    wild = before_after(counts, AFTER).comparison
    assert wild.dispersion > 1
    assert wild.lower < calm.lower < calm.upper < wild.upper


def test_a_measure_that_follows_a_peak_is_told():
    counts = np.array([[20, 24, 40, 20, 22], [40, 24, 20, 22, 20], [20, 24, np.nan, 20, 22]])
    assert list(before_after(counts, AFTER).begins_at_peak) == [True, False, False]
    assert not before_after([5, 6], np.array([False, True])).begins_at_peak


def test_zeros_and_missing_years_break_nothing():
    found = before_after([[0, 0, 0, 0, 0], [np.nan] * 5], AFTER).comparison
    assert np.isnan(found.ratio).all()
    assert list(found.years_a) == [2, 0]


def test_a_year_without_exposure_is_no_year():
    exposures = np.array([[1.0, 1, 0, 1, 1], [1, 1, 1, 1, 0], [2, 1, 1, 1, 1]])
    counts = [[20, 24, 0, 10, 12], [20, 24, 40, 20, 0], [60, 24, 40, 20, 10]]
    found = before_after(counts, AFTER, exposures=exposures)
    assert list(found.comparison.years_b) == [2, 3, 3]
    assert list(found.begins_at_peak) == [False, True, True]
    assert found.comparison.ratio[0] == compare_counts(22, 2, 44, 2).ratio

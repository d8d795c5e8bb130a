"""The margins of counts and rates are those of R, and of a second reckoning."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.statistics.rates import poisson_interval, rate_interval
from tests.reference_results.tables import columns
from tests.statistics import slow

COUNTS = st.integers(0, 5000)
LEVELS = st.sampled_from([0.5, 0.9, 0.95, 0.998])
METHODS = st.sampled_from(["exact", "midp"])


@pytest.mark.parametrize(
    ("method", "low", "high", "tolerance"),
    [("exact", "exact_lo", "exact_hi", 1e-8), ("midp", "midp_lo", "midp_hi", 1e-6)],
)
def test_rates_have_the_margins_of_the_reference(method, low, high, tolerance):
    table = columns("rates/poisson_ci.csv")
    for level in np.unique(table["conf"]):
        rows = table["conf"] == level
        result = rate_interval(table["count"][rows], table["pop"][rows], level=level, method=method)
        np.testing.assert_allclose(result.rate, table["rate1000"][rows], rtol=1e-8)
        np.testing.assert_allclose(result.low, table[low][rows], rtol=tolerance)
        np.testing.assert_allclose(result.high, table[high][rows], rtol=tolerance)


@pytest.mark.parametrize("method", ["exact", "midp"])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 40, 264])
def test_margins_equal_a_slow_sum_of_probabilities(method, count):
    expected = slow.poisson_limits(count, 0.95, half=method == "midp")
    np.testing.assert_allclose(poisson_interval(count, method=method), expected, rtol=1e-9)


@given(count=COUNTS, level=LEVELS, method=METHODS)
def test_the_count_lies_within_its_margins(count, level, method):
    low, high = poisson_interval(count, level=level, method=method)
    assert 0 <= low <= count < high


@given(count=COUNTS, level=LEVELS)
def test_mid_p_is_never_wider_than_exact(count, level):
    exact, mid_p = (poisson_interval(count, level=level, method=m) for m in ("exact", "midp"))
    assert exact.low <= mid_p.low
    assert mid_p.high <= exact.high


@given(count=COUNTS, method=METHODS)
def test_more_cases_never_lower_a_margin(count, method):
    low, high = poisson_interval([count, count + 1], method=method)
    assert low[0] <= low[1]
    assert high[0] <= high[1]


@pytest.mark.parametrize("mean", [0.5, 3.0, 12.0])
def test_exact_margins_cover_at_least_as_often_as_promised(mean):
    counts = np.arange(200)
    probabilities = [slow.poisson_probability(int(count), mean) for count in counts]
    low, high = poisson_interval(counts)
    assert np.sum(probabilities, where=(low <= mean) & (mean <= high)) >= 0.95


def test_a_table_of_counts_is_reckoned_at_once():
    result = rate_interval([[1, 2], [3, 4]], [1000, 2000])
    assert result.rate.tolist() == [[1.0, 1.0], [3.0, 2.0]]
    assert result.low.shape == result.high.shape == (2, 2)


def test_long_arrays_with_zeros_in_between_are_safe():
    """scipy 1.17.1 crashes when asked to skip elements of an array like this."""
    low, _ = poisson_interval(np.tile([0, 2, 4, 7, 10, 15, 25, 47, 88, 142, 531], 6))
    assert (low[::11] == 0).all()


def test_nobody_has_no_rate():
    assert np.isnan(rate_interval(3, 0)).all()


@pytest.mark.parametrize("count", [-1, np.nan, np.inf])
def test_a_count_that_cannot_be_is_refused(count):
    with pytest.raises(ValueError, match="zero or more"):
        poisson_interval(count)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_that_cannot_be_is_refused(level):
    with pytest.raises(ValueError, match="between 0 and 1"):
        poisson_interval(3, level=level)

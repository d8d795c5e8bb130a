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
    ("method", "lower", "upper", "tolerance"),
    [
        ("exact", "exact_lo", "exact_hi", 1e-8),
        ("midp", "midp_lo", "midp_hi", 1e-6),
        ("mid-p", "midp_lo", "midp_hi", 1e-6),
        ("byar", "byar_bd_lo", "byar_bd_hi", 1e-8),
    ],
)
def test_rates_have_the_margins_of_the_reference(method, lower, upper, tolerance):
    table = columns("rates/poisson_ci.csv")
    for confidence in np.unique(table["conf"]):
        rows = table["conf"] == confidence
        result = rate_interval(
            table["count"][rows], table["pop"][rows], confidence=confidence, method=method
        )
        np.testing.assert_allclose(result.rate, table["rate1000"][rows], rtol=1e-8)
        np.testing.assert_allclose(result.lower, table[lower][rows], rtol=tolerance)
        np.testing.assert_allclose(result.upper, table[upper][rows], rtol=tolerance)


@pytest.mark.parametrize("method", ["exact", "midp"])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 40, 264])
def test_margins_equal_a_slow_sum_of_probabilities(method, count):
    expected = slow.poisson_limits(count, 0.95, half=method == "midp")
    np.testing.assert_allclose(poisson_interval(count, method=method), expected, rtol=1e-9)


@given(count=COUNTS, confidence=LEVELS, method=METHODS)
def test_the_count_lies_within_its_margins(count, confidence, method):
    lower, upper = poisson_interval(count, confidence=confidence, method=method)
    assert 0 <= lower <= count < upper


@given(count=COUNTS, confidence=LEVELS)
def test_mid_p_is_never_wider_than_exact(count, confidence):
    exact, mid_p = (
        poisson_interval(count, confidence=confidence, method=m) for m in ("exact", "midp")
    )
    assert exact.lower <= mid_p.lower
    assert mid_p.upper <= exact.upper


@given(count=COUNTS, method=METHODS)
def test_more_cases_never_lower_a_margin(count, method):
    lower, upper = poisson_interval([count, count + 1], method=method)
    assert lower[0] <= lower[1]
    assert upper[0] <= upper[1]


@pytest.mark.parametrize("mean", [0.5, 3.0, 12.0])
def test_exact_margins_cover_at_least_as_often_as_promised(mean):
    counts = np.arange(200)
    probabilities = [slow.poisson_probability(int(count), mean) for count in counts]
    lower, upper = poisson_interval(counts)
    assert np.sum(probabilities, where=(lower <= mean) & (mean <= upper)) >= 0.95


def test_a_table_of_counts_is_reckoned_at_once():
    result = rate_interval([[1, 2], [3, 4]], [1000, 2000])
    assert result.rate.tolist() == [[1.0, 1.0], [3.0, 2.0]]
    assert result.lower.shape == result.upper.shape == (2, 2)


def test_long_arrays_with_zeros_in_between_are_safe():
    """scipy 1.17.1 crashes when asked to skip elements of an array like this."""
    lower, _ = poisson_interval(np.tile([0, 2, 4, 7, 10, 15, 25, 47, 88, 142, 531], 6))
    assert (lower[::11] == 0).all()


def test_nobody_has_no_rate():
    assert np.isnan(rate_interval(3, 0)).all()


@pytest.mark.parametrize("count", [-1, np.nan, np.inf])
def test_a_count_that_cannot_be_is_refused(count):
    with pytest.raises(ValueError, match="zero or more"):
        poisson_interval(count)


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_a_level_that_cannot_be_is_refused(confidence):
    with pytest.raises(ValueError, match="between 0 and 1"):
        poisson_interval(3, confidence=confidence)


@given(count=COUNTS, exposure=st.integers(1, 10**6), method=st.sampled_from(["midp", "byar"]))
def test_limits_of_a_rate_are_those_of_the_count_by_exposure(count, exposure, method):
    rate, events = (poisson_interval(count, e, method=method) for e in (exposure, 1))
    np.testing.assert_allclose(rate, np.array(events) / exposure, rtol=1e-12)


def test_an_exposure_of_zero_has_no_rate():
    limits = poisson_interval([3, 0], [0, 100])
    assert np.isnan(limits.lower[0])
    assert np.isnan(limits.upper[0])
    assert limits.lower[1] == 0


@pytest.mark.parametrize("method", ["exact", "midp", "byar"])
def test_a_rounded_count_carries_half_a_step_on_both_sides(method):
    result = poisson_interval([0, 385], rounded_to=5, method=method)
    least, most = poisson_interval([0, 382.5], method=method), poisson_interval(
        [2.5, 387.5], method=method
    )  # fmt: skip
    np.testing.assert_allclose(result.lower, least.lower, rtol=1e-12)
    np.testing.assert_allclose(result.upper, most.upper, rtol=1e-12)


@given(counts=st.lists(COUNTS, min_size=1, max_size=20), method=METHODS)
def test_a_long_array_gives_the_same_as_its_elements(counts, method):
    long = poisson_interval(np.tile(counts, 2500), method=method)
    np.testing.assert_array_equal(
        [each[: len(counts)] for each in long], poisson_interval(counts, method=method)
    )


@pytest.mark.parametrize("count", [10**6, 10**9, 10**12])
@pytest.mark.parametrize("method", ["exact", "midp", "byar"])
def test_huge_counts_have_the_margins_of_a_normal(count, method):
    lower, upper = poisson_interval(count, method=method)
    half_width = 1.959964 * np.sqrt(count)
    assert count - lower == pytest.approx(half_width, rel=5e-3)
    assert upper - count == pytest.approx(half_width, rel=5e-3)


def test_no_counts_have_no_margins():
    assert poisson_interval([]).lower.size == 0


@pytest.mark.parametrize("options", [{"method": "wald"}, {"rounded_to": 0.5}])
def test_an_option_that_cannot_be_is_refused(options):
    with pytest.raises(ValueError, match="must"):
        poisson_interval(3, **options)


def test_a_negative_exposure_is_refused():
    with pytest.raises(ValueError, match="zero or more"):
        poisson_interval(3, -1)

"""Two counts are compared as in R, and test and margins never contradict each other."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from integraal.statistics.rates import benjamini_hochberg, compare_counts
from tests.reference_results.tables import columns
from tests.statistics import slow

COUNTS = st.integers(0, 400)
EXPOSURES = st.integers(1, 20_000)
METHODS = st.sampled_from(["exact", "midp"])


@pytest.fixture
def table():
    return columns("rates/two_counts.csv")


def test_ratio_and_exact_margins_are_those_of_the_reference(table):
    result = compare_counts(table["x1"], table["n1"], table["x2"], table["n2"], method="exact")
    np.testing.assert_allclose(result.ratio, table["rate_ratio"], rtol=1e-8)
    np.testing.assert_allclose(result.lower, table["rr_lo"], rtol=1e-8)
    np.testing.assert_allclose(result.upper, table["rr_hi"], rtol=1e-8)
    np.testing.assert_allclose(result.p_value, table["p_exact_central"], rtol=1e-8)


def test_mid_p_values_are_those_of_the_reference(table):
    result = compare_counts(table["x1"], table["n1"], table["x2"], table["n2"])
    np.testing.assert_allclose(result.p_value, table["p_midp_central"], rtol=1e-8)


def test_zero_against_four_is_central():
    """Halving the one-sided probability of the most likely tail would give 0.031."""
    assert compare_counts(0, 1, 4, 1).p_value == pytest.approx(0.0625)


@given(
    first=st.integers(0, 30), time_1=st.integers(1, 50),
    second=st.integers(0, 30), time_2=st.integers(1, 50), method=METHODS,
)  # fmt: skip
def test_p_values_equal_a_slow_sum_of_fractions(first, time_1, second, time_2, method):
    expected = slow.central_p(first, time_1, second, time_2, half=method == "midp")
    result = compare_counts(first, time_1, second, time_2, method=method)
    assert result.p_value == pytest.approx(expected, rel=1e-9)


@given(first=COUNTS, time_1=EXPOSURES, second=COUNTS, time_2=EXPOSURES, method=METHODS)
def test_each_limit_is_the_ratio_that_the_test_just_refuses(first, time_1, second, time_2, method):
    result = compare_counts(first, time_1, second, time_2, method=method)
    for limit, seen in ((result.lower, first), (result.upper, second)):
        if seen:
            as_if = compare_counts(first, time_1 * limit, second, time_2, method=method)
            assert as_if.p_value == pytest.approx(0.05, rel=1e-6)


@given(first=COUNTS, time_1=EXPOSURES, second=COUNTS, time_2=EXPOSURES, method=METHODS)
def test_margins_leave_out_one_exactly_when_p_is_small(first, time_1, second, time_2, method):
    result = compare_counts(first, time_1, second, time_2, method=method)
    assume(abs(result.p_value - 0.05) > 1e-9)
    assert (result.p_value < 0.05) == (not result.lower <= 1 <= result.upper)


@given(first=COUNTS, time_1=EXPOSURES, second=COUNTS, time_2=EXPOSURES, method=METHODS)
def test_turning_the_comparison_round_turns_the_ratio_round(first, time_1, second, time_2, method):
    assume(first and second)
    one = compare_counts(first, time_1, second, time_2, method=method)
    other = compare_counts(second, time_2, first, time_1, method=method)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-9)
    assert one.lower == pytest.approx(1 / other.upper, rel=1e-9)
    assert one.ratio == pytest.approx(1 / other.ratio, rel=1e-9)


@given(first=COUNTS, time_1=EXPOSURES, second=COUNTS, time_2=EXPOSURES)
def test_the_ratio_lies_within_its_margins(first, time_1, second, time_2):
    assume(first or second)
    result = compare_counts(first, time_1, second, time_2)
    assert result.lower <= result.ratio <= result.upper


def test_two_zeros_say_nothing():
    ratio, lower, upper, p_value = compare_counts(0, 1, 0, 1)
    assert np.isnan(ratio)
    assert (lower, upper, p_value) == (0, np.inf, 1)


def test_a_village_against_the_country_keeps_its_precision():
    result = compare_counts(14, 12_000, 27_800, 17_900_000)
    assert result.p_value == pytest.approx(0.282383849598, rel=1e-8)


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [((1.5, 1, 2, 1), "whole"), ((1, 0, 2, 1), "above zero"), ((-1, 1, 2, 1), "zero or more")],
)
def test_what_cannot_be_compared_is_refused(counts, sentence):
    with pytest.raises(ValueError, match=sentence):
        compare_counts(*counts)


def test_a_family_is_adjusted_as_in_the_reference():
    table = columns("rates/p_adjust.csv")
    np.testing.assert_allclose(benjamini_hochberg(table["p"]), table["bh"], atol=1e-12, rtol=0)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_a_family_equals_the_slow_definition(p_values):
    np.testing.assert_allclose(benjamini_hochberg(p_values), slow.adjusted(p_values), rtol=1e-12)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30), st.integers(0, 30))
def test_what_was_not_tested_does_not_count(p_values, place):
    with_gap = [*p_values[:place], np.nan, *p_values[place:]]
    result = benjamini_hochberg(with_gap)
    np.testing.assert_array_equal(result[~np.isnan(result)], benjamini_hochberg(p_values))


def test_an_empty_family_is_no_problem():
    assert benjamini_hochberg([]).size == 0


@pytest.mark.parametrize("p_values", [[1.2], [-0.1], [[0.1]]])
def test_what_is_no_p_value_is_refused(p_values):
    with pytest.raises(ValueError, match="between 0 and 1"):
        benjamini_hochberg(p_values)

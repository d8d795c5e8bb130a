"""Two counts are compared as in R, and test and margins never contradict each other."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from integraal.statistics.rates import compare_counts
from tests.reference_results.tables import columns
from tests.statistics import slow
from tests.statistics.parts import parts

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
    ratio, lower, upper, p_value = parts(compare_counts(0, 1, 0, 1))
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


@pytest.mark.parametrize("options", [{"method": "wald"}, {"rounded_to": 0}, {"confidence": 1}])
def test_an_option_that_cannot_be_is_refused(options):
    with pytest.raises(ValueError, match="must"):
        compare_counts(1, 1, 2, 1, **options)


@given(first=COUNTS, time_1=EXPOSURES, second=COUNTS, time_2=EXPOSURES, scale=st.integers(1, 99))
def test_the_unit_of_the_exposures_does_not_matter(first, time_1, second, time_2, scale):
    one = compare_counts(first, time_1, second, time_2)
    other = compare_counts(first, time_1 * scale, second, time_2 * scale)
    np.testing.assert_allclose(parts(one), parts(other), rtol=1e-9)


def test_p_values_of_the_likely_and_of_the_estimated_kind_are_those_of_the_reference(table):
    """The columns that the product does not use: they show that the table is read rightly."""
    for x1, n1, x2, n2, minlik, etest in zip(
        *(table[key] for key in ("x1", "n1", "x2", "n2", "p_exact_minlik", "p_etest")), strict=True
    ):
        if x2 < 1000:
            assert slow.minlik_p(int(x1), n1, int(x2), n2) == pytest.approx(minlik, rel=1e-8)
            if not np.isnan(etest):
                assert slow.e_test_p(int(x1), n1, int(x2), n2) == pytest.approx(etest, rel=1e-6)


ROWS = st.lists(st.tuples(COUNTS, EXPOSURES, COUNTS, EXPOSURES), min_size=1, max_size=8)


@given(rows=ROWS, method=METHODS)
def test_a_long_array_gives_the_same_as_its_elements(rows, method):
    once = np.array(rows).T
    many = compare_counts(*np.tile(once, 400)[:, :3000], method=method)
    each = compare_counts(*once, method=method)
    for long, short in zip(parts(many), parts(each), strict=True):
        np.testing.assert_array_equal(long[: len(rows)], short[:3000])


def test_counts_of_areas_and_years_stay_in_place():
    """Exposures per area, counts per area and year: the shapes of a national table."""
    random = np.random.default_rng(4)
    first, second = random.poisson(2, (2, 300, 12))
    people = random.integers(1, 400, (300, 1))
    result = compare_counts(first, people, second, people + 1)
    assert result.p_value.shape == (300, 12)
    for row, column in ((0, 0), (7, 11), (299, 5)):
        alone = compare_counts(
            first[row, column], people[row, 0], second[row, column], people[row, 0] + 1
        )
        found = [each[row, column] for each in parts(result)]
        assert found == pytest.approx(list(parts(alone)), nan_ok=True)


def test_lists_scalars_and_nothing_are_all_taken():
    assert float(compare_counts(7, 12_000, 14, 11_950).p_value) == pytest.approx(0.131386523854)
    assert compare_counts([1, 2], [1, 1], 3, 1).ratio.tolist() == pytest.approx([1 / 3, 2 / 3])
    assert compare_counts([], [], [], []).p_value.size == 0


def test_two_rounded_counts_are_not_tested():
    ratio, lower, upper, p_value = parts(compare_counts(40, 1, 60, 1, rounded_to=5))
    assert np.isnan(p_value)
    assert ratio == pytest.approx(2 / 3)
    plain = compare_counts(40, 1, 60, 1)
    assert lower < plain.lower < plain.upper < upper


@given(first=COUNTS, second=COUNTS)
def test_one_rounded_count_takes_its_least_telling_value(first, second):
    rounded = 5 * round(first / 5)
    result = compare_counts(rounded, 1, second, 1, rounded_to=5, rounded_to_b=1)
    true = compare_counts(first, 1, second, 1)
    assert result.lower <= true.lower * (1 + 1e-12)
    assert result.upper >= true.upper * (1 - 1e-12)
    assert result.p_value >= true.p_value * (1 - 1e-9)
    assume(abs(result.p_value - 0.05) > 1e-9)
    assert (result.p_value < 0.05) == (not result.lower <= 1 <= result.upper)

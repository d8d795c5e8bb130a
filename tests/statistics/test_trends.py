"""Trends over years are those of R, of a second reckoning, and never too sure."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from integraal.statistics.rates import poisson_trend
from tests.reference_results.tables import columns
from tests.statistics import slow_trends

YEARS = np.arange(2015, 2025)
SERIES = st.lists(st.integers(0, 400), min_size=10, max_size=10)


def panel(name):
    """Years, counts and exposures of a reference file, one row per series."""
    table = columns(f"rates/{name}_input.csv", text=["id"])
    expected = columns(f"rates/{name}_expected.csv", text=["id"])
    size = (expected["id"].size, -1)
    year, count, pop = (table[key].reshape(size) for key in ("year", "count", "pop"))
    return year[0], count, pop, expected


@pytest.mark.parametrize("name", ["trend", "trend_gaps"])
def test_trends_are_those_of_the_reference(name):
    years, counts, people, expected = panel(name)
    result = poisson_trend(counts, years, people, dispersion="poisson")
    found = {
        "beta": result.slope,
        "se_pois": result.standard_error,
        "p_pois": result.p_value,
        "phi": result.pearson_dispersion,
        "kendall_tau": result.kendall_tau,
        "kendall_p": result.kendall_p_value,
    }
    if name == "trend":
        found["apc"] = result.annual_change
    for key, values in found.items():
        np.testing.assert_allclose(values, expected[key], rtol=1e-8, err_msg=key)


@pytest.mark.parametrize("name", ["trend", "trend_gaps"])
def test_profile_margins_are_those_of_the_reference(name):
    years, counts, people, expected = panel(name)
    result = poisson_trend(counts, years, people, dispersion="poisson", interval="profile")
    np.testing.assert_allclose(np.log(result.lower), expected["prof_lo"], atol=1e-4)
    np.testing.assert_allclose(np.log(result.upper), expected["prof_hi"], atol=1e-4)


@pytest.mark.parametrize("name", ["trend", "trend_gaps"])
def test_the_dispersion_of_the_reference_counts_only_above_one(name):
    years, counts, people, expected = panel(name)
    result = poisson_trend(counts, years, people)
    over = expected["phi"] > 1
    np.testing.assert_allclose(result.p_value[over], expected["p_quasi"][over], rtol=1e-8)
    np.testing.assert_allclose(result.standard_error[over], expected["se_quasi"][over], rtol=1e-8)
    np.testing.assert_array_equal(result.dispersion, np.maximum(result.pearson_dispersion, 1))
    np.testing.assert_allclose(result.standard_error[~over], expected["se_pois"][~over], rtol=1e-8)


@given(SERIES, st.lists(st.integers(5000, 20_000), min_size=10, max_size=10))
def test_a_trend_equals_a_slow_fit(counts, people):
    assume(sum(count > 0 for count in counts) >= 3)
    result = poisson_trend(counts, YEARS, people, dispersion="poisson")
    slope, error, chi_square = slow_trends.trend(counts, people, YEARS.tolist())
    assert result.slope == pytest.approx(slope, rel=1e-6, abs=1e-9)
    assert result.standard_error == pytest.approx(error, rel=1e-4)
    assert result.pearson_dispersion == pytest.approx(chi_square / 8, rel=1e-4, abs=1e-9)


@given(SERIES)
def test_all_series_at_once_give_the_same_as_each_alone(counts):
    many = poisson_trend([counts, counts[::-1], [3] * 10], YEARS)
    alone = poisson_trend(counts, YEARS)
    np.testing.assert_allclose(many.ratio[0], alone.ratio, rtol=1e-10)
    np.testing.assert_allclose(many.upper[0], alone.upper, rtol=1e-10)


@given(SERIES, st.sampled_from(["wald", "profile"]))
def test_time_the_other_way_turns_the_trend_round(counts, interval):
    one = poisson_trend(counts, YEARS, interval=interval)
    other = poisson_trend(counts[::-1], YEARS, interval=interval)
    with np.errstate(divide="ignore"):
        np.testing.assert_allclose(1 / other.ratio, one.ratio, rtol=1e-6)
        np.testing.assert_allclose(1 / other.lower, one.upper, rtol=1e-6)
    np.testing.assert_allclose(other.p_value, one.p_value, rtol=1e-6)


@given(SERIES, st.integers(2, 1000), st.integers(-300, 300))
def test_units_of_exposure_and_the_start_of_time_do_not_matter(counts, scale, moved):
    one = poisson_trend(counts, YEARS, 100)
    other = poisson_trend(counts, YEARS + moved, 100 * scale)
    np.testing.assert_allclose(other.ratio, one.ratio, rtol=1e-9)
    np.testing.assert_allclose(other.p_value, one.p_value, rtol=1e-7, atol=1e-300)


@given(SERIES, st.sampled_from(["wald", "profile"]))
def test_margins_leave_out_one_exactly_when_p_is_small(counts, interval):
    result = poisson_trend(counts, YEARS, interval=interval)
    assume(abs(result.p_value - 0.05) > 1e-6)
    assert (result.p_value < 0.05) == (not result.lower <= 1 <= result.upper)


@given(SERIES)
def test_a_missing_year_is_the_same_as_a_year_that_is_not_there(counts):
    gap = [*counts[:4], np.nan, *counts[5:]]
    one = poisson_trend(gap, YEARS)
    other = poisson_trend(counts[:4] + counts[5:], np.delete(YEARS, 4))
    for key in ("ratio", "lower", "upper", "p_value", "kendall_tau", "kendall_p_value"):
        np.testing.assert_allclose(getattr(one, key), getattr(other, key), rtol=1e-9)


@given(st.lists(st.integers(0, 30), min_size=3, max_size=7))
def test_kendall_equals_a_slow_count_of_all_orders(values):
    tau, p_value = slow_trends.kendall(values)
    result = poisson_trend(values, np.arange(len(values)))
    np.testing.assert_allclose(result.kendall_tau, tau, rtol=1e-12)
    if p_value is not None:
        assert result.kendall_p_value == pytest.approx(p_value, rel=1e-12)


def test_all_in_the_last_year_is_judged_exactly():
    """Five of five in the last of ten years: 1 / 10 to the fifth, half of it counted, twice."""
    for interval in ("wald", "profile"):
        result = poisson_trend([[0] * 9 + [5], [5] + [0] * 9], YEARS, interval=interval)
        np.testing.assert_allclose(result.p_value, 1e-5, rtol=1e-9)
        assert result.ratio.tolist() == [np.inf, 0]
        assert result.upper[0] == np.inf
        assert result.lower[1] == 0
        weights = result.lower[0] ** (YEARS - YEARS[-1]).astype(float)
        share = 1 / weights.sum()
        assert share**5 / 2 == pytest.approx(0.025, rel=1e-6)
        assert result.upper[1] == pytest.approx(1 / result.lower[0], rel=1e-9)


@pytest.mark.parametrize("interval", ["wald", "profile"])
def test_nothing_at_all_says_nothing(interval):
    counts = [[0] * 10, [np.nan] * 8 + [3, 4], [np.nan] * 10]
    result = poisson_trend(counts, YEARS, interval=interval)
    assert np.isnan(result.ratio).all()
    assert result.lower.tolist() == [0, 0, 0]
    assert np.isinf(result.upper).all()
    np.testing.assert_equal(result.p_value, [1, np.nan, np.nan])
    assert result.years.tolist() == [10, 2, 0]


@pytest.mark.parametrize(
    "counts",
    [
        [10**9] * 10,
        [0] * 8 + [1, 10**6],
        [0] * 4 + [1] + [0] * 5,
        [10**6, *[0] * 8, 1],
        [0, 1, *[0] * 7, 1],
    ],
)
@pytest.mark.parametrize("interval", ["wald", "profile"])
def test_extreme_series_end_in_numbers(counts, interval):
    result = poisson_trend(counts, YEARS, interval=interval)
    assert result.lower <= result.ratio <= result.upper
    assert np.isfinite([result.ratio, result.p_value, result.slope, result.dispersion]).all()


def test_a_series_on_which_reweighting_does_not_come_to_rest_is_fitted_all_the_same():
    counts = np.array([0, 0, 0, 23988565, 99254025, 0, 0, 0, 0, 0])
    people = [5.236, 329.816, 11.579, 829.207, 64.025, 1.624, 4323.069, 9.012, 273.901, 28.806]
    result = poisson_trend([counts, counts[::-1]], YEARS, [people, people[::-1]])
    assert np.isfinite([result.slope, result.standard_error]).all()
    assert result.slope[0] == pytest.approx(-result.slope[1], rel=1e-9)
    weights = people * np.exp(result.slope[0] * (YEARS - 2019))
    mean_year = np.sum(weights * (YEARS - 2019)) / weights.sum()
    assert mean_year == pytest.approx(np.sum(counts * (YEARS - 2019)) / counts.sum(), rel=1e-9)


def test_steady_trends_are_not_called_too_sure():
    """Without a trend at most five in a hundred are called one, in restless years too."""
    random = np.random.default_rng(20261128)
    restful = random.poisson(30, (4000, 10))
    restless = random.poisson(random.gamma(15, 2, (4000, 10)))
    assert np.mean(poisson_trend(restful, YEARS).p_value < 0.05) < 0.03
    assert 0.02 < np.mean(poisson_trend(restless, YEARS).p_value < 0.05) < 0.06
    assert np.mean(poisson_trend(restless, YEARS, dispersion="poisson").p_value < 0.05) > 0.15


def test_no_series_and_no_years_are_no_problem():
    assert poisson_trend(np.empty((0, 10)), YEARS).ratio.shape == (0,)
    assert poisson_trend(np.zeros((2, 1)), [2020]).ratio.shape == (2,)


@pytest.mark.parametrize(
    ("years", "options", "sentence"),
    [
        (YEARS[:9], {}, "one year for each"),
        (YEARS[::-1], {}, "rise"),
        (YEARS, {"interval": "bayes"}, "Choose"),
        (YEARS, {"dispersion": "binomial"}, "Choose"),
    ],
)
def test_what_has_no_trend_is_refused(years, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        poisson_trend([1] * 10, years, **options)

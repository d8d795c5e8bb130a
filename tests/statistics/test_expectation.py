"""The band in the course chart: what the five years before lead one to expect."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from integraal.statistics.expectation import expected_from_years

STEADY = {2015: 260, 2016: 265, 2017: 258, 2018: 262, 2019: 264}


def test_steady_years_give_the_band_of_chance_alone():
    result = expected_from_years(2020, STEADY)
    assert result.expected == pytest.approx(261.8)
    assert result.dispersion < 1
    root, half_width = np.sqrt(261.8), 1.959964 * np.sqrt(1.2) / 2
    assert result.lower == np.floor((root - half_width) ** 2)
    assert result.upper == np.ceil((root + half_width) ** 2)


def test_restless_years_give_a_wider_band():
    restless = {2015: 160, 2016: 365, 2017: 258, 2018: 362, 2019: 164}
    result, steady = expected_from_years(2020, restless), expected_from_years(2020, STEADY)
    assert result.dispersion > 1
    assert result.upper - result.lower > 3 * (steady.upper - steady.lower)


def test_excluded_years_are_replaced_by_earlier_ones():
    counts = dict.fromkeys(range(2012, 2025), 100)
    result = expected_from_years(2024, counts, excluded=(2020, 2021))
    assert result.years_used == (2017, 2018, 2019, 2022, 2023)


def test_the_year_itself_and_missing_years_are_not_used():
    counts = {**STEADY, 2017: None, 2020: 9999}
    assert expected_from_years(2020, counts).years_used == (2015, 2016, 2018, 2019)


def test_too_few_years_give_no_expectation():
    assert expected_from_years(2020, {2018: 3, 2019: 4}) is None
    assert expected_from_years(2040, STEADY) is None


def test_nothing_ever_happened_still_leaves_room_for_some():
    result = expected_from_years(2020, dict.fromkeys(range(2015, 2020), 0))
    assert result.holds(0)
    assert result.upper >= 1


@given(st.lists(st.integers(0, 2000), min_size=3, max_size=5))
def test_the_band_holds_the_expectation_and_is_never_below_zero(seen):
    counts = dict(zip(range(2020 - len(seen), 2020), seen, strict=True))
    result = expected_from_years(2020, counts)
    assert 0 <= result.lower <= result.expected <= result.upper


@pytest.mark.parametrize("mean", [5, 30, 264])
@pytest.mark.parametrize("dispersion", [1, 3])
def test_the_band_holds_new_years_as_often_as_promised(mean, dispersion):
    random = np.random.default_rng(20261123)
    means = mean if dispersion == 1 else random.gamma(mean / (dispersion - 1), dispersion - 1,
                                                      (1500, 6))  # fmt: skip
    held = [
        expected_from_years(2020, dict(zip(range(2015, 2020), row[:5], strict=True))).holds(row[5])
        for row in random.poisson(means, (1500, 6)).tolist()
    ]
    assert np.mean(held) >= 0.94


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="zero or more"):
        expected_from_years(2020, {**STEADY, 2019: -1})


@given(
    st.lists(st.integers(0, 2000), min_size=3, max_size=5),
    st.integers(0, 3000),
)
def test_what_lies_outside_the_band_is_improbable(seen, count):
    counts = dict(zip(range(2020 - len(seen), 2020), seen, strict=True))
    result = expected_from_years(2020, counts)
    probability = result.probability(count)
    assert 0 <= probability <= 1
    if not result.holds(count):
        assert probability < 0.05


def test_the_probability_is_that_of_the_wider_spread():
    steady = expected_from_years(2020, STEADY)
    away = 2 * (np.sqrt(300) - np.sqrt(261.8)) / np.sqrt(1.2)
    assert steady.probability(300) == pytest.approx(2 * stats.norm.sf(away))
    restless = expected_from_years(2020, {2015: 160, 2016: 365, 2017: 258, 2018: 362, 2019: 164})
    away = 2 * (np.sqrt(600) - np.sqrt(261.8)) / np.sqrt(1.2) / np.sqrt(restless.dispersion)
    assert restless.probability(600) == pytest.approx(2 * stats.t.sf(away, 4))


def test_by_chance_few_years_are_improbable():
    """Under the model at most five in a hundred new years have a probability below 0.05."""
    random = np.random.default_rng(20261128)
    rows = random.poisson(40, (1500, 6)).tolist()
    found = [
        expected_from_years(2020, dict(zip(range(2015, 2020), row[:5], strict=True))).probability(
            row[5]
        )
        for row in rows
    ]
    assert np.mean(np.array(found) < 0.05) < 0.06

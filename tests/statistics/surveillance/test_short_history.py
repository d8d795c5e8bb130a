"""EARS and the Bayesian bound are those of R, and behave on odd series."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from integraal.statistics.surveillance import bayes, ears
from tests.statistics.surveillance import reference

SERIES = reference.series()
EARS = reference.records("ears_expected.csv")
BAYES = reference.records("bayes_expected.csv")
COUNTS = st.lists(st.integers(0, 30), min_size=20, max_size=30)


def groups(rows, *names):
    return sorted({tuple(row[name] for name in names) for row in rows})


def those(rows, names, values):
    return [row for row in rows if all(row[n] == v for n, v in zip(names, values, strict=True))]


def column(rows, name):
    return np.array([reference.number(row[name]) for row in rows])


EARS_KEYS = ("series", "method", "baseline", "alpha", "minSigma")


@pytest.mark.parametrize("key", groups(EARS, *EARS_KEYS))
def test_ears_is_that_of_r(key):
    name, method, baseline, alpha, deviation = key
    rows = those(EARS, EARS_KEYS, key)
    places = column(rows, "t").astype(int) - 1
    found = ears(
        SERIES[name],
        method=method,
        baseline=int(baseline),
        alpha=float(alpha),
        minimum_deviation=float(deviation),
        as_in_r=True,
    )
    np.testing.assert_allclose(found.upper_bound[places], column(rows, "upperbound"), rtol=1e-9)
    alarms = np.nan_to_num(column(rows, "alarm"))
    np.testing.assert_array_equal(found.alarm[places], alarms)
    assert np.isnan(found.upper_bound[: places[0]]).all()


def test_c3_adds_what_the_two_points_before_exceeded():
    counts = np.array([4, 6, 5, 3, 7, 5, 5, 9, 10, 9, 11, 9])

    def baseline(point):
        window = counts[point - 9 : point - 2]
        return window.mean(), window.std(ddof=1)

    excess = 0.0
    for point in (9, 10):
        mean, deviation = baseline(point)
        excess += max(0.0, (counts[point] - mean) / deviation - 1)
    mean, deviation = baseline(11)
    bound = mean + deviation * (stats.norm.isf(0.025) - excess)
    found = ears(counts, method="C3", alpha=0.025)
    assert excess > 0
    assert found.upper_bound[11] == pytest.approx(bound, rel=1e-12)


@given(counts=COUNTS, method=st.sampled_from(["C1", "C2", "C3"]))
def test_more_cases_never_end_an_ears_alarm(counts, method):
    alarms = [ears([*counts, last], method=method).alarm[-1] for last in (0, 5, 20, 80)]
    assert alarms == sorted(alarms)


def test_ears_on_equal_counts_zeros_and_short_series():
    assert not ears(np.full(20, 3)).alarm.any()
    assert not ears(np.zeros((2, 20)), method="C3").alarm.any()
    assert np.isnan(ears([1, 2, 3]).upper_bound).all()
    assert ears(np.empty((0, 20))).alarm.shape == (0, 20)
    rise = ears([0] * 12 + [1], method="C2")
    assert rise.alarm[-1]


def test_a_missing_point_silences_the_points_that_lean_on_it():
    counts = np.full(20, 5.0)
    counts[10] = np.nan
    counts[19] = 50
    found = ears(counts)
    assert np.isnan(found.upper_bound[11:18]).all()
    assert found.alarm.tolist() == [False] * 19 + [True]


BAYES_KEYS = ("series", "b", "w", "actY", "alpha")


@pytest.mark.parametrize("key", groups(BAYES, *BAYES_KEYS))
def test_the_bayesian_bound_is_that_of_r(key):
    name, years, window, current, alpha = key
    rows = those(BAYES, BAYES_KEYS, key)
    found = bayes(
        SERIES[name],
        at=column(rows, "t").astype(int) - 1,
        years_back=int(years),
        half_window=int(window),
        current_year=current == "TRUE",
        alpha=float(alpha),
    )
    np.testing.assert_array_equal(found.upper_bound, column(rows, "upperbound"))
    np.testing.assert_array_equal(found.alarm, column(rows, "alarm"))


def test_the_bayesian_bound_is_a_sum_of_probabilities():
    reference_counts = [3, 0, 2, 5, 1, 2]
    bound = float(bayes([*reference_counts, 9], at=6, alpha=0.01).upper_bound)
    size, share = sum(reference_counts) + 0.5, 6 / 7

    def probability(count):
        log = math.lgamma(count + size) - math.lgamma(size) - math.lgamma(count + 1)
        return math.exp(log + size * math.log(share) + count * math.log(1 - share))

    held = [math.fsum(probability(each) for each in range(top + 1)) for top in range(40)]
    assert bound == next(top for top, total in enumerate(held) if total >= 0.99)


def test_the_bayesian_bound_leaves_missing_counts_out():
    holed = bayes([4, 5, np.nan, 4, 5, np.nan, 20], at=6)
    shorter = bayes([4, 5, 4, 5, 20], at=4, half_window=4)
    assert holed.upper_bound == shorter.upper_bound
    assert holed.alarm
    assert np.isnan(bayes([np.nan] * 6 + [3], at=6).upper_bound)
    assert np.isnan(bayes([1, 2, 3], at=2).upper_bound)


@pytest.mark.parametrize(
    "wrong",
    [{"method": "C4"}, {"baseline": 1}, {"alpha": 0}, {"minimum_deviation": -1}],
)
def test_ears_refuses_what_cannot_be(wrong):
    with pytest.raises(ValueError, match="C1, C2 or C3"):
        ears(np.ones(20), **wrong)


@pytest.mark.parametrize(
    "wrong", [{"years_back": -1}, {"alpha": 1}, {"half_window": 0}, {"frequency": 0}]
)
def test_bayes_refuses_what_cannot_be(wrong):
    with pytest.raises(ValueError, match=r"zero or more|no earlier point"):
        bayes(np.ones(20), at=19, **wrong)

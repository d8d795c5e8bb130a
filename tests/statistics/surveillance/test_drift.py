"""CUSUM and the likelihood ratio are those of R and of their definitions."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate

from integraal.statistics.surveillance import cusum, poisson_likelihood_ratio
from integraal.statistics.surveillance.drift import TRANSFORMS
from tests.statistics.surveillance import reference

CUSUM = reference.records("cusum_expected.csv")
RATIOS = reference.records("glrpois_expected.csv")
COUNTS = st.lists(st.integers(0, 40), min_size=1, max_size=25)


def column(rows, name):
    return np.array([reference.number(row[name]) for row in rows])


@pytest.mark.parametrize("transform", TRANSFORMS)
def test_sums_and_alarms_are_those_of_r(transform):
    rows = [row for row in CUSUM if row["trans"] == transform]
    # What the file calls a size was used by R as the overdispersion.
    spread = np.nan_to_num(column(rows, "nb_size"))[0]
    found = cusum(column(rows, "observed"), 2.4, transform=transform, overdispersion=spread)
    np.testing.assert_allclose(found.cusum, column(rows, "cusum"), rtol=1e-8, atol=1e-8)
    np.testing.assert_array_equal(found.alarm, column(rows, "alarm"))
    bounds = column(rows, "upperbound")
    if transform == "standard":
        np.testing.assert_array_equal(np.ceil(found.upper_bound), bounds)
    elif transform in ("rossi", "anscombe", "pearsonNegBin"):  # elsewhere R's contradicts its sum
        np.testing.assert_allclose(found.upper_bound, bounds, rtol=1e-8)


@given(counts=COUNTS, transform=st.sampled_from(TRANSFORMS), reset=st.booleans())
def test_a_count_at_its_bound_raises_the_alarm_and_one_below_does_not(counts, transform, reset):
    spread = 0.3 if transform.endswith("NegBin") else 0.0
    settings = {"transform": transform, "overdispersion": spread, "reset": reset}
    found = cusum(counts, 4.0, **settings)
    bound = found.upper_bound[-1]
    for last, alarm in ((bound + 1e-6, True), (bound - 1e-6, False)):
        if last >= 0:
            assert cusum([*counts[:-1], last], 4.0, **settings).alarm[-1] == alarm


def test_a_sum_starts_again_when_asked():
    going, again = cusum([9, 9, 6], 4.0), cusum([9, 9, 6], 4.0, reset=True)
    assert going.alarm.tolist() == [False, True, True]
    assert again.alarm.tolist() == [False, True, False]


def test_series_have_expectations_of_their_own():
    counts = np.array([[3, 9, 9], [30, 34, 36]])
    both = cusum(counts, [[4.0], [30.0]])
    for row, mean in enumerate((4.0, 30.0)):
        np.testing.assert_allclose(both.cusum[row], cusum(counts[row], mean).cusum)


def test_a_missing_month_leaves_the_sum_as_it_was():
    found = cusum([9, np.nan, 9], 4.0)
    assert found.cusum[1] == found.cusum[0]
    assert not found.alarm[1]


@pytest.mark.parametrize("name", sorted({row["series"] for row in RATIOS}))
def test_likelihood_ratios_are_those_of_r(name):
    rows = [row for row in RATIOS if row["series"] == name]
    found = poisson_likelihood_ratio(column(rows, "observed"), column(rows, "mu0"))
    np.testing.assert_allclose(found.statistic, column(rows, "glr"), rtol=1e-6, atol=1e-9)
    np.testing.assert_array_equal(found.alarm, column(rows, "alarm"))


@given(counts=COUNTS)
def test_the_ratio_is_the_best_of_all_starts(counts):
    found = poisson_likelihood_ratio(counts, 5.0, reset=False)
    best, began = 0.0, -1
    for start in range(len(counts)):
        cases, wanted = sum(counts[start:]), 5.0 * (len(counts) - start)
        gain = cases * math.log(cases / wanted) - cases + wanted if cases > wanted else 0.0
        if gain > best + 1e-12:
            best, began = gain, start
    assert found.statistic[-1] == pytest.approx(best, abs=1e-9)
    if best > 0:
        assert found.began[-1] == began


def test_zeros_empty_tables_and_huge_counts():
    assert poisson_likelihood_ratio(np.zeros((2, 6)), 1.0).statistic.tolist() == [[0.0] * 6] * 2
    assert cusum(np.zeros((2, 6)), 1.0).cusum.sum() == 0
    assert cusum(np.empty((0, 6)), 1.0).alarm.shape == (0, 6)
    assert poisson_likelihood_ratio(np.empty((2, 0)), 1.0).alarm.shape == (2, 0)
    assert cusum([1e9], 1e6).alarm.all()
    assert poisson_likelihood_ratio([1e9], 1e6).alarm.all()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"expected": 0.0}, "above zero"),
        ({"expected": -1.0}, "zero or more"),
        ({"transform": "log"}, "transform must be known"),
        ({"slack": -1}, "transform must be known"),
        ({"limit": 0}, "transform must be known"),
        ({"overdispersion": 1.0}, "belongs with"),
        ({"transform": "pearsonNegBin"}, "belongs with"),
    ],
)
def test_cusum_refuses_what_cannot_be(wrong, message):
    given_ = {"expected": 2.0, **wrong}
    with pytest.raises(ValueError, match=message):
        cusum([1, 2], given_.pop("expected"), **given_)


def test_the_ratio_refuses_what_cannot_be():
    with pytest.raises(ValueError, match="above zero"):
        poisson_likelihood_ratio([1, 2], 1.0, limit=0)


@pytest.mark.parametrize("spread", [0.1, 0.5, 3.5])
def test_the_negative_binomial_scale_is_an_integral(spread):
    counts, mean = [3.0, 14.0, 25.0], 4.0
    found = cusum(
        counts, mean, slack=0.0, limit=99, transform="anscombeNegBin", overdispersion=spread
    )
    running = 0.0
    for count, ours in zip(counts, found.cusum, strict=True):
        area, _ = integrate.quad(lambda t: (t + spread * t**2) ** (-1 / 3), mean, count)
        running = max(0.0, running + area / (mean + spread * mean**2) ** (1 / 6))
        assert ours == pytest.approx(running, rel=1e-8)

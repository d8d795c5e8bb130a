"""Standardised rates are those of R, and of the definitions."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.statistics.rates import (
    direct_rate,
    indirect_rate,
    poisson_interval,
    standardised_ratio,
)
from tests.reference_results.tables import HERE, columns
from tests.statistics import slow_trends

STRATA = st.lists(
    st.tuples(st.integers(0, 200), st.integers(1, 30_000), st.integers(1, 1000)),
    min_size=1, max_size=7,
)  # fmt: skip


@pytest.fixture
def given_strata():
    return json.loads((HERE / "rates/standardisation.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", ["fleiss", "small"])
def test_direct_rates_are_those_of_the_reference(given_strata, case):
    strata = given_strata["direct_inputs"][case]
    result = direct_rate(strata["count"], strata["pop"], strata["stdpop"])
    table = columns("rates/direct_std.csv", text=["case"])
    row = table["case"] == case
    found = [result.crude_rate, result.rate, result.lower, result.upper]
    expected = [table[key][row][0] for key in ("crude.rate", "adj.rate", "lci", "uci")]
    np.testing.assert_allclose(found, expected, rtol=1e-10)


def test_indirect_rates_are_those_of_the_reference(given_strata):
    strata = given_strata["indirect_inputs"]
    result = indirect_rate(
        strata["count"], strata["pop"], strata["stdcount"], strata["stdpop"], method="log"
    )
    ratio, rate = given_strata["indirect"]["sir"], given_strata["indirect"]["rate"]
    np.testing.assert_allclose(result.ratio.observed, ratio["observed"])
    found = [result.ratio.expected, result.ratio.ratio, result.ratio.lower, result.ratio.upper]
    np.testing.assert_allclose(
        found, [ratio[key] for key in ("exp", "sir", "lci", "uci")], rtol=1e-10
    )
    found = [result.crude_rate, result.rate, result.lower, result.upper]
    expected = [rate[key] for key in ("crude.rate", "adj.rate", "lci", "uci")]
    np.testing.assert_allclose(found, expected, rtol=1e-10)


def test_ratios_are_those_of_the_reference():
    table = columns("rates/smr_exact.csv")
    result = standardised_ratio(table["observed"], table["expected"])
    for found, key in ((result.ratio, "smr"), (result.lower, "lo"), (result.upper, "hi")):
        np.testing.assert_allclose(found, table[key], rtol=1e-8)
    np.testing.assert_allclose(result.p_value, table["p_central"], rtol=1e-8)
    mid = standardised_ratio(table["observed"], table["expected"], method="midp").p_value
    upper = table["p_midp_upper"]
    np.testing.assert_allclose(mid, 2 * np.minimum(upper, 1 - upper), rtol=1e-8)
    for observed, expected, p in zip(
        table["observed"], table["expected"], table["p_minlik"], strict=True
    ):
        assert slow_trends.minlik_poisson_p(int(observed), expected) == pytest.approx(p, rel=1e-8)


@given(observed=st.integers(0, 500), expected=st.floats(0.01, 500))
@pytest.mark.parametrize("method", ["exact", "midp"])
def test_margins_of_a_ratio_leave_out_one_exactly_when_p_is_small(observed, expected, method):
    result = standardised_ratio(observed, expected, method=method)
    if abs(result.p_value - 0.05) > 1e-9:
        assert (result.p_value < 0.05) == (not result.lower <= 1 <= result.upper)


@given(STRATA)
def test_equal_strata_need_no_standardisation(strata):
    """When the area has the make-up of the standard, the rate is the crude one."""
    counts, people, _ = (np.array(each, dtype=float) for each in zip(*strata, strict=True))
    result = direct_rate(counts, people, people * 3)
    assert result.rate == pytest.approx(counts.sum() / people.sum(), rel=1e-12)
    exact = poisson_interval(counts.sum(), people.sum())
    assert result.lower == pytest.approx(exact.lower, rel=1e-9)
    assert result.upper == pytest.approx(exact.upper, rel=1e-9)


@given(STRATA)
def test_a_direct_rate_is_the_weighted_mean_of_rates(strata):
    result = direct_rate(*zip(*strata, strict=True))
    size = sum(weight for _, _, weight in strata)
    mean = math.fsum(count / people * weight / size for count, people, weight in strata)
    assert result.rate == pytest.approx(mean, rel=1e-12)
    assert result.lower <= result.rate * (1 + 1e-12) <= result.upper * (1 + 1e-11)


def test_areas_are_standardised_at_once():
    result = direct_rate([[0, 0], [3, 4]], [[10, 20], [100, 50]], [1, 1])
    assert result.rate.tolist() == [0, pytest.approx(0.055)]
    assert result.lower[0] == 0
    assert result.upper[0] == pytest.approx(-math.log(0.025) * 0.05)


def test_an_empty_stratum_gives_no_rate_unless_the_standard_lacks_it():
    missing = direct_rate([[3, 0]], [[100, 0]], [1, 1])
    assert np.isnan([missing.rate, missing.lower, missing.upper]).all()
    assert direct_rate([3, 0], [100, 0], [1, 0]).rate == pytest.approx(0.03)


def test_nothing_expected_gives_no_ratio():
    for method in ("exact", "midp", "log"):
        result = standardised_ratio([0, 3], [0, 0], method=method)
        assert np.isnan([result.ratio, result.lower, result.upper, result.p_value]).all()
    assert np.isnan(standardised_ratio(0, 3, method="log").upper)
    assert standardised_ratio(0, 3).lower == 0


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: direct_rate([1], [2], [0]), "empty"),
        (lambda: standardised_ratio(1, 2, method="wald"), "must be"),
        (lambda: indirect_rate([1, 1], [5, 5], [1, 0], [9, 0]), "no rate"),
        (lambda: indirect_rate([0], [0], [0], [0]), "empty"),
        (lambda: direct_rate([-1], [2], [1]), "zero or more"),
    ],
)
def test_what_cannot_be_standardised_is_refused(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()

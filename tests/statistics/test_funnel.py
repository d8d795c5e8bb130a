"""The funnel is that of the reference; like is held against like; too little says so."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.statistics.funnel import (
    compare_areas,
    funnel_limits,
    funnel_probability,
    poisson_limit,
)
from tests.reference_results.tables import HERE, columns
from tests.statistics import slow, slow_areas

AREAS = st.lists(
    st.tuples(st.integers(0, 400), st.integers(1, 40_000)), min_size=10, max_size=25
).filter(lambda rows: any(count for count, _ in rows))


@pytest.fixture
def table():
    return columns("rates/funnel.csv")


def test_target_dispersion_and_distances_are_those_of_the_reference(table):
    facts = json.loads((HERE / "rates/funnel.json").read_text(encoding="utf-8"))
    result = compare_areas(table["count"], table["pop"])
    np.testing.assert_allclose(result.target_rate, facts["target_rate"], rtol=1e-8)
    np.testing.assert_allclose(result.dispersion, facts["phi_naive"], rtol=1e-8)
    np.testing.assert_allclose(result.tau2, facts["tau2"], rtol=1e-8)
    np.testing.assert_allclose(result.limits.expected, table["expected"], rtol=1e-8)
    np.testing.assert_allclose(result.ratio, table["ratio"], rtol=1e-8)
    np.testing.assert_allclose(result.z, table["z_naive"], rtol=1e-8)
    np.testing.assert_allclose(result.z_adjusted, table["z_adj_tau"], rtol=1e-8)


def test_limits_are_those_of_the_reference(table):
    exact = funnel_limits(table["expected"])
    for found, key in (
        (exact.lower_95, "lo95"), (exact.upper_95, "hi95"),
        (exact.lower_998, "lo998"), (exact.upper_998, "hi998"),
    ):  # fmt: skip
        np.testing.assert_allclose(found, table[key], rtol=1e-8)
    widened = compare_areas(table["count"], table["pop"]).limits
    np.testing.assert_allclose(widened.lower_998, table["lo998_tau"], rtol=1e-8)
    np.testing.assert_allclose(widened.upper_998, table["hi998_tau"], rtol=1e-8)


def test_the_grid_of_limits_is_that_of_the_reference():
    grid = columns("rates/funnel_limits_grid.csv")
    for p in np.unique(grid["p"]):
        rows = grid["p"] == p
        found = poisson_limit(grid["expected"][rows], float(p))
        np.testing.assert_allclose(found, grid["limit_ratio"][rows], rtol=1e-8, atol=1e-12)


@given(
    st.floats(0.01, 300).flatmap(lambda e: st.tuples(st.just(e), st.floats(0.0005, 0.9995)))
)  # fmt: skip
def test_a_limit_equals_counting_up_from_zero(given_pair):
    expected, probability = given_pair
    slow = slow_areas.funnel_limit(expected, probability)
    assert poisson_limit(expected, probability) == pytest.approx(slow, rel=1e-7, abs=1e-9)


@given(AREAS, st.sampled_from([0.0, 0.1, 0.2]))
def test_the_usual_differences_equal_a_slow_reckoning(rows, share):
    counts, people = zip(*rows, strict=True)
    result = compare_areas(counts, people, winsorised=share)
    phi, tau2 = slow_areas.funnel_variance(counts, people, share)
    assert result.dispersion[0] == pytest.approx(phi, rel=1e-9)
    assert result.tau2[0] == pytest.approx(tau2, rel=1e-6, abs=1e-9)


@given(AREAS, st.randoms(use_true_random=False), st.integers(2, 100))
def test_neither_order_nor_unit_of_exposure_matters(rows, random, scale):
    counts, people = (np.array(each) for each in zip(*rows, strict=True))
    order = list(range(len(rows)))
    random.shuffle(order)
    one = compare_areas(counts, people)
    other = compare_areas(counts[order], people[order] * scale)
    np.testing.assert_allclose(other.z_adjusted, one.z_adjusted[order], rtol=1e-7, atol=1e-9)
    far = np.abs(np.abs(one.ratio - 1)) > 1e-9
    np.testing.assert_array_equal(
        other.zone[far[order]], one.zone[order][far[order]]
    )  # fmt: skip


@given(AREAS, AREAS)
def test_a_kind_is_not_touched_by_areas_of_another(one_kind, other_kind):
    rows = one_kind + other_kind
    counts, people = zip(*rows, strict=True)
    groups = ["small"] * len(one_kind) + ["large"] * len(other_kind)
    both = compare_areas(counts, people, groups=groups)
    alone = compare_areas(*zip(*one_kind, strict=True))
    assert both.labels == ("small", "large")
    np.testing.assert_allclose(both.z_adjusted[: len(one_kind)], alone.z_adjusted, rtol=1e-9)
    np.testing.assert_allclose(both.tau2[0], alone.tau2[0], rtol=1e-9)


@given(st.floats(0.05, 1e6), st.floats(0, 1))
def test_limits_are_nested_and_never_inside_chance(expected, tau2):
    exact, wider = funnel_limits(expected), funnel_limits(expected, tau2=tau2)
    assert 0 <= wider.lower_998 <= wider.lower_95 <= exact.lower_95
    assert exact.upper_95 <= wider.upper_95 <= wider.upper_998
    assert exact.upper_998 <= wider.upper_998


def test_zones_tell_where_an_area_lies():
    counts = [20] * 12 + [200, 33, 8, 1, 2]
    people = [1000] * 12 + [1000, 1000, 1000, 1000, 100]
    result = compare_areas(counts, people, winsorised=0.2)
    assert result.tau2[0] < 0.2
    assert result.zone[12] == "higher"
    assert result.zone[-1] == "few"
    assert (result.zone[:12] == "within").all()
    assert result.overdispersion_known.all()


def test_with_few_areas_nothing_is_more_than_maybe():
    result = compare_areas([20, 20, 20, 20, 90, 1], [1000] * 6)
    assert result.zone.tolist() == ["within"] * 4 + ["maybe_higher", "maybe_lower"]
    assert np.isnan(result.tau2).all()
    assert not result.overdispersion_known.any()
    assert result.areas.tolist() == [6]


def test_one_area_is_its_own_yardstick():
    result = compare_areas([30], [1000])
    assert result.zone.tolist() == ["within"]
    assert result.ratio.tolist() == [1]


def test_missing_empty_and_silent_areas_get_no_verdict():
    counts = [[np.nan, 0, 0, 40, 30], [0] * 5]
    result = compare_areas(counts, [1000, 0, 10, 1000, 1000], groups="aabbb")
    assert result.zone[0].tolist() == ["unknown", "unknown", "few", "within", "within"]
    assert result.zone[1].tolist() == ["few", "unknown", "few", "few", "few"]
    assert np.isnan(result.ratio[1]).all()
    assert result.areas[0].tolist() == [0, 3]
    assert result.limits.lower_95[1, 0] == 0
    assert np.isinf(result.limits.upper_998[1, 0])


def test_many_series_give_the_same_as_one():
    random = np.random.default_rng(3)
    people = random.integers(1000, 40_000, 30)
    counts = random.poisson(people * 0.004, (5, 30)).astype(float)
    counts[2, 7] = np.nan
    result = compare_areas(counts, people, groups=["s", "l"] * 15)
    alone = compare_areas(counts[2], people, groups=["s", "l"] * 15)
    np.testing.assert_array_equal(result.zone[2], alone.zone)
    np.testing.assert_allclose(result.tau2[2], alone.tau2)


@pytest.mark.parametrize("expected", [1e-12, 1e8, 9.99e8, 1e9, 1e12, 1e15])
def test_limits_of_huge_and_tiny_expectations_are_numbers(expected):
    limits = funnel_limits(expected)
    assert 0 <= limits.lower_998 <= limits.lower_95 <= limits.upper_95 <= limits.upper_998
    if expected > 1:
        assert (limits.upper_95 - 1) * np.sqrt(expected) == pytest.approx(1.96, rel=1e-3)


def test_no_areas_are_no_problem():
    assert compare_areas([], []).zone.size == 0


def test_by_chance_alone_few_areas_leave_the_funnel():
    random = np.random.default_rng(20261128)
    people = random.integers(500, 40_000, 400)
    counts = random.poisson(people * 0.005, (50, 400))
    zones = compare_areas(counts, people, fewest_events=0).zone
    assert 0.02 < np.mean(zones != "within") < 0.06
    assert np.mean((zones == "higher") | (zones == "lower")) < 0.004


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: compare_areas([1, 2], [1, 1], groups=["a"]), "one group for each"),
        (lambda: compare_areas([1, 2], [1, 1], winsorised=0.5), "less than half"),
        (lambda: compare_areas([1, 2], [1, 0]), "exposure is zero"),
        (lambda: compare_areas(1, 1), "row of areas"),
        (lambda: poisson_limit(1, 1.0), "between 0 and 1"),
        (lambda: funnel_limits(-1), "zero or more"),
    ],
)
def test_what_has_no_funnel_is_refused(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()


@given(st.integers(0, 400), st.floats(0.5, 300), st.floats(0, 0.3))
def test_the_probability_of_a_place_equals_the_slow_sum(count, expected, tau2):
    below = math.fsum(slow.poisson_probability(each, expected) for each in range(count + 1))
    above = 1 - below + slow.poisson_probability(count, expected)
    by_chance = min(2 * min(below, above), 1)
    distance = abs(count / expected - 1) / math.sqrt(1 / expected + tau2)
    usual = math.erfc(distance / math.sqrt(2))
    found = float(funnel_probability(count, expected, tau2=tau2))
    assert found == pytest.approx(max(by_chance, usual) if tau2 else by_chance, abs=1e-9)


@given(st.floats(5, 3000), st.integers(0, 6000), st.floats(0, 0.2))
def test_what_is_improbable_lies_outside_the_funnel(expected, count, tau2):
    if funnel_probability(count, expected, tau2=tau2) < 0.05:
        limits = funnel_limits(expected, tau2=tau2)
        assert not limits.lower_95 <= count / expected <= limits.upper_95


def test_nothing_expected_has_no_probability():
    with pytest.raises(ValueError, match="above zero"):
        funnel_probability(3, 0)

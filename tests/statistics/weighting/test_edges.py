"""Polls at the edge: everybody agrees, narrow bounds, a known answer, groups without answers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from integraal.statistics.weighting import (
    calibrate,
    compare_groups,
    estimate_mean,
    estimate_share,
    kish,
    rake,
    representativeness,
)
from tests.statistics.weighting import poll, slow_weighting

KINDS = ["logit", "beta", "mean", "likelihood", "wilson"]


@given(
    weights=st.lists(st.floats(0.01, 100), min_size=2, max_size=40),
    lowest=st.floats(0, 0.95),
    room=st.floats(0.05, 3),
)
def test_trimming_keeps_the_number_of_people_and_the_bounds(weights, lowest, room):
    places = {"place": list(range(len(weights)))}
    bounds = (lowest, 1 + room)
    found = rake(places, {"place": dict(enumerate(weights))}, bounds=bounds).values
    mean = np.mean(weights)
    assert found.sum() == pytest.approx(sum(weights), rel=1e-9)
    assert found.min() >= bounds[0] * mean * (1 - 1e-9)
    assert found.max() <= bounds[1] * mean * (1 + 1e-9)


def test_trimming_is_that_of_r_where_cutting_lifts_others_over_a_bound():
    """`trimWeights(..., strict = TRUE)` of R's survey 4.1.1, as parts of the mean."""
    weights = [0.05, 0.1, 0.31, 0.32, 0.6, 2.9, 2.95, 2.98, 1, 6.5, 8]
    places = {"place": list(range(len(weights)))}
    found = rake(places, {"place": dict(enumerate(weights))}, bounds=(0.3, 3)).values
    wanted = [0.3] * 5 + [1.14340723, 1.16479969, 1.17763516, 0.330493971, 2.68366394, 3]
    np.testing.assert_allclose(found / np.mean(weights), wanted, rtol=1e-7)


@pytest.mark.parametrize("bounds", [(0.5, 6), (0.65, 20), (0.679, 6), (0, 1000)])
def test_narrow_bounds_that_leave_weights_give_them(bounds):
    """By linear programming a lowest factor up to 0.6798 can be had of this poll."""
    categories, margins = poll.categories(), poll.margins()
    found = calibrate(categories, margins, distance="logit", bounds=bounds)
    assert found.largest_gap < 1e-9
    relative = found.values / found.values.mean()
    assert bounds[0] <= relative.min() <= relative.max() <= bounds[1]


def test_no_weights_are_made_where_there_are_none():
    with pytest.raises(ValueError, match="within these bounds"):
        calibrate(poll.categories(), poll.margins(), distance="logit", bounds=(0.69, 20))
    with pytest.raises(ValueError, match="linear or logit"):
        calibrate({"a": ["x"]}, {"a": {"x": 1}}, distance="raking")


@pytest.mark.parametrize("people", [0.001, 1e9])
@pytest.mark.parametrize("part", [0.3, 0.7, 0.95, 0.999999])
def test_margins_that_no_weights_meet_end_soon_and_plainly(part, people):
    """Nobody answered as a woman of age a, so there cannot be more of age a than men."""
    categories = {"sex": list("mmmv"), "age": list("aabb")}
    sexes = {"m": people * part * 0.9, "v": people * (1 - part * 0.9)}
    ages = {"a": people * part, "b": people * (1 - part)}
    with pytest.raises(ValueError, match="some combinations have no answers"):
        rake(categories, {"sex": sexes, "age": ages})


def test_totals_apart_by_rounding_and_no_tolerance_still_end():
    categories = {"sex": list("mvmvmv"), "age": list("aabbab")}
    margins = {"sex": {"m": 5_000, "v": 5_000.001}, "age": {"a": 6_000, "b": 4_000}}
    found = rake(categories, margins, tolerance=0)
    assert found.values.sum() == pytest.approx(10_000.001)
    assert found.largest_gap < 1e-14 or found.iterations < 100


@given(st.lists(st.floats(0.05, 20), min_size=5, max_size=60), st.sampled_from(KINDS))
def test_everybody_agreeing_is_no_certainty_whatever_the_weights(weights, kind):
    size = len(weights)
    yes = estimate_share(np.ones(size), weights, interval=kind)
    no = estimate_share(np.zeros(size), weights, interval=kind)
    assert (yes.value, no.value, no.lower) == (1, 0, 0)
    assert yes.lower < 1 - 0.5 / size
    assert no.upper == pytest.approx(1 - yes.lower, abs=1e-9)


def test_what_follows_from_the_margins_is_known():
    sex = np.array(list("mvvmmvvvmv") * 5)
    categories, margins = {"sex": sex}, {"sex": {"m": 480, "v": 520}}
    weights = rake(categories, margins)
    for kind in ("logit", "beta", "mean", "likelihood"):
        found = estimate_share(sex == "m", weights, calibrated_on=categories, interval=kind)
        assert found.lower <= found.value <= found.upper
        assert found.upper - found.lower < 1e-12
    assert estimate_share(sex == "m", weights).upper > 0.55


def test_many_questions_at_once_are_each_as_alone():
    rng = np.random.default_rng(8)
    asked = rng.integers(0, 2, size=(2, 3, 50)).astype(float)
    asked[rng.random(asked.shape) < 0.2] = np.nan
    asked[0, 0], asked[1, 1], asked[1, 2] = np.nan, 1, np.where(np.arange(50) == 3, 1, np.nan)
    weights = rng.uniform(0.5, 3, 50)
    for kind in KINDS:
        found = estimate_share(asked, weights, interval=kind)
        assert found.value.shape == (2, 3)
        for place in np.ndindex(2, 3):
            alone = estimate_share(asked[place], weights, interval=kind)
            np.testing.assert_allclose(
                [found.value[place], found.lower[place], found.upper[place], found.n[place]],
                [alone.value, alone.lower, alone.upper, alone.n],
            )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [1e-200, 1e200])
def test_the_unit_of_the_weights_does_not_matter(kind, size):
    answers, weights = [1, 0, 1, 1, np.nan], np.array([1, 2, 1.5, 3, 1])
    one = estimate_share(answers, weights, interval=kind)
    other = estimate_share(answers, weights * size, interval=kind)
    assert other.lower == pytest.approx(one.lower)
    assert other.effective_n == pytest.approx(one.effective_n)
    assert kish(weights * size) == pytest.approx(kish(weights))


def test_the_error_after_raking_is_near_that_of_raking_again_without_each():
    rng = np.random.default_rng(3)
    categories = {"sex": rng.choice(list("mv"), 80), "age": rng.choice(list("abc"), 80)}
    margins = {"sex": {"m": 500, "v": 500}, "age": {"a": 500, "b": 300, "c": 200}}
    answers = (rng.random(80) < np.where(categories["age"] == "a", 0.8, 0.3)).astype(float)
    found = estimate_share(answers, rake(categories, margins), calibrated_on=categories)
    again = slow_weighting.jackknife_raked(answers, categories, margins)
    plain = estimate_share(answers, rake(categories, margins))
    assert found.standard_error == pytest.approx(again, rel=0.1)
    assert plain.standard_error > 1.15 * found.standard_error


def test_pearsons_statistic_is_that_of_the_table():
    rng = np.random.default_rng(4)
    groups, answers = rng.integers(0, 3, 200), rng.integers(0, 4, 200)
    table = np.zeros((3, 4))
    np.add.at(table, (groups, answers), 1)
    found = compare_groups(answers, groups, np.full(200, 7.0))
    assert found.chi_square == pytest.approx(stats.chi2_contingency(table, correction=False)[0])
    assert found.chi_square_p == pytest.approx(stats.chi2_contingency(table)[1], abs=0.02)


def test_a_group_in_which_nobody_answered_is_no_group():
    answers = ["ja", "nee", "ja", "ja", "nee", "nee", None, ""]
    groups = [2, 2, 10, 10, 10, 2, 3, 3]
    found = compare_groups(answers, groups, np.ones(8))
    assert (found.groups, found.answers) == (("2", "10"), ("ja", "nee"))
    assert found.numerator_df == pytest.approx(1)
    numbers = compare_groups(np.array([1.0, 0, np.nan, 1]), list("abab"), np.ones(4))
    assert numbers.answers == ("0", "1")


def test_what_has_no_category_was_not_calibrated():
    with pytest.raises(ValueError, match="without a category"):
        estimate_share([1, 0], [1, 1], calibrated_on={"sex": ["m", None]})
    with pytest.raises(ValueError, match="one category for each"):
        estimate_share([1, 0], [1, 1], calibrated_on={"sex": ["m"]})
    with pytest.raises(ValueError, match="interval"):
        estimate_share([1, 1], [1, 1], interval="normal")
    with pytest.raises(ValueError, match="empty"):
        rake({"sex": ["m", ""]}, {"sex": {"m": 5}})


def test_negative_weights_are_told_with_what_to_do():
    found = calibrate({"age": ["a"] * 90 + ["b"] * 10, "sex": ["m"] * 50 + ["v"] * 50}, {
        "age": {"a": 1, "b": 99}, "sex": {"m": 20, "v": 80},
    })  # fmt: skip
    assert found.values.min() < 0
    assert found.design_effect == pytest.approx(100 / found.effective_n)
    with pytest.raises(ValueError, match="take bounds"):
        estimate_share(np.ones(100), found)


def test_one_mark_has_no_margin():
    one = estimate_mean([7, np.nan], [1, 1])
    assert one.value == 7
    assert np.isnan([one.lower, one.upper, one.standard_error]).all()


def test_facts_of_a_poll_take_weights_as_they_come():
    categories, margins = poll.categories(), poll.margins()
    weights = rake(categories, margins)
    found = representativeness(
        categories, margins, self_selected=True, weights=weights,
        unweighted=[0.668, np.nan], weighted=[0.629, np.nan],
    )  # fmt: skip
    assert found.effective_n == weights.effective_n
    assert found.is_moved
    unknown = representativeness(
        categories, margins, self_selected=True, unweighted=[np.nan], weighted=[np.nan]
    )
    assert np.isnan(unknown.moved)
    assert not unknown.is_moved
    with pytest.raises(ValueError, match="one category for each"):
        representativeness(
            {"a": ["x"], "b": ["y", "y"]}, {"a": {"x": 1}, "b": {"y": 1}}, self_selected=True
        )

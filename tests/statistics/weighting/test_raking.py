"""Raking and calibration: as R does, exact on every margin, and clear about what cannot be."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from integraal.statistics.weighting import calibrate, kish, rake
from tests.statistics.weighting import poll, slow_weighting

BINARY = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz")), min_size=6, max_size=30)


@pytest.fixture(scope="module")
def answers():
    return poll.categories(), poll.margins()


def test_weights_are_those_of_the_reference(answers):
    np.testing.assert_allclose(rake(*answers).values, poll.weights("rake"), rtol=1e-8)


def test_trimmed_weights_are_those_of_the_reference(answers):
    found = rake(*answers, bounds=(0.3, 3))
    np.testing.assert_allclose(found.values, poll.weights("rake_trim"), rtol=1e-8)
    assert found.values.max() <= 3 * found.values.mean() * (1 + 1e-9)
    assert found.values.sum() == pytest.approx(12_000)
    assert found.largest_gap > 0.1
    np.testing.assert_allclose(found.before_trimming, rake(*answers).values)


def test_what_weighting_costs_is_that_of_the_reference(answers):
    found = rake(*answers)
    assert found.design_effect == pytest.approx(1.359502786373, abs=1e-9)
    assert found.effective_n == pytest.approx(216.255533233808, abs=1e-6)


def _counted(pairs):
    return {"one": [a for a, _ in pairs], "two": [b for _, b in pairs]}


@given(BINARY, st.integers(0, 1_000))
def test_every_margin_is_met_and_weights_equal_the_slow_ones(pairs, seed):
    categories = _counted(pairs)
    assume(len(set(pairs)) == 6)  # every combination answered, so weights exist
    people = np.random.default_rng(seed).integers(20, 200, size=5)
    ab, xyz = people[:2], people[2:]
    margins = {
        "one": dict(zip("ab", ab * xyz.sum(), strict=True)),
        "two": dict(zip("xyz", xyz * ab.sum(), strict=True)),
    }
    found = rake(categories, margins)
    for name, wanted in margins.items():
        for label, total in wanted.items():
            mine = np.array([each == label for each in categories[name]])
            assert found.values[mine].sum() == pytest.approx(total, rel=1e-10)
    slow = slow_weighting.raked(categories, margins, rounds=60)
    np.testing.assert_allclose(found.values, slow, rtol=1e-6)


@given(st.permutations(range(12)))
def test_the_order_of_the_answers_does_not_matter(order):
    categories = {"age": list("aabbccaabbcc"), "sex": list("mvmvmvmvmvmm")}
    margins = {"age": {"a": 30, "b": 50, "c": 20}, "sex": {"m": 45, "v": 55}}
    one = rake(categories, margins).values
    other = rake({k: [v[i] for i in order] for k, v in categories.items()}, margins).values
    np.testing.assert_allclose(other, one[list(order)], rtol=1e-9)


def test_more_people_give_larger_weights_and_the_same_design_effect(answers):
    categories, margins = answers
    ten = {k: {label: 10 * n for label, n in v.items()} for k, v in margins.items()}
    one, other = rake(categories, margins), rake(categories, ten)
    np.testing.assert_allclose(other.values, 10 * one.values, rtol=1e-9)
    assert other.design_effect == pytest.approx(one.design_effect)


def test_base_weights_are_where_it_begins():
    found = rake({"sex": ["m", "m", "v"]}, {"sex": {"m": 60, "v": 40}}, base_weights=[1, 2, 5])
    np.testing.assert_allclose(found.values, [20, 40, 40])


@pytest.mark.parametrize("distance", ["linear", "logit"])
def test_calibrated_weights_meet_every_margin(answers, distance):
    categories, margins = answers
    found = calibrate(categories, margins, distance=distance, bounds=(0.2, 6))
    for name, wanted in margins.items():
        for label, total in wanted.items():
            assert found.values[categories[name] == label].sum() == pytest.approx(total, rel=1e-8)
    assert found.design_effect < rake(categories, margins).design_effect + 0.05


def test_logit_weights_stay_within_their_bounds(answers):
    found = calibrate(*answers, distance="logit", bounds=(0.35, 5.5))
    relative = found.values / found.values.mean()
    assert relative.min() >= 0.35
    assert relative.max() <= 5.5


def test_linear_calibration_is_the_closed_form():
    sex, wanted = ["m", "m", "v", "v", "v"], {"m": 70, "v": 30}
    found = calibrate({"sex": sex}, {"sex": wanted}).values
    np.testing.assert_allclose(found, [35, 35, 10, 10, 10])


def test_kish_counts_only_weights_above_zero():
    assert kish([1, 1, 1, 0]) == (1.0, 3.0)
    assert kish([0, 0])[1] == 0


GOOD = ({"sex": ["m", "v", "v"]}, {"sex": {"m": 5, "v": 5}})


@pytest.mark.parametrize(
    ("categories", "margins", "more", "words"),
    [
        ({"sex": ["m", "v", None]}, GOOD[1], {}, "no number of people for: None"),
        ({"sex": ["m", "v", "x"]}, GOOD[1], {}, "no number of people for: x"),
        (GOOD[0], {"sex": {"m": 5, "v": 5, "x": 3}}, {}, "Nobody answered in sex: x"),
        (GOOD[0], {"sex": {"m": 5, "v": 0}}, {}, "nobody"),
        (GOOD[0], {"sex": {"m": -5, "v": 5}}, {}, "zero or more"),
        (GOOD[0], {"age": {"m": 5}}, {}, "same variables"),
        ({}, {}, {}, "same variables"),
        (
            {**GOOD[0], "age": ["a", "a", "b"]},
            {**GOOD[1], "age": {"a": 5, "b": 6}},
            {},
            "do not add up",
        ),
        ({**GOOD[0], "age": ["a", "b"]}, {**GOOD[1], "age": {"a": 5, "b": 5}}, {}, "each answer"),
        (*GOOD, {"base_weights": [1, 0, 1]}, "above zero"),
        (*GOOD, {"bounds": (1.2, 3)}, "around one"),
        (
            {"sex": ["m", "m", "v", "v"], "age": ["a", "a", "b", "b"]},
            {"sex": {"m": 5, "v": 5}, "age": {"a": 3, "b": 7}},
            {},
            "some combinations have no answers",
        ),
    ],
)
def test_what_cannot_be_weighted_is_refused(categories, margins, more, words):
    with pytest.raises(ValueError, match=words):
        rake(categories, margins, **more)


def test_bounds_that_leave_no_weights_are_refused(answers):
    with pytest.raises(ValueError, match="within these bounds"):
        calibrate(*answers, distance="logit", bounds=(0.9, 1.1))

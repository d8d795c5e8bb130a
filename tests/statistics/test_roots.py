"""Halving finds the root to the last bits, for many brackets of very different size at once."""

import numpy as np

from integraal.statistics.roots import increasing_root


def test_roots_of_very_different_size_are_found_at_once():
    roots = np.array([0.0, 1e-300, 2.5, 1e12])
    found = increasing_root(lambda points: points - roots, np.zeros(4), np.full(4, 1e15))
    np.testing.assert_allclose(found, roots, rtol=1e-15)


def test_a_closed_bracket_is_its_own_root():
    assert increasing_root(lambda points: points, np.array([3.0]), np.array([3.0])) == 3


def test_crooked_functions_take_few_steps_and_give_all_digits():
    """A step, a cliff, a plateau and a steep power: none of them is straight near its root."""
    steps = []

    def function(points):
        steps.append(1)
        return np.array([
            points[0] ** 31 - 0.5,
            np.exp(700 * (points[1] - 0.9)) - 1,
            np.sign(points[2] - 0.25),
            -np.exp(-300 * points[3]) + 1e-9,
        ])  # fmt: skip

    found = increasing_root(function, np.zeros(4), np.ones(4))
    np.testing.assert_allclose(
        found, [0.5 ** (1 / 31), 0.9, 0.25, np.log(1e9) / 300], rtol=1e-13
    )  # fmt: skip
    assert len(steps) < 200


def test_smooth_functions_take_a_third_of_the_halvings():
    steps = []

    def function(points):
        steps.append(1)
        return points**3 - roots**3

    roots = np.linspace(0.1, 10, 500)
    found = increasing_root(function, np.zeros(500), np.full(500, 20.0))
    np.testing.assert_allclose(found, roots, rtol=1e-15)
    assert len(steps) < 40


def test_the_ends_of_the_bracket_are_never_tried():
    def function(points):
        assert ((points > 0) & (points < 1)).all()
        return np.log(points / (1 - points)) - 2

    found = increasing_root(function, np.zeros(3), np.ones(3))
    np.testing.assert_allclose(found, 1 / (1 + np.exp(-2)), rtol=1e-14)


def test_an_unknown_bracket_stays_unknown():
    found = increasing_root(lambda x: x - 1, np.array([np.nan, 0.0]), np.array([np.nan, 3.0]))
    np.testing.assert_equal(found, [np.nan, 1.0])

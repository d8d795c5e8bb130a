"""Halving finds the root to the last bits, for many brackets of very different size at once."""

import numpy as np

from integraal.statistics.roots import increasing_root


def test_roots_of_very_different_size_are_found_at_once():
    roots = np.array([0.0, 1e-300, 2.5, 1e12])
    found = increasing_root(lambda points: points - roots, np.zeros(4), np.full(4, 1e15))
    np.testing.assert_allclose(found, roots, rtol=1e-15)


def test_a_closed_bracket_is_its_own_root():
    assert increasing_root(lambda points: points, np.array([3.0]), np.array([3.0])) == 3

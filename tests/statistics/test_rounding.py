"""Rounded counts keep their meaning, and do not tell the count."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from integraal.statistics.disclosure import round_to

COUNTS = st.lists(st.integers(0, 10**6), max_size=20)


def test_fives_are_the_nearest_fives():
    assert round_to([0, 1, 2, 3, 7, 8, 385, np.nan]).tolist()[:7] == [0, 0, 0, 5, 5, 10, 385]
    assert np.isnan(round_to(np.nan))
    assert round_to(5, step=10) == 10


@given(COUNTS, st.integers(1, 50), st.none() | st.integers(0, 99))
def test_a_rounded_count_is_a_multiple_less_than_a_step_away(counts, step, seed):
    rounded = round_to(counts, step, seed=seed)
    assert not np.any(rounded % step)
    away = np.abs(rounded - np.array(counts, dtype=float))
    assert np.all(away <= step / 2) if seed is None else np.all(away < step)


@given(COUNTS, st.integers(1, 50))
def test_rounding_twice_is_rounding_once_and_keeps_the_order(counts, step):
    once = round_to(sorted(counts), step)
    assert round_to(once, step).tolist() == once.tolist()
    assert round_to(once, step, seed=4).tolist() == once.tolist()
    assert np.all(np.diff(once) >= 0)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7])
def test_random_rounding_is_right_on_average(count):
    rounded = round_to(np.full(100_000, count), seed=1)
    assert_allclose(rounded.mean(), count, atol=0.05)
    assert rounded.tolist() == round_to(np.full(100_000, count), seed=1).tolist()


@pytest.mark.parametrize(("counts", "step"), [([-1], 5), ([np.inf], 5), ([1], 0)])
def test_what_cannot_be_rounded_is_refused(counts, step):
    with pytest.raises(ValueError, match=r"zero or more|one or more"):
        round_to(counts, step)

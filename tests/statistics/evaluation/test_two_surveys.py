"""Which difference between two surveys could be seen: by hand, by drawing, by properties."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.statistics.evaluation import detectable_difference


def test_as_worked_out_by_hand():
    """300 answers at 30 %: standard error 2.6458 points, margin 5.1856; 2.8016 times root two."""
    error = 100 * (0.3 * 0.7 / 300) ** 0.5
    assert detectable_difference(1.959964 * error) == pytest.approx(
        (1.959964 + 0.841621) * 2**0.5 * error, rel=1e-6
    )
    assert detectable_difference(5.1856) == pytest.approx(10.483, abs=0.002)


def test_drawn_surveys_show_it_in_8_of_10_cases():
    draw, error, rounds = np.random.default_rng(20261128), 2.0, 40_000
    wanted = detectable_difference(1.959964 * error)
    before = draw.normal(30, error, rounds)
    after = draw.normal(30 - wanted, error, rounds)
    shown = np.abs(after - before) > 1.959964 * error * 2**0.5
    assert shown.mean() == pytest.approx(0.8, abs=0.01)


@given(st.floats(0.01, 50), st.floats(1.01, 5))
def test_a_wider_margin_shows_less_in_the_same_proportion(half, times):
    assert detectable_difference(half * times) == pytest.approx(detectable_difference(half) * times)


@given(st.floats(0.01, 50))
def test_it_is_always_more_than_the_margin_of_one_survey(half):
    assert detectable_difference(half) > 2 * half
    assert detectable_difference(half, power=0.9) > detectable_difference(half)


@pytest.mark.parametrize("wrong", [0, -1, float("nan")])
def test_a_margin_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match="half_margin"):
        detectable_difference(wrong)


@pytest.mark.parametrize("wrong", [0.4, 1.0])
def test_a_power_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match="power"):
        detectable_difference(1, power=wrong)

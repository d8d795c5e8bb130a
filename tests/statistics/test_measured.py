"""Two measured values, each with the margin its publisher gave it."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from integraal.statistics.measured import Measured, compare_measured

VALUES = st.floats(1, 99)
WIDTHS = st.floats(0.05, 20)


def symmetric(value, width):
    return Measured(value, value - width, value + width)


def test_symmetric_margins_give_the_textbook_margin():
    found = compare_measured(symmetric(33.0, 3.0), symmetric(29.0, 4.0))
    assert (found.difference, found.lower, found.upper) == pytest.approx((4, -1, 9))
    assert found.p_value > 0.05


def test_each_side_takes_the_ends_that_face_each_other():
    found = compare_measured(Measured(30, 27, 34), Measured(20, 18, 25))
    assert found.lower == pytest.approx(10 - math.hypot(3, 5))
    assert found.upper == pytest.approx(10 + math.hypot(4, 2))


@given(VALUES, WIDTHS, VALUES, WIDTHS)
def test_margin_and_p_value_never_contradict(one, width, other, other_width):
    found = compare_measured(symmetric(one, width), symmetric(other, other_width))
    assume(min(abs(found.lower), abs(found.upper)) > 1e-6)
    assert (found.p_value < 0.05) == (not found.lower <= 0 <= found.upper)


@given(VALUES, WIDTHS, VALUES, WIDTHS)
def test_turned_around_it_is_the_opposite(one, width, other, other_width):
    first, second = symmetric(one, width), symmetric(other, other_width)
    there, back = compare_measured(first, second), compare_measured(second, first)
    assert (there.difference, there.lower) == pytest.approx((-back.difference, -back.upper))
    assert there.p_value == pytest.approx(back.p_value)


def test_the_margin_holds_the_true_difference_as_often_as_promised():
    random = np.random.default_rng(5)
    held = 0
    for one, other in zip(random.normal(30, 2, 4000), random.normal(26, 1, 4000), strict=True):
        found = compare_measured(symmetric(one, 1.96 * 2), symmetric(other, 1.96))
        held += found.lower <= 4 <= found.upper
    assert 0.94 < held / 4000 < 0.96


def test_without_any_margin_they_differ_surely_or_not_at_all():
    assert compare_measured(Measured(7, 7, 7), Measured(6, 6, 6)).p_value == 0
    assert compare_measured(Measured(7, 7, 7), Measured(7, 7, 7)).p_value == 1


@pytest.mark.parametrize("numbers", [(5, 6, 7), (math.nan, 1, 2), (1, 0, math.inf)])
def test_what_cannot_be_is_refused(numbers):
    with pytest.raises(ValueError, match="must"):
        Measured(*numbers)

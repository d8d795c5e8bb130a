"""Two measured values (a percentage, a mark) beside each other, from the margins they came with.

A source that measures gives a value with its margin and no more. The margin of the difference is
recovered from the two margins (MOVER: Zou and Donner 2008, Statistics in Medicine 27), which need
not be symmetric. The two must be measured in different people, and in the same way.
"""

import math
from dataclasses import dataclass

from scipy import special

_QUANTILE = float(special.ndtri(0.975))


@dataclass(frozen=True, slots=True)
class Measured:
    """A value with the ends of its 95 % margin, in any unit.

    Raises ValueError when a number is not finite or the value lies outside its margin.
    """

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.value, self.low, self.high))):
            raise ValueError("A measured value and its margin must be finite.")
        if not self.low <= self.value <= self.high:
            raise ValueError("A measured value must lie within its margin.")


@dataclass(frozen=True, slots=True)
class Difference:
    """One value minus the other, with its 95 % margin and two-sided p-value."""

    difference: float
    lower: float
    upper: float
    p_value: float


def compare_measured(one: Measured, other: Measured) -> Difference:
    """Return how much ``one`` is above ``other``.

    The p-value turns the same margin around: it is below 0.05 just when the margin leaves out
    zero. Two values without any margin differ surely, or not at all.
    """
    difference = one.value - other.value
    below = math.hypot(one.value - one.low, other.high - other.value)
    above = math.hypot(one.high - one.value, other.value - other.low)
    # Only the side that faces zero says whether there could be no difference.
    facing = below if difference > 0 else above
    if difference == 0:
        p_value = 1.0
    elif facing == 0:
        p_value = 0.0
    else:
        p_value = 2 * float(special.ndtr(-abs(difference) / facing * _QUANTILE))
    return Difference(difference, difference - below, difference + above, p_value)

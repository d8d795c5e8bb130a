"""Find where increasing functions cross zero, for many problems at once."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_MAXIMUM_STEPS = 6600  # a third of them halve; from the largest double down takes about 2,100


def increasing_root(function: Callable[[Array], Array], lower: Array, upper: Array) -> Array:
    """Where each of n increasing functions crosses zero, by narrowing the bracket.

    Two steps of false position, then a halving, so that neither a straight nor a crooked function
    takes long. The ends of the bracket are never tried.

    Args:
        function: takes n points, gives n values; value i depends on point i only and does
            not decrease with it.
        lower: n points where the function is at most zero.
        upper: n points where the function is at least zero.

    Returns:
        n points, exact to the last bit or two of a double: it stops when no double is left
        between the two ends of any bracket; nan where an end is nan.
    """
    lower, upper = np.array(lower, dtype=np.float64), np.array(upper, dtype=np.float64)
    at_lower, at_upper = np.full(lower.shape, np.nan), np.full(lower.shape, np.nan)
    for step in range(_MAXIMUM_STEPS):
        tried = lower + (upper - lower) / 2
        if not np.any((lower < tried) & (tried < upper)):
            break
        if step % 3:
            tried = _false_position(lower, upper, at_lower, at_upper, tried)
        height = function(tried)
        below = height < 0
        at_lower, at_upper = np.where(below, height, at_lower), np.where(below, at_upper, height)
        lower, upper = np.where(below, tried, lower), np.where(below, upper, tried)
    return lower + (upper - lower) / 2


def _false_position(
    lower: Array, upper: Array, at_lower: Array, at_upper: Array, middle: Array
) -> Array:
    """Where the line between both ends crosses zero; the middle where that is not known yet."""
    with np.errstate(all="ignore"):
        crossing = lower - at_lower * ((upper - lower) / (at_upper - at_lower))
        nudge = 2 * np.spacing(np.abs(middle))
        inside = np.clip(crossing, lower + nudge, upper - nudge)
    usable = np.isfinite(crossing) & (lower < inside) & (inside < upper)
    return np.where(usable, inside, middle)

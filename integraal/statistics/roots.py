"""Find where increasing functions cross zero, for many problems at once."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_MAXIMUM_HALVINGS = 2200  # from the largest double down to the smallest takes about 2,100


def increasing_root(function: Callable[[Array], Array], lower: Array, upper: Array) -> Array:
    """Where each of n increasing functions crosses zero, by halving the bracket.

    Args:
        function: takes n points, gives n values; value i depends on point i only and does
            not decrease with it.
        lower: n points where the function is at most zero.
        upper: n points where the function is at least zero.

    Returns:
        n points, exact to the last bit or two of a double: halving stops when no double is
        left between the two ends of any bracket.
    """
    lower, upper = np.array(lower, dtype=np.float64), np.array(upper, dtype=np.float64)
    for _ in range(_MAXIMUM_HALVINGS):
        middle = lower + (upper - lower) / 2
        if np.all((middle <= lower) | (middle >= upper)):
            break
        below = function(middle) < 0
        lower = np.where(below, middle, lower)
        upper = np.where(below, upper, middle)
    return lower + (upper - lower) / 2

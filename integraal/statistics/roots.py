"""Find where increasing functions cross zero, for many problems at once."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_MAXIMUM_HALVINGS = 2200  # from the largest double down to the smallest takes about 2,100


def increasing_root(function: Callable[[Array], Array], low: Array, high: Array) -> Array:
    """Where each of n increasing functions crosses zero, by halving the bracket.

    Args:
        function: takes n points, gives n values; value i depends on point i only and does
            not decrease with it.
        low: n points where the function is at most zero.
        high: n points where the function is at least zero.

    Returns:
        n points, exact to the last bit or two of a double: halving stops when no double is
        left between the two ends of any bracket.
    """
    low, high = np.array(low, dtype=np.float64), np.array(high, dtype=np.float64)
    for _ in range(_MAXIMUM_HALVINGS):
        middle = low + (high - low) / 2
        if np.all((middle <= low) | (middle >= high)):
            break
        below = function(middle) < 0
        low = np.where(below, middle, low)
        high = np.where(below, high, middle)
    return low + (high - low) / 2

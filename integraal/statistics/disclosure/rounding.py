"""Rounding counts, to five for instance, so that a small count is not told exactly."""

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.roots import Array


def round_to(counts: ArrayLike, step: int = 5, *, seed: int | None = None) -> Array:
    """Round counts to multiples of a step.

    Totals that are rounded by themselves need not be the sum of the rounded counts: say so
    beside the table, and never "mend" it, since that gives the counts away. Rounded counts get
    half a step on both sides of their margin (a whole step when rounded at random) and are not
    tested against each other.

    Args:
        counts: any shape, zero or more; nan where there is none.
        step: above zero.
        seed: None rounds to the nearest multiple, a half upward. With a number each count goes
            up or down at random, with the chances that keep its expectation right: 3 becomes
            5 in three of five times. Use one seed for all exports of a table: from many
            roundings of one count the mean tells it.

    Returns:
        Rounded counts of the same shape; zero stays zero, a multiple stays itself, nan is nan.

    Raises:
        ValueError: a count is negative or infinite, or the step is not above zero.

    Source: L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (2001),
    chapter 9.
    """
    given = np.asarray(counts, dtype=np.float64)
    if np.any((given < 0) | np.isinf(given)):
        raise ValueError("Counts must be numbers of zero or more.")
    if step < 1:
        raise ValueError("The step must be one or more.")
    below = np.floor(given / step)
    rest = given / step - below
    if seed is None:
        goes_up = rest >= 0.5
    else:
        goes_up = np.random.default_rng(seed).random(given.shape) < rest
    return np.asarray((below + goes_up) * step)

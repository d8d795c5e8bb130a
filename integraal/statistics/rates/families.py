"""Many comparisons at once: a family of p-values, adjusted for their number."""

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.roots import Array


def benjamini_hochberg(p_values: ArrayLike) -> Array:
    """Adjust the p-values of one family for their number (Benjamini and Hochberg 1995).

    Args:
        p_values: one-dimensional, between 0 and 1; nan means that no test was done, which
            stays nan and does not count.

    Returns:
        Adjusted p-values in the same order: those below 0.05 are together expected to hold at
        most 5 % false alarms.

    Raises:
        ValueError: more than one dimension, or a value outside 0 to 1.
    """
    given = np.asarray(p_values, dtype=np.float64)
    tested = np.flatnonzero(~np.isnan(given)) if given.ndim == 1 else None
    if tested is None or np.any((given[tested] < 0) | (given[tested] > 1)):
        raise ValueError("P-values must be one row of numbers between 0 and 1.")
    order = tested[np.argsort(-given[tested], kind="stable")]
    ranks = np.arange(order.size, 0, -1)
    adjusted = np.full(given.shape, np.nan)
    adjusted[order] = np.minimum.accumulate(np.minimum(given[order] * order.size / ranks, 1))
    return adjusted

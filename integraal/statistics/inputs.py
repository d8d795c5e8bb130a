"""What every method asks of the numbers it is given, said once."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from integraal.statistics.roots import Array

DEFAULT_CONFIDENCE = 0.95


def checked_counts(count: ArrayLike) -> Array:
    """The counts as an array of doubles; raises ValueError unless finite and not negative."""
    counts = np.asarray(count, dtype=np.float64)
    if not np.all(np.isfinite(counts) & (counts >= 0)):
        raise ValueError("Counts must be numbers of zero or more.")
    return counts


def checked_exposures(exposure: ArrayLike) -> Array:
    """The exposures as doubles; raises ValueError unless finite and not negative."""
    exposures = np.asarray(exposure, dtype=np.float64)
    if not np.all(np.isfinite(exposures) & (exposures >= 0)):
        raise ValueError("Exposures must be numbers of zero or more.")
    return exposures


def tail_probability(confidence: float) -> float:
    """The probability left on each side of a two-sided interval of this confidence."""
    if not 0 < confidence < 1:
        raise ValueError("The confidence must lie between 0 and 1, such as 0.95.")
    return (1 - confidence) / 2


def known_pairs(count: ArrayLike, exposure: ArrayLike) -> tuple[Array, Array, NDArray[np.bool_]]:
    """Counts with their exposures, of which some may be missing.

    Args:
        count: zero or more; nan where there is no figure.
        exposure: zero or more, broadcast against the counts; nan or zero where a count could
            not exist.

    Returns:
        Counts and exposures of the broadcast shape, zero where either is missing, and which
        pairs are known: a count with an exposure above zero.

    Raises:
        ValueError: a number is negative or infinite, or something was counted where nothing
            could happen.
    """
    counts, exposures = np.broadcast_arrays(
        np.asarray(count, dtype=np.float64), np.asarray(exposure, dtype=np.float64)
    )
    if np.any((counts < 0) | np.isinf(counts)):
        raise ValueError("Counts must be numbers of zero or more, or missing.")
    if np.any((exposures < 0) | np.isinf(exposures)):
        raise ValueError("Exposures must be numbers of zero or more, or missing.")
    if np.any((counts > 0) & (exposures == 0)):
        raise ValueError("Something was counted where the exposure is zero.")
    known = ~np.isnan(counts) & (exposures > 0)
    return np.where(known, counts, 0.0), np.where(known, exposures, 0.0), known

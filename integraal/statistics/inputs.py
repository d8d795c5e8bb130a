"""What every method asks of the numbers it is given, said once."""

import numpy as np
from numpy.typing import ArrayLike

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

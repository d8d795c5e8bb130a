"""Counts that the source rounded: each stands for everything within half a step of it."""

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.roots import Array


def half_step(rounded_to: ArrayLike) -> Array:
    """How far a true count may lie from the rounded one; zero for counts as they are.

    Args:
        rounded_to: steps such as 5; one means that nothing was rounded.

    Raises:
        ValueError: a step is under one or not finite.
    """
    steps = np.asarray(rounded_to, dtype=np.float64)
    if not np.all(np.isfinite(steps) & (steps >= 1)):
        raise ValueError("The step that counts were rounded to must be one or more.")
    return np.where(steps > 1, steps / 2, 0.0)

"""Which difference between two surveys could be seen: asked before a target is promised."""

import math

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from integraal.statistics.evaluation.power import USUAL_POWER
from integraal.statistics.inputs import DEFAULT_CONFIDENCE, tail_probability
from integraal.statistics.roots import Array


def detectable_difference(
    half_margin: ArrayLike, *, power: float = USUAL_POWER, confidence: float = DEFAULT_CONFIDENCE
) -> Array:
    """The smallest difference between two surveys that would be shown with the wished power.

    Both surveys are taken to be as large, of other people, and to be about normal: the difference
    has a standard error that is the square root of two times that of one. It is called when it
    lies outside its margin.

    Args:
        half_margin: half the width of the margin of one survey at ``confidence``, in the unit of
            the figure (percentage points, marks), above zero.
        power: wished probability that the difference is shown, between a half and 1.
        confidence: of the margin and of the two-sided test.

    Returns:
        The difference in the same unit, in the shape of ``half_margin``.

    Raises:
        ValueError: a margin that is not above zero, or a power or confidence that cannot be.

    Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003), chapter 4,
    without the correction for continuity.
    """
    halves = np.asarray(half_margin, dtype=np.float64)
    if not np.all(np.isfinite(halves) & (halves > 0)):
        raise ValueError("half_margin must be above zero.")
    if not 0.5 <= power < 1:
        raise ValueError("power must lie between a half and 1.")
    edge = -float(special.ndtri(tail_probability(confidence)))
    reach = edge + float(special.ndtri(power))
    return np.asarray(halves / edge * math.sqrt(2) * reach)

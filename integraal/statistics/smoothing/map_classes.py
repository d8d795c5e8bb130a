"""Three classes for a map, from probabilities: what is not sure gets no colour."""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

MapClass = Literal["higher", "lower", "not_distinguishable", "unknown"]
CERTAIN = 0.9


def classify(probability_above: ArrayLike, *, certainty: float = CERTAIN) -> NDArray[np.str_]:
    """Say of each area whether it is surely higher or lower than the yardstick.

    Args:
        probability_above: posterior probability that the area lies above it; nan where there
            is no figure.
        certainty: the probability that a class asks for, from 0.5 to below 1.

    Returns:
        "higher", "lower", "not_distinguishable", or "unknown" for nan; of the same shape.

    Raises:
        ValueError: a probability or the certainty is out of range.
    """
    if not 0.5 <= certainty < 1:
        raise ValueError("The certainty must lie from 0.5 to below 1, such as 0.9.")
    above = np.asarray(probability_above, dtype=np.float64)
    if np.any((above < 0) | (above > 1)):
        raise ValueError("Probabilities must lie between 0 and 1.")
    return np.select(
        [np.isnan(above), above >= certainty, 1 - above >= certainty],
        ["unknown", "higher", "lower"],
        "not_distinguishable",
    )

"""How a weighted result scatters: what each answer adds to it, cleared of what is known."""

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.roots import Array
from integraal.statistics.weighting.margins import Categories, indicator_columns
from integraal.statistics.weighting.weights import Weights, weight_arrays

_SMALLEST_PART = 1e-12


class Sample:
    """Weighted answers, of which the categories may be known of all people."""

    def __init__(
        self, weights: ArrayLike | Weights, size: int, calibrated_on: Categories | None
    ) -> None:
        """Weights of `size` answers; raises ValueError where they do not fit."""
        self.weights, self._meeting, self._regression = weight_arrays(weights, size)
        self._columns = None if calibrated_on is None else indicator_columns(calibrated_on, size)
        self.is_calibrated = calibrated_on is not None

    def influences(self, scores: Array) -> Array:
        """What each answer adds to results, around its mean.

        With categories, that part is taken out which these explain by regression, as for a
        calibrated sample (Deville and Sarndal 1992). Where weights were trimmed, it is taken out
        of what the weights would add that did meet the margins.

        Args:
            scores: (k, n) per result and answer, before weighting.
        """
        parts = scores * self.weights
        if self._columns is not None:
            relative = parts / self._meeting
            weighted = self._columns * self._regression[:, None]
            inverse = np.linalg.pinv(
                weighted.T @ self._columns, rcond=_SMALLEST_PART, hermitian=True
            )
            explained = (relative @ weighted) @ inverse @ self._columns.T
            parts = (relative - explained) * self._meeting
        return np.asarray(parts - parts.mean(axis=-1, keepdims=True))

    def variances(self, scores: Array) -> Array:
        """(k,) variances of results with scores (k, n); NaN for a single answer."""
        return np.asarray((self.influences(scores) ** 2).sum(axis=-1) * self._correction())

    def covariance(self, scores: Array) -> Array:
        """(k, k) covariance of results with scores (k, n); NaN for a single answer."""
        apart = self.influences(scores)
        return np.asarray(apart @ apart.T * self._correction())

    def _correction(self) -> float:
        size = self.weights.size
        return size / (size - 1) if size > 1 else float("nan")

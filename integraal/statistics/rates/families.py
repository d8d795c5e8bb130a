"""Many comparisons at once: a declared family of p-values, adjusted for their number.

Who looks at forty comparisons finds two "changes" by chance. So everything of one kind that is
shown together is one family: declared before looking, adjusted as a whole, its size stated.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from integraal.statistics.roots import Array

Adjustment = Literal["bh", "by", "holm", "hochberg", "bonferroni"]


@dataclass(frozen=True, slots=True)
class Family:
    """The comparisons that are judged together.

    Attributes:
        name: what was declared to belong to it, such as "change from 2024 to 2025, 59 offences".
        adjusted: adjusted p-values, in the shape they came in; nan where no test was done.
        comparisons: how many were tested.
        threshold: adjusted p-values below this are demonstrable.
        method: how they were adjusted.
    """

    name: str
    adjusted: Array
    comparisons: int
    threshold: float
    method: Adjustment

    @property
    def demonstrable(self) -> NDArray[np.bool_]:
        """Which of them are below the threshold; False where no test was done."""
        return self.adjusted < self.threshold

    @property
    def expected_by_chance(self) -> float:
        """How many would be below the threshold by chance alone, were they not adjusted."""
        return self.comparisons * self.threshold


def declared_family(
    p_values: ArrayLike,
    *,
    name: str = "",
    threshold: float = 0.05,
    method: Adjustment = "bh",
) -> Family:
    """Judge comparisons together, however they are laid out.

    Args:
        p_values: any shape, between 0 and 1; nan means that no test was done.
        name: what was declared to belong to the family.
        threshold: between 0 and 1; the share of false alarms among what is called
            demonstrable that is accepted, on average.
        method: as for `adjusted_p_values`.

    Raises:
        ValueError: a p-value or the threshold lies outside 0 to 1, or the method is another one.
    """
    if not 0 < threshold < 1:
        raise ValueError("The threshold must lie between 0 and 1, such as 0.05.")
    given = np.asarray(p_values, dtype=np.float64)
    adjusted = adjusted_p_values(given.ravel(), method=method).reshape(given.shape)
    return Family(name, adjusted, int(np.sum(~np.isnan(given))), threshold, method)


def adjusted_p_values(p_values: ArrayLike, *, method: Adjustment = "bh") -> Array:
    """Adjust the p-values of one family for their number.

    Args:
        p_values: one-dimensional, between 0 and 1; nan means that no test was done, which
            stays nan and does not count.
        method: "bh" bounds the expected share of false alarms among those below a threshold
            (Benjamini and Hochberg 1995), "by" does so whatever the dependence between the
            tests (Benjamini and Yekutieli 2001); "holm" (1979), "hochberg" (1988) and
            "bonferroni" bound the probability of any false alarm.

    Returns:
        Adjusted p-values in the same order.

    Raises:
        ValueError: more than one dimension, a value outside 0 to 1, or another method.
    """
    if method not in _ADJUSTMENTS:
        raise ValueError('The method must be "bh", "by", "holm", "hochberg" or "bonferroni".')
    given = np.asarray(p_values, dtype=np.float64)
    tested = np.flatnonzero(~np.isnan(given)) if given.ndim == 1 else None
    if tested is None or np.any((given[tested] < 0) | (given[tested] > 1)):
        raise ValueError("P-values must be one row of numbers between 0 and 1.")
    order = tested[np.argsort(given[tested], kind="stable")]
    adjusted = np.full(given.shape, np.nan)
    adjusted[order] = np.minimum(_ADJUSTMENTS[method](given[order]), 1.0)
    return adjusted


def benjamini_hochberg(p_values: ArrayLike) -> Array:
    """Adjust p-values as `adjusted_p_values` does by default: those below 0.05 are together
    expected to hold at most 5 % false alarms."""
    return adjusted_p_values(p_values, method="bh")


# Each of these takes p-values from small to large and may return more than one.


def _benjamini_hochberg(rising: Array) -> Array:
    return _smallest_from_here(rising * (rising.size / np.arange(1, rising.size + 1)))


def _benjamini_yekutieli(rising: Array) -> Array:
    return _benjamini_hochberg(rising) * np.sum(1 / np.arange(1, rising.size + 1))


def _holm(rising: Array) -> Array:
    adjusted: Array = np.maximum.accumulate(rising * np.arange(rising.size, 0, -1))
    return adjusted


def _hochberg(rising: Array) -> Array:
    return _smallest_from_here(rising * np.arange(rising.size, 0, -1))


def _bonferroni(rising: Array) -> Array:
    return rising * rising.size


def _smallest_from_here(values: Array) -> Array:
    smallest: Array = np.minimum.accumulate(values[::-1])[::-1]
    return smallest


_ADJUSTMENTS: dict[str, Callable[[Array], Array]] = {
    "bh": _benjamini_hochberg,
    "by": _benjamini_yekutieli,
    "holm": _holm,
    "hochberg": _hochberg,
    "bonferroni": _bonferroni,
}

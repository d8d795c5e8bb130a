"""Kendall's W: how far do the people around the table put things in the same order?"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import special
from scipy.stats import rankdata

from integraal.statistics.roots import Array

Strength = Literal["weak", "moderate", "strong", "undefined"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of raters about an order, and the Friedman test that there is none.

    Attributes:
        w: from 0 (none) to 1 (all the same); nan where agreement does not exist: fewer than two
            raters or items, or nobody who makes a difference between items.
        chi2: raters * (items - 1) * w, zero where w is nan.
        p_value: of chi2 with items - 1 degrees of freedom, 1 where w is nan.
        raters, items: how many were used.
        strength: "weak" below 0.3, "moderate" up to 0.6, "strong" above; "undefined".
    """

    w: float
    chi2: float
    p_value: float
    raters: int
    items: int
    strength: Strength


def kendall_w(ratings: ArrayLike, *, leave_out: Literal["raters", "items"] = "raters") -> Agreement:
    """Measure the agreement of raters, corrected for ties.

    Args:
        ratings: (raters, items), scores or ranks; each rater's are ranked here, equal ones
            share the mean of their ranks. nan is a missing rating.
        leave_out: what a missing rating costs: its rater (as the Friedman test has it), or its
            item. Who rated nothing is left out in any case.

    Returns:
        W, the statistic and its p-value. The p-value is an approximation; with fewer than
        about eight items and three raters it is a rough one.

    Raises:
        ValueError: the ratings are no table, or hold an infinite number.

    Source: M.G. Kendall and B. Babington Smith, The problem of m rankings, Annals of
    Mathematical Statistics 10 (1939); ties as in M.G. Kendall, Rank Correlation Methods.
    """
    given = np.asarray(ratings, dtype=np.float64)
    if given.ndim != 2 or np.any(np.isinf(given)):
        raise ValueError(
            "Ratings need a row for each rater and a column for each item, in numbers."
        )
    used = _complete(given, leave_out)
    raters, items = used.shape
    ranks = rankdata(used, axis=1) if used.size else used
    most = (raters**2 * (items**3 - items) - raters * _ties(ranks)) / 12 if items else 0.0
    if raters < 2 or items < 2 or most <= 0:
        return Agreement(np.nan, 0.0, 1.0, raters, items, "undefined")
    spread = ((ranks.sum(axis=0) - raters * (items + 1) / 2) ** 2).sum()
    w = float(min(spread / most, 1.0))
    chi2 = raters * (items - 1) * w
    return Agreement(w, chi2, float(special.chdtrc(items - 1, chi2)), raters, items, _strength(w))


def _complete(given: Array, leave_out: str) -> Array:
    missing = np.isnan(given)
    took_part = ~missing.all(axis=1)
    if leave_out == "items":
        return given[np.ix_(took_part, ~missing[took_part].any(axis=0))]
    return given[~missing.any(axis=1)]


def _ties(ranks: Array) -> float:
    """Sum over raters and their groups of t equal ranks of t cubed minus t."""
    same = (ranks[:, :, None] == ranks[:, None, :]).sum(axis=2).astype(np.float64)
    return float((same**2 - 1).sum())


def _strength(w: float) -> Strength:
    if w < 0.3:
        return "weak"
    return "moderate" if w <= 0.6 else "strong"

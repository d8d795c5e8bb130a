"""PROMETHEE II: every alternative against every other, criterion by criterion.

Unlike the weighted sum, a small difference may count for nothing and a large one for no more
than "clearly better": so one extreme score cannot make up for everything else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.ranking.decision_matrix import (
    Places,
    checked_directions,
    checked_matrix,
    checked_weights,
    places,
)
from integraal.statistics.roots import Array

_KINDS = ("usual", "u-shape", "v-shape", "level", "linear", "gaussian")
_OTHER_NAMES = {
    "ushape": "u-shape",
    "vshape": "v-shape",
    "v-shape-indiff": "linear",
    "v-shape-2": "linear",
}


@dataclass(frozen=True, slots=True)
class Preference:
    """How a difference on one criterion becomes a preference from 0 to 1.

    Attributes:
        kind: "usual" (any difference counts fully), "u-shape" (fully above `indifference`),
            "v-shape" (in proportion up to `preference`), "level" (half between the two
            thresholds), "linear" (nothing up to `indifference`, then in proportion up to
            `preference`), "gaussian" (smoothly, half of it near 1.18 `sigma`).
        indifference: q, the largest difference that does not count, in units of the criterion.
        preference: p, the smallest difference that counts fully; not below `indifference`.
        sigma: scale of "gaussian", above zero.
    """

    kind: str = "usual"
    indifference: float = 0.0
    preference: float = 0.0
    sigma: float = 0.0


@dataclass(frozen=True, slots=True)
class Flows:
    """Per alternative how much it is preferred, how much others are to it, and the difference.

    Attributes:
        positive, negative: mean preference over, and by, the n - 1 others, from 0 to 1.
        net: positive minus negative, from -1 to 1; the nets add up to zero.
        rank: place by net flow from 1; equals share the best of their places.
    """

    positive: Array
    negative: Array
    net: Array
    rank: Places


def promethee_ii(
    matrix: ArrayLike,
    weights: ArrayLike,
    directions: Sequence[Any] | ArrayLike | None,
    preferences: Any,
) -> Flows:
    """Rank alternatives by their net flow.

    Args:
        matrix: (..., alternatives, criteria).
        weights: (..., criteria), zero or more; made to add up to one.
        directions: per criterion "max" or 1, "min" or -1; None means more is better.
        preferences: one for all criteria or a list with one for each: a `Preference`, a name,
            a tuple (kind, q, p, sigma) of which the end may be left out, or a mapping with
            those words.

    Returns:
        Flows of shape (..., alternatives). A lone alternative has flows of zero.

    Raises:
        ValueError: a score is missing, or weights, directions or preferences do not go with
            the criteria.

    Source: J.-P. Brans and Ph. Vincke, A preference ranking organisation method, Management
    Science 31 (1985). Flows are divided by n - 1 as in the paper (R's MCDA divides by n).
    """
    index = preference_index(matrix, weights, directions, preferences)
    others = max(index.shape[-1] - 1, 1)
    positive = index.sum(axis=-1) / others
    negative = index.sum(axis=-2) / others
    net = positive - negative
    return Flows(positive, negative, net, places(np.where(np.abs(net) < 1e-12, 0.0, net)))


def preference_index(
    matrix: ArrayLike,
    weights: ArrayLike,
    directions: Sequence[Any] | ArrayLike | None,
    preferences: Any,
) -> Array:
    """How much each alternative (row) is preferred to each other (column), from 0 to 1.

    Arguments and errors as for `promethee_ii`; the result is (..., alternatives, alternatives)
    with zeros on the diagonal.
    """
    scores = checked_matrix(matrix)
    criteria = scores.shape[-1]
    shares = checked_weights(weights, criteria)
    better = scores * checked_directions(directions, criteria)
    total = np.zeros((*better.shape[:-1], better.shape[-2]))
    for place, preference in enumerate(_checked_preferences(preferences, criteria)):
        column = better[..., place]
        preferred = _preferred(column[..., :, None] - column[..., None, :], preference)
        total = total + shares[..., place, None, None] * preferred
    return total


def _preferred(difference: Array, preference: Preference) -> Array:
    """The preference from 0 to 1 that goes with each difference; none without a gain."""
    low, high = preference.indifference, preference.preference
    gain = np.maximum(difference, 0.0)
    if preference.kind == "gaussian":
        return np.asarray(-np.expm1(-((gain / preference.sigma) ** 2) / 2))
    if preference.kind in ("v-shape", "linear"):
        start = low if preference.kind == "linear" else 0.0
        width = high - start
        if width > 0:
            return np.clip((gain - start) / width, 0.0, 1.0)
        return np.where(gain > start, 1.0, 0.0)
    if preference.kind == "level":
        return np.where(gain > high, 1.0, np.where(gain > low, 0.5, 0.0))
    return np.where(gain > (low if preference.kind == "u-shape" else 0.0), 1.0, 0.0)


def _checked_preferences(given: Any, criteria: int) -> list[Preference]:
    several = isinstance(given, Sequence) and not isinstance(given, str | tuple)
    each = list(given) if several or _is_row(given) else [given] * criteria
    if len(each) != criteria:
        raise ValueError("There must be one preference function for each criterion.")
    return [_read(one) for one in each]


def _is_row(given: Any) -> bool:
    """Whether a tuple holds one preference per criterion, and is not a single one."""
    return isinstance(given, tuple) and not (
        given and isinstance(given[0], str) and not any(isinstance(one, str) for one in given[1:])
    )


def _read(given: Any) -> Preference:
    """One preference function from any of the forms it may be written in."""
    if isinstance(given, str):
        given = Preference(given)
    elif isinstance(given, Mapping):
        given = Preference(
            given.get("kind", given.get("type", "usual")),
            given.get("indifference", given.get("q", 0.0)) or 0.0,
            given.get("preference", given.get("p", 0.0)) or 0.0,
            given.get("sigma", given.get("s", 0.0)) or 0.0,
        )
    elif isinstance(given, Sequence):
        given = Preference(*given)
    if not isinstance(given, Preference):
        raise ValueError("A preference function must be a Preference, a name, or a tuple.")
    name = str(given.kind).lower().replace("_", "-").replace(" ", "-")
    kind = _OTHER_NAMES.get(name, name)
    preference = Preference(kind, given.indifference, given.preference, given.sigma)
    _refuse_impossible(preference)
    return preference


def _refuse_impossible(preference: Preference) -> None:
    if preference.kind not in _KINDS:
        raise ValueError(f"A preference function is one of {', '.join(_KINDS)}.")
    low, high = preference.indifference, preference.preference
    if not (0 <= low < np.inf and 0 <= high < np.inf):
        raise ValueError("The thresholds of a preference function must be zero or more.")
    if preference.kind in ("level", "linear") and high < low:
        raise ValueError("The preference threshold must not be below the indifference threshold.")
    if preference.kind == "gaussian" and not 0 < preference.sigma < np.inf:
        raise ValueError("A gaussian preference function needs a sigma above zero.")

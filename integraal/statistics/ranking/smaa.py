"""SMAA: in which share of all weightings does an alternative come first, second, third?

Weights are the softest part of a ranking. Instead of one set, all sets are tried; what stays in
front under most of them is a safe choice, whatever the table thinks of the weights.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import qmc

from integraal.statistics.ranking.decision_matrix import (
    checked_matrix,
    checked_weights,
    level_rounding,
)
from integraal.statistics.roots import Array

_SCORES_AT_ONCE = 2**21  # compared in one go, so that memory stays in tens of megabytes


@dataclass(frozen=True, slots=True)
class RankAcceptability:
    """How the places of alternatives fall over the weightings.

    Attributes:
        acceptability: (alternatives, ranks) share of weightings that give the place; rows and
            columns add up to one. Equals divide their places evenly.
        top_shares: (alternatives, ranks) share that gives this place or a better one: column
            k - 1 is "top k in so many of all weightings".
        central_weights: (alternatives, criteria) the mean of the weightings that put the
            alternative first: whoever thinks so would choose it. nan where none does.
        pairwise: (alternatives, alternatives) share in which the row scores above the column,
            ties counted half; 0.5 on the diagonal.
        draws: number of weightings tried.
    """

    acceptability: Array
    top_shares: Array
    central_weights: Array
    pairwise: Array
    draws: int

    def in_top(self, k: int) -> Array:
        """Share of weightings that put each alternative among the first k."""
        if k < 1:
            raise ValueError("The top must hold at least one place.")
        return self.top_shares[:, min(k, self.top_shares.shape[1]) - 1]


def smaa(
    utilities: ArrayLike,
    weights: ArrayLike | None = None,
    draws: int = 100_000,
    seed: int = 0,
    *,
    concentration: float | None = None,
) -> RankAcceptability:
    """Try many weightings and count the places.

    Args:
        utilities: (alternatives, criteria) on one scale, more is better.
        weights: None: every weighting is equally likely (uniform on the simplex). Or the
            weights of the participants, (participants, criteria) or (criteria,).
        draws: number of weightings drawn.
        seed: of the generator; the same seed gives the same result.
        concentration: with weights given: None takes the participants' own weights, each once
            (no draws, so no chance). A number c above zero draws a participant and then a
            weighting around his: Dirichlet with parameters c * weights, so a share w strays by
            sqrt(w (1 - w) / (c + 1)): with c = 50 thirty points may as well be 24 or 36.

    Returns:
        Acceptabilities. Uniform weightings are spread evenly (scrambled Sobol points) and not
        by chance alone, so that with 100,000 draws a share is right to about 0.0002.

    Raises:
        ValueError: a score is missing, weights do not go with the criteria, or draws or
            concentration are not above zero.

    Source: R. Lahdelma and P. Salminen, SMAA-2: stochastic multicriteria acceptability analysis
    for group decision making, Operations Research 49 (2001).
    """
    scores = checked_matrix(utilities)
    if scores.ndim != 2:
        raise ValueError(
            "Utilities need a row for each alternative and a column for each criterion."
        )
    if draws < 1 or (concentration is not None and not 0 < concentration < np.inf):
        raise ValueError("The number of draws and the concentration must be above zero.")
    alternatives, criteria = scores.shape
    counted = _Counts(alternatives, criteria)
    at_once = _power_of_two(_SCORES_AT_ONCE // max(alternatives, criteria))
    for chosen in _weightings(weights, criteria, draws, seed, concentration, at_once):
        counted.add(scores, chosen)
    return counted.shares()


def _weightings(
    weights: ArrayLike | None,
    criteria: int,
    draws: int,
    seed: int,
    concentration: float | None,
    at_once: int,
) -> Iterator[Array]:
    """Weightings (some, criteria), a portion at a time."""
    rng = np.random.default_rng(seed)
    given = None if weights is None else np.atleast_2d(checked_weights(weights, criteria))
    if given is not None and (given.ndim != 2 or not given.size):
        raise ValueError("Weights need a row for each participant and a column for each criterion.")
    if given is not None and concentration is None:
        yield from (given[at : at + at_once] for at in range(0, len(given), at_once))
        return
    for at in range(0, draws, at_once):
        size = (min(at_once, draws - at), criteria)
        if given is None:
            # Equal shares of exponential numbers are uniform on the simplex.
            exponent = (size[0] - 1).bit_length()
            even = qmc.Sobol(criteria, rng=rng).random_base2(exponent)
            raw = -np.log1p(-even[: size[0]])
        else:
            around = given[rng.integers(len(given), size=size[0])]
            raw = rng.standard_gamma(around * float(concentration or 1.0))
            nothing = raw.sum(axis=1) == 0  # a tiny concentration can round all to zero
            raw[nothing] = around[nothing]
        yield raw / raw.sum(axis=1, keepdims=True)


def _power_of_two(most: int) -> int:
    """The largest power of two that is not above a number (one for anything below)."""
    return 1 << (max(most, 1).bit_length() - 1)


class _Counts:
    """Places, wins and sums of favourable weights, added up portion by portion."""

    def __init__(self, alternatives: int, criteria: int) -> None:
        self.steps = np.zeros((alternatives, alternatives + 1))
        self.wins = np.zeros((alternatives, alternatives))
        self.weight_sums = np.zeros((alternatives, criteria))
        self.firsts = np.zeros(alternatives)
        self.draws = 0

    def add(self, scores: Array, weightings: Array) -> None:
        values = level_rounding(weightings @ scores.T)
        columns = np.ascontiguousarray(values.T)
        size = len(columns)
        self.draws += len(values)
        for own, value in enumerate(columns):
            above = columns > value
            level = columns == value
            ahead, equal = above.sum(axis=0), level.sum(axis=0)
            # Equals at places a to b get 1 / (b - a + 1) of each: a step up at a, down after b.
            self.steps[own] += np.bincount(ahead, 1 / equal, minlength=size + 1)
            self.steps[own] -= np.bincount(ahead + equal, 1 / equal, minlength=size + 1)
            self.wins[:, own] += above.sum(axis=1) + level.sum(axis=1) / 2
            first = np.where(ahead == 0, 1 / equal, 0.0)
            self.weight_sums[own] += first @ weightings
            self.firsts[own] += first.sum()

    def shares(self) -> RankAcceptability:
        acceptability = np.clip(np.cumsum(self.steps[:, :-1], axis=1) / self.draws, 0.0, 1.0)
        acceptability[acceptability < 1e-12] = 0.0
        favoured = self.firsts > 0
        central = np.full(self.weight_sums.shape, np.nan)
        central[favoured] = self.weight_sums[favoured] / self.firsts[favoured, None]
        return RankAcceptability(
            acceptability,
            np.minimum(np.cumsum(acceptability, axis=1), 1.0),
            central,
            self.wins / self.draws,
            self.draws,
        )

"""The limits of weighted shares, in the ways of the field, for many shares at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy import special

from integraal.statistics.rates import proportion_interval
from integraal.statistics.roots import Array, increasing_root

IntervalKind = Literal["logit", "beta", "mean", "likelihood", "wilson"]
_NOTHING = 1e-10  # a standard error below this is rounding: the share is known


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares (k,) with what their limits rest on; all arrays of one shape.

    Attributes:
        share: strictly within 0 and 1 unless nobody or everybody.
        error: standard error.
        answered: how many, one or more.
        effective: how many equal answers these are worth.
        rows: answers in the poll, those who skipped this question too.
    """

    share: Array
    error: Array
    answered: Array
    effective: Array
    rows: Array


def share_limits(of: Shares, kind: IntervalKind, tail: float) -> tuple[Array, Array]:
    """Limits of each share, with `tail` left out on either side.

    Where nobody or everybody said yes no spread was seen, and the limits are those of Korn and
    Graubard on the effective number. One answer leaves everything open. A share that follows
    from the margins is known.
    """
    if kind == "wilson":
        return proportion_interval(
            of.share * of.effective, of.effective, confidence=1 - 2 * tail, method="wilson"
        )
    some, spread = of.answered > 1, (of.share > 0) & (of.share < 1)
    known = spread & some & (of.error < _NOTHING)
    usual = spread & some & ~known
    edge = some & ~spread
    # Any share that makes no trouble, where the limits are not taken from it.
    calm = Shares(
        np.where(usual, of.share, 0.5),
        np.where(usual, of.error, 0.1),
        np.maximum(of.answered, 2),
        of.effective,
        of.rows,
    )
    found = _KINDS[kind](calm, tail)
    at_edge = _by_beta(of.share, of.effective, np.maximum(of.answered, 2), of.rows, tail)
    lower, upper = (
        np.select([usual, edge, known], [limit, limit_at_edge, of.share], open_)
        for limit, limit_at_edge, open_ in zip(found, at_edge, (0.0, 1.0), strict=True)
    )
    return lower, upper


def _logit(of: Shares, tail: float) -> tuple[Array, Array]:
    centre = special.logit(of.share)
    away = _t_quantile(of, tail) * of.error / (of.share * (1 - of.share))
    return special.expit(centre - away), special.expit(centre + away)


def _mean(of: Shares, tail: float) -> tuple[Array, Array]:
    away = _t_quantile(of, tail) * of.error
    return of.share - away, of.share + away


def _korn_graubard(of: Shares, tail: float) -> tuple[Array, Array]:
    worth = of.share * (1 - of.share) / of.error**2
    return _by_beta(of.share, worth, of.answered, of.rows, tail)


def _by_beta(
    share: Array, worth: Array, answered: Array, rows: Array, tail: float
) -> tuple[Array, Array]:
    """Clopper and Pearson's limits on what the answers are worth, less for few answers."""
    size = worth * (special.stdtrit(rows - 1, tail) / special.stdtrit(answered - 1, tail)) ** 2
    yes, no = size * share, size * (1 - share)
    lower = special.betaincinv(np.where(yes > 0, yes, 1.0), no + 1, tail)
    upper = special.betaincinv(yes + 1, np.where(no > 0, no, 1.0), 1 - tail)
    return np.where(yes > 0, lower, 0.0), np.where(no > 0, upper, 1.0)


def _likelihood(of: Shares, tail: float) -> tuple[Array, Array]:
    """Where the likelihood, at what the answers are worth, has fallen by half a squared t."""
    # The variance without weights is that of a sample, by n - 1 rather than n, as in R.
    worth = of.share * (1 - of.share) / of.error**2 * (of.answered - 1) / of.answered
    height = _t_quantile(of, tail) ** 2

    def lowest(share: Array) -> Array:
        def rise(tried: Array) -> Array:
            apart = special.kl_div(share, tried) + special.kl_div(1 - share, 1 - tried)
            return np.asarray(height - 2 * worth * apart)

        return increasing_root(rise, np.zeros(share.shape), share)

    return lowest(of.share), 1 - lowest(1 - of.share)


def _t_quantile(of: Shares, tail: float) -> Array:
    return np.asarray(-special.stdtrit(of.answered - 1, tail))


_KINDS: dict[str, Callable[[Shares, float], tuple[Array, Array]]] = {
    "logit": _logit,
    "beta": _korn_graubard,
    "mean": _mean,
    "likelihood": _likelihood,
}
KINDS = (*_KINDS, "wilson")

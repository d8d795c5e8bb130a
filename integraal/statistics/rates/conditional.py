"""The binomial behind a comparison: given the sum of two Poisson counts, the first is binomial.

Its share depends only on the ratio of the two rates (Przyborowski and Wilenski 1940). Counts may
be parts of events here, because a rounded or an overdispersed count stands for a range of them;
the incomplete beta function fills in between whole numbers.
"""

from collections.abc import Callable
from typing import Literal

import numpy as np
from scipy import special

from integraal.statistics.roots import Array, increasing_root

Method = Literal["exact", "midp", "mid-p"]
Tail = Callable[[Array, Array, Array], Array]


def refuse_other_method(method: str) -> None:
    """Raise ValueError unless the method is one of those that a comparison knows."""
    if method not in _UPPER_TAILS:
        raise ValueError('The method must be "exact" or "midp".')


def central_p(first: tuple[Array, Array], second: tuple[Array, Array], odds: Array,
              method: Method) -> Array:  # fmt: skip
    """Twice the smaller tail of the first count, when both rates are equal.

    Args:
        first, second: the smallest and the largest count that each may stand for.
        odds: exposure of the first divided by that of the second.
        method: whose tail to take.

    Returns:
        The p-value of the least telling counts within those ranges.
    """
    upper_tail = _UPPER_TAILS[method]
    upper = upper_tail(first[0], second[1], odds / (1 + odds))
    lower = upper_tail(second[0], first[1], 1 / (1 + odds))
    both: Array = 2 * np.minimum(upper, lower)
    return np.minimum(both, 1.0)


def lowest_odds(first: Array, second: Array, tail: Array | float, method: Method) -> Array:
    """The smallest odds of falling in the first count that its upper tail does not refuse."""
    seen = first > 0
    count, other = np.where(seen, first, 1.0), np.where(seen, second, 0.0)
    share = special.betaincinv(count, other + 1, tail)
    if method != "exact":
        # The mid-p tail lies between the exact tails of this count and of one more.
        more = other > 0
        beyond = special.betaincinv(count + 1, np.where(more, other, 1.0), tail)
        share = increasing_root(
            lambda tried: _mid_upper_tail(count, other, tried) - tail,
            share,
            np.where(more, beyond, 1.0),
        )
    lowest: Array = np.where(seen, share, 0.0)
    return lowest / (1 - lowest)


def _exact_upper_tail(first: Array, second: Array, share: Array) -> Array:
    """P(X >= first) for X binomial with size first + second; increases with the share."""
    seen = first > 0
    return np.where(seen, special.betainc(np.where(seen, first, 1.0), second + 1, share), 1.0)


def _mid_upper_tail(first: Array, second: Array, share: Array) -> Array:
    """P(X > first) + P(X = first) / 2 for the same X."""
    more = second > 0
    beyond = np.where(more, special.betainc(first + 1, np.where(more, second, 1.0), share), 0.0)
    return (_exact_upper_tail(first, second, share) + beyond) / 2


_UPPER_TAILS: dict[str, Tail] = {
    "exact": _exact_upper_tail,
    "midp": _mid_upper_tail,
    "mid-p": _mid_upper_tail,
}

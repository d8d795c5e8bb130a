"""Slow and obvious second implementations: every pair of counts, one at a time."""

from __future__ import annotations

import math
from functools import lru_cache

from tests.statistics.slow import poisson_probability


@lru_cache(maxsize=100_000)
def mid_upper_tail(first: int, second: int, share: float) -> float:
    """P(X > first) + P(X = first) / 2 for X binomial with size first + second."""
    size = first + second
    each = [math.comb(size, k) * share**k * (1 - share) ** (size - k) for k in range(size + 1)]
    return math.fsum(each[first + 1 :]) + each[first] / 2


def power(count: float, change: float, before: int, after: int) -> float:
    """Add up the probability of every pair of counts whose central mid-p is below 5 %."""
    share = before / (before + after)
    mean_before, mean_after = count * before, count * after * (1 + change)
    total = 0.0
    for x in range(int(mean_before + 12 * math.sqrt(mean_before) + 15)):
        for y in range(int(mean_after + 12 * math.sqrt(mean_after) + 15)):
            smaller = min(mid_upper_tail(x, y, share), mid_upper_tail(y, x, 1 - share))
            if 2 * smaller < 0.05:
                total += poisson_probability(x, mean_before) * poisson_probability(y, mean_after)
    return total

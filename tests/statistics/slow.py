"""Slow and obvious second implementations: sums of probabilities, one number at a time."""

import math
from collections.abc import Callable
from fractions import Fraction


def poisson_probability(count: int, mean: float) -> float:
    if mean == 0:
        return 1.0 if count == 0 else 0.0
    return math.exp(count * math.log(mean) - mean - math.lgamma(count + 1))


def poisson_limits(count: int, confidence: float, half: bool) -> tuple[float, float]:
    """Try means by halving until the tail of what was seen has the right size."""
    tail = (1 - confidence) / 2
    own = 0.5 if half else 1.0

    def below(mean: float) -> float:
        return math.fsum(poisson_probability(each, mean) for each in range(count))

    def upper_tail(mean: float) -> float:
        return 1 - below(mean) - (1 - own) * poisson_probability(count, mean)

    def lower_tail(mean: float) -> float:
        return below(mean) + own * poisson_probability(count, mean)

    top = 10.0 * count + 100.0
    lower = 0.0 if count == 0 else halve(lambda mean: upper_tail(mean) - tail, 0.0, top)
    return lower, halve(lambda mean: tail - lower_tail(mean), 0.0, top)


def central_p(first: int, exposure_1: int, second: int, exposure_2: int, half: bool) -> float:
    """Twice the smaller binomial tail, in fractions: no rounding at all."""
    share = Fraction(exposure_1, exposure_1 + exposure_2)
    upper = upper_tail(first, first + second, share, half)
    lower = upper_tail(second, first + second, 1 - share, half)
    return float(min(2 * min(upper, lower), Fraction(1)))


def upper_tail(count: int, size: int, share: Fraction, half: bool) -> Fraction:
    def probability(each: int) -> Fraction:
        return math.comb(size, each) * share**each * (1 - share) ** (size - each)

    beyond = sum((probability(each) for each in range(count + 1, size + 1)), Fraction(0))
    return beyond + probability(count) * (Fraction(1, 2) if half else 1)


def minlik_p(first: int, exposure_1: float, second: int, exposure_2: float) -> float:
    """Sum of all outcomes that are no likelier than the one seen, given the total."""
    size, share = first + second, exposure_1 / (exposure_1 + exposure_2)
    chances = [
        math.exp(
            math.lgamma(size + 1) - math.lgamma(each + 1) - math.lgamma(size - each + 1)
            + each * math.log(share) + (size - each) * math.log1p(-share)
        )
        for each in range(size + 1)
    ]  # fmt: skip
    return math.fsum(chance for chance in chances if chance <= chances[first] * (1 + 1e-7))


def e_test_p(first: int, exposure_1: float, second: int, exposure_2: float) -> float:
    """Krishnamoorthy and Thomson (2004): all pairs of counts that differ at least as much."""
    rate = (first + second) / (exposure_1 + exposure_2)

    def distance(one: int, other: int) -> float:
        variance = one / exposure_1**2 + other / exposure_2**2
        gap = one / exposure_1 - other / exposure_2
        return abs(gap) / math.sqrt(variance) if variance else 0.0

    seen = distance(first, second)

    def likely(mean: float) -> list[tuple[int, float]]:
        reach = 9 * math.sqrt(mean + 4) + 10
        counts = range(max(0, int(mean - reach)), int(mean + reach))
        return [(each, poisson_probability(each, mean)) for each in counts]

    return math.fsum(
        p * q
        for one, p in likely(rate * exposure_1)
        for other, q in likely(rate * exposure_2)
        if distance(one, other) >= seen * (1 - 1e-12)
    )


def adjusted(p_values: list[float]) -> list[float]:
    """Benjamini-Hochberg from its definition: the best of all thresholds at or above each p."""
    size = len(p_values)
    return [
        min(
            1.0,
            min(
                other * size / sum(each <= other for each in p_values)
                for other in p_values
                if other >= own
            ),
        )
        for own in p_values
    ]


def halve(function: Callable[[float], float], lower: float, upper: float) -> float:
    for _ in range(200):
        middle = (lower + upper) / 2
        lower, upper = (middle, upper) if function(middle) < 0 else (lower, middle)
    return (lower + upper) / 2

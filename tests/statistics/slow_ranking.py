"""Rankings once more, one pair and one number at a time."""

from fractions import Fraction
from itertools import pairwise, permutations


def preference(kind, q, p, sigma, difference):
    from math import exp

    if difference <= 0:
        return 0.0
    if kind == "usual":
        return 1.0
    if kind == "u-shape":
        return 1.0 if difference > q else 0.0
    if kind == "v-shape":
        return 1.0 if difference >= p else difference / p
    if kind == "level":
        return 0.0 if difference <= q else 0.5 if difference <= p else 1.0
    if kind == "linear":
        if difference <= q:
            return 0.0
        return 1.0 if difference >= p else (difference - q) / (p - q)
    return 1 - exp(-(difference**2) / (2 * sigma**2))


def flows(matrix, weights, directions, functions):
    """Positive and negative flow of each alternative, from the definition."""
    size = len(matrix)
    total = sum(weights)

    def index(one, other):
        return sum(
            weight * preference(*function, direction * (matrix[one][at] - matrix[other][at]))
            for at, (weight, direction, function) in enumerate(
                zip(weights, directions, functions, strict=True)
            )
        ) / total  # fmt: skip

    others = [[each for each in range(size) if each != own] for own in range(size)]
    positive = [
        sum(index(own, each) for each in others[own]) / max(size - 1, 1) for own in range(size)
    ]
    negative = [
        sum(index(each, own) for each in others[own]) / max(size - 1, 1) for own in range(size)
    ]
    return positive, negative


def mean_ranks(row):
    """Average place from below, ties sharing, in fractions."""
    return [
        Fraction(sum(each < own for each in row) * 2 + sum(each == own for each in row) + 1, 2)
        for own in row
    ]


def kendall_w(ratings):
    """W with ties, as the sum of squares between items over the largest it could be."""
    ranks = [mean_ranks(row) for row in ratings]
    raters, items = len(ratings), len(ratings[0])
    sums = [sum(row[at] for row in ranks) for at in range(items)]
    mean = Fraction(sum(sums), items)
    between = sum((each - mean) ** 2 for each in sums)
    within = sum((each - Fraction(items + 1, 2)) ** 2 for row in ranks for each in row)
    return None if within == 0 else between / (raters * within)


def acceptability_two_criteria(utilities):
    """Exact shares of places when there are two criteria: the order changes at crossings only."""
    size = len(utilities)
    crossings = {Fraction(0), Fraction(1)}
    for one, other in permutations(range(size), 2):
        (a, b), (c, d) = utilities[one], utilities[other]
        slope = (a - b) - (c - d)
        if slope and 0 < Fraction(d - b, slope) < 1:
            crossings.add(Fraction(d - b, slope))
    shares = [[Fraction(0)] * size for _ in range(size)]
    for low, high in pairwise(sorted(crossings)):
        weight = (low + high) / 2
        values = [weight * a + (1 - weight) * b for a, b in utilities]
        for own in range(size):
            ahead = sum(value > values[own] for value in values)
            equal = sum(value == values[own] for value in values)
            for place in range(ahead, ahead + equal):
                shares[own][place] += (high - low) / equal
    return shares

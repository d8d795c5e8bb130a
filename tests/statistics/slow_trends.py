"""Slow and obvious second implementations for years, strata and trends, one series at a time."""

import itertools
import math


def trend(counts, exposures, years):
    """Slope, standard error and Pearson's chi-square by Newton steps on level and slope."""
    middle = sum(years) / len(years)
    level, slope = math.log(sum(counts) / sum(exposures)), 0.0
    for _ in range(100):
        fitted = [
            exposure * math.exp(level + slope * (year - middle))
            for exposure, year in zip(exposures, years, strict=True)
        ]
        gaps = [count - mean for count, mean in zip(counts, fitted, strict=True)]
        away = [year - middle for year in years]
        score = math.fsum(gaps), math.fsum(g * a for g, a in zip(gaps, away, strict=True))
        a = math.fsum(fitted)
        b = math.fsum(m * x for m, x in zip(fitted, away, strict=True))
        c = math.fsum(m * x * x for m, x in zip(fitted, away, strict=True))
        determinant = a * c - b * b
        step = (
            (c * score[0] - b * score[1]) / determinant,
            (a * score[1] - b * score[0]) / determinant,
        )
        level, slope = level + step[0], slope + step[1]
        if abs(step[0]) + abs(step[1]) < 1e-14:
            break
    chi_square = math.fsum(gap * gap / mean for gap, mean in zip(gaps, fitted, strict=True))
    return slope, math.sqrt(a / determinant), chi_square


def kendall(values):
    """Tau-b, and the exact two-sided p-value by trying every order; no ties allowed there."""
    pairs = list(itertools.combinations(values, 2))
    score = sum((later > earlier) - (later < earlier) for earlier, later in pairs)
    untied = sum(one != other for one, other in pairs)
    tau = score / math.sqrt(len(pairs) * untied) if untied else math.nan
    if len(set(values)) < len(values):
        return tau, None
    scores = [
        sum((b > a) - (b < a) for a, b in itertools.combinations(order, 2))
        for order in itertools.permutations(range(len(values)))
    ]
    at_least = sum(each >= score for each in scores) / len(scores)
    at_most = sum(each <= score for each in scores) / len(scores)
    return tau, min(1.0, 2 * min(at_least, at_most))


def minlik_poisson_p(observed, expected):
    """Sum of the probabilities of all counts that are no likelier than the one seen."""
    chances = [
        math.exp(each * math.log(expected) - expected - math.lgamma(each + 1))
        for each in range(int(expected * 3) + observed + 100)
    ]
    return math.fsum(chance for chance in chances if chance <= chances[observed] * (1 + 1e-7))


def within_dispersion(sides):
    """Pearson's phi of years around the rate of their own side, never below one."""
    chi_square, freedom = 0.0, -2
    for counts, exposures in sides:
        rate = sum(counts) / sum(exposures)
        for count, exposure in zip(counts, exposures, strict=True):
            freedom += 1
            chi_square += (count - rate * exposure) ** 2 / (rate * exposure) if rate else 0.0
    return max(1.0, chi_square / freedom)

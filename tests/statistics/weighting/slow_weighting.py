"""Slow and obvious second implementations, one answer at a time."""

import math


def raked(categories, margins, rounds=2_000):
    """Multiply, margin after margin, until nothing moves."""
    size = len(next(iter(categories.values())))
    weights = [1.0] * size
    for _ in range(rounds):
        for name, wanted in margins.items():
            for label, total in wanted.items():
                mine = [place for place in range(size) if categories[name][place] == label]
                have = math.fsum(weights[place] for place in mine)
                for place in mine:
                    weights[place] *= total / have
    return weights


def jackknife(indicator, weights):
    """The standard error of a weighted share by leaving out one person at a time."""
    size = len(weights)
    shares = []
    for left_out in range(size):
        kept = [place for place in range(size) if place != left_out]
        total = math.fsum(weights[place] for place in kept)
        shares.append(math.fsum(weights[place] * indicator[place] for place in kept) / total)
    mean = math.fsum(shares) / size
    return math.sqrt((size - 1) / size * math.fsum((share - mean) ** 2 for share in shares))


def jackknife_raked(indicator, categories, margins):
    """The same, with the others raked anew each time."""
    size = len(indicator)
    shares = []
    for left_out in range(size):
        kept = [place for place in range(size) if place != left_out]
        others = {name: [labels[place] for place in kept] for name, labels in categories.items()}
        weights = raked(others, margins, rounds=12)
        yes = math.fsum(
            weight for weight, place in zip(weights, kept, strict=True) if indicator[place]
        )
        shares.append(yes / math.fsum(weights))
    mean = math.fsum(shares) / size
    return math.sqrt((size - 1) / size * math.fsum((share - mean) ** 2 for share in shares))

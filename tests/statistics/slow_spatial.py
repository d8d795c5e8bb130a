"""Hot spots and near repeats once more: loops over areas and pairs, nothing clever."""

import math
from itertools import permutations


def gi_star(values, neighbours):
    size = len(values)
    mean = math.fsum(values) / size
    spread = math.sqrt(max(math.fsum((each - mean) ** 2 for each in values) / size, 0))
    found = []
    for area in range(size):
        group = set(neighbours[area]) | {area}
        total = math.fsum(values[each] for each in group)
        below = (size * len(group) - len(group) ** 2) / max(size - 1, 1)
        flat = spread < 1e-9 or below <= 0
        found.append(0.0 if flat else (total - mean * len(group)) / (spread * math.sqrt(below)))
    return found


def local_moran(values, neighbours):
    size = len(values)
    mean = math.fsum(values) / size
    square = math.fsum((each - mean) ** 2 for each in values) / size
    found = []
    for area in range(size):
        near = set(neighbours[area]) - {area}
        if square < 1e-12 or not near:
            found.append(0.0)
            continue
        around = math.fsum(values[each] - mean for each in near) / len(near)
        found.append((values[area] - mean) * around / square)
    return found


def conditional(values, neighbours, area):
    """Mean, variance and two-sided p over all orders of the other areas: no formula, no chance."""
    others = [each for at, each in enumerate(values) if at != area]
    size = len(values)
    seen, statistics, sums = local_moran(values, neighbours)[area], [], []
    for order in permutations(others):
        dealt = [*order[:area], values[area], *order[area:]]
        statistics.append(local_moran(dealt, neighbours)[area])
        sums.append(statistics[-1])
    mean = math.fsum(statistics) / math.factorial(size - 1)
    variance = math.fsum((each - mean) ** 2 for each in statistics) / math.factorial(size - 1)
    above = sum(each >= seen - 1e-9 for each in sums) / len(sums)
    below = sum(each <= seen + 1e-9 for each in sums) / len(sums)
    return mean, variance, min(1.0, 2 * min(above, below))


def global_moran(values, neighbours):
    """I of areas that all have neighbours."""
    size = len(values)
    return math.fsum(local_moran(values, neighbours)) / size


def knox(x, y, t, distances, times):
    """Counts of pairs close in both, in space, in time, and all pairs."""
    pairs = [(one, other) for one in range(len(x)) for other in range(one)]
    apart = [math.sqrt((x[a] - x[b]) ** 2 + (y[a] - y[b]) ** 2) for a, b in pairs]
    later = [abs(t[a] - t[b]) for a, b in pairs]
    both = [
        [
            sum(d <= far and s <= long for d, s in zip(apart, later, strict=True))
            for long in times
        ]
        for far in distances
    ]  # fmt: skip
    near = [sum(d <= far for d in apart) for far in distances]
    soon = [sum(s <= long for s in later) for long in times]
    return both, near, soon, len(pairs)

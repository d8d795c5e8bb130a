"""What the years before lead one to expect of a year: the band in a course chart.

Counts scatter at least as much as a Poisson process does, and usually more. Both spreads are
reckoned, on the scale of the square root (where the spread of a count hardly depends on its
size), and the wider one is the band:

* chance alone: dispersion 1, known, so a normal quantile;
* the spread of the years themselves: dispersion = Pearson chi-square / (n - 1), estimated from
  few years, so a t quantile with n - 1 degrees of freedom (quasi-Poisson; McCullagh and Nelder
  1989, chapter 6).

The band is for one new year, so the uncertainty of the mean of n years is added to the chance
in the year itself. Simulated, 5,000 times each with means 2 to 264, three and five years and
dispersion 1 to 3, the nominal 95 % band held 96 to 100 % of the new years: it errs on the wide
side, most of all for small counts, which are rounded outward.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from scipy import special

from integraal.statistics.inputs import DEFAULT_CONFIDENCE, tail_probability

REACH = 8
"""How many calendar years are looked back at most."""


@dataclass(frozen=True)
class Expectation:
    """Expected count of a year, its band in whole counts, and what it rests on."""

    year: int
    expected: float
    lower: int
    upper: int
    dispersion: float
    years_used: tuple[int, ...]

    def holds(self, count: int) -> bool:
        """Whether a count lies within the band, the limits included."""
        return self.lower <= count <= self.upper

    def probability(self, count: int) -> float:
        """Two-sided probability of a year at least as far off, by the wider of both spreads.

        What lies outside a 95 % band has less than 0.05: the band is rounded outward.

        Args:
            count: of the year itself, zero or more.
        """
        years = len(self.years_used)
        away = 2 * abs(math.sqrt(count) - math.sqrt(self.expected)) / math.sqrt(1 + 1 / years)
        by_chance = 2 * special.ndtr(-away)
        if not self.dispersion:
            return float(by_chance)
        by_spread = 2 * special.stdtr(years - 1, -away / math.sqrt(self.dispersion))
        return float(max(by_chance, by_spread))


def expected_from_years(
    year: int,
    counts: Mapping[int, int | None],
    *,
    years: int = 5,
    excluded: Collection[int] = (),
    minimum: int = 3,
    reach: int = REACH,
    confidence: float = DEFAULT_CONFIDENCE,
) -> Expectation | None:
    """Expect the count of one year from the years before it.

    Args:
        year: the year to expect; its own count, if present, is not looked at.
        counts: count per year, zero or more; None or absent where there is no figure.
        years: how many usable years to take, the most recent first.
        excluded: years that are not a fair yardstick, such as 2020 and 2021.
        minimum: fewer usable years than this give no expectation.
        reach: look back no further than this many calendar years.
        confidence: probability that the band holds the new count, between 0 and 1.

    Returns:
        The expectation, its limits rounded outward to whole counts; None when too few years
        are usable.

    Raises:
        ValueError: a count is negative, `minimum` is under two, or the confidence is not
            between 0 and 1.
    """
    if minimum < 2:
        raise ValueError("An expectation needs at least two years.")
    used = _usable_years(year, counts, excluded, reach)[:years]
    if len(used) < minimum:
        return None
    seen = [_checked(counts[each]) for each in used]
    mean = math.fsum(seen) / len(seen)
    dispersion = _pearson_dispersion(seen, mean)
    lower, upper = _band(mean, dispersion, len(seen), tail_probability(confidence))
    return Expectation(year, mean, lower, upper, dispersion, tuple(sorted(used)))


def _usable_years(
    year: int, counts: Mapping[int, int | None], excluded: Collection[int], reach: int
) -> list[int]:
    """Years before `year` that have a count and are not excluded, the most recent first."""
    window = range(year - 1, year - reach - 1, -1)
    return [each for each in window if counts.get(each) is not None and each not in excluded]


def _checked(count: int | None) -> int:
    if count is None or count < 0:
        raise ValueError("Counts must be numbers of zero or more.")
    return count


def _pearson_dispersion(seen: list[int], mean: float) -> float:
    """Pearson chi-square per degree of freedom; zero when nothing ever happened."""
    if mean == 0:
        return 0.0
    return math.fsum((count - mean) ** 2 for count in seen) / mean / (len(seen) - 1)


def _band(mean: float, dispersion: float, years: int, tail: float) -> tuple[int, int]:
    by_chance = -special.ndtri(tail)
    by_spread = -special.stdtrit(years - 1, tail) * math.sqrt(dispersion)
    half_width = max(by_chance, by_spread) * math.sqrt(1 + 1 / years) / 2
    lower = max(0.0, math.sqrt(mean) - half_width) ** 2
    upper = (math.sqrt(mean) + half_width) ** 2
    return math.floor(lower), math.ceil(upper)

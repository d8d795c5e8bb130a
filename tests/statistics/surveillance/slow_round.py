"""The monthly round again, one series and one month at a time, in fractions where it is exact."""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from tests.statistics.slow import adjusted, upper_tail
from tests.statistics.surveillance import slow_farrington


@dataclass
class Verdict:
    tier: str
    count: float = math.nan
    expected: float = math.nan
    upper_bound: float = math.nan
    p_value: float = math.nan


def same_months(
    counts: np.ndarray, at: int, months: int, years: int, excluded: np.ndarray
) -> tuple[float, list[float]]:
    """The newest count, and that of every earlier year whose months are all usable."""
    if at - months + 1 < 0:
        return math.nan, []
    newest = math.fsum(counts[at - months + 1 : at + 1])
    earlier = []
    for back in range(1, years + 1):
        own = [when - 12 * back for when in range(at - months + 1, at + 1)]
        if min(own) >= 0 and not any(excluded[when] or math.isnan(counts[when]) for when in own):
            earlier.append(math.fsum(counts[when] for when in own))
    return newest, earlier


def chance_of_more(newest: int, earlier: int, years: int) -> float:
    return float(upper_tail(newest, newest + earlier, Fraction(1, 1 + years), half=True))


def largest_usual(earlier: int, years: int, alpha: float) -> int:
    count = 0
    while chance_of_more(count + 1, earlier, years) > alpha:
        count += 1
    return count


def one(
    counts: np.ndarray, at: int, excluded: np.ndarray, settings: dict[str, Any], alpha: float
) -> Verdict:
    """Tier and test of one month; `settings` are those of slow_farrington."""
    if at >= len(counts) - 3:
        return Verdict("INCOMPLETE")
    usable = np.where(excluded, math.nan, counts)
    usable[at - 3 : at + 1] = counts[at - 3 : at + 1]
    start = at - 12 * settings["years_back"] - settings["half_window"]
    before = usable[max(start, 0) : at - settings["exclude_recent"]]
    if start >= 0 and np.nansum(before) >= np.count_nonzero(~np.isnan(before)):
        found = slow_farrington.one_month(usable, at, settings)
        if not math.isnan(found.expected):
            chance = (
                1.0
                if counts[at] == 0
                else slow_farrington.chance_above(
                    int(counts[at]) - 1, found.expected, found.dispersion
                )
            )
            return Verdict("FARRINGTON", counts[at], found.expected, found.upper_bound, chance)
    newest, earlier = same_months(counts, at, 3, settings["years_back"], excluded)
    if math.isnan(newest) or len(earlier) < 3:
        return Verdict("NO_HISTORY")
    if newest + sum(earlier) < 5:
        return Verdict("TOO_FEW")
    total, years = int(sum(earlier)), len(earlier)
    return Verdict(
        "EXACT",
        newest,
        total / years,
        largest_usual(total, years, alpha),
        chance_of_more(int(newest), total, years),
    )


def adjusted_of(verdicts: list[Verdict]) -> list[float]:
    tested = [place for place, each in enumerate(verdicts) if not math.isnan(each.p_value)]
    found = [math.nan] * len(verdicts)
    for place, value in zip(tested, adjusted([verdicts[p].p_value for p in tested]), strict=True):
        found[place] = value
    return found

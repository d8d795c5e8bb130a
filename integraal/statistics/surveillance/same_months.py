"""These months against the same months of earlier years: exact, for counts of any size.

Given the total, the count of the newest months is binomial if nothing changed (Przyborowski and
Wilenski, Biometrika 31 (1940)); half of the probability of what was seen is counted (mid-p,
Berry and Armitage, The Statistician 44 (1995)).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from integraal.statistics.roots import Array
from integraal.statistics.surveillance.arrays import Places
from integraal.statistics.surveillance.counts import Series, counts_over_time
from integraal.statistics.surveillance.window_sums import WindowSums

Side = Literal["more", "either"]


@dataclass(frozen=True, slots=True)
class SameMonths:
    """Per series and point: cases in the newest months, and in those of the years used.

    `expected` is the mean of these years; `upper_bound` the largest count with a p-value above
    alpha on the side "more"; nan where a month is missing or too few years can be used.
    """

    count: Array
    earlier: Array
    years_used: Places
    expected: Array
    upper_bound: Array
    p_value: Array


def exact_same_months(
    counts: ArrayLike,
    *,
    at: ArrayLike,
    months: int = 3,
    frequency: int = 12,
    years_back: int = 5,
    minimum_years: int = 1,
    alpha: float = 0.01,
    side: Side = "more",
    excluded: ArrayLike | None = None,
) -> SameMonths:
    """Test the newest months against the same months of the years before.

    Args:
        counts: (series, time) or (time,), whole numbers; nan where a month is missing.
        at: zero-based points, the last of the newest months, one or a row.
        months: how many newest months: 1, 3 or 12, at most a year.
        frequency: points per year.
        years_back: how many earlier years; one counts when all its months are known and not
            excluded.
        minimum_years: fewer usable years than this give no p-value.
        alpha: one-sided, for `upper_bound`.
        side: "more" for the chance of so many or more; "either" for twice the smaller tail.
        excluded: (time,), true where a month is no fair yardstick.

    Returns:
        Results of shape (series, len(at)), without the axis that was not given.

    Raises:
        ValueError: as for `counts_over_time`, a count is not whole, or a setting is out of
            range.
    """
    check_window(months, frequency, years_back, minimum_years)
    if not 0 < alpha < 1 or side not in ("more", "either"):
        raise ValueError("Alpha must lie between 0 and 1, the side be 'more' or 'either'.")
    series = counts_over_time(counts, at, excluded)
    shape = series.shape
    count, earlier, years = np.empty(shape), np.empty(shape), np.empty(shape)
    p_value, bound = np.full(shape, np.nan), np.full(shape, np.nan)
    for block in series.blocks():
        sums = WindowSums.of(series, block)
        count[block], earlier[block], years[block] = windows_of(
            series, sums, months, frequency, years_back
        )
        tested = np.nonzero(~np.isnan(count[block]) & (years[block] >= max(minimum_years, 1)))
        before, used = earlier[block][tested], years[block][tested]
        p_value[block][tested] = chance_of_more(count[block][tested], before, used, side=side)
        bound[block][tested] = largest_usual_count(before, used, alpha=alpha)
    expected = np.where(np.isnan(p_value), np.nan, earlier / np.maximum(years, 1))
    return SameMonths(
        count.reshape(series.outer),
        earlier.reshape(series.outer),
        years.reshape(series.outer).astype(np.int64),
        expected.reshape(series.outer),
        bound.reshape(series.outer),
        p_value.reshape(series.outer),
    )


def check_window(months: int, frequency: int, years_back: int, minimum_years: int) -> None:
    """Raise ValueError unless the months fit in a year and the years make sense."""
    if not 1 <= months <= frequency:
        raise ValueError("The newest months must be at least one and fit in a year.")
    if years_back < 1 or minimum_years < 0:
        raise ValueError("At least one earlier year is needed.")


def windows_of(
    series: Series, sums: WindowSums, months: int, frequency: int, years_back: int
) -> tuple[Array, Array, Array]:
    """Newest count (nan: a month is missing), earlier count, years used: (block, len(at))."""
    size = sums.cases.shape[1]
    count = np.empty((len(series.at), size))
    earlier = np.zeros((len(series.at), size))
    years = np.zeros((len(series.at), size))
    for row, point in enumerate(series.at):
        after = int(point) + 1
        newest, gap = sums.seen(after - months, after)
        count[row] = np.where(gap | (after < months), np.nan, newest)
        for back in range(1, years_back + 1):
            last = after - back * frequency
            if last < months:
                break
            cases, known = sums.usable(last - months, last)
            whole = known == months
            earlier[row] += np.where(whole, cases, 0.0)
            years[row] += whole
    return count.T, earlier.T, years.T


def chance_of_more(count: Array, earlier: Array, years: Array, *, side: Side = "more") -> Array:
    """Mid-p chance of so many or more, for n triples; each different triple is reckoned once."""
    if np.any(count != np.floor(count)) or np.any(earlier != np.floor(earlier)):
        raise ValueError("Counts that are compared must be whole numbers.")
    triples, place = _unique(count, earlier, years)
    upper = _mid_upper_tail(triples[0], triples[1], 1 / (1 + triples[2]))
    if side == "either":
        upper = np.minimum(2 * np.minimum(upper, 1 - upper), 1.0)
    return upper[place]


def largest_usual_count(earlier: Array, years: Array, *, alpha: float) -> Array:
    """The largest count whose mid-p chance of so many or more stays above alpha."""
    pairs, place = _unique(earlier, years)
    before, share = pairs[0], 1 / (1 + pairs[1])
    low, high = np.zeros(before.shape), np.ceil(before / pairs[1]) + 8
    while np.any(short := _mid_upper_tail(high, before, share) > alpha):
        low, high = np.where(short, high, low), np.where(short, 2 * high, high)
    while np.any(high - low > 1):
        middle = np.floor((low + high) / 2)
        usual = _mid_upper_tail(middle, before, share) > alpha
        low, high = np.where(usual, middle, low), np.where(usual, high, middle)
    return low[place]


def _unique(*columns: Array) -> tuple[list[Array], Places]:
    """The different rows of some columns of whole numbers, and where each row went."""
    key = np.zeros(len(columns[0]))
    tops = [float(column.max(initial=0)) + 1 for column in columns]
    if np.prod(tops) >= 2**53:
        table, place = np.unique(np.column_stack(columns), axis=0, return_inverse=True)
        return list(table.T), place.ravel()
    for column, top in zip(columns, tops, strict=True):
        key = key * top + column
    keys, place = np.unique(key.astype(np.int64), return_inverse=True)
    found = []
    for top in reversed(tops):
        keys, last = np.divmod(keys, int(top))
        found.append(last.astype(np.float64))
    return found[::-1], place


def _mid_upper_tail(count: Array, earlier: Array, share: Array) -> Array:
    """P(X > count) + P(X = count) / 2 for X binomial of size count + earlier."""
    some, more = count > 0, earlier > 0
    reached = special.betainc(np.where(some, count, 1.0), earlier + 1, share)
    beyond = special.betainc(count + 1, np.where(more, earlier, 1.0), share)
    tail: Array = (np.where(some, reached, 1.0) + np.where(more, beyond, 0.0)) / 2
    return tail

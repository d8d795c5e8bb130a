"""Knox: does it happen again nearby soon after, more than chance would make it?"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from integraal.statistics.roots import Array

Pairs = NDArray[np.intp]
_DIFFERENCES_AT_ONCE = 4_000_000


@dataclass(frozen=True, slots=True)
class SpaceTimeClustering:
    """Pairs of events close in space and time; tables of shape (distances, times).

    Attributes:
        observed: number of pairs that are close in both.
        expected: pairs close in space times pairs close in time, divided by all pairs.
        ratio: observed divided by expected; nan where nothing is expected.
        p_value: share of permutations with at least as many pairs, what was seen counted
            along; one-sided, never below 1 / (permutations + 1).
        close_in_space, close_in_time: number of pairs within each distance, and each time.
        pairs: all pairs of events.
    """

    observed: NDArray[np.int64]
    expected: Array
    ratio: Array
    p_value: Array
    close_in_space: NDArray[np.int64]
    close_in_time: NDArray[np.int64]
    pairs: int


def knox(
    x: ArrayLike,
    y: ArrayLike,
    t: ArrayLike,
    distance_breaks: ArrayLike,
    time_breaks: ArrayLike,
    permutations: int = 999,
    seed: int = 0,
    *,
    cumulative: bool = True,
) -> SpaceTimeClustering:
    """Count pairs of events that are close in space and in time, and let the times change places.

    Args:
        x, y: (events,) place of each event, in metres.
        t: (events,) time of each event, in days.
        distance_breaks, time_breaks: increasing limits, zero or more. A pair exactly at a limit
            is within it (as in R's surveillance).
        permutations: how often the times are dealt out anew over the places.
        seed: of the permutations.
        cumulative: True counts pairs within each limit; False counts pairs between each limit
            and the one before it (above that one, up to this one).

    Returns:
        Observed and expected pairs, their ratio and p-value for each distance and time.

    Raises:
        ValueError: coordinates and times are not equally long rows of finite numbers, or limits
            do not increase.

    Source: E.G. Knox, The detection of space-time interactions, Applied Statistics 13 (1964);
    permutation as in N. Mantel, Cancer Research 27 (1967).
    """
    events, time = _checked_events(x, y, t)
    distances = _checked_breaks(distance_breaks, "distance")
    times = _checked_breaks(time_breaks, "time")
    if permutations < 0:
        raise ValueError("The number of permutations must be zero or more.")
    all_pairs = time.size * (time.size - 1) // 2
    first, second, ends = _close_pairs(events, distances)
    near = _per_break(ends, 0, cumulative)
    soon = _per_break(_pairs_within(time, times), 0, cumulative)
    observed = _counts(time[None, :], first, second, ends, times, cumulative)[0]
    at_least = np.ones(observed.shape)
    for dealt in _dealt(time, permutations, seed, max(first.size, time.size, 1)):
        counts = _counts(dealt, first, second, ends, times, cumulative)
        at_least += (counts >= observed).sum(axis=0)
    expected = near[:, None] * soon[None, :] / max(all_pairs, 1)
    anything = expected > 0
    ratio = np.where(anything, observed / np.where(anything, expected, 1.0), np.nan)
    p_value = at_least / (permutations + 1)
    return SpaceTimeClustering(observed, expected, ratio, p_value, near, soon, all_pairs)


def _checked_events(x: ArrayLike, y: ArrayLike, t: ArrayLike) -> tuple[Array, Array]:
    columns = [np.asarray(each, dtype=np.float64) for each in (x, y, t)]
    if any(each.ndim != 1 or each.size != columns[0].size for each in columns):
        raise ValueError("x, y and t must be rows of the same length.")
    if not all(np.isfinite(each).all() for each in columns):
        raise ValueError("Each event needs a place and a time; leave out what lacks one.")
    return np.column_stack(columns[:2]), columns[2]


def _checked_breaks(breaks: ArrayLike, name: str) -> Array:
    limits = np.atleast_1d(np.asarray(breaks, dtype=np.float64))
    rising = limits.ndim == 1 and limits.size > 0 and np.all(np.diff(limits) > 0)
    if not rising or not np.all(np.isfinite(limits) & (limits >= 0)):
        raise ValueError(f"The {name} limits must be increasing numbers of zero or more.")
    return limits


def _close_pairs(events: Array, distances: Array) -> tuple[Pairs, Pairs, NDArray[np.int64]]:
    """Pairs within the largest distance, nearest first, and how many lie within each distance."""
    if len(events) < 2:
        nothing = np.empty(0, dtype=np.intp)
        return nothing, nothing, np.zeros(distances.size, dtype=np.int64)
    reach = distances[-1] * (1 + 1e-9) + 1e-12  # the tree may round; the limit is kept below
    pairs = cKDTree(events).query_pairs(reach, output_type="ndarray")
    apart = events[pairs[:, 0]] - events[pairs[:, 1]]
    distance = np.sqrt((apart**2).sum(axis=1))
    order = np.argsort(distance, kind="stable")
    ends = np.searchsorted(distance[order], distances, side="right")
    kept = order[: ends[-1]]
    return pairs[kept, 0], pairs[kept, 1], ends.astype(np.int64)


def _pairs_within(time: Array, times: Array) -> NDArray[np.int64]:
    """How many pairs lie within each time, without making all pairs."""
    ordered = np.sort(time)
    within = []
    for limit in times:
        # Search by sum, then let the difference itself decide, as it does for the pairs.
        last = np.searchsorted(ordered, ordered + limit, side="right")
        over = ordered[last - 1] - ordered > limit
        last = np.where(over, last - 1, last)
        following = ordered[np.minimum(last, time.size - 1)]
        last = np.where((last < time.size) & (following - ordered <= limit), last + 1, last)
        within.append(int((last - np.arange(time.size) - 1).sum()))
    return np.array(within, dtype=np.int64)


def _per_break(within: NDArray[np.int64], axis: int, cumulative: bool) -> NDArray[np.int64]:
    return within if cumulative else np.diff(within, axis=axis, prepend=0)


def _counts(
    time: Array,
    first: Pairs,
    second: Pairs,
    ends: NDArray[np.int64],
    times: Array,
    cumulative: bool,
) -> NDArray[np.int64]:
    """Pairs close in both, (permutations, distances, times), for rows of times."""
    apart = np.abs(time[:, first] - time[:, second])
    starts = np.concatenate([[0], ends[:-1]])
    within = np.zeros((len(time), ends.size, times.size), dtype=np.int64)
    for at, limit in enumerate(times):
        soon = apart <= limit
        for row, (start, end) in enumerate(zip(starts, ends, strict=True)):
            within[:, row, at] = np.count_nonzero(soon[:, start:end], axis=1)
    # Rows hold rings of distance by now, columns all times up to a limit.
    return np.cumsum(within, axis=1) if cumulative else np.diff(within, axis=2, prepend=0)


def _dealt(time: Array, permutations: int, seed: int, width: int) -> Iterator[Array]:
    """The times in random order, a number of rows at once."""
    rng = np.random.default_rng(seed)
    at_once = max(1, _DIFFERENCES_AT_ONCE // width)
    for start in range(0, permutations, at_once):
        number = min(at_once, permutations - start)
        yield rng.permuted(np.broadcast_to(time, (number, time.size)), axis=1)

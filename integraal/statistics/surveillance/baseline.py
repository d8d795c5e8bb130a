"""Which earlier months a count is held against, and what is common to them.

Everything is said relative to the month that is tested (offset 0), so one design serves every
series and every month tested.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from integraal.statistics.roots import Array
from integraal.statistics.surveillance.arrays import Places

Season = Literal["groups", "harmonic", "none"]
SEASONS: tuple[Season, ...] = ("groups", "harmonic", "none")


@dataclass(frozen=True, slots=True)
class Baseline:
    """Offsets of the n reference points, their season group (0, 1, ...), and waves.

    The waves have shape (n, 0) or (n, 2); `at_test` holds their values in the month tested,
    whose group is `test_group`.
    """

    offsets: Places
    groups: Places
    waves: Array
    test_group: int
    waves_at_test: Array

    @property
    def history(self) -> int:
        """How many points must lie before the one tested."""
        return int(-self.offsets.min())


def baseline_of(
    *,
    frequency: int,
    years_back: int,
    half_window: int,
    periods: int,
    exclude_recent: int,
    season: Season = "groups",
) -> Baseline:
    """The reference points of Noufaily and others (2013), section 3.

    With one period these are the windows around the same month of each earlier year. With
    more, or with waves, it is every point from the first window on, up to the recent ones that
    are left out.

    Raises:
        ValueError: a setting is out of range, or leaves no point at all.
    """
    _check(frequency, years_back, half_window, periods, exclude_recent, season)
    offsets = np.arange(-years_back * frequency - half_window, -exclude_recent)
    window = np.minimum(offsets % frequency, -offsets % frequency) <= half_window
    if season == "groups" and periods == 1:
        offsets = offsets[window & (offsets < half_window + 1 - frequency)]
    groups, test_group = np.zeros(offsets.shape, dtype=np.int64), 0
    waves = np.empty((offsets.size, 0))
    if season == "groups" and periods > 1:
        test_group = periods - 1
        groups = _group_by_offset(frequency, half_window, periods)[offsets % frequency]
    if season == "harmonic":
        angle = 2 * np.pi * (offsets % frequency) / frequency
        waves = np.column_stack([np.sin(angle), np.cos(angle)])
    if not offsets.size:
        raise ValueError("These settings leave no earlier point to compare with.")
    at_test = np.array([0.0, 1.0])[: waves.shape[1]]
    return Baseline(offsets, groups, waves, test_group, at_test)


def _group_by_offset(frequency: int, half_window: int, periods: int) -> Places:
    """The season group of each offset in the year: larger groups first, the window last."""
    remaining = frequency - 2 * half_window - 1
    size, larger = divmod(remaining, periods - 1)
    sizes = np.full(periods - 1, size)
    sizes[:larger] += 1
    group = np.full(frequency, periods - 1)
    group[half_window + 1 : frequency - half_window] = np.repeat(np.arange(periods - 1), sizes)
    return group


def _check(
    frequency: int,
    years_back: int,
    half_window: int,
    periods: int,
    exclude_recent: int,
    season: Season,
) -> None:
    if frequency < 2 or years_back < 1 or periods < 1:
        raise ValueError("The frequency must be at least two, years back and periods at least one.")
    if half_window < 0 or 2 * half_window + 1 > frequency:
        raise ValueError("The half window must be zero or more and fit in a year.")
    if exclude_recent < 0:
        raise ValueError("The number of recent points left out must be zero or more.")
    if season not in SEASONS:
        raise ValueError("The season must be 'groups', 'harmonic' or 'none'.")
    if season == "groups" and periods - 1 > frequency - 2 * half_window - 1:
        raise ValueError("There are more periods than points in a year outside the window.")

"""Sums of counts over stretches of months, for a block of series, from running totals."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from integraal.statistics.roots import Array
from integraal.statistics.surveillance.arrays import Flags, Places
from integraal.statistics.surveillance.counts import Series


@dataclass(frozen=True, slots=True)
class WindowSums:
    """Running totals over time, (time + 1, series): counts, missing ones, and those usable.

    A month is usable in a baseline when it is known and not excluded.
    """

    cases: Array
    missing: NDArray[np.int32]
    usable_cases: Array
    unusable: NDArray[np.int32]

    @classmethod
    def of(cls, series: Series, block: slice) -> "WindowSums":
        by_time = series.counts[block].T.astype(np.float64)
        missing = np.isnan(by_time)
        if missing.any():
            by_time[missing] = 0
        cases, gaps = _running(by_time), _running(missing)
        if not series.excluded.any():
            return cls(cases, gaps, cases, gaps)
        left_out = missing | series.excluded[:, None]
        return cls(cases, gaps, _running(by_time * ~left_out), _running(left_out))

    def seen(self, first: int, after: int) -> tuple[Array, Flags]:
        """Known cases per series from `first` up to `after`, and whether a month is missing."""
        first = max(first, 0)
        return self.cases[after] - self.cases[first], self.missing[after] > self.missing[first]

    def usable(self, first: int, after: int) -> tuple[Array, Places]:
        """Usable cases per series, and how many usable months they come from."""
        first, after = max(first, 0), max(after, 0)
        months = after - first - (self.unusable[after] - self.unusable[first])
        return self.usable_cases[after] - self.usable_cases[first], months


def _running(table: NDArray) -> NDArray:
    kind = np.float64 if table.dtype == np.float64 else np.int32
    total = np.zeros((len(table) + 1, table.shape[1]), dtype=kind)
    np.cumsum(table, axis=0, out=total[1:])
    return total

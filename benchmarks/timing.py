"""Times in milliseconds, and how they are told."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """Times of one thing that was done several times, in milliseconds."""

    what: str
    values: tuple[float, ...]

    @property
    def middle(self) -> float:
        return share_below(self.values, 0.5)

    @property
    def high(self) -> float:
        """The time that 95 of 100 stay under."""
        return share_below(self.values, 0.95)


def share_below(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least ``share`` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def timed(deed: Callable[[], object]) -> float:
    """Do ``deed`` once; return how long it took, in milliseconds."""
    started = time.perf_counter()
    deed()
    return (time.perf_counter() - started) * 1000


def times_of(what: str, deed: Callable[[], object], times: int) -> Times:
    """Do ``deed`` so many times, one after the other."""
    return Times(what, tuple(timed(deed) for _ in range(times)))

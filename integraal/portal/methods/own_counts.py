"""Counts of one's own that an example may begin with, with their source. Data."""

from collections.abc import Mapping
from dataclasses import dataclass

from integraal.knowledge.indicators.definitions import Indicator


@dataclass(frozen=True)
class OwnCounts:
    """Counts of the whole municipality that may be laid beside each other, in order of time.

    Attributes:
        indicator: what is counted.
        area: the municipality.
        years: year to count, since the last break in how is counted; whole years only.
        fair_years: those of them that are a fair yardstick, so without the corona years.
        months: (year, month) to count, complete months only; None where it is no fair yardstick.
        denominator: what the newest rate is per, where that is known.
        source: who gave it, and when it was taken from there.
    """

    indicator: Indicator
    area: str
    years: Mapping[int, int]
    fair_years: Mapping[int, int]
    months: Mapping[tuple[int, int], int | None]
    denominator: int | None
    source: str

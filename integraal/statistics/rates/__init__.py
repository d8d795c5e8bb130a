"""Counts and rates of a small municipality: how sure they are, and what may be compared.

Police counts of a municipality are small, so nothing here leans on the normal approximation.
All functions work element by element on arrays that NumPy can broadcast together.
"""

from integraal.statistics.rates.comparisons import CountComparison, compare_counts
from integraal.statistics.rates.families import benjamini_hochberg
from integraal.statistics.rates.intervals import (
    Interval,
    RateInterval,
    poisson_interval,
    rate_interval,
)

__all__ = [
    "CountComparison",
    "Interval",
    "RateInterval",
    "benjamini_hochberg",
    "compare_counts",
    "poisson_interval",
    "rate_interval",
]

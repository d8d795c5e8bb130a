"""Counts and rates of a small municipality: how sure they are, and what may be compared.

Police counts of a municipality are small, so nothing here leans on the normal approximation
where an exact reckoning exists. Every function takes whole arrays of areas or series at once.
"""

from integraal.statistics.rates.comparisons import CountComparison, compare_counts
from integraal.statistics.rates.families import (
    Family,
    adjusted_p_values,
    benjamini_hochberg,
    declared_family,
)
from integraal.statistics.rates.intervals import (
    Interval,
    RateInterval,
    poisson_interval,
    rate_interval,
)
from integraal.statistics.rates.pooled import YearsComparison, compare_with_rest, compare_years
from integraal.statistics.rates.proportions import proportion_interval
from integraal.statistics.rates.standardisation import (
    IndirectRate,
    StandardisedRate,
    StandardisedRatio,
    direct_rate,
    indirect_rate,
    standardised_ratio,
)
from integraal.statistics.rates.trends import Trend, poisson_trend

__all__ = [
    "CountComparison",
    "Family",
    "IndirectRate",
    "Interval",
    "RateInterval",
    "StandardisedRate",
    "StandardisedRatio",
    "Trend",
    "YearsComparison",
    "adjusted_p_values",
    "benjamini_hochberg",
    "compare_counts",
    "compare_with_rest",
    "compare_years",
    "declared_family",
    "direct_rate",
    "indirect_rate",
    "poisson_interval",
    "poisson_trend",
    "proportion_interval",
    "rate_interval",
    "standardised_ratio",
]

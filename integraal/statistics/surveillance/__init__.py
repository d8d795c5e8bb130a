"""Is there more than expected? Tests of counts over time, for many series at once.

`monthly_round` chooses the test by the data; the others are the tests themselves. Arrays of
counts have shape (series, time), or (time,) for one series.
"""

from integraal.statistics.surveillance.drift import (
    Ratios,
    Sums,
    cusum,
    poisson_likelihood_ratio,
)
from integraal.statistics.surveillance.farrington import Alarms, farrington_flexible
from integraal.statistics.surveillance.monthly_round import Family, Round, Tier, monthly_round
from integraal.statistics.surveillance.same_months import SameMonths, exact_same_months
from integraal.statistics.surveillance.short_history import BoundAlarms, bayes, ears

__all__ = [
    "Alarms",
    "BoundAlarms",
    "Family",
    "Ratios",
    "Round",
    "SameMonths",
    "Sums",
    "Tier",
    "bayes",
    "cusum",
    "ears",
    "exact_same_months",
    "farrington_flexible",
    "monthly_round",
    "poisson_likelihood_ratio",
]

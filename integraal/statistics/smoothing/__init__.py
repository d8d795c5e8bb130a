"""Steady rates of small areas: each borrows strength from all, or from its neighbours."""

from integraal.statistics.smoothing.empirical_bayes import PoissonGamma, poisson_gamma
from integraal.statistics.smoothing.map_classes import MapClass, classify
from integraal.statistics.smoothing.marshall import (
    Neighbours,
    SmoothedRates,
    marshall_global,
    marshall_local,
)

__all__ = [
    "MapClass",
    "Neighbours",
    "PoissonGamma",
    "SmoothedRates",
    "classify",
    "marshall_global",
    "marshall_local",
    "poisson_gamma",
]

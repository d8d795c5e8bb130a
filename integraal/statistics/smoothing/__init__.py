"""Steady rates of small areas: each borrows strength from all, or from its neighbours."""

from integraal.statistics.smoothing.map_classes import MapClass, classify
from integraal.statistics.smoothing.marshall import (
    Neighbours,
    SmoothedRates,
    marshall_global,
    marshall_local,
)
from integraal.statistics.smoothing.poisson_gamma import PoissonGamma, poisson_gamma

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

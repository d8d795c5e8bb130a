"""Where, and where again: hot spots of areas, near repeats and density of points."""

from integraal.statistics.spatial.areas import MINIMUM_AREAS
from integraal.statistics.spatial.density import MINIMUM_POINTS, Density, kernel_density
from integraal.statistics.spatial.hot_spots import HotSpots, getis_ord_star
from integraal.statistics.spatial.local_moran import LocalMoran, local_moran
from integraal.statistics.spatial.moran import GlobalMoran, global_moran
from integraal.statistics.spatial.near_repeat import SpaceTimeClustering, knox

__all__ = [
    "MINIMUM_AREAS",
    "MINIMUM_POINTS",
    "Density",
    "GlobalMoran",
    "HotSpots",
    "LocalMoran",
    "SpaceTimeClustering",
    "getis_ord_star",
    "global_moran",
    "kernel_density",
    "knox",
    "local_moran",
]

"""Kernel density: a smooth surface of where events lie, for maps that show no address."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.roots import Array

MINIMUM_POINTS = 10
_CELLS_PER_BANDWIDTH = 4
_BANDWIDTHS_AROUND = 3
_MOST_CELLS = 4_000_000


@dataclass(frozen=True, slots=True)
class Density:
    """A surface, with the coordinates of its columns and rows.

    Attributes:
        values: (rows, columns) events per square unit; over the whole plane they add up to the
            number of points.
        x, y: coordinates of the columns and of the rows.
        bandwidth: standard deviation of the hill on each point.
        points: number of points.
        places: number of different places among them. A peak over one place is an address:
            with few places do not publish.
    """

    values: Array
    x: Array
    y: Array
    bandwidth: float
    points: int
    places: int


def kernel_density(
    x: ArrayLike,
    y: ArrayLike,
    *,
    bandwidth: float,
    grid_x: ArrayLike | None = None,
    grid_y: ArrayLike | None = None,
) -> Density:
    """Lay a Gaussian hill of the same width on each point and add them up.

    Args:
        x, y: (points,) coordinates in metres.
        bandwidth: standard deviation of a hill, in metres; 200 to 400 for a village.
        grid_x, grid_y: coordinates at which the surface is wanted. When left out: four per
            bandwidth, to three bandwidths around the points.

    Returns:
        The surface. No correction at borders: beyond the municipality nothing is known.

    Raises:
        ValueError: fewer than ten points (a peak would point at an address), coordinates that
            are not finite, a bandwidth that is not above zero, or a grid far too fine.

    Source: B.W. Silverman, Density Estimation (1986), chapter 4.
    """
    east, north = (np.asarray(each, dtype=np.float64) for each in (x, y))
    if east.ndim != 1 or east.shape != north.shape:
        raise ValueError("x and y must be rows of the same length.")
    if east.size < MINIMUM_POINTS:
        raise ValueError(
            f"A density map needs at least {MINIMUM_POINTS} points: "
            "with fewer it points at addresses. Give the number instead."
        )
    if not (np.isfinite(east).all() and np.isfinite(north).all()):
        raise ValueError("Each point needs two coordinates; leave out what lacks one.")
    if not 0 < bandwidth < np.inf:
        raise ValueError("The bandwidth must be above zero.")
    columns = _grid(grid_x, east, bandwidth)
    rows = _grid(grid_y, north, bandwidth)
    if columns.size * rows.size > _MOST_CELLS:
        raise ValueError("The grid is too fine for this area: choose a wider bandwidth or a grid.")
    values = _hills(rows, north, bandwidth) @ _hills(columns, east, bandwidth).T
    places = len(np.unique(np.column_stack([east, north]), axis=0))
    return Density(values, columns, rows, float(bandwidth), east.size, places)


def _grid(given: ArrayLike | None, points: Array, bandwidth: float) -> Array:
    if given is not None:
        coordinates = np.atleast_1d(np.asarray(given, dtype=np.float64))
        if coordinates.ndim != 1 or not np.isfinite(coordinates).all():
            raise ValueError("A grid must be a row of finite coordinates.")
        return coordinates
    low = points.min() - _BANDWIDTHS_AROUND * bandwidth
    high = points.max() + _BANDWIDTHS_AROUND * bandwidth
    steps = (high - low) / bandwidth * _CELLS_PER_BANDWIDTH
    if not steps < _MOST_CELLS:
        raise ValueError("The grid is too fine for this area: choose a wider bandwidth or a grid.")
    return np.linspace(low, high, int(np.ceil(steps)) + 1)


def _hills(grid: Array, points: Array, bandwidth: float) -> Array:
    """Gaussian density of each grid coordinate (rows) around each point (columns)."""
    away = (grid[:, None] - points[None, :]) / bandwidth
    hills: Array = np.exp(-(away**2) / 2) / (bandwidth * np.sqrt(2 * np.pi))
    return hills

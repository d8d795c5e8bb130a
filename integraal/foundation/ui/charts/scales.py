"""From values to places on paper: round ticks, linear scales, escaped text."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

MOST_GRID_LINES = 5
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


class ChartRefused(ValueError):
    """A chart that would mislead or cannot be drawn; the sentence says why."""


@dataclass(frozen=True)
class Scale:
    """A straight line from values (low to high) to places in user units (start to end)."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the place of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def round_ticks(highest: float, whole: bool = True) -> tuple[float, ...]:
    """Return at most five round values from zero to at least `highest`.

    highest: the largest value to show, zero or more.
    whole: True when values are counts, so that no tick falls between two whole numbers.
    """
    if not math.isfinite(highest) or highest < 0:
        raise ChartRefused("De hoogste waarde van de as moet een getal van nul of hoger zijn.")
    if highest == 0:
        return (0.0, 1.0)
    gaps = MOST_GRID_LINES - 1
    power = math.floor(math.log10(highest / gaps))
    for exponent in (power, power + 1):
        for base in STEPS:
            step = base * 10**exponent
            if whole and step != round(step):
                continue
            if step * gaps >= highest - 1e-12:
                count = math.ceil(highest / step - 1e-9)
                return tuple(round(step * index, 10) for index in range(count + 1))
    return (0.0, 1.0)


def place(value: float) -> str:
    """Write a coordinate with one decimal: precise enough to print, short enough to send."""
    return f"{value:.1f}"


def points(pairs: Iterable[tuple[float, float]]) -> str:
    """Write pairs (x, y) as the inside of an SVG path that starts with a move."""
    return "M" + "L".join(f"{place(x)} {place(y)}" for x, y in pairs)


def text(value: object) -> str:
    """Escape anything that a person wrote for use in SVG or HTML."""
    return escape(str(value), quote=True)


def must_be_finite(name: str, *values: float | None) -> None:
    """Raise ChartRefused when a value is NaN or infinite; None means missing and is fine."""
    for value in values:
        if value is not None and not math.isfinite(value):
            raise ChartRefused(f"{name} is geen getal: {value}.")

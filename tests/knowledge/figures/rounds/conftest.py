"""Invented months: bicycles with a summer, a burst in the last judged month, and a quiet area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.knowledge.figures.explorer.small_set import Value, add_areas, load

if TYPE_CHECKING:
    from integraal.foundation.areas.models import Area
    from integraal.foundation.audit.actors import Actor

BICYCLES, VANDALISM = "misdrijven:1.2.3", "misdrijven:2.2.1"
FIRST, LAST = 2016, 2025
BURST = "2025MM09"


def months() -> list[str]:
    return [f"{year}MM{month:02d}" for year in range(FIRST, LAST + 1) for month in range(1, 13)]


def drawn(mean: float, seed: int) -> list[int]:
    """Counts with a wave a year, drawn with a fixed seed."""
    when = np.arange(len(months()))
    wave = 1 + 0.3 * np.sin(2 * np.pi * when / 12)
    return [int(count) for count in np.random.default_rng(seed).poisson(mean * wave)]


def monthly(area: str, measure: str, counts: list[int]) -> list[Value]:
    return [
        Value(area, measure, period, count) for period, count in zip(months(), counts, strict=True)
    ]


def with_burst(counts: list[int], burst: int) -> list[int]:
    place = months().index(BURST)
    return [*counts[:place], burst, *counts[place + 1 :]]


@pytest.fixture
def places(adviser: Actor) -> dict[str, Area]:
    return add_areas(adviser)


@pytest.fixture
def loaded(adviser: Actor, places: dict[str, Area]) -> dict[str, Area]:
    """Bicycles burst in September 2025 in the municipality and in Hof; vandalism does as ever."""
    values = monthly("Molendrecht", BICYCLES, with_burst(drawn(9, 1), 34))
    values += monthly("Molendrecht", VANDALISM, drawn(14, 2))
    values += monthly("Hof", BICYCLES, with_burst(drawn(0.2, 3), 6))
    values += monthly("Veld", BICYCLES, drawn(0.05, 4))
    load(adviser, places, values, "maanden.csv")
    return places

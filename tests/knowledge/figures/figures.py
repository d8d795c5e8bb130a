"""Figures for the tests of estimates and verdicts."""

from datetime import date

from integraal.knowledge.figures.estimates import AreaRef, Estimate, SnapshotRef, from_count
from integraal.knowledge.indicators.periods import Period

AREA = AreaRef("GM0432", "Opmeer", 2026)
SNAPSHOT = SnapshotRef("1", "Misdrijven_2024.csv", "ab" * 32, date(2026, 11, 23))


def about(year: int = 2024) -> dict:
    """What every figure must say about itself."""
    return {
        "period": Period.of_year(year),
        "area": AREA,
        "indicator": "misdrijven-totaal",
        "indicator_version": "1",
        "snapshot": SNAPSHOT,
    }


def figure(count: int, year: int = 2024, **more) -> Estimate:
    """A counted figure of one year."""
    return from_count(count, **{**about(year), **more})

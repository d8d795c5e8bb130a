"""The count to begin with: the mean of the last fair years of one's own figure."""

from dataclasses import dataclass

from integraal.foundation.ui.dutch import listed, number
from integraal.portal.methods.own_counts import OwnCounts

USUAL_YEARS = 3


@dataclass(frozen=True)
class Beginning:
    """A mean per year, and the words that say where it comes from."""

    count: float
    say: str


def beginning(counts: OwnCounts, years: int) -> Beginning | None:
    """Return the mean of the last ``years`` fair years; None when all of them are zero."""
    used = sorted(counts.fair_years)[-years:]
    total = sum(counts.fair_years[year] for year in used)
    if not total:
        return None
    mean = total / len(used)
    seen = listed([f"{number(counts.fair_years[year])} in {year}" for year in used])
    return Beginning(
        count=mean,
        say=(
            f"{counts.indicator.name} in {counts.area}: {seen}. Gemiddeld {number(mean, 1)} per "
            f"jaar. Bron: {counts.source}."
        ),
    )

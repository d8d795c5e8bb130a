"""The count to begin with: the mean of the last fair years of one's own figure."""

from dataclasses import dataclass

from integraal.foundation.ui.dutch import listed, number
from integraal.portal.methods.own_counts import OwnCounts
from integraal.portal.methods.target.content import MOST

USUAL_YEARS = 3


@dataclass(frozen=True)
class Beginning:
    """A mean per year, at most ``MOST``, and the words that say where it comes from."""

    count: float
    say: str

    @property
    def as_typed(self) -> str:
        """The count as somebody would type it in the form."""
        return number(round(self.count, 1)).replace(".", "")


def beginning(counts: OwnCounts, years: int) -> Beginning | None:
    """Return the mean of the last ``years`` fair years; None when all of them are zero."""
    used = sorted(counts.fair_years)[-years:]
    total = sum(counts.fair_years[year] for year in used)
    if not total:
        return None
    mean = total / len(used)
    seen = listed([f"{number(counts.fair_years[year])} in {year}" for year in used])
    say = (
        f"{counts.indicator.name} in {counts.area}: {seen}. Gemiddeld {number(round(mean, 1))} per "
        f"jaar. Bron: {counts.source}."
    )
    if mean > MOST:
        say += (
            f" We rekenen met {number(MOST)} per jaar: bij meer is elke verandering van 10 % of "
            "meer te zien."
        )
    return Beginning(min(mean, MOST), say)

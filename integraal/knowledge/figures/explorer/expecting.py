"""What the years before lead one to expect of each year, for the band in a line.

Reckoned from all years of a place, whatever stretch of time is shown.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from integraal.knowledge.figures.explorer.places import Place
from integraal.knowledge.figures.queries import estimates_at
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.expectation import Expectation, expected_from_years

Expected = Mapping[tuple[str, int], Expectation]


def expected_years(
    indicator: Indicator, places: Sequence[Place], years: Collection[int], *, with_corona: bool
) -> Expected:
    """Return (key of a place, year) to what was to be expected; two queries.

    Args:
        indicator: the figure shown; only counts have an expectation.
        places: own areas whose counts this reader may see.
        years: those shown.
        with_corona: whether the years that are no fair yardstick count all the same.
    """
    if indicator.kind != "count" or not places or not years:
        return {}
    known = estimates_at([indicator], {UUID(place.key): place.reference for place in places})
    counts: dict[str, dict[int, int | None]] = defaultdict(dict)
    for (_, area, code), estimate in known.items():
        period = Period.from_code(code)
        if period.kind == "year":
            counts[str(area)][period.year] = estimate.count
    unfair = () if with_corona else indicator.baseline_excludes
    found = {
        (key, year): expected_from_years(year, of_place, excluded=unfair)
        for key, of_place in counts.items()
        for year in years
    }
    return {key: one for key, one in found.items() if one}

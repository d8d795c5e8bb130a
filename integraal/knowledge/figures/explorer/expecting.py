"""What the years before lead one to expect of each year, for the band in a line.

Reckoned from all years of a place, whatever stretch of time is shown.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from integraal.knowledge.figures.explorer.series import Series
from integraal.knowledge.figures.queries import estimates_at
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.expectation import REACH, Expectation, expected_from_years

Expected = Mapping[tuple[str, int], Expectation]


def expected_years(indicator: Indicator, shown: Sequence[Series], *, with_corona: bool) -> Expected:
    """Return (key of a place, year) to what was to be expected; two queries.

    Args:
        indicator: the figure shown; only counts have an expectation.
        shown: own areas whose counts this reader may see, by year.
        with_corona: whether the years that are no fair yardstick count all the same.
    """
    years = sorted({row.period.year for one in shown for row in one.rows})
    if indicator.kind != "count" or not years:
        return {}
    counts = _before(indicator, shown, years[0])
    for one in shown:
        for row in one.rows:
            if row.estimate and not row.parts:
                counts[one.place.key][row.period.year] = row.estimate.count
    unfair = () if with_corona else indicator.baseline_excludes
    found = {
        (key, year): expected_from_years(year, of_place, excluded=unfair)
        for key, of_place in counts.items()
        for year in years
    }
    return {key: one for key, one in found.items() if one}


def _before(
    indicator: Indicator, shown: Sequence[Series], first: int
) -> dict[str, dict[int, int | None]]:
    """Counts per place of the years before the first one shown, as far as they matter."""
    counts: dict[str, dict[int, int | None]] = defaultdict(dict)
    earlier = estimates_at(
        [indicator],
        {UUID(one.place.key): one.place.reference for one in shown},
        *(Period.of_year(year) for year in range(first - REACH, first)),
    )
    for (_, area, code), estimate in earlier.items():
        counts[str(area)][Period.from_code(code).year] = estimate.count
    return counts

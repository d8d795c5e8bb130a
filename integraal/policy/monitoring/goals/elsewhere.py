"""The same years in municipalities alike, from the national tables."""

from collections import defaultdict
from collections.abc import Collection

from integraal.foundation.areas.models import Area
from integraal.knowledge.figures.beside_others.division import classes, municipalities
from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES
from integraal.knowledge.figures.models import ReferenceFigure
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.policy.monitoring.goals.evaluating import Sides

Counts = tuple[int, int]


def others_alike(
    indicator: Indicator, whole: Area | None, sides: Sides
) -> tuple[Counts | None, list[Counts]]:
    """Return cases before and after here, and in municipalities of the same size; three queries.

    Only who has every year counts, and nobody of whom the source rounds the numbers.
    """
    years = [*sides.before, *sides.after]
    if whole is None or not whole.code or not sides.before or not sides.after:
        return None, []
    known = _counts(indicator, years)
    if whole.code not in known:
        return None, []
    alike = _same_size(whole.code, max(years)) & municipalities().by_code.keys()
    others = [known[code] for code in sorted(alike) if code in known and code != whole.code]
    return _split(known[whole.code], sides), [_split(one, sides) for one in others]


def _counts(indicator: Indicator, years: Collection[int]) -> dict[str, dict[int, int]]:
    """Return region to year to count, of the regions that have every part of every year."""
    rows = ReferenceFigure.objects.filter(
        measure__in=indicator.measures,
        period__in=[Period.of_year(year).code for year in years],
        region__startswith="GM",
        value__isnull=False,
        rounded_to=1,
    ).values_list("region", "period", "value")
    parts: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for region, period, value in rows:
        parts[region][int(period[:4])].append(int(value))
    whole = len(indicator.measures)
    return {
        region: {year: sum(found) for year, found in of.items()}
        for region, of in parts.items()
        if len(of) == len(years) and all(len(found) == whole for found in of.values())
    }


def _same_size(own: str, year: int) -> set[str]:
    """Return the municipalities with about as many inhabitants, in the newest year known."""
    periods = [Period.of_year(each).code for each in range(year - 2, year + 1)]
    rows = ReferenceFigure.objects.filter(
        measure=DENOMINATOR_MEASURES["inhabitants"], period__in=periods,
        region__startswith="GM", value__isnull=False,
    ).order_by("period").values_list("region", "value")  # fmt: skip
    people = {region: int(value) for region, value in rows}
    if own not in people:
        return set()
    size = classes().size_class(people[own]).code
    return {code for code, many in people.items() if classes().size_class(many).code == size}


def _split(counts: dict[int, int], sides: Sides) -> Counts:
    before = sum(counts[year] for year in sides.before)
    return before, sum(counts[year] for year in sides.after)

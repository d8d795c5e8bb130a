"""Reckon which counts of a division stay hidden in one year, over all figures together."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from integraal.knowledge.figures.definitions import class_lists, indicators
from integraal.knowledge.figures.disclosing import finest_measures, hidden_over_indicators
from integraal.knowledge.figures.explorer.places import OwnAreas, own_areas
from integraal.knowledge.figures.hiding.counting import Counter
from integraal.knowledge.figures.models import Figure
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.disclosure import HiddenKind

Hidden = dict[str, dict[str, HiddenKind]]


def counted() -> list[Indicator]:
    """Return every count there is, with the total of a list as one more when it is none."""
    counts = [one for one in indicators().values() if one.kind == "count"]
    known = {one.measures for one in counts}
    return counts + [one for one in _totals(counts) if one.measures not in known]


def code_of(measure: str) -> str:
    """Return the code under which one stored measure is hidden; itself when it is no indicator."""
    found = (one.code for one in counted() if one.measures == (measure,))
    return next(found, measure)


def hidden_in_years(division: int | None, years: Collection[int]) -> dict[int, Hidden]:
    """Return by year and indicator the areas whose count stays hidden, each with why.

    It depends on nothing but the figures: not on who asks, nor on what they look at.

    Args:
        division: year of a division of CBS; None for the municipality's own parts.
        years: the figures are of these years.
    """
    counts = counted()
    areas = {year: own_areas(date(year, 12, 31)) for year in years}
    known = _known(counts, {key for own in areas.values() for key in own.by_key}, years)
    return {
        year: _in_year(division, own, counts, Counter(known[year], own.children))
        for year, own in areas.items()
    }


def _in_year(
    division: int | None, own: OwnAreas, counts: Iterable[Indicator], counter: Counter
) -> Hidden:
    parts = [place.key for place in own.division(division)]
    of_parts = {
        one.code: {key: counter.count(one.measures, key) for key in parts} for one in counts
    }
    used = [
        one for one in counts if any(count is not None for count in of_parts[one.code].values())
    ]
    whole = own.whole.key if own.whole else ""
    found = hidden_over_indicators(
        {one.code: of_parts[one.code] for one in used},
        {one.code: finest_measures(one, class_lists()) for one in used},
        {one.code: counter.count(one.measures, whole) for one in used},
        within=own.tree(division),
    )
    return {code: dict(hidden) for code, hidden in found.items() if hidden}


def _known(
    counts: Iterable[Indicator], areas: Collection[str], years: Iterable[int]
) -> dict[int, dict[tuple[str, str], tuple[int | None, str]]]:
    """Read by year what is stored of everything that counts; one query."""
    figures = Figure.objects.filter(
        is_current=True,
        area_id__in=areas,
        period__in=[Period.of_year(year).code for year in years],
        measure__in={measure for one in counts for measure in one.measures},
    )
    found: dict[int, dict[tuple[str, str], tuple[int | None, str]]] = defaultdict(dict)
    for measure, area, period, value, status in figures.values_list(
        "measure", "area_id", "period", "value", "status"
    ):
        number = None if value is None else int(value)
        found[int(period[:4])][measure, str(area)] = (number, status)
    return found


def _totals(counts: Iterable[Indicator]) -> list[Indicator]:
    """Return the total of each list as an indicator of its own, made after one of that list."""
    lists = {one.numerator.list: one for one in counts}
    return [
        replace(
            like,
            code=class_list.measure(class_list.total),
            denominator=None,
            numerator=replace(like.numerator, classes=(class_list.total,), older=None),
        )
        for class_list in class_lists().values()
        if class_list.total and (like := lists.get(class_list.code))
    ]

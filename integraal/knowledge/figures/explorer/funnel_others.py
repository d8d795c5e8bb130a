"""Whom the funnel lays the municipality beside: the country, or those in its own files."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Count

from integraal.knowledge.figures.beside_others.division import Division
from integraal.knowledge.figures.beside_others.likeness import Like
from integraal.knowledge.figures.beside_others.others import (
    Others,
    others_in_files,
    others_in_tables,
)
from integraal.knowledge.figures.beside_others.published import published_in
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.models import ReferenceFigure
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.funnel import FEWEST_AREAS


def others_of(
    indicator: Indicator,
    mine: Estimate,
    own_code: str,
    like: Like,
    division: Division,
    in_files: Iterable[Estimate],
) -> Others:
    """Return whom to lay a figure beside: national figures if there are enough; one query.

    Args:
        mine: the own figure of a year, with its denominator.
        own_code: of the municipality in the national tables; empty when it has none.
        in_files: figures that the own files have of municipalities.
    """
    if own_code in division.by_code:
        found = published_in(mine.period.year, [indicator])
        national = others_in_tables(indicator, mine, own_code, like, division, found)
        if national is not None and len(national.counts) >= FEWEST_AREAS:
            return national
    return others_in_files(mine, in_files)


def year_with_others(
    indicator: Indicator, years: Iterable[Period], in_files: Iterable[Estimate]
) -> Period | None:
    """Return the newest of some years in which enough municipalities have a figure; one query."""
    published = ReferenceFigure.objects.filter(
        measure=indicator.measures[0], region__startswith="GM", value__isnull=False
    )
    counted = dict(
        published.filter(period__contains="JJ")
        .order_by("period")
        .values_list("period")
        .annotate(found=Count("pk"))
    )
    filed = Counter(one.period.code for one in in_files if one.rate is not None)
    enough = (
        one for one in years if max(counted.get(one.code, 0), filed[one.code]) >= FEWEST_AREAS
    )
    return max(enough, key=lambda one: one.year, default=None)

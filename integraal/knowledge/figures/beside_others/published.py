"""What the national tables give of one year: all figures of all municipalities in one reading."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import BigIntegerField, Func, Q
from django.db.models.functions import Cast

from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES, DENOMINATOR_YEARS
from integraal.knowledge.figures.models import ReferenceFigure
from integraal.knowledge.figures.queries import credit_of
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period

COUNTRY = "NL00"
INHABITANTS = DENOMINATOR_MEASURES["inhabitants"]


@dataclass(frozen=True)
class Given:
    """A count as the source gives it, with the step it was rounded to (1: not at all)."""

    count: int
    step: int


@dataclass(frozen=True)
class Published:
    """Counts of one year, and denominators of that year and those beside it.

    Attributes:
        counts: measure to region to its count; only what has a value.
        sizes: measure to region to year to its number.
        tables: measure to (source, title) of the national tables that its counts are from.
    """

    year: int
    counts: Mapping[str, Mapping[str, Given]] = field(default_factory=dict)
    sizes: Mapping[str, Mapping[str, Mapping[int, int]]] = field(default_factory=dict)
    tables: Mapping[str, Collection[tuple[str, str]]] = field(default_factory=dict)

    def counts_of(self, indicator: Indicator) -> dict[str, Given]:
        """Return region to count; a sum that leaves a part out would be read as the whole."""
        parts = [self.counts.get(measure, {}) for measure in indicator.measures]
        complete = set(parts[0]).intersection(*parts[1:])
        return {region: _added([of[region] for of in parts]) for region in complete}

    def size_of(self, measure: str, region: str) -> int | None:
        """Return the number of the year itself, or else of a year beside it."""
        known = self.sizes.get(measure, {}).get(region, {})
        years = (self.year + away for away in DENOMINATOR_YEARS)
        return next((known[year] for year in years if known.get(year)), None)

    def credit_of(self, indicator: Indicator) -> tuple[str, ...]:
        """Return the credit of every table behind an indicator."""
        found = {one for measure in indicator.measures for one in self.tables.get(measure, ())}
        return tuple(credit_of(*one) for one in sorted(found))


def published_in(year: int, wanted: Iterable[Indicator]) -> Published:
    """Return the national figures of one year for many indicators; one query."""
    chosen = list(wanted)
    measures = {measure for one in chosen for measure in one.measures}
    below = {DENOMINATOR_MEASURES[one.denominator] for one in chosen if one.denominator}
    years = [Period.of_year(year + away).code for away in DENOMINATOR_YEARS]
    rows = (
        ReferenceFigure.objects.filter(
            Q(measure__in=measures, period=years[0])
            | Q(measure__in={*below, INHABITANTS}, period__in=years),
            Q(region__startswith="GM") | Q(region=COUNTRY),
            value__isnull=False,
        )
        # Whole numbers come as such: thousands of exact decimals take long to read.
        .values_list(
            "measure", "region", "period", Cast(Func("value", function="trunc"), BigIntegerField()),
            "rounded_to", "dataset__source", "dataset__title",
        )
    )  # fmt: skip
    counts: dict[str, dict[str, Given]] = defaultdict(dict)
    sizes: dict[str, dict[str, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    tables: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for measure, region, period, value, step, *table in rows.iterator(chunk_size=10_000):
        if measure in below or measure == INHABITANTS:
            sizes[measure][region][int(period[:4])] = value
        if measure in measures and period == years[0]:
            counts[measure][region] = Given(value, step)
            tables[measure].add((table[0], table[1]))
    return Published(year, counts, sizes, tables)


def _added(parts: list[Given]) -> Given:
    rounded = [part.step for part in parts if part.step > 1]
    return Given(sum(part.count for part in parts), sum(rounded) if rounded else 1)

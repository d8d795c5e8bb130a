"""Whom the funnel lays the municipality beside: the country, or those in its own files."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count

from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES, DENOMINATOR_YEARS
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.explorer.comparing import Division, classes
from integraal.knowledge.figures.explorer.selection import Like
from integraal.knowledge.figures.models import ReferenceFigure
from integraal.knowledge.figures.queries import credit_of
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.funnel import FEWEST_AREAS

INHABITANTS = DENOMINATOR_MEASURES["inhabitants"]


@dataclass(frozen=True)
class Others:
    """Counts and denominators of municipalities, the own one first.

    Attributes:
        kinds: of each, what makes it similar to others; None when that is not known.
        group: what makes municipalities similar to the own one, in words.
        sources: credit of every table and file behind them.
        is_national: whether they come from the national tables, so that there is a choice.
    """

    counts: list[float]
    sizes: list[float]
    kinds: list[Hashable]
    group: str
    sources: tuple[str, ...]
    is_national: bool


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
    national = _national(indicator, mine, own_code, like, division)
    if national is not None and len(national.counts) >= FEWEST_AREAS:
        return national
    return _in_files(mine, in_files)


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


def _national(
    indicator: Indicator, mine: Estimate, own_code: str, like: Like, division: Division
) -> Others | None:
    """Lay the municipality beside those of the national tables; None when it is not in them."""
    if own_code not in division.by_code:
        return None
    found = _Published.of(indicator, mine.period.year, division)
    kind_of = _KindOf(like, division, found)
    kinds = [kind_of(own_code)]
    counts, sizes = [float(mine.count or 0)], [float(mine.denominator or 0)]
    for code, count in found.counts.items():
        size = found.near(found.denominator, code)
        if code != own_code and size:
            counts.append(count)
            sizes.append(size)
            kinds.append(kind_of(code))
    named = tuple(credit_of(*dataset) for dataset in sorted(found.datasets))
    return Others(counts, sizes, kinds, _group_words(like, kinds[0]), named, True)


@dataclass(frozen=True)
class _Published:
    """National figures of one year: counts by code, and inhabitants and denominators near it."""

    counts: dict[str, float]
    denominator: str
    sizes: Mapping[tuple[str, str], Mapping[str, float]]
    years: tuple[str, ...]
    datasets: set[tuple[str, str]]

    @classmethod
    def of(cls, indicator: Indicator, year: int, division: Division) -> "_Published":
        years = tuple(Period.of_year(year + away).code for away in DENOMINATOR_YEARS)
        denominator = DENOMINATOR_MEASURES[indicator.denominator or "inhabitants"]
        rows = ReferenceFigure.objects.filter(
            measure__in={*indicator.measures, denominator, INHABITANTS},
            period__in=years,
            region__startswith="GM",
            value__isnull=False,
        ).values_list(
            "measure", "region", "period", "value", "dataset__source", "dataset__title"
        )  # fmt: skip
        parts: dict[str, list[float]] = defaultdict(list)
        sizes: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
        datasets = set()
        for measure, region, period, value, *dataset in rows:
            if region not in division.by_code:
                continue
            if measure in indicator.measures and period == years[0]:
                parts[region].append(float(value))
                datasets.add((dataset[0], dataset[1]))
            sizes[measure, region][period] = float(value)
        # A sum that leaves a part out would be read as the whole.
        counts = {
            code: sum(values)
            for code, values in parts.items()
            if len(values) == len(indicator.measures)
        }
        return cls(counts, denominator, sizes, years, datasets)

    def near(self, measure: str, code: str) -> float | None:
        """The number of the year itself, or else of a year beside it."""
        found = self.sizes.get((measure, code), {})
        return next((found[year] for year in self.years if found.get(year)), None)


@dataclass(frozen=True)
class _KindOf:
    """What kind of municipality a code is: by size, by urbanity, or all alike."""

    like: Like
    division: Division
    published: _Published

    def __call__(self, code: str) -> Hashable:
        if self.like == "alle":
            return "alle"
        if self.like == "stedelijkheid":
            listed = classes().urbanity_by_code(str(self.division.by_code[code].urbanity))
            return listed.code if listed else None
        people = self.published.near(INHABITANTS, code)
        return None if people is None else classes().size_class(int(people)).code


def _group_words(like: Like, kind: Hashable) -> str:
    if like == "stedelijkheid":
        urban = classes().urbanity_by_code(str(kind))
        return f"even stedelijk, {urban.name.lower()}" if urban else ""
    if like == "grootte":
        size = next((one for one in classes().sizes if one.code == kind), None)
        return f"even groot, {size.name.lower()}" if size else ""
    return "alle gemeenten"


def _in_files(mine: Estimate, in_files: Iterable[Estimate]) -> Others:
    """Lay the municipality beside those that its own files have figures of."""
    both = [mine] + [
        one for one in in_files
        if one.period == mine.period and one.area != mine.area
        and one.count is not None and one.denominator
    ]  # fmt: skip
    return Others(
        counts=[float(one.count or 0) for one in both],
        sizes=[float(one.denominator or 0) for one in both],
        kinds=["alle"] * len(both),
        group=f"{len(both)} gemeenten in uw eigen bestanden",
        sources=tuple(dict.fromkeys(one.snapshot.credit for one in both)),
        is_national=False,
    )

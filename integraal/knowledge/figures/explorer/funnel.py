"""The municipality among others like it in one year: the funnel, never a ranking."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from django.db.models import Count

from integraal.foundation.areas.kinds import AreaKind
from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES, DENOMINATOR_YEARS
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.explorer.comparing import Division, classes
from integraal.knowledge.figures.explorer.places import OwnAreas
from integraal.knowledge.figures.explorer.selection import Like, Selection
from integraal.knowledge.figures.models import ReferenceFigure
from integraal.knowledge.figures.queries import datasets_by_id, estimates_at
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.statistics import wording
from integraal.statistics.funnel import (
    FEWEST_AREAS,
    Funnel,
    FunnelLimits,
    compare_areas,
    funnel_limits,
)
from integraal.statistics.wording import Statement

_GRID = 48
_MILDER = ("within", "maybe_higher", "maybe_lower", "higher", "lower")
INHABITANTS = DENOMINATOR_MEASURES["inhabitants"]


@dataclass(frozen=True)
class OtherPlace:
    """A municipality in the funnel; its name is not needed, so it is not here."""

    size: float
    rate: float
    is_similar: bool


@dataclass(frozen=True)
class FunnelContent:
    """What the funnel shows; rates are per ``indicator.per`` of the denominator.

    Attributes:
        own: the figure of the municipality itself.
        statement: where it lies, in words of the closed list.
        zone: as ``statistics.funnel`` names it.
        expected: count that similar municipalities would lead one to expect here.
        target: rate of the similar municipalities together.
        limits: of the rate, on a grid of sizes; ``limits.expected`` holds the sizes.
        own_limits: the same at the size of the municipality itself.
        similar: how many similar municipalities there are, the own one included.
        outside_95, outside_998: how many of those lie outside.
        dispersion: how much more than by chance they differ; None when it is not known.
        group: what makes them similar, in words.
        sources: credit of every table and file behind the others.
        is_national: whether they come from the national tables, so that there is a choice.
    """

    period: Period
    own: Estimate
    statement: Statement
    zone: str
    expected: float
    target: float
    limits: FunnelLimits
    own_limits: tuple[float, float, float, float]
    others: tuple[OtherPlace, ...]
    similar: int
    outside_95: int
    outside_998: int
    dispersion: float | None
    group: str
    sources: tuple[str, ...]
    is_national: bool


@dataclass(frozen=True)
class _Others:
    """Counts and denominators of municipalities, the own one first."""

    counts: list[float]
    sizes: list[float]
    kinds: list[Hashable]
    group: str
    sources: tuple[str, ...]
    is_national: bool = True


def funnel_of(
    indicator: Indicator, selection: Selection, own: OwnAreas, division: Division
) -> FunnelContent | str:
    """Return the funnel, or in a sentence why there is none; at most five queries.

    Args:
        indicator: the figure shown.
        selection: which year, and what makes municipalities similar.
        own: all areas of the municipality, its neighbours included.
        division: the municipalities of the country.
    """
    if indicator.kind != "count" or indicator.denominator is None:
        return "Een trechter is er alleen van aantallen met een noemer, zoals inwoners of woningen."
    if own.whole is None:
        return "Uw gemeente zelf staat nog niet bij de gebieden."
    near = [
        place for place in own.by_key.values()
        if place.origin == "own" and place.kind == AreaKind.MUNICIPALITY
    ]  # fmt: skip
    known = estimates_at([indicator], {UUID(place.key): place.reference for place in near})
    year = selection.year or _year_with_others(indicator, UUID(own.whole.key), known)
    mine = _mine(UUID(own.whole.key), known, year)
    if mine is None:
        when = f"over {selection.year} " if selection.year else ""
        return f"Van uw gemeente is {when}geen cijfer per inwoner, woning of bedrijf bekend."
    found = _national(indicator, selection.like, own.whole.code, division, mine)
    if found is None or len(found.counts) < FEWEST_AREAS:
        found = _own_files(indicator, known, mine)
    return _content(indicator, mine, found)


def _year_with_others(
    indicator: Indicator, whole: UUID, known: Mapping[tuple[str, UUID, str], Estimate]
) -> int | None:
    """The newest complete year of the own figure in which enough others have one too."""
    published = ReferenceFigure.objects.filter(
        measure=indicator.measures[0], region__startswith="GM", value__isnull=False
    )
    counted = Counter(
        dict(
            published.filter(period__contains="JJ")
            .order_by("period")
            .values_list("period")
            .annotate(found=Count("pk"))
        )
    )
    in_files = Counter(code for (_, _, code), one in known.items() if one.rate is not None)
    years = [
        one.period.year for (_, area, code), one in known.items()
        if area == whole and one.period.kind == "year" and not one.incomplete
        and one.rate is not None and max(counted[code], in_files[code]) >= FEWEST_AREAS
    ]  # fmt: skip
    return max(years, default=None)


def _mine(
    whole: UUID, known: Mapping[tuple[str, UUID, str], Estimate], year: int | None
) -> Estimate | None:
    """The own figure of a year, or of the newest complete one."""
    usable = [
        one for (_, area, _), one in known.items()
        if area == whole and one.period.kind == "year" and not one.incomplete
        and one.count is not None and one.denominator
        and year in (None, one.period.year)
    ]  # fmt: skip
    return max(usable, key=lambda one: one.period.year, default=None)


def _national(
    indicator: Indicator, like: Like, own: str, division: Division, mine: Estimate
) -> _Others | None:
    """Lay the municipality beside those of the national tables; None when it is not in them."""
    year = mine.period.year
    years = [Period.of_year(year + away).code for away in DENOMINATOR_YEARS]
    below = DENOMINATOR_MEASURES[indicator.denominator or "inhabitants"]
    published = ReferenceFigure.objects.filter(region__in=division.by_code, value__isnull=False)
    parts: dict[str, list[float]] = defaultdict(list)
    datasets: set[int] = set()
    rows = published.filter(measure__in=indicator.measures, period=mine.period.code)
    for region, value, dataset in rows.values_list("region", "value", "dataset_id"):
        parts[region].append(float(value))
        datasets.add(dataset)
    whole = {
        region: sum(values) for region, values in parts.items()
        if len(values) == len(indicator.measures)
    }  # fmt: skip
    if not whole or own not in division.by_code:
        return None
    near: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    rows = published.filter(measure__in={below, INHABITANTS}, period__in=years)
    for measure, region, period, value in rows.values_list("measure", "region", "period", "value"):
        near[measure, region][period] = float(value)

    def size(measure: str, region: str) -> float | None:
        found = near.get((measure, region), {})
        return next((found[code] for code in years if found.get(code)), None)

    kind_of = _KindOf(like, division, {code: size(INHABITANTS, code) for code in whole})
    counts, sizes, kinds = [float(mine.count or 0)], [float(mine.denominator or 0)], [kind_of(own)]
    for region, count in whole.items():
        number = size(below, region)
        if region != own and number:
            counts.append(count)
            sizes.append(number)
            kinds.append(kind_of(region))
    named = tuple(one.credit for one in datasets_by_id(datasets).values())
    return _Others(counts, sizes, kinds, _group_words(like, kinds[0]), named)


class _KindOf:
    """What kind of municipality a code is, by size, urbanity, or all alike."""

    def __init__(self, like: Like, division: Division, people: Mapping[str, float | None]) -> None:
        self.like, self.division, self.people = like, division, people

    def __call__(self, code: str) -> Hashable:
        if self.like == "stedelijkheid":
            return str(self.division.by_code[code].urbanity or "")
        people = self.people.get(code)
        if self.like == "alle" or people is None:
            return "" if self.like == "alle" else "onbekend"
        return classes().size_class(int(people)).code


def _group_words(like: Like, kind: Hashable) -> str:
    if like == "stedelijkheid":
        listed = classes().urbanity_by_code(str(kind))
        return f"even stedelijk: {listed.name.lower()}" if listed else "stedelijkheid onbekend"
    listed = next((one for one in classes().sizes if one.code == kind), None)
    return f"even groot: {listed.name.lower()}" if listed else "alle gemeenten"


def _own_files(
    indicator: Indicator, known: Mapping[tuple[str, UUID, str], Estimate], mine: Estimate
) -> _Others:
    """Lay the municipality beside those that its own files have figures of."""
    others = [
        one for (_, _, code), one in known.items()
        if code == mine.period.code and one.area != mine.area
        and one.count is not None and one.denominator
    ]  # fmt: skip
    both = [mine, *others]
    return _Others(
        counts=[float(one.count or 0) for one in both],
        sizes=[float(one.denominator or 0) for one in both],
        kinds=[""] * len(both),
        group="alle gemeenten in uw eigen bestanden",
        sources=tuple(dict.fromkeys(one.snapshot.credit for one in both)),
        is_national=False,
    )


def _content(indicator: Indicator, mine: Estimate, found: _Others) -> FunnelContent | str:
    funnel = compare_areas(found.counts, found.sizes, groups=found.kinds)
    kind = int(funnel.group[0])
    is_similar = funnel.group == kind
    similar = int(funnel.areas[kind])
    if similar < FEWEST_AREAS:
        return (
            f"Er zijn te weinig vergelijkbare gemeenten met een cijfer over {mine.period.label}: "
            f"{similar}, en een trechter vraagt er ten minste {FEWEST_AREAS}. Kies een andere "
            "groep of een ander jaar."
        )
    target, tau2 = float(funnel.target_rate[kind]), float(funnel.tau2[kind])
    sizes = np.array(found.sizes)
    grid = np.geomspace(sizes.min() * 0.9, sizes.max() * 1.1, _GRID)
    per = indicator.per
    expected = target * found.sizes[0]
    zone = _zone(funnel, mine, expected, tau2)
    zones = funnel.zone[is_similar]
    at_own = funnel_limits(expected, tau2=tau2)
    return FunnelContent(
        period=mine.period,
        own=mine,
        statement=_statement(zone, mine, expected),
        zone=zone,
        expected=expected,
        target=target * per,
        limits=_as_rates(funnel_limits(target * grid, tau2=tau2), grid, target * per),
        own_limits=tuple(
            float(limit) * target * per
            for limit in (at_own.lower_998, at_own.lower_95, at_own.upper_95, at_own.upper_998)
        ),  # type: ignore[arg-type]
        others=_others(found, is_similar, per),
        similar=similar,
        outside_95=int(np.isin(zones, ("maybe_higher", "maybe_lower", "higher", "lower")).sum()),
        outside_998=int(np.isin(zones, ("higher", "lower")).sum()),
        dispersion=None if np.isnan(funnel.dispersion[kind]) else float(funnel.dispersion[kind]),
        group=found.group,
        sources=found.sources,
        is_national=found.is_national,
    )


def _zone(funnel: Funnel, mine: Estimate, expected: float, tau2: float) -> str:
    """The zone of the own municipality; of a rounded count the mildest that rounding allows."""
    zone = str(funnel.zone[0])
    if mine.rounded_to <= 1 or zone not in _MILDER:
        return zone
    slack = mine.rounded_to / 2
    limits = funnel_limits(expected, tau2=tau2)
    ends = [(max((mine.count or 0) + sign * slack, 0)) / expected for sign in (-1, 1)]
    found = {zone, *(_zone_at(ratio, limits) for ratio in ends)}
    return next(one for one in _MILDER if one in found)


def _zone_at(ratio: float, limits: FunnelLimits) -> str:
    if ratio > limits.upper_95:
        return "higher" if ratio > limits.upper_998 else "maybe_higher"
    if ratio < limits.lower_95:
        return "lower" if ratio < limits.lower_998 else "maybe_lower"
    return "within"


def _statement(zone: str, mine: Estimate, expected: float) -> Statement:
    if zone in ("few", "unknown"):
        return wording.stated("beside_few", "nl", reference="vergelijkbare gemeenten")
    return wording.funnel(zone, count=mine.count or 0, expected=expected)  # type: ignore[arg-type]


def _as_rates(limits: FunnelLimits, sizes: np.ndarray, rate: float) -> FunnelLimits:
    return FunnelLimits(
        sizes,
        limits.lower_998 * rate,
        limits.lower_95 * rate,
        limits.upper_95 * rate,
        limits.upper_998 * rate,
    )


def _others(found: _Others, is_similar: np.ndarray, per: int) -> tuple[OtherPlace, ...]:
    rows: Sequence[tuple[float, float, bool]] = list(
        zip(found.counts, found.sizes, is_similar.tolist(), strict=True)
    )
    return tuple(OtherPlace(size, count * per / size, similar) for count, size, similar in rows[1:])

"""The municipality among others like it in one year: the funnel, never a ranking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from integraal.foundation.areas.kinds import AreaKind
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.explorer.comparing import Division
from integraal.knowledge.figures.explorer.funnel_others import (
    Others,
    others_of,
    year_with_others,
)
from integraal.knowledge.figures.explorer.places import OwnAreas
from integraal.knowledge.figures.explorer.selection import Like, Selection
from integraal.knowledge.figures.queries import estimates_at
from integraal.knowledge.indicators.definitions import DENOMINATOR_WORDS, Indicator
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
_UNKNOWN: dict[Like, str] = {
    "grootte": "het landelijke inwonertal",
    "stedelijkheid": "de stedelijkheid",
}
_OTHER = "Kies onder ‘Vergelijkbaar is’ een andere groep."
_MILDER = ("within", "maybe_higher", "maybe_lower", "higher", "lower")


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
class NoFunnel:
    """Why there is no funnel, and whether another group of municipalities could give one."""

    why: str
    has_choice: bool = False


def funnel_of(
    indicator: Indicator, selection: Selection, own: OwnAreas, division: Division
) -> FunnelContent | NoFunnel:
    """Return the funnel, or in a sentence why there is none.

    Three queries; five when no year was asked and too few others have a figure of the newest.

    Args:
        indicator: the figure shown.
        selection: which year, and what makes municipalities similar.
        own: all areas of the municipality, its neighbours included.
        division: the municipalities of the country.
    """
    if indicator.kind != "count" or indicator.denominator is None:
        return NoFunnel(
            "Een trechter is er alleen van aantallen met een noemer, zoals inwoners of woningen."
        )
    if own.whole is None:
        return NoFunnel("Uw gemeente zelf staat nog niet bij de gebieden.")
    near = [
        place for place in own.by_key.values()
        if place.origin == "own" and place.kind == AreaKind.MUNICIPALITY
    ]  # fmt: skip
    known = estimates_at([indicator], {UUID(place.key): place.reference for place in near})
    whole, code = UUID(own.whole.key), own.whole.code
    by_year = {
        one.period: one for (_, area, _), one in known.items()
        if area == whole and one.period.kind == "year"
        and selection.year in (None, one.period.year)
    }  # fmt: skip
    mine = [by_year[period] for period in sorted(by_year, reverse=True) if _serves(by_year[period])]
    if not mine:
        return NoFunnel(_why_none(indicator, selection.year, by_year.values()))
    others = [one for (_, area, _), one in known.items() if area != whole]

    def beside(figure: Estimate) -> Others:
        return others_of(indicator, figure, code, selection.like, division, others)

    chosen = mine[0]
    found = beside(chosen)
    if len(found.counts) < FEWEST_AREAS and len(mine) > 1:
        better = year_with_others(indicator, [one.period for one in mine], others)
        if better:
            chosen = by_year[better]
            found = beside(chosen)
    if found.kinds[0] is None:
        return NoFunnel(
            f"Van uw gemeente is {_UNKNOWN[selection.like]} niet bekend. {_OTHER}", True
        )
    return _content(indicator, chosen, found)


def _serves(figure: Estimate) -> bool:
    return figure.count is not None and bool(figure.denominator) and not figure.incomplete


def _why_none(indicator: Indicator, year: int | None, known: Iterable[Estimate]) -> str:
    """Say what the newest own figure lacks; an empty place is never taken for zero."""
    newest = max(known, key=lambda one: one.period, default=None)
    if newest is None:
        when = f"over {year} " if year else ""
        return f"Van uw gemeente is {when}geen cijfer per jaar bekend, en een trechter is per jaar."
    when = newest.period.label
    if newest.status == "withheld":
        return f"Het cijfer van uw gemeente over {when} is niet vrijgegeven."
    if newest.count is None:
        return f"Van uw gemeente is over {when} geen cijfer bekend."
    if newest.incomplete:
        return f"Het cijfer over {when} is nog niet compleet. Kies een eerder jaar."
    what = DENOMINATOR_WORDS[indicator.denominator or "inhabitants"]
    return (
        f"Van {when} is niet bekend hoeveel {what} uw gemeente heeft, en daarmee vergelijkt een "
        "trechter. Lees eerst een bestand met dat aantal in."
    )


def _content(indicator: Indicator, mine: Estimate, found: Others) -> FunnelContent | NoFunnel:
    funnel = compare_areas(found.counts, found.sizes, groups=found.kinds)
    kind = int(funnel.group[0])
    is_similar = funnel.group == kind
    similar = int(funnel.areas[kind])
    if similar < FEWEST_AREAS:
        other = "een andere groep of een ander jaar" if found.is_national else "een ander jaar"
        return NoFunnel(
            f"Er zijn te weinig vergelijkbare gemeenten met een cijfer over {mine.period.label}: "
            f"{similar}, met de uwe. Een trechter vraagt er ten minste {FEWEST_AREAS}. "
            f"Kies {other}.",
            found.is_national,
        )
    target, tau2 = float(funnel.target_rate[kind]), float(funnel.tau2[kind])
    if not target:
        return NoFunnel(
            f"Over {mine.period.label} telt geen van de {similar} vergelijkbare gemeenten er een. "
            "Dan is er niets te vergelijken.",
            found.is_national,
        )
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


def _others(found: Others, is_similar: np.ndarray, per: int) -> tuple[OtherPlace, ...]:
    rows: Sequence[tuple[float, float, bool]] = list(
        zip(found.counts, found.sizes, is_similar.tolist(), strict=True)
    )
    return tuple(OtherPlace(size, count * per / size, similar) for count, size, similar in rows[1:])

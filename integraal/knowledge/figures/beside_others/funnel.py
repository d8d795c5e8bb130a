"""Where a municipality lies among those like it; the funnel, never a ranking. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from integraal.knowledge.figures.beside_others.others import Others
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.statistics import wording
from integraal.statistics.funnel import (
    FEWEST_AREAS,
    Funnel,
    FunnelLimits,
    compare_areas,
    funnel_limits,
    funnel_probability,
)
from integraal.statistics.wording import Statement

GRID = 48
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
        tau2: variance of the true ratios between similar municipalities.
        probability: of a count at least as far off, before correction for a family.
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
    tau2: float
    probability: float
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
    """Why there is no funnel, and whether another group of municipalities could give one.

    ``advice`` is what to do where the reader has the choice.
    """

    reason: str
    has_choice: bool = False
    advice: str = ""

    @property
    def why(self) -> str:
        return f"{self.reason} {self.advice}".strip()


def funnel_content(indicator: Indicator, mine: Estimate, found: Others) -> FunnelContent | NoFunnel:
    """Place the municipality in the funnel of those like it, or say why there is none.

    Args:
        mine: the own figure, with a count and a denominator.
        found: whom it is laid beside, the own municipality first.
    """
    funnel = compare_areas(found.counts, found.sizes, groups=found.kinds)
    kind = int(funnel.group[0])
    is_similar = funnel.group == kind
    similar = int(funnel.areas[kind])
    if similar < FEWEST_AREAS:
        other = "een andere groep of een ander jaar" if found.is_national else "een ander jaar"
        return NoFunnel(
            f"Er zijn te weinig vergelijkbare gemeenten met een cijfer over {mine.period.label}: "
            f"{similar}, met de uwe. Een trechter vraagt er ten minste {FEWEST_AREAS}.",
            found.is_national,
            f"Kies {other}.",
        )
    target, tau2 = float(funnel.target_rate[kind]), float(funnel.tau2[kind])
    if not target:
        return NoFunnel(
            f"Over {mine.period.label} telt geen van de {similar} vergelijkbare gemeenten er een. "
            "Dan is er niets te vergelijken.",
            found.is_national,
        )
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
        tau2=tau2,
        probability=_probability(mine, expected, tau2),
        target=target * per,
        limits=limits_on_a_grid(found.sizes, target, tau2, per),
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


def _probability(mine: Estimate, expected: float, tau2: float) -> float:
    """The least telling probability that the rounding of the own count allows."""
    slack = mine.rounded_to // 2 if mine.rounded_to > 1 else 0
    count = mine.count or 0
    ways = [count] if not slack else [max(count - slack, 0), count, count + slack]
    return float(funnel_probability(ways, expected, tau2=tau2).max())


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


def limits_on_a_grid(sizes: Sequence[float], target: float, tau2: float, per: int) -> FunnelLimits:
    """Return limits of the rate to draw a funnel with; ``limits.expected`` holds the sizes.

    Args:
        sizes: of all municipalities in it.
        target: rate of the similar ones together, for each one of the denominator.
        tau2: variance of the true ratios.
        per: what the rates are told per.
    """
    grid = np.geomspace(min(sizes) * 0.9, max(sizes) * 1.1, GRID)
    limits, rate = funnel_limits(target * grid, tau2=tau2), target * per
    return FunnelLimits(
        grid,
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

"""Areas of very different size side by side, without a ranking: the funnel of Spiegelhalter.

The smaller an area, the wider its ratio of seen to expected scatters by chance. The limits are
exact for Poisson counts; real areas differ more than that, so the differences that are usual
between areas of the own kind (tau squared) widen them.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from integraal.statistics.inputs import checked_exposures, known_pairs
from integraal.statistics.roots import Array

FEWEST_AREAS = 10
FEWEST_EVENTS = 5
_OUTER, _INNER = 0.999, 0.975
_HUGE = 1e9  # expected events


@dataclass(frozen=True, slots=True)
class FunnelLimits:
    """Limits of the ratio of seen to expected, for each expected count.

    Attributes:
        expected: events.
        lower_998, lower_95, upper_95, upper_998: between the inner two lie 95 %, between the
            outer two 99.8 % of areas that are like the others.
    """

    expected: Array
    lower_998: Array
    lower_95: Array
    upper_95: Array
    upper_998: Array


@dataclass(frozen=True, slots=True)
class Funnel:
    """Where each area lies in the funnel of its own kind; (..., areas) unless said otherwise.

    Attributes:
        ratio: seen divided by expected; nan where unknown or where nothing is expected.
        z: distance from the target in standard errors of chance alone.
        z_adjusted: the same, with the usual differences between areas added to chance.
        zone: "within", "maybe_higher", "maybe_lower" (outside 95 %), "higher", "lower" (outside
            99.8 %), "few" (seen and expected both too small) or "unknown". Where the usual
            differences are not known, no area is called more than "maybe".
        limits: those that the zone follows from; `limits.expected` is the expected count.
        group: (areas,) place in `labels` of the kind of each area.
        labels: the kinds, in order of appearance.
        target_rate: (..., kinds) events per unit of exposure, all areas of the kind together.
        dispersion: (..., kinds) winsorised phi: how much more than by chance the areas differ;
            nan where there are too few areas to know.
        tau2: (..., kinds) variance of the true ratios; nan where there are too few areas.
        areas: (..., kinds) how many areas with a figure there are.
    """

    ratio: Array
    z: Array
    z_adjusted: Array
    zone: NDArray[np.str_]
    limits: FunnelLimits
    group: NDArray[np.intp]
    labels: tuple[Hashable, ...]
    target_rate: Array
    dispersion: Array
    tau2: Array
    areas: Array

    @property
    def overdispersion_known(self) -> NDArray[np.bool_]:
        """(..., kinds) whether there were areas enough to see how much they usually differ."""
        return ~np.isnan(self.tau2)


def compare_areas(
    counts: ArrayLike,
    exposures: ArrayLike,
    *,
    groups: Iterable[Hashable] | None = None,
    winsorised: float = 0.1,
    fewest_areas: int = FEWEST_AREAS,
    fewest_events: float = FEWEST_EVENTS,
) -> Funnel:
    """Place each area in the funnel of the areas of its own kind.

    Args:
        counts: (..., areas) events; nan where there is no figure.
        exposures: broadcast against the counts: inhabitants, or expected events.
        groups: (areas,) the kind of each area, such as its size or urbanity class; all of one
            kind when left out. Target, dispersion and limits are those of the own kind.
        winsorised: share of the most extreme distances on each side that is drawn in to the
            next ones, so that they do not hide themselves; 0 to below 0.5.
        fewest_areas: with fewer areas of a kind, at least two, tau squared is not estimated.
        fewest_events: where both seen and expected are below this the zone is "few".

    Returns:
        The funnel (Spiegelhalter 2005, Statistics in Medicine 24; tau squared by the method of
        moments from the winsorised distances, as in its appendix).

    Raises:
        ValueError: a number is negative, something was counted where the exposure is zero, the
            groups do not go with the areas, or an option is out of its range.
    """
    if not 0 <= winsorised < 0.5 or fewest_areas < 2:
        raise ValueError("Winsorise less than half, and ask for at least two areas.")
    seen, size, known = known_pairs(counts, exposures)
    if seen.ndim == 0:
        raise ValueError("A funnel needs a row of areas.")
    group, labels = _kinds(groups, seen.shape[-1])
    member = group == np.arange(len(labels))[:, None]
    target = _per_kind(seen, member) / np.maximum(_per_kind(size, member), np.finfo(float).tiny)
    expected = size * target[..., group]
    usable = known & (expected > 0)
    safe = np.where(usable, expected, 1.0)
    z = np.where(usable, (seen - expected) / np.sqrt(safe), np.nan)
    areas = _per_kind(usable.astype(np.float64), member)
    phi = _winsorised_dispersion(z, member, winsorised)
    phi = np.where(areas >= fewest_areas, phi, np.nan)
    tau2 = _usual_variance(phi, areas, expected, member)
    own_tau2 = np.where(np.isnan(tau2), 0.0, tau2)[..., group]
    limits = funnel_limits(expected, tau2=own_tau2)
    ratio = np.where(usable, seen / safe, np.nan)
    zone = _zones(ratio, limits, ~np.isnan(tau2)[..., group])
    zone = np.where(np.maximum(seen, expected) < fewest_events, "few", zone)
    zone = np.where(known, zone, "unknown")
    adjusted = (ratio - 1) / np.sqrt(1 / safe + own_tau2)
    return Funnel(ratio, z, adjusted, zone, limits, group, labels, target, phi, tau2, areas)


def funnel_limits(expected: ArrayLike, *, tau2: ArrayLike = 0.0) -> FunnelLimits:
    """Limits of the funnel for expected counts, for areas or for a grid to draw it with.

    Args:
        expected: events, zero or more; where it is zero, the limits are 0 and inf.
        tau2: variance of the true ratios, zero or more; broadcast.

    Returns:
        Exact interpolated Poisson limits. With a tau squared above zero the additive limits
        1 +- z * sqrt(1 / expected + tau2), but nowhere inside the exact ones.

    Raises:
        ValueError: a number is negative or not finite.
    """
    means, variance = np.broadcast_arrays(checked_exposures(expected), checked_exposures(tau2))

    def limit(probability: float) -> Array:
        exact = poisson_limit(means, probability)
        spread = np.sqrt(1 / np.where(means > 0, means, 1.0) + variance)
        wider = np.maximum(1 + special.ndtri(probability) * spread, 0.0)
        outer = np.minimum(exact, wider) if probability < 0.5 else np.maximum(exact, wider)
        return np.where((means > 0) & (variance > 0), outer, exact)

    return FunnelLimits(
        means, limit(1 - _OUTER), limit(1 - _INNER), limit(_INNER), limit(_OUTER)
    )  # fmt: skip


def funnel_probability(counts: ArrayLike, expected: ArrayLike, *, tau2: ArrayLike = 0.0) -> Array:
    """Two-sided probability of a count at least as far from what is expected.

    Of chance alone it is twice the smaller exact Poisson tail; with the usual differences between
    areas that of the additive distance. The larger of the two holds, as for the limits.

    Args:
        counts, expected: events; expected above zero.
        tau2: variance of the true ratios, zero or more; broadcast.

    Raises:
        ValueError: a number is negative or not finite, or nothing is expected.
    """
    seen, means, variance = np.broadcast_arrays(
        checked_exposures(counts), checked_exposures(expected), checked_exposures(tau2)
    )
    if np.any(means == 0):
        raise ValueError("A probability needs an expected count above zero.")
    up_to = special.gammaincc(seen + 1, means)
    from_it = np.where(seen > 0, special.gammainc(np.maximum(seen, 1.0), means), 1.0)
    exact = np.minimum(2 * np.minimum(up_to, from_it), 1.0)
    distance = np.abs(seen / means - 1) / np.sqrt(1 / means + variance)
    with_differences: Array = np.maximum(exact, 2 * special.ndtr(-distance))
    return np.where(variance > 0, with_differences, exact)


def poisson_limit(expected: ArrayLike, probability: float) -> Array:
    """The ratio that a Poisson count stays below with some probability, interpolated.

    Between the largest count that is too improbable and the next one, the limit lies where a
    straight line through their probabilities has the wished one (Spiegelhalter 2005, appendix).

    Args:
        expected: events, zero or more.
        probability: between 0 and 1; 0.025 for the lower limit of a 95 % funnel.

    Returns:
        Ratios of zero or more; where nothing is expected 0 below a half and inf above it.

    Raises:
        ValueError: a number is negative or not finite, or the probability outside 0 to 1.
    """
    if not 0 < probability < 1:
        raise ValueError("The probability must lie between 0 and 1.")
    means = checked_exposures(expected)
    safe = np.where((means > 0) & (means < _HUGE), means, 1.0)
    count = np.maximum(np.ceil(special.pdtrik(probability, safe)), 0.0)
    up_to, before = _at_most(count, safe), _at_most(count - 1, safe)
    part = (up_to - probability) / (up_to - before)
    ratio = np.maximum(count - part, 0.0) / safe
    # Far up the quantile function gives out; the expansion of Cornish and Fisher is as exact.
    z, huge = special.ndtri(probability), np.maximum(means, _HUGE)
    expansion = 1 + z / np.sqrt(huge) + ((z**2 - 1) / 6 - 0.5) / huge
    ratio = np.where(means < _HUGE, ratio, expansion)
    return np.where(means > 0, ratio, 0.0 if probability < 0.5 else np.inf)


def _at_most(count: Array, means: Array) -> Array:
    return np.where(count >= 0, special.gammaincc(np.maximum(count, 0.0) + 1, means), 0.0)


def _kinds(
    groups: Iterable[Hashable] | None, areas: int
) -> tuple[NDArray[np.intp], tuple[Hashable, ...]]:
    own = ["all"] * areas if groups is None else list(groups)
    if len(own) != areas:
        raise ValueError("There must be one group for each area.")
    place = {label: number for number, label in enumerate(dict.fromkeys(own))}
    return np.array([place[label] for label in own], dtype=np.intp), tuple(place)


def _per_kind(values: Array, member: NDArray[np.bool_]) -> Array:
    """Sum per kind: (..., areas) to (..., kinds)."""
    return values @ member.T.astype(np.float64)


def _winsorised_dispersion(z: Array, member: NDArray[np.bool_], share: float) -> Array:
    """Mean square of the distances per kind, the most extreme ones drawn in."""
    found = [_mean_square(z[..., areas], share) for areas in member]
    return np.stack(found, axis=-1) if found else np.empty((*z.shape[:-1], 0))


def _mean_square(z: Array, share: float) -> Array:
    size = np.sum(~np.isnan(z), axis=-1, keepdims=True)
    rising = np.sort(z, axis=-1)  # nan goes last
    low, high = _quantile(rising, size, share), _quantile(rising, size, 1 - share)
    drawn_in = np.clip(z, low, high)
    squares = np.where(np.isnan(z), 0.0, drawn_in**2)
    total: Array = squares.sum(axis=-1) / np.maximum(size[..., 0], 1)
    return total


def _quantile(rising: Array, size: NDArray[np.intp], share: float) -> Array:
    """Quantile of type 7 (Hyndman and Fan 1996) of the first `size` values of each row."""
    place = np.maximum(size - 1, 0) * share
    below = np.floor(place).astype(np.intp)
    above = np.minimum(below + 1, np.maximum(size - 1, 0))
    lower = np.take_along_axis(rising, below, axis=-1)
    upper = np.take_along_axis(rising, above, axis=-1)
    return lower + (place - below) * (upper - lower)


def _usual_variance(phi: Array, areas: Array, expected: Array, member: NDArray[np.bool_]) -> Array:
    """Tau squared by the method of moments (DerSimonian and Laird 1986)."""
    weight, squared = _per_kind(expected, member), _per_kind(expected**2, member)
    room = weight - squared / np.where(weight > 0, weight, 1.0)
    excess = areas * phi - (areas - 1)
    return np.maximum(excess / np.where(room > 0, room, 1.0), 0.0)


def _zones(ratio: Array, limits: FunnelLimits, known: NDArray[np.bool_]) -> NDArray[np.str_]:
    """The zone of each ratio; nan falls within, to be named otherwise by the caller."""
    return np.select(
        [
            (ratio > limits.upper_998) & known,
            (ratio < limits.lower_998) & known,
            ratio > limits.upper_95,
            ratio < limits.lower_95,
        ],
        ["higher", "lower", "maybe_higher", "maybe_lower"],
        "within",
    )

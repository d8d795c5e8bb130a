"""Areas of a municipality against the rest of it: three classes for a map, never a ranking."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from integraal.statistics import wording
from integraal.statistics.smoothing import classify, poisson_gamma

AreaKind = Literal["higher", "lower", "none", "few", "uninhabited", "unknown"]

_KINDS: tuple[AreaKind, ...] = ("higher", "lower", "none", "few", "uninhabited", "unknown")
LABELS: dict[AreaKind, str] = {kind: wording.stated(f"area_{kind}", "nl").label for kind in _KINDS}
FEWEST = 5
FEWEST_INHABITANTS = 50
CERTAINTY = 0.9


@dataclass(frozen=True)
class AreaVerdict:
    """The class of one area and its Dutch word; no number, so that nothing leaks through it."""

    kind: AreaKind
    label: str


def area_verdicts(
    counts: Sequence[int | None],
    populations: Sequence[int | None],
    *,
    minimum_inhabitants: int = FEWEST_INHABITANTS,
    certainty: float = CERTAINTY,
) -> list[AreaVerdict]:
    """Say of each area whether its rate is surely above or below that of all areas together.

    The rates are drawn towards that of all areas by empirical Bayes, the more so the fewer
    people live there; a class needs a posterior probability of at least `certainty`.

    Args:
        counts: events per area, in one period; None where the source gives none.
        populations: inhabitants per area, in the same order; None where unknown.
        minimum_inhabitants: one or more. Under this a count per inhabitant says nothing; such
            an area is "uninhabited" and does not count in the rest either.
        certainty: how sure a class must be, from 0.5 to below 1.

    Returns:
        One verdict per area. "few" when the count and the count that the rest would lead one
        to expect are both under five.

    Raises:
        ValueError: the lists differ in length, a number is negative, the minimum is under one, or
            the certainty is out of range.
    """
    if minimum_inhabitants < 1:
        raise ValueError("The minimum number of inhabitants must be one or more.")
    pairs = list(zip(counts, populations, strict=True))
    kinds = [_without_test(count, people, minimum_inhabitants) for count, people in pairs]
    places = [place for place, kind in enumerate(kinds) if kind is None]
    tested = _against_all(
        tuple(counts[place] or 0 for place in places),
        tuple(populations[place] or 0 for place in places),
        certainty,
    )
    for place, kind in zip(places, tested, strict=True):
        kinds[place] = kind
    return [AreaVerdict(kind, LABELS[kind]) for kind in kinds if kind is not None]


def _without_test(
    count: int | None, people: int | None, minimum_inhabitants: int
) -> AreaKind | None:
    if people is not None and 0 <= people < minimum_inhabitants:
        return "uninhabited"
    return "unknown" if count is None or people is None else None


@functools.lru_cache(maxsize=5_000)
def _against_all(
    counts: tuple[int, ...], people_of: tuple[int, ...], certainty: float
) -> tuple[AreaKind, ...]:
    # Kept, because the same counts are judged on every page that shows them.
    if len(counts) < 2:
        few: AreaKind = "few"
        return (few,) * len(counts)
    events, people = np.array(counts, dtype=np.float64), np.array(people_of, dtype=np.float64)
    expected = people * (events.sum() / people.sum())
    smoothed = poisson_gamma(events, np.where(expected > 0, expected, np.nan))
    classes = classify(smoothed.probability_above, certainty=certainty)
    enough = np.maximum(events, expected) >= FEWEST
    return tuple(_kind(str(one), bool(sure)) for one, sure in zip(classes, enough, strict=True))


def _kind(found: str, is_enough: bool) -> AreaKind:
    if not is_enough or found == "unknown":
        return "few"
    if found == "higher":
        return "higher"
    return "lower" if found == "lower" else "none"

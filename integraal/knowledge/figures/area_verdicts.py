"""Areas of a municipality against the rest of it: three classes for a map, never a ranking."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from integraal.statistics.rates import benjamini_hochberg, compare_counts

AreaKind = Literal["higher", "lower", "none", "few", "uninhabited", "unknown"]

LABELS: dict[AreaKind, str] = {
    "higher": "Hoger",
    "lower": "Lager",
    "none": "Geen aantoonbaar verschil",
    "few": "Te weinig",
    "uninhabited": "Geen cijfer per inwoner",
    "unknown": "Niet bekend",
}
DEMONSTRABLE = 0.05
FEWEST = 5
FEWEST_INHABITANTS = 50


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
) -> list[AreaVerdict]:
    """Compare each area with all the others together, corrected for the number of areas.

    Args:
        counts: events per area, in one period; None where the source gives none.
        populations: inhabitants per area, in the same order; None where unknown.
        minimum_inhabitants: one or more. Under this a count per inhabitant says nothing; such
            an area is "uninhabited" and does not count in the rest either.

    Returns:
        One verdict per area. "few" when the count and the count that the rest would lead one
        to expect are both under five.

    Raises:
        ValueError: the lists differ in length, a number is negative, or the minimum under one.
    """
    if minimum_inhabitants < 1:
        raise ValueError("The minimum number of inhabitants must be one or more.")
    pairs = list(zip(counts, populations, strict=True))
    kinds = [_without_test(count, people, minimum_inhabitants) for count, people in pairs]
    places = [place for place, kind in enumerate(kinds) if kind is None]
    tested = _against_the_rest(
        tuple(counts[place] or 0 for place in places),
        tuple(populations[place] or 0 for place in places),
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
def _against_the_rest(counts: tuple[int, ...], people_of: tuple[int, ...]) -> tuple[AreaKind, ...]:
    # Kept, because the same counts are judged on every page that shows them.
    if len(counts) < 2:
        few: AreaKind = "few"
        return (few,) * len(counts)
    events, people = np.array(counts, dtype=np.float64), np.array(people_of, dtype=np.float64)
    rest_events, rest_people = events.sum() - events, people.sum() - people
    result = compare_counts(events, people, rest_events, rest_people)
    enough = np.maximum(events, rest_events / rest_people * people) >= FEWEST
    adjusted = benjamini_hochberg(np.where(enough, result.p_value, np.nan))
    return tuple(_kind(*each) for each in zip(adjusted, result.ratio, strict=True))


def _kind(adjusted_p: float, ratio: float) -> AreaKind:
    if np.isnan(adjusted_p):
        return "few"
    if adjusted_p >= DEMONSTRABLE:
        return "none"
    return "higher" if ratio > 1 else "lower"

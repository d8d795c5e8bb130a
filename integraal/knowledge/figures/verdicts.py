"""What may be said about a change or a difference: a closed list, and nothing else.

The p-values are central mid-p; the margins of a change turn the same test around, so badge and
sentence cannot contradict each other. Counts come first; a percentage only stands on twenty
cases or more.
"""

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from integraal.foundation.ui.dutch import number
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.indicators.definitions import Aim
from integraal.statistics.rates import benjamini_hochberg, compare_counts

Kind = Literal["few", "none", "small", "down", "up", "no_data"]
Direction = Literal["down", "up"]

DEMONSTRABLE = 0.05
FEWEST_TOGETHER = 5
FEWEST_FOR_PERCENTAGE = 20
SMALL_RATIO = (0.9, 1.1)
CHANCE = "Zulke verschillen komen ook door toeval voor."


class NotComparable(ValueError):
    """Two figures that do not measure the same thing: a mistake in our code, not by a user."""


@dataclass(frozen=True)
class Verdict:
    """One of the closed list, with the Dutch words for it.

    `favourable` is None when nothing was shown or no direction is wished for; `comparisons` is
    the number of changes that were tested together.
    """

    kind: Kind
    direction: Direction | None
    favourable: bool | None
    label: str
    sentence: str
    comparisons: int = 1


@dataclass(frozen=True)
class _Change:
    """Later divided by earlier: ratio, margins and p-value."""

    ratio: float
    low: float
    high: float
    p_value: float


def compare(
    earlier: Estimate,
    later: Estimate,
    aim: Aim,
    *,
    adjusted_p: float | None = None,
    comparisons: int = 1,
) -> Verdict:
    """Say what may be said about the change between two periods of equal length.

    Args:
        earlier, later: counts of the same indicator and area, of the same kind of period.
        aim: the direction that is wished for.
        adjusted_p: p-value after correction for a family of comparisons; None: just this one.
        comparisons: how many comparisons that family has.

    Raises:
        NotComparable: other indicator, version, area, or kind of period, or not in order.
    """
    _refuse_unlike(earlier, later)
    change = _change(earlier, later)
    if change is None:
        return _no_data(earlier, later, comparisons)
    if _together(earlier, later) < FEWEST_TOGETHER:
        sentence = "Te weinig om iets over verandering te zeggen."
        return Verdict("few", None, None, "Te weinig gevallen", sentence, comparisons)
    p_value = change.p_value if adjusted_p is None else adjusted_p
    if p_value >= DEMONSTRABLE or change.low <= 1 <= change.high:
        return _no_change(earlier, later, comparisons)
    return _demonstrable(earlier, later, aim, change, comparisons)


def compare_family(pairs: Sequence[tuple[Estimate, Estimate, Aim]]) -> list[Verdict]:
    """Judge changes that are shown together, corrected for their number.

    Args:
        pairs: (earlier, later, aim), every change that the same page shows of this kind.

    Returns:
        One verdict per pair, in order.
    """
    p_values = [change_p(earlier, later) for earlier, later, _ in pairs]
    adjusted = benjamini_hochberg([math.nan if p is None else p for p in p_values])
    tested = sum(p is not None for p in p_values)
    return [
        compare(*pair, adjusted_p=None if p is None else float(new), comparisons=tested)
        for pair, p, new in zip(pairs, p_values, adjusted, strict=True)
    ]


def change_p(earlier: Estimate, later: Estimate) -> float | None:
    """Central mid-p value of no change; None when no test is done (no data, or too few)."""
    change = _change(earlier, later)
    if change is None or _together(earlier, later) < FEWEST_TOGETHER:
        return None
    return change.p_value


def _refuse_unlike(earlier: Estimate, later: Estimate) -> None:
    def subject(figure: Estimate) -> tuple[object, ...]:
        return figure.indicator, figure.indicator_version, figure.area, figure.period.kind

    if subject(earlier) != subject(later) or earlier.period >= later.period:
        raise NotComparable(f"{subject(earlier)} against {subject(later)}")


def _change(earlier: Estimate, later: Estimate) -> _Change | None:
    """The change; with rounded counts the least telling one that the rounding allows."""
    if earlier.value is None or later.value is None:
        return None
    return _change_of_counts(earlier.value, earlier.rounded_to, later.value, later.rounded_to)


@functools.lru_cache(maxsize=10_000)
def _change_of_counts(first: int, first_step: int, second: int, second_step: int) -> _Change:
    # Kept, because the same two counts are compared on every page that shows them.
    firsts = [max(first + sign * (first_step // 2), 0) for sign in (0, -1, 1)]
    seconds = [max(second + sign * (second_step // 2), 0) for sign in (0, 1, -1)]
    all_ways = compare_counts(seconds, 1, firsts, 1)
    low, high = float(all_ways.lower.min()), float(all_ways.upper.max())
    p_value = 1.0 if low <= 1 <= high else float(all_ways.p_value.max())
    return _Change(float(all_ways.ratio[0]), low, high, p_value)


def _together(earlier: Estimate, later: Estimate) -> int:
    return (earlier.count or 0) + (later.count or 0)


def _no_data(earlier: Estimate, later: Estimate, comparisons: int) -> Verdict:
    absent = [figure for figure in (earlier, later) if figure.value is None]
    hidden = any(figure.suppressed for figure in absent)
    why = "tonen we niet, om personen te beschermen" if hidden else "is niet bekend"
    names = " en ".join(figure.period.label for figure in absent)
    sentence = f"Het aantal in {names} {why}."
    return Verdict("no_data", None, None, "Geen vergelijking mogelijk", sentence, comparisons)


def _no_change(earlier: Estimate, later: Estimate, comparisons: int) -> Verdict:
    sentence = (
        f"{_count(earlier)} in {earlier.period.label} en {_count(later)} in "
        f"{later.period.label}. {CHANCE}{_provisional(earlier, later)}"
    )
    sentence = sentence[0].upper() + sentence[1:]
    return Verdict("none", None, None, "Geen aantoonbare verandering", sentence, comparisons)


def _demonstrable(
    earlier: Estimate, later: Estimate, aim: Aim, change: _Change, comparisons: int
) -> Verdict:
    direction: Direction = "down" if change.ratio < 1 else "up"
    favourable = None if aim == "none" else direction == aim
    sentence = f"Van {_count(earlier)} naar {_count(later)}{_percentages(earlier, change)}."
    sentence += _provisional(earlier, later)
    if SMALL_RATIO[0] <= change.ratio <= SMALL_RATIO[1]:
        label = "Aantoonbaar maar klein verschil"
        return Verdict("small", direction, favourable, label, sentence, comparisons)
    label = "Aantoonbaar gedaald" if direction == "down" else "Aantoonbaar gestegen"
    if aim == "up" and favourable:
        label += ", zoals bedoeld"
    return Verdict(direction, direction, favourable, label, sentence, comparisons)


def _percentages(earlier: Estimate, change: _Change) -> str:
    """The margins of the change in whole percentages, rounded outward; none on few cases."""
    if (earlier.value or 0) < FEWEST_FOR_PERCENTAGE:
        return ""
    if change.ratio < 1:
        least, most, word = 1 - change.high, 1 - change.low, "minder"
    else:
        least, most, word = change.low - 1, change.high - 1, "meer"
    floor, ceiling = math.floor(least * 100), math.ceil(most * 100)
    if floor == 0:
        return f"; hooguit {number(ceiling, 0)} % {word}"
    return f"; tussen {number(floor, 0)} % en {number(ceiling, 0)} % {word}"


def _count(figure: Estimate) -> str:
    about = "ongeveer " if figure.rounded_to > 1 else ""
    return about + number(figure.value, 0)


def _provisional(*figures: Estimate) -> str:
    names = [figure.period.label for figure in figures if figure.provisional]
    if not names:
        return ""
    noun, verb = ("Het cijfer", "is") if len(names) == 1 else ("De cijfers", "zijn")
    return f" {noun} over {' en '.join(names)} {verb} voorlopig."

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

from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.indicators.definitions import Aim
from integraal.statistics import wording
from integraal.statistics.rates import benjamini_hochberg, compare_counts
from integraal.statistics.wording import Compared, Limits, Statement

# The first six are about a change in time, the others about a place beside others or beside what
# was expected.
Kind = Literal[
    "few", "none", "small", "down", "up", "no_data",
    "lower", "higher", "maybe_lower", "maybe_higher", "below", "above",
]  # fmt: skip
Direction = Literal["down", "up"]

USUAL_LIMITS = Limits()
_KINDS: dict[str, Kind] = {
    "change_few": "few",
    "change_none": "none",
    "change_small": "small",
    "change_down": "down",
    "change_up": "up",
}


class NotComparable(ValueError):
    """Two figures that do not measure the same thing: a mistake in our code, not by a user."""


@dataclass(frozen=True)
class Verdict:
    """One of the closed list, with the Dutch words for it.

    `favourable` is None when nothing was shown or no direction is wished for; `comparisons` is
    the number of changes that were tested together; `alone` says label and sentence in one.
    """

    kind: Kind
    direction: Direction | None
    favourable: bool | None
    label: str
    sentence: str
    alone: str
    comparisons: int = 1


def compare(
    earlier: Estimate,
    later: Estimate,
    aim: Aim,
    *,
    adjusted_p: float | None = None,
    comparisons: int = 1,
    limits: Limits = USUAL_LIMITS,
) -> Verdict:
    """Say what may be said about the change between two periods of equal length.

    Args:
        earlier, later: counts of the same indicator and area, of the same kind of period.
        aim: the direction that is wished for.
        adjusted_p: p-value after correction for a family of comparisons; None: just this one.
        comparisons: how many comparisons that family has.
        limits: when something may be said.

    Raises:
        NotComparable: other indicator, version, area, or kind of period, or not in order.
    """
    _refuse_unlike(earlier, later)
    change = _change(earlier, later)
    if change is None or earlier.count is None or later.count is None:
        return _verdict(_why_not(earlier, later), aim, None, comparisons)
    p_value = change.p_value if adjusted_p is None else adjusted_p
    judged = Compared(change.ratio, change.lower, change.upper, p_value)
    statement = wording.change(
        earlier.count,
        later.count,
        judged,
        before=earlier.period.label,
        after=later.period.label,
        rounded=(earlier.rounded_to > 1, later.rounded_to > 1),
        limits=limits,
    )
    direction: Direction = "down" if change.ratio < 1 else "up"
    return _verdict(statement, aim, direction, comparisons, _provisional(earlier, later))


def compare_family(
    pairs: Sequence[tuple[Estimate, Estimate, Aim]], limits: Limits = USUAL_LIMITS
) -> list[Verdict]:
    """Judge changes that are shown together, corrected for their number.

    Args:
        pairs: (earlier, later, aim), every change that belongs to the family.
        limits: when something may be said.

    Returns:
        One verdict per pair, in order.
    """
    p_values = [change_p(earlier, later, limits) for earlier, later, _ in pairs]
    adjusted = benjamini_hochberg([math.nan if p is None else p for p in p_values])
    tested = sum(p is not None for p in p_values)
    return [
        compare(
            *pair,
            adjusted_p=None if p is None else float(new),
            comparisons=tested,
            limits=limits,
        )
        for pair, p, new in zip(pairs, p_values, adjusted, strict=True)
    ]


def change_p(earlier: Estimate, later: Estimate, limits: Limits = USUAL_LIMITS) -> float | None:
    """Central mid-p value of no change; None when no test is done.

    No test is done without data, on too few cases, and on two counts that the source rounds.
    """
    change = _change(earlier, later)
    if change is None or (earlier.rounded_to > 1 and later.rounded_to > 1):
        return None
    return None if _together(earlier, later) < limits.fewest else change.p_value


def change_margin(earlier: Estimate, later: Estimate) -> Compared | None:
    """Return the change with its margin; None when one of the two has no number."""
    return _change(earlier, later)


def _verdict(
    statement: Statement,
    aim: Aim,
    direction: Direction | None,
    comparisons: int,
    provisional: str = "",
) -> Verdict:
    kind = _KINDS.get(statement.code, "no_data")
    shown = direction if kind in ("small", "down", "up") else None
    favourable = None if shown is None or aim == "none" else shown == aim
    meant = ", zoals bedoeld" if kind == "up" and favourable else ""
    says = kind not in ("few", "no_data")
    return Verdict(
        kind=kind,
        direction=shown,
        favourable=favourable,
        label=statement.label + meant,
        sentence=statement.detail + (provisional if says else ""),
        alone=statement.sentence + (provisional if says else ""),
        comparisons=comparisons,
    )


def _refuse_unlike(earlier: Estimate, later: Estimate) -> None:
    def subject(figure: Estimate) -> tuple[object, ...]:
        return figure.indicator, figure.indicator_version, figure.area, figure.period.kind

    if subject(earlier) != subject(later) or earlier.period >= later.period:
        raise NotComparable(f"{subject(earlier)} against {subject(later)}")


def _change(earlier: Estimate, later: Estimate) -> Compared | None:
    """The change; where one count is rounded, the least telling one that this allows."""
    if earlier.count is None or later.count is None:
        return None
    return _change_of_counts(earlier.count, earlier.rounded_to, later.count, later.rounded_to)


@functools.lru_cache(maxsize=10_000)
def _change_of_counts(first: int, first_step: int, second: int, second_step: int) -> Compared:
    # Kept, because the same two counts are compared on every page that shows them.
    firsts = [max(first + sign * (first_step // 2), 0) for sign in (0, -1, 1)]
    seconds = [max(second + sign * (second_step // 2), 0) for sign in (0, 1, -1)]
    all_ways = compare_counts(seconds, 1, firsts, 1)
    low, high = float(all_ways.lower.min()), float(all_ways.upper.max())
    p_value = 1.0 if low <= 1 <= high else float(all_ways.p_value.max())
    return Compared(float(all_ways.ratio[0]), low, high, p_value)


def _together(earlier: Estimate, later: Estimate) -> int:
    return (earlier.count or 0) + (later.count or 0)


def _why_not(earlier: Estimate, later: Estimate) -> Statement:
    absent = [figure for figure in (earlier, later) if figure.value is None]
    if not absent:
        return wording.stated("change_measured", "nl")
    names = [figure.period.label for figure in absent]
    return wording.no_change_known(names, hidden=any(figure.suppressed for figure in absent))


def _provisional(*figures: Estimate) -> str:
    names = [figure.period.label for figure in figures if figure.provisional]
    if not names:
        return ""
    noun, verb = ("Het cijfer", "is") if len(names) == 1 else ("De cijfers", "zijn")
    return f" {noun} over {' en '.join(names)} {verb} voorlopig."

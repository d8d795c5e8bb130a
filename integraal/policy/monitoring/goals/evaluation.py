"""The evaluation of a goal: its figures, laid before and after the start of its measures."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from integraal.policy.monitoring.goals.elsewhere import others_alike
from integraal.policy.monitoring.goals.evaluating import (
    Said,
    Sides,
    said_before_after,
    said_beside_others,
    said_in_months,
    sides,
)
from integraal.policy.monitoring.goals.following import Followed, Judged
from integraal.policy.monitoring.goals.queries import Done
from integraal.statistics.wording import Limits


@dataclass(frozen=True)
class Evaluation:
    """What may be said since the measures began; ``why_not`` stands where nothing may."""

    start: date | None = None
    said: tuple[Said, ...] = ()
    why_not: str = ""


def evaluate(one: Followed, done: Sequence[Done], judged: Judged, today: date) -> Evaluation:
    """Return the three ways of looking at a goal, or why there are none."""
    start = began_on(done)
    if start is None:
        return Evaluation(why_not="Er is nog geen maatregel met een begindatum bij dit doel.")
    if start > today:
        return Evaluation(start, why_not="De maatregelen bij dit doel zijn nog niet begonnen.")
    if one.goal.is_measured_otherwise:
        return Evaluation(start, why_not=_OWN_FIGURE)
    if one.indicator is None:
        return Evaluation(start, why_not="Het cijfer van dit doel is er niet meer.")
    if one.indicator.kind != "count":
        return Evaluation(start, why_not=_MEASURED)
    return Evaluation(start, _said(one, start, judged))


def began_on(done: Sequence[Done]) -> date | None:
    """Return the day on which the first measure began that was not left undone."""
    days = [one.measure.starts_on for one in done if one.measure.starts_on]
    return min(days) if days else None


_OWN_FIGURE = (
    "Dit cijfer houdt u zelf bij. Hoe het is geteld, is hier niet bekend; daarom rekenen wij niet "
    "uit of een verandering door de maatregelen kan komen."
)
_MEASURED = (
    "Dit cijfer is gemeten bij een deel van de inwoners, en niet elk jaar. Met zo weinig metingen "
    "is voor en na niet uit te rekenen."
)


def _said(one: Followed, start: date, judged: Judged) -> tuple[Said, ...]:
    assert one.indicator is not None
    complete = {each.year for each in one.reached if each.complete}
    chosen = {year: figure for year, figure in one.estimates.items() if year in complete}
    breaks = [_first_whole_year(part.period.months.start) for part in one.indicator.breaks]
    found = sides(
        {year: figure.count for year, figure in chosen.items()},
        start,
        excluded=one.indicator.baseline_excludes,
        first_year=max((year for year in breaks if year <= max(complete, default=0)), default=0),
    )
    is_rounded = any(figure.rounded_to > 1 for figure in chosen.values())
    own, others = others_alike(one.indicator, judged.whole, found)
    return (
        said_before_after(found, judged.limits, is_rounded=is_rounded),
        said_beside_others(own, others, found, judged.limits),
        _in_months(one, start, judged.limits),
    )


def _in_months(one: Followed, start: date, limits: Limits) -> Said:
    """Lay the months in one unbroken row; what is missing or unfinished is no number."""
    if not one.months:
        return said_in_months([], 0, limits)
    first, last = (one.months[at].period.months.start for at in (0, -1))
    row = [math.nan] * (last - first + 1)
    for each in one.months:
        if each.count is not None and not each.incomplete:
            row[each.period.months.start - first] = float(each.count)
    return said_in_months(row, start.year * 12 + start.month - 1 - first, limits)


def _first_whole_year(month: int) -> int:
    return month // 12 + (month % 12 > 0)


__all__ = ["Evaluation", "Sides", "began_on", "evaluate"]

"""What was reached of every goal, judged together so that no page says otherwise than another."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from integraal.foundation.areas.models import Area
from integraal.foundation.areas.queries import municipality_on
from integraal.foundation.ui.dutch import number
from integraal.knowledge.figures.definitions import calculation_rules, indicators
from integraal.knowledge.figures.estimates import Estimate, shown_count
from integraal.knowledge.figures.queries import estimates
from integraal.knowledge.figures.verdicts import Verdict, compare_family
from integraal.knowledge.indicators.definitions import Aim, Indicator
from integraal.policy.monitoring.goals.course import Goal, Reached
from integraal.policy.monitoring.models import GoalReading
from integraal.statistics.wording import Limits

FAMILY = "alle doelen van het plan, elk jaar tegen de beginstand"


@dataclass(frozen=True)
class Followed:
    """A goal with what was reached.

    Attributes:
        indicator: None for a goal with a figure of its own, or one that is there no more.
        estimates: by year, for a goal with an indicator.
        months: the figures by month of that indicator.
        since_start: year to verdict on the year of the baseline; counts only.
        since_last_year: of the newest complete year.
    """

    goal: Goal
    indicator: Indicator | None
    reached: tuple[Reached, ...]
    estimates: Mapping[int, Estimate] = field(default_factory=dict)
    months: tuple[Estimate, ...] = ()
    since_start: Mapping[int, Verdict] = field(default_factory=dict)
    since_last_year: Verdict | None = None

    @property
    def latest(self) -> Reached | None:
        """The newest complete year with a value."""
        known = [one for one in self.reached if one.value is not None and one.complete]
        return known[-1] if known else None


@dataclass(frozen=True)
class Judged:
    """Every goal with what was reached, and the limits it was judged with."""

    followed: Sequence[Followed]
    whole: Area | None
    limits: Limits


def follow(
    found: Sequence[Goal],
    today: date,
    *,
    known_at: datetime | None = None,
    until: int | None = None,
) -> Judged:
    """Return what was reached of these goals; a fixed number of queries.

    Args:
        found: all goals of a plan, for they are one family.
        today: a year that is not over is not complete.
        known_at: as was known at that moment; ``None`` is now.
        until: the last year that is looked at; ``None`` takes them all.
    """
    whole, known = municipality_on(today), indicators()
    chosen = {one.indicator: known[one.indicator] for one in found if one.indicator in known}
    areas = [whole] if whole and chosen else []
    by_code: dict[str, list[Estimate]] = defaultdict(list)
    for (code, _, _), estimate in estimates(chosen.values(), areas, known_at=known_at).items():
        if until is None or estimate.period.year <= until:
            by_code[code].append(estimate)
    readings = _readings(found, known_at, until)
    limits = calculation_rules().limits
    plain = [
        _followed(one, chosen.get(one.indicator), by_code[one.indicator], readings, today)
        for one in found
    ]
    return Judged(_with_verdicts(plain, limits), whole, limits)


def _followed(
    goal: Goal,
    indicator: Indicator | None,
    figures: Sequence[Estimate],
    readings: Mapping[str, Sequence[GoalReading]],
    today: date,
) -> Followed:
    if goal.is_measured_otherwise:
        kept = readings.get(goal.key, ())
        return Followed(goal, None, tuple(_of_reading(one) for one in kept))
    years = {one.period.year: one for one in figures if one.period.kind == "year"}
    months = sorted((one for one in figures if one.period.kind == "month"), key=_when)
    reached = tuple(_of_estimate(years[year], today) for year in sorted(years))
    return Followed(goal, indicator, reached, years, tuple(months))


def _with_verdicts(found: Sequence[Followed], limits: Limits) -> list[Followed]:
    """Judge all goals as two families: each year since its baseline, and the newest since last."""
    start = {
        (place, year): (one.estimates[first], one.estimates[year], aim_of(one.goal))
        for place, one in enumerate(found)
        if (first := _baseline_year(one)) is not None
        for year in _complete_years(one)
        if year > first
    }
    last = {
        place: (one.estimates[years[-2]], one.estimates[years[-1]], aim_of(one.goal))
        for place, one in enumerate(found)
        if (years := _judged_years(one)) and years[-1] - years[-2] == 1
    }
    since_start = dict(zip(start, compare_family(list(start.values()), limits), strict=True))
    since_last = dict(zip(last, compare_family(list(last.values()), limits), strict=True))
    return [
        Followed(
            one.goal, one.indicator, one.reached, one.estimates, one.months,
            {year: verdict for (at, year), verdict in since_start.items() if at == place},
            since_last.get(place),
        )
        for place, one in enumerate(found)
    ]  # fmt: skip


def aim_of(goal: Goal) -> Aim:
    """Return which way the goal wants its figure to go."""
    return goal.direction if goal.direction in ("down", "up") else "none"  # type: ignore[return-value]


def _baseline_year(one: Followed) -> int | None:
    year = one.goal.baseline_year
    is_count = one.indicator is not None and one.indicator.kind == "count"
    return year if is_count and year in one.estimates else None


def _complete_years(one: Followed) -> list[int]:
    return [each.year for each in one.reached if each.complete and each.value is not None]


def _judged_years(one: Followed) -> list[int]:
    is_count = one.indicator is not None and one.indicator.kind == "count"
    years = _complete_years(one) if is_count else []
    return years if len(years) > 1 else []


def _of_estimate(estimate: Estimate, today: date) -> Reached:
    year, shown = estimate.period.year, estimate.as_json()
    return Reached(
        year=year,
        value=None if estimate.value is None else float(estimate.value),
        low=_number(shown["low"]),
        high=_number(shown["high"]),
        shown=shown_count(estimate),
        source=estimate.snapshot.credit,
        complete=not estimate.incomplete and year < today.year,
    )


def _number(shown: object) -> float | None:
    """Return an end of a margin as it is shown everywhere: rounded outward."""
    return None if shown is None else float(str(shown))


def _of_reading(row: GoalReading) -> Reached:
    return Reached(
        year=row.year,
        value=float(row.value),
        low=None if row.low is None else float(row.low),
        high=None if row.high is None else float(row.high),
        shown=number(row.value),
        source=row.source,
    )


def _readings(
    found: Sequence[Goal], known_at: datetime | None, until: int | None
) -> Mapping[str, list[GoalReading]]:
    keys = [uuid.UUID(one.key) for one in found if one.is_measured_otherwise]
    rows = GoalReading.objects.filter(goal__in=keys) if keys else GoalReading.objects.none()
    if known_at is not None:
        rows = rows.filter(entered_on__lte=timezone.localdate(known_at))
    if until is not None:
        rows = rows.filter(year__lte=until)
    kept: dict[str, list[GoalReading]] = defaultdict(list)
    for row in rows:
        kept[str(row.goal)].append(row)
    return kept


def _when(estimate: Estimate) -> int:
    return estimate.period.months.start

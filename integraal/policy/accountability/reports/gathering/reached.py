"""What the goals brought: every figure with its margin, its file and its rows."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.verdicts import Verdict
from integraal.policy.accountability.reports.gathering.promised import Promised
from integraal.policy.monitoring.goals.course import Goal, Reached
from integraal.policy.monitoring.goals.following import Followed, Judged, follow
from integraal.policy.monitoring.goals.queries import goals_of
from integraal.policy.monitoring.models import GoalReading
from integraal.policy.picture.trace.rows import Row, rows_behind_all

Json = dict[str, Any]


def reached_json(promised: Promised, last_day: date, at: datetime) -> Json:
    """Return ``goals``, ``figures`` and ``readings`` as they were known at a moment.

    Args:
        promised: what held on the last day.
        last_day: no year after it is looked at.
        at: figures of files that were read later do not count.
    """
    if promised.plan is None:
        return {"goals": [], "figures": [], "readings": []}
    today = timezone.localdate(at)
    judged = follow(goals_of(promised.plan), today, known_at=at, until=last_day.year)
    first = promised.programme.first_year - 1
    return {
        "goals": [_goal(one, first) for one in judged.followed],
        "figures": _figures(judged, first, at),
        "readings": _readings(judged, last_day, at),
    }


def figure_key(code: str, year: int) -> str:
    return f"figure:{code}:{year}"


def _goal(one: Followed, first: int) -> Json:
    goal, since = one.goal, one.since_start
    latest = one.latest
    return {
        "key": goal.key,
        "title": goal.title,
        "theme": goal.theme,
        "why": goal.why,
        "by_date": goal.by_date,
        "indicator": goal.indicator,
        "measured_by": one.indicator.name if one.indicator else goal.measure,
        "unit": "\u00a0%" if one.indicator and one.indicator.unit == "procent" else "",
        "direction": goal.direction,
        "baseline": _exact(goal.baseline),
        "baseline_year": goal.baseline_year or 0,
        "target": _exact(goal.target),
        "target_year": goal.target_year or 0,
        "years": [_year(goal, each) for each in one.reached if _is_told(goal, each.year, first)],
        "since_start": _verdict(since.get(latest.year)) if latest else None,
        "since_last_year": _verdict(one.since_last_year),
    }


def _is_told(goal: Goal, year: int, first: int) -> bool:
    return year >= min(goal.baseline_year or first, first)


def _year(goal: Goal, one: Reached) -> Json:
    kept = f"reading:{goal.key}:{one.year}"
    return {
        "year": one.year,
        "value": _exact(one.value),
        "low": _exact(one.low),
        "high": _exact(one.high),
        "shown": one.shown,
        "complete": one.complete,
        "source": figure_key(goal.indicator, one.year) if goal.indicator else kept,
    }


def _verdict(verdict: Verdict | None) -> Json | None:
    if verdict is None:
        return None
    return {
        "kind": verdict.kind,
        "label": verdict.label,
        "say": verdict.alone,
        "comparisons": verdict.comparisons,
    }


def _figures(judged: Judged, first: int, at: datetime) -> list[Json]:
    told = {
        (one.indicator.code, year): (one, estimate)
        for one in judged.followed
        for year, estimate in one.estimates.items()
        if one.indicator and _is_told(one.goal, year, first)
    }
    asked = [(one.indicator, year) for (_, year), (one, _) in told.items() if one.indicator]
    whole = judged.whole
    rows = rows_behind_all(asked, whole.pk, at=at, may_see=True) if whole and asked else {}
    return [_figure(*told[key], rows[key]) for key in sorted(told)]


def _figure(one: Followed, estimate: Estimate, rows: list[Row]) -> Json:
    assert one.indicator is not None  # only goals with an indicator have estimates
    year = estimate.period.year
    reached = next(each for each in one.reached if each.year == year)
    return {
        **estimate.as_json(),
        "key": figure_key(one.indicator.code, year),
        "year": year,
        "name": one.indicator.name,
        "unit": one.indicator.unit,
        "shown": reached.shown,
        "exact_low": _exact(reached.low),
        "exact_high": _exact(reached.high),
        "credit": estimate.snapshot.credit,
        "rows": [
            {
                "id": str(row.pk), "what": row.what, "period": row.period, "value": row.shown,
                "file": row.file, "line": row.line,
            }
            for row in rows
        ],
    }  # fmt: skip


def _readings(judged: Judged, last_day: date, at: datetime) -> list[Json]:
    keys = [one.goal.key for one in judged.followed if one.goal.is_measured_otherwise]
    found = GoalReading.objects.filter(
        goal__in=keys, year__lte=last_day.year, entered_on__lte=timezone.localdate(at)
    )
    return [
        {
            "key": f"reading:{one.goal}:{one.year}",
            "goal": str(one.goal),
            "year": one.year,
            "value": str(one.value.normalize()),
            "low": "" if one.low is None else str(one.low),
            "high": "" if one.high is None else str(one.high),
            "source": one.source,
            "entered_on": str(one.entered_on),
        }
        for one in found.order_by("goal", "year")
    ]


def _exact(value: float | None) -> str:
    """Return a number as text with at most four decimals; empty when there is none."""
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")

"""What the page of one goal shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.components import Verdict as Badge
from integraal.foundation.ui.dutch import day, number
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.catalogue.links import link
from integraal.policy.monitoring.access import check_write, reads_inside
from integraal.policy.monitoring.goals.course import Goal, beside_path, why_no_path
from integraal.policy.monitoring.goals.drawing import course_figure
from integraal.policy.monitoring.goals.evaluating import Said
from integraal.policy.monitoring.goals.evaluation import Evaluation, evaluate
from integraal.policy.monitoring.goals.following import FAMILY, Followed, follow
from integraal.policy.monitoring.goals.queries import (
    Done,
    adopted_plan,
    goals_of,
    measures_by_goal,
    updates_of,
)
from integraal.policy.monitoring.goals.spending import spending_table
from integraal.policy.monitoring.goals.words import path_badge, said_badge, verdict_badge
from integraal.policy.monitoring.models import Deviation, GoalReading, Threshold
from integraal.policy.monitoring.thresholds.rules import margin_words
from integraal.policy.plan.content import content_of
from integraal.policy.plan.goals.numbers import indicator_in
from integraal.policy.plan.goals.showable import hints_of
from integraal.policy.plan.models import Plan
from integraal.policy.programme.content import function_of
from integraal.policy.programme.models import Update


@dataclass(frozen=True)
class EvaluationLine:
    """One way of looking, with its badge."""

    said: Said
    badge: Badge


@dataclass(frozen=True)
class UpdateLine:
    """What was said of a measure: when, by whom as a function, and about which."""

    update: Update
    title: str
    who: str


@dataclass(frozen=True)
class GoalPage:
    """What ``monitoring/goal.html`` shows."""

    plan: Plan
    goal: Goal
    facts: list[tuple[str, str]]
    figure: Figure | None
    years: Table
    family: str
    path: str
    hints: list[str]
    evaluation: Evaluation
    lines: list[EvaluationLine]
    measures: Table
    updates: list[UpdateLine]
    spending: Table | None
    readings: Sequence[GoalReading]
    thresholds: Sequence[Threshold]
    deviations: Sequence[Deviation]
    may_write: bool
    reads_inside: bool


def goal_page(by: Actor, key: str) -> GoalPage | None:
    """Return the page of a goal of the adopted plan; ``None`` when it has no such goal."""
    today = timezone.localdate()
    plan = adopted_plan(by, today)
    judged = follow(goals_of(plan), today) if plan else None
    one = next((f for f in judged.followed if f.goal.key == key), None) if judged else None
    if plan is None or judged is None or one is None:
        return None
    done = measures_by_goal(by).get(key, [])
    found = evaluate(one, done, judged, today)
    inside = reads_inside(by)
    return GoalPage(
        plan=plan,
        goal=one.goal,
        facts=_facts(one.goal),
        figure=course_figure(one),
        years=_years(one),
        family=FAMILY,
        path=_path_words(one.goal),
        hints=_hints(plan, one.goal),
        evaluation=found,
        lines=[EvaluationLine(each, said_badge(each, one.goal.direction)) for each in found.said],
        measures=_measures(done),
        updates=_updates(done) if inside else [],
        spending=spending_table(done) if done else None,
        readings=_readings(key) if one.goal.is_measured_otherwise else [],
        thresholds=list(Threshold.objects.filter(goal=key)),
        deviations=list(Deviation.objects.filter(goal=key)) if inside else [],
        may_write=allowed(check_write, by),
        reads_inside=inside,
    )


def _facts(goal: Goal) -> list[tuple[str, str]]:
    year = f" ({goal.baseline_year})" if goal.baseline_year else ""
    found = [
        ("Thema", goal.theme_name),
        ("Wie is ervan", goal.owner),
        ("Beginstand", f"{number(goal.baseline)}{year}" if goal.baseline is not None else ""),
        ("Bron van de beginstand", goal.baseline_source),
        ("Streefcijfer", number(goal.target) if goal.target is not None else ""),
        ("Bereikt op", day(date.fromisoformat(goal.by_date)) if goal.by_date else ""),
    ]
    return [(name, words) for name, words in found if words]


def _path_words(goal: Goal) -> str:
    return why_no_path(goal) or (
        "Het pad is een rechte lijn van de beginstand naar het streefcijfer. Het plan noemt geen "
        "streefcijfers per jaar."
    )


def _hints(plan: Plan, goal: Goal) -> list[str]:
    details = {
        "indicator": goal.indicator,
        "measure": goal.measure,
        "direction": goal.direction,
        "baseline": number(goal.baseline) if goal.baseline is not None else "",
        "target": number(goal.target) if goal.target is not None else "",
    }
    plain = {name: value.replace(".", "") for name, value in details.items() if name in _NUMBERS}
    found = hints_of({**details, **plain}, indicator_in(content_of(plan), goal.indicator))
    return [hint.say for hint in found]


_NUMBERS = ("baseline", "target")
_YEARS_BEFORE = 3


def _years(one: Followed) -> Table:
    """Return the years since the baseline and a few before it; the chart tells of all."""
    rows, first = [], (one.goal.baseline_year or 0) - _YEARS_BEFORE
    for each in (each for each in one.reached if each.year >= first):
        beside = beside_path(one.goal, each)
        verdict = one.since_start.get(each.year)
        note = "" if each.complete else " (nog niet compleet)"
        rows.append(
            (
                f"{each.year}{note}",
                f"{each.shown}{margin_words(each)}",
                verdict_badge(verdict) if verdict else _no_verdict(one, each.year),
                path_badge(beside) if beside else "geen pad in dit jaar",
                beside.say if beside else "",
            )
        )
    return Table(
        caption="Wat is bereikt, per jaar",
        columns=(
            Column("Jaar"), Column("Stand"), Column("Sinds de beginstand", short="Sinds begin"),
            Column("Naast het pad", short="Pad"), Column("Wat dat zegt", short="Uitleg"),
        ),
        rows=tuple(rows),
        empty="Er is nog geen cijfer.",
    )  # fmt: skip


def _no_verdict(one: Followed, year: int) -> str:
    if year == one.goal.baseline_year:
        return "dit is de beginstand"
    if one.goal.baseline_year is not None and year < one.goal.baseline_year:
        return "van vóór de beginstand"
    return "niet te zeggen"


def _measures(done: Sequence[Done]) -> Table:
    rows = []
    for one in done:
        measure, stand = one.measure, one.progress
        rows.append(
            (
                _measure_link(one),
                function_of(measure.owner) or "niemand",
                _when(measure.starts_on, measure.ends_on),
                stand.get_status_display() if stand else "nog niets gezegd",
                _counted(one),
                one.standstill or "geen bijzonderheden",
            )
        )
    return Table(
        caption="Maatregelen bij dit doel",
        columns=(
            Column("Maatregel"), Column("Wie is ervan"), Column("Wanneer"), Column("Stand"),
            Column("Wat is geteld", short="Geteld"), Column("Aandacht"),
        ),
        rows=tuple(rows),
        empty="Er is nog geen maatregel in een vastgesteld programma die bij dit doel hoort.",
    )  # fmt: skip


def _measure_link(one: Done) -> Any:
    try:
        address = reverse("measure", args=[one.measure.programme_id, one.measure.key])
    except NoReverseMatch:
        return one.measure.title
    return link(address, one.measure.title)


def _when(first: date | None, last: date | None) -> str:
    if first and last:
        return f"{day(first)} tot en met {day(last)}"
    if first:
        return f"vanaf {day(first)}"
    return f"tot en met {day(last)}" if last else "niet ingevuld"


def _counted(one: Done) -> str:
    if one.progress is None or one.progress.figure is None:
        return "niets gemeld"
    what = f" ({one.measure.output})" if one.measure.output else ""
    return f"{number(one.progress.figure)}{what}"


def _updates(done: Sequence[Done]) -> list[UpdateLine]:
    titles = {one.measure.key: one.measure.title for one in done}
    return [
        UpdateLine(one, titles.get(one.measure, ""), function_of(one.said_by) or "onbekend")
        for one in updates_of(done)
    ]


def _readings(key: str) -> list[GoalReading]:
    return list(GoalReading.objects.filter(goal=key))

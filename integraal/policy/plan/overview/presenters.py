"""The list of plans, and where one stands."""

from dataclasses import dataclass

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import listed
from integraal.policy.plan.access import check_write
from integraal.policy.plan.content import Json, outline_of
from integraal.policy.plan.models import Edition, Plan
from integraal.policy.plan.overview.own_terms import warn_months
from integraal.policy.plan.overview.path import PathStep, next_step, path_of
from integraal.policy.plan.overview.standing import (
    ChapterStands,
    ThemeStands,
    chapters_stand,
    themes_stand,
)
from integraal.policy.plan.overview.terms import TermNote, term_note
from integraal.policy.plan.queries import editions, plans, versions
from integraal.policy.plan.tabs import tabs


@dataclass(frozen=True)
class PlanLine:
    """One plan: its newest version, and those before it, newest first."""

    newest: Plan
    earlier: list[Plan]


@dataclass(frozen=True)
class Overview:
    """What ``plan/overview.html`` shows.

    Attributes:
        next: Dutch, what is to do now; empty when nothing.
        lacking: chapters that lack what every plan holds.
        term: how long it still holds; only of the plan in force.
    """

    plan: Plan
    content: Json
    tabs: list[Chip]
    path: list[PathStep]
    next: str
    themes: list[ThemeStands]
    goals: int
    lacking: list[ChapterStands]
    versions: list[Plan]
    editions: list[Edition]
    term: TermNote | None
    may: dict[str, bool]


def plan_list(by: Actor) -> list[PlanLine]:
    """Return the plans the actor may read, the latest term first, without their content."""
    lines: dict[object, PlanLine] = {}
    for plan in plans(by).defer("frozen").order_by("-first_year", "-version"):
        line = lines.setdefault(plan.lineage, PlanLine(plan, []))
        if line.newest is not plan:
            line.earlier.append(plan)
    return list(lines.values())


def overview(by: Actor, plan: Plan) -> Overview:
    """Return where a plan stands."""
    content = outline_of(plan)
    path, themes = path_of(plan), themes_stand(content)
    may_write = allowed(check_write, by, plan)
    lacking = [one for one in chapters_stand(content) if one.lacking]
    goals = sum(one.goals for one in themes)
    is_adopted = plan.state == State.ADOPTED
    return Overview(
        plan=plan,
        content=content,
        tabs=tabs(by, plan, "plan"),
        path=path,
        next=_next(plan, themes, goals, path),
        themes=themes,
        goals=goals,
        lacking=lacking if not plan.is_frozen else [],
        versions=versions(by, plan),
        editions=editions(by, plan),
        term=term_of(plan) if is_adopted else None,
        may={
            "write": may_write,
            "keep": may_write,
            "next_version": is_adopted and allowed(check_write, by),
        },
    )


def term_of(plan: Plan) -> TermNote:
    """Return how long a plan still holds."""
    return term_note(plan.last_year, timezone.localdate(), warn_months())


def _next(plan: Plan, themes: list[ThemeStands], goals: int, path: list[PathStep]) -> str:
    """Return in a sentence what is to do now."""
    if plan.state == State.DRAFT:
        if not themes:
            return "Voeg de thema’s toe waar het plan over gaat."
        if not goals:
            return "Schrijf het eerste doel: wat, wie, wanneer en waarom."
        if unfinished := sum(one.unfinished for one in themes):
            which = "1 doel" if unfinished == 1 else f"{unfinished} doelen"
            return f"Maak {which} af: wat, wie, wanneer en waarom."
        bare = [one.name for one in themes if one.is_priority and not one.goals]
        if bare:
            return f"Schrijf ook een doel bij {listed(bare)}."
        return "Wat er staat is af. Kijk bij Controle, en leg het plan daarna voor aan partners."
    step = next_step(path)
    return f"{step.name}: {step.say}." if step and step.say else ""

"""What the list of goals shows: what stands out first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.catalogue.links import link
from integraal.policy.monitoring.access import reads_inside
from integraal.policy.monitoring.goals.course import Beside, beside_path
from integraal.policy.monitoring.goals.following import FAMILY, Followed, follow
from integraal.policy.monitoring.goals.queries import (
    Done,
    adopted_plan,
    goals_of,
    measures_by_goal,
)
from integraal.policy.monitoring.goals.words import measures_words, path_badge, verdict_badge
from integraal.policy.monitoring.models import Deviation
from integraal.policy.monitoring.thresholds.rules import margin_words
from integraal.policy.plan.models import Plan


@dataclass(frozen=True)
class GoalLine:
    """One goal in the list; ``attention`` are the sentences that say why it stands out."""

    followed: Followed
    done: Sequence[Done]
    deviations: int
    attention: tuple[str, ...]

    @property
    def rank(self) -> int:
        """How far to the front: proven unfavourable first, then what stands still."""
        return 0 if self.attention and _is_proven(self) else 1 if self.attention else 2


@dataclass(frozen=True)
class GoalsPage:
    """What ``monitoring/goals.html`` shows; without a plan only that there is none."""

    plan: Plan | None
    lines: Sequence[GoalLine] = ()
    table: Table | None = None
    themes: Sequence[Chip] = ()
    standing_out: int = 0
    family: str = FAMILY


def goals_page(by: Actor, theme: str = "") -> GoalsPage:
    """Return the goals of the adopted plan; ``theme`` keeps those of one."""
    plan = adopted_plan(by, timezone.localdate())
    if plan is None:
        return GoalsPage(None)
    lines = goal_lines(by, plan)
    shown = [one for one in lines if theme in ("", one.followed.goal.theme)]
    return GoalsPage(
        plan=plan,
        lines=shown,
        table=_table(shown),
        themes=_themes(lines, theme),
        standing_out=sum(bool(one.attention) for one in shown),
    )


def goal_lines(by: Actor, plan: Plan) -> list[GoalLine]:
    """Return every goal of the plan, what stands out first."""
    judged = follow(goals_of(plan), timezone.localdate())
    done, open_ones = measures_by_goal(by), _open_deviations(by)
    lines = [
        goal_line(
            one,
            done.get(one.goal.key, []),
            open_ones.get(one.goal.key, 0),
            has_programme=bool(done),
        )
        for one in judged.followed
    ]
    return sorted(lines, key=lambda one: one.rank)


def goal_line(
    one: Followed, done: Sequence[Done], deviations: int, *, has_programme: bool
) -> GoalLine:
    """Return a goal with why it stands out; without a programme no goal can have measures."""
    stuck = sum(bool(each.standstill) for each in done)
    attention = [
        *_of_figure(one),
        *([f"{deviations} open {_plural(deviations, 'afwijking', 'afwijkingen')}"]
          if deviations else []),
        *([f"{stuck} {_plural(stuck, 'maatregel vraagt', 'maatregelen vragen')} aandacht"]
          if stuck else []),
        *(["er zijn geen maatregelen"] if has_programme and not done else []),
    ]  # fmt: skip
    return GoalLine(one, done, deviations, tuple(attention))


def _of_figure(one: Followed) -> list[str]:
    latest, found = one.latest, []
    if latest is None:
        return []
    verdict = one.since_start.get(latest.year)
    if verdict and verdict.favourable is False:
        found.append("aantoonbaar slechter dan de beginstand")
    if one.since_last_year and one.since_last_year.favourable is False:
        found.append("aantoonbaar slechter dan het jaar ervoor")
    beside = beside_path(one.goal, latest)
    if beside and beside.stand == "behind":
        found.append(beside.label.lower())
    return found


def _is_proven(line: GoalLine) -> bool:
    return bool(_of_figure(line.followed)) or line.deviations > 0


def _open_deviations(by: Actor) -> Mapping[str, int]:
    if not reads_inside(by):
        return {}
    rows = Deviation.objects.filter(closed_on__isnull=True, goal__isnull=False).order_by()
    return {str(goal): many for goal, many in rows.values_list("goal").annotate(n=Count("pk"))}


def _table(lines: Sequence[GoalLine]) -> Table:
    return Table(
        caption="Doelen van het plan",
        columns=(
            Column("Doel"), Column("Thema"), Column("Nieuwste stand", short="Stand"),
            Column("Sinds de beginstand", short="Sinds begin"),
            Column("Naast het pad", short="Pad"), Column("Sinds vorig jaar", short="Trend"),
            Column("Maatregelen"),
        ),
        rows=tuple(_row(one) for one in lines),
        empty="Bij dit thema staan geen doelen.",
    )  # fmt: skip


def _row(line: GoalLine) -> tuple[Any, ...]:
    one, latest = line.followed, line.followed.latest
    address = reverse("monitoring-goal", args=[one.goal.key])
    stand = f"{latest.shown} in {latest.year}{margin_words(latest)}" if latest else "geen cijfer"
    verdict = one.since_start.get(latest.year) if latest else None
    is_start = latest is not None and latest.year == one.goal.baseline_year
    return (
        link(address, one.goal.title),
        one.goal.theme_name,
        stand,
        "dit is de beginstand" if is_start else verdict_badge(verdict),
        "het pad begint hier" if is_start else path_badge(_beside(one)),
        verdict_badge(one.since_last_year),
        measures_words(line.done),
    )


def _beside(one: Followed) -> Beside | None:
    return beside_path(one.goal, one.latest) if one.latest else None


def _themes(lines: Sequence[GoalLine], chosen: str) -> list[Chip]:
    found = {one.followed.goal.theme: one.followed.goal.theme_name for one in lines}
    address = reverse("monitoring")
    chips = [Chip("Alle thema’s", address, not chosen)]
    for code, name in sorted(found.items(), key=lambda item: item[1]):
        chips.append(Chip(name, f"{address}?{urlencode({'thema': code})}", code == chosen))
    return chips if len(found) > 1 else []


def _plural(many: int, one: str, more: str) -> str:
    return one if many == 1 else more

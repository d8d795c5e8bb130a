"""The themes and goals a programme works out, read from its plan without the whole of it."""

import uuid
from dataclasses import dataclass

from integraal.knowledge.figures.definitions import themes as themes_of_figures
from integraal.policy.plan.kinds import GOAL, THEME
from integraal.policy.plan.models import Block
from integraal.policy.programme.models import Programme


@dataclass(frozen=True)
class Goal:
    """A goal of the plan, with the words in which it stands there.

    ``direction`` is "down", "up", "hold" or empty; ``baseline`` is as somebody wrote it.
    """

    key: uuid.UUID
    title: str
    theme: str
    why: str = ""
    owner: str = ""
    by_date: str = ""
    indicator: str = ""
    direction: str = ""
    baseline: str = ""


@dataclass(frozen=True)
class Outline:
    """Themes (code to name, in order), which of them are a priority, and the goals by key."""

    themes: dict[str, str]
    priorities: frozenset[str]
    goals: dict[uuid.UUID, Goal]

    def theme_name(self, code: str) -> str:
        """Return the name of a theme; an old code that nobody knows any more as it is."""
        return self.themes.get(code, code.replace("-", " ").capitalize())

    def goals_of(self, theme: str) -> list[Goal]:
        """Return the goals of one theme in their order."""
        return [one for one in self.goals.values() if one.theme == theme]

    def goal_title(self, key: uuid.UUID | None) -> str:
        """Return what a goal wants, or nothing when there is none."""
        found = self.goals.get(key) if key else None
        return found.title if found else ""


def outline_of(programme: Programme) -> Outline:
    """Return themes and goals: of the plan, and then the other themes of the municipality."""
    found = list(
        Block.objects.filter(plan_id=programme.plan_id, kind__in=[THEME.code, GOAL.code])
        if programme.plan_id
        else []
    )
    blocks = sorted(found, key=lambda one: (one.order, str(one.key)))
    own = [one for one in blocks if one.kind == THEME.code]
    themes = {one.theme: one.title for one in own}
    themes |= {
        code: theme.name for code, theme in themes_of_figures().items() if code not in themes
    }
    goals = [_goal(one) for one in blocks if one.kind == GOAL.code]
    place = {code: at for at, code in enumerate(themes)}
    goals.sort(key=lambda one: place.get(one.theme, len(place)))
    return Outline(
        themes=themes,
        priorities=frozenset(one.theme for one in own if one.details.get("priority") == "yes"),
        goals={one.key: one for one in goals},
    )


def _goal(block: Block) -> Goal:
    names = ("owner", "by_date", "indicator", "direction", "baseline")
    details = {name: block.details.get(name, "") for name in names}
    return Goal(block.key, block.title, block.theme, block.text, **details)

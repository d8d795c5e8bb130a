"""How themes and goals are called: as the plan calls them, else as the municipality does."""

import uuid
from collections.abc import Collection

from integraal.knowledge.figures.definitions import all_themes
from integraal.policy.plan.kinds import GOAL, THEME
from integraal.policy.plan.models import Block
from integraal.policy.programme.models import Programme


def names_of(programme: Programme) -> tuple[dict[str, str], dict[uuid.UUID, str]]:
    """Return code of every theme to its name, and key of every goal of the plan to its title.

    Themes of the plan come first, in its order; then the other themes of the municipality.
    """
    themes, goals = _in_plan(programme)
    return _joined(themes), goals


def theme_names(programme: Programme, used: Collection[str]) -> dict[str, str]:
    """Return code to name of the themes of the plan, and of the ``used`` ones it does not have."""
    themes = _in_plan(programme)[0]
    return themes if set(used) <= set(themes) else _joined(themes)


def _in_plan(programme: Programme) -> tuple[dict[str, str], dict[uuid.UUID, str]]:
    themes: dict[str, str] = {}
    goals: dict[uuid.UUID, str] = {}
    blocks = Block.objects.filter(plan_id=programme.plan_id, kind__in=[THEME.code, GOAL.code])
    for kind, key, theme, title in blocks.order_by("order", "id").values_list(
        "kind", "key", "theme", "title"
    ):
        if kind == THEME.code:
            themes[theme] = title
        else:
            goals[key] = title
    return themes, goals


def _joined(themes: dict[str, str]) -> dict[str, str]:
    others = {one.code: one.name for one in all_themes() if one.code not in themes}
    return {**themes, **others}

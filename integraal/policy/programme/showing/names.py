"""How themes and goals are called: as the plan calls them, else as the municipality does."""

import uuid

from integraal.knowledge.figures.definitions import all_themes
from integraal.policy.plan.kinds import GOAL, THEME
from integraal.policy.plan.models import Block
from integraal.policy.programme.models import Programme


def names_of(programme: Programme) -> tuple[dict[str, str], dict[uuid.UUID, str]]:
    """Return code of every theme to its name, and key of every goal of the plan to its title.

    Themes of the plan come first, in its order; then the other themes of the municipality.
    """
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
    for one in all_themes():
        themes.setdefault(one.code, one.name)
    return themes, goals


def theme_names(programme: Programme) -> dict[str, str]:
    """Return code of every theme to its name; see ``names_of``."""
    return names_of(programme)[0]

"""Every rule of a plan, and what came of each. Pure."""

from integraal.policy.plan.checks import of_chapters, of_goals, of_texts, of_themes
from integraal.policy.plan.checks.checking import Check, Rule, Subject

_ORDER = {"block": 0, "warn": 1, "suggest": 2}
_RULES = (*of_chapters.RULES, *of_goals.RULES, *of_themes.RULES, *of_texts.RULES)
RULES: tuple[Rule, ...] = tuple(sorted(_RULES, key=lambda one: _ORDER[one.weight]))
"""What blocks first, then what warns, then what is suggested."""


def checks_of(plan: Subject) -> list[Check]:
    """Return every rule with what is lacking, in the order of ``RULES``."""
    return [Check(one, tuple(one.find(plan))) for one in RULES]

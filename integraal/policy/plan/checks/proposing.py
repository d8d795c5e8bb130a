"""What stops a plan from being proposed and published. Pure."""

from typing import Any

from integraal.policy.plan.checks.all_rules import RULES
from integraal.policy.plan.checks.checking import Lacking, Subject


def blocking_problem(content: dict[str, Any]) -> str | None:
    """Return in one sentence or two what stops the plan, or ``None`` when nothing does.

    Args:
        content: of a plan, in the form of ``content.py``.
    """
    found = blocking(content)
    if not found:
        return None
    if len(found) == 1:
        return found[0].say
    return f"{found[0].say} En nog {len(found) - 1}; zie de controle van het plan."


def blocking(content: dict[str, Any]) -> list[Lacking]:
    """Return everything that stops the plan."""
    subject = Subject(content)
    rules = [one for one in RULES if one.weight == "block"]
    return [lacking for one in rules for lacking in one.find(subject)]

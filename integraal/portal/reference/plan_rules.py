"""The page about the rules of a plan: their docstrings are the sentences the user reads."""

from integraal.policy.plan.checks.all_rules import RULES
from integraal.portal.reference.markdown import code, sections, table

_WEIGHTS = {
    "block": (
        "## What blocks",
        "A plan is not proposed and not made public while one of these is broken.",
    ),
    "warn": ("## What warns", "Stops nothing; asks for another look."),
    "suggest": ("## What is suggested", "Makes a plan more complete."),
}


def page() -> str:
    """Return the page."""
    parts = [
        "# Rules of a plan",
        "Each rule is a function in `integraal/policy/plan/checks/`; its docstring is the "
        "sentence on the page of checks, and `tests/policy/plan/checks/examples.py` holds a plan "
        "that keeps it and plans that break it.",
    ]
    for weight, (heading, lead) in _WEIGHTS.items():
        rows = [
            (code(one.code), one.sentence, one.why, one.source)
            for one in RULES
            if one.weight == weight
        ]
        parts += [
            heading,
            lead,
            table(["rule", "on screen (Dutch)", "why (Dutch)", "source"], rows),
        ]
    return sections(*parts)

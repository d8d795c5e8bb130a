"""All checks, over a whole picture or over one theme. Pure."""

from typing import Any

from integraal.policy.picture.checks import of_analysis, of_texts
from integraal.policy.picture.checks.checking import Check, Rule, Subject, check
from integraal.policy.picture.checks.of_texts import unresolved

Json = dict[str, Any]
RULES: tuple[Rule, ...] = (*of_texts.RULES, *of_analysis.RULES)
_ORDER = {"todo": 0, "advice": 1, "done": 2}


def checks_of(content: Json, containers: tuple[str, ...]) -> list[Check]:
    """Return every check of a picture: what is to do first, then advice, then what is right."""
    return _checked(Subject(content, content["themes"], with_whole=True, containers=containers))


def checks_of_theme(theme: Json, content: Json, containers: tuple[str, ...]) -> list[Check]:
    """Return every check of one theme.

    Args:
        theme: as the content of the picture holds it.
        content: holds every figure that the texts of the theme name.
        containers: the container words.
    """
    return _checked(Subject(content, [theme], with_whole=False, containers=containers))


def missing_figures(content: Json) -> list[str]:
    """Return in sentences the figures in any text that cannot be shown: they stop a proposal."""
    subject = Subject(content, content["themes"], with_whole=True)
    return [one.say for one in unresolved(subject)]


def _checked(subject: Subject) -> list[Check]:
    found = [check(one, subject) for one in RULES if subject.with_whole or not one.of_whole]
    return sorted(found, key=lambda one: _ORDER[one.state])

"""The rules of a plan as their page shows them: what stops it first, and where to mend it."""

from dataclasses import dataclass
from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.foundation.definitions import queries as definitions
from integraal.foundation.ui.components import Chip
from integraal.policy.picture.checks.own_words import container_list
from integraal.policy.picture.presenters.checks import MOST_SHOWN, ShownLacking
from integraal.policy.plan.checks.all_rules import checks_of
from integraal.policy.plan.checks.checking import Check, Rule, Subject, Weight
from integraal.policy.plan.checks.links import place_of
from integraal.policy.plan.checks.own_means import means_list
from integraal.policy.plan.content import content_of
from integraal.policy.plan.models import Plan
from integraal.policy.plan.tabs import tabs
from integraal.policy.priorities.preparing.criteria import LIMITS, most_priorities

Json = dict[str, Any]


@dataclass(frozen=True)
class ShownCheck:
    """A rule with what it found."""

    rule: Rule
    lacking: tuple[ShownLacking, ...]
    more: tuple[ShownLacking, ...]

    @property
    def sentence(self) -> str:
        """The rule as it stands after "Regel:"."""
        return f"{self.rule.sentence[:1].lower()}{self.rule.sentence[1:]}"


@dataclass(frozen=True)
class Group:
    """The rules of one weight that found something."""

    anchor: str
    name: str
    lead: str
    checks: list[ShownCheck]


@dataclass(frozen=True)
class ChecksPage:
    """What ``plan/checks.html`` shows."""

    plan: Plan
    tabs: list[Chip]
    lead: str
    may_propose: bool
    groups: list[Group]
    right: list[Rule]
    total: int


_GROUPS: tuple[tuple[Weight, str, str, str], ...] = (
    ("block", "houdt-tegen", "Houdt het plan tegen",
     "Zolang dit openstaat, kan het plan niet worden voorgesteld."),
    ("warn", "waarschuwing", "Kijk hier nog naar",
     "Dit houdt niets tegen. Wel vraagt een raadslid of rekenkamer hier later naar."),
    ("suggest", "suggestie", "Suggesties", "Dit maakt het plan vollediger."),
)  # fmt: skip


def plan_checks(content: Json) -> list[Check]:
    """Return every rule over a content, with the lists and limits of the municipality."""
    limit = most_priorities(definitions.current(LIMITS))
    return checks_of(Subject(content, container_list(), means_list(), limit))


def checks_page(by: Actor, plan: Plan) -> ChecksPage:
    """Return the page of rules of a plan, draft or adopted."""
    checks = plan_checks(content_of(plan))
    blocking = [one for one in checks if one.lacking and one.rule.weight == "block"]
    return ChecksPage(
        plan=plan,
        tabs=tabs(by, plan, "plan-checks"),
        lead=_lead(checks),
        may_propose=not blocking,
        groups=[group for given in _GROUPS if (group := _group(given, checks, plan)).checks],
        right=[one.rule for one in checks if one.is_right],
        total=len(checks),
    )


def _lead(checks: list[Check]) -> str:
    """Return in a sentence whether the plan may go on, and how much there is to see to."""
    stops = sum(len(one.lacking) for one in checks if one.rule.weight == "block")
    warns = sum(len(one.lacking) for one in checks if one.rule.weight == "warn")
    if stops:
        many = "1 punt houdt" if stops == 1 else f"{stops} punten houden"
        return f"{many} het plan tegen."
    if warns:
        many = "1 punt is" if warns == 1 else f"{warns} punten zijn"
        return f"Niets houdt het plan tegen. {many} het bekijken waard."
    return "Niets houdt het plan tegen."


def _group(given: tuple[Weight, str, str, str], checks: list[Check], plan: Plan) -> Group:
    weight, anchor, name, lead = given
    found = [one for one in checks if one.rule.weight == weight and one.lacking]
    return Group(anchor, name, lead, [_shown(one, plan) for one in found])


def _shown(check: Check, plan: Plan) -> ShownCheck:
    lines = tuple(ShownLacking(one.say, place_of(one, plan)) for one in check.lacking)
    return ShownCheck(check.rule, lines[:MOST_SHOWN], lines[MOST_SHOWN:])

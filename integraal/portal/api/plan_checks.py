"""The rules of a safety plan by API: what blocks, what warns and what is suggested."""

import uuid
from typing import Any, Literal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from integraal.policy.plan.access import check_read_checks
from integraal.policy.plan.checks.checking import Check
from integraal.policy.plan.checks.presenters import plan_checks
from integraal.policy.plan.content import content_of
from integraal.policy.plan.queries import plans
from integraal.portal.api.keys import actor
from integraal.portal.api.plan_lookup import READ, REFUSALS

router = Router(tags=["Veiligheidsplan"])


class PlanLackingOut(Schema):
    """Something that is not right yet, with the block, theme or chapter to mend it in."""

    say: str
    key: str
    theme: str
    chapter: str


class PlanCheckOut(Schema):
    """A rule (regel) of a plan with what it found; nothing found is right."""

    code: str
    sentence: str
    weight: Literal["block", "warn", "suggest"]
    why: str
    source: str
    lacking: list[PlanLackingOut]


@router.get(
    "/{uuid:pk}/checks",
    response={200: list[PlanCheckOut], **REFUSALS},
    auth=READ,
    operation_id="readPlanChecks",
)
def read_checks(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Every rule, what blocks first; a plan is proposed only when nothing blocks."""
    by = actor(request)
    check_read_checks(by)
    plan = get_object_or_404(plans(by), pk=pk)
    return [_told(one) for one in plan_checks(content_of(plan))]


def _told(check: Check) -> dict[str, Any]:
    rule = check.rule
    return {
        "code": rule.code,
        "sentence": rule.sentence,
        "weight": rule.weight,
        "why": rule.why,
        "source": rule.source,
        "lacking": check.lacking,
    }

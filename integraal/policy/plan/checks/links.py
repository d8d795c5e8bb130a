"""Where in the plan something is mended."""

from django.urls import NoReverseMatch, reverse

from integraal.policy.plan.checks.checking import Lacking
from integraal.policy.plan.models import Plan


def place_of(lacking: Lacking, plan: Plan) -> str:
    """Return the address where it is mended: its block, its theme, or its part of the plan."""
    if lacking.key:
        return _url("plan-block", plan, lacking.key)
    if lacking.theme:
        return _url("plan-theme", plan, lacking.theme)
    if lacking.chapter == "themes":
        return _url("plan-text", plan)
    return _url("plan-chapter", plan, lacking.chapter)


def _url(name: str, plan: Plan, *more: str) -> str:
    try:
        return reverse(name, args=[plan.pk, *more])
    except NoReverseMatch:
        return ""

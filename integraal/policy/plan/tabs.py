"""The row of pages of one plan, the same on each of them."""

from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip
from integraal.policy.plan.access import reads_drafts
from integraal.policy.plan.models import Plan

NAME = "Onderdelen van het plan"
"""The label of the row for who cannot see it."""


def tabs(by: Actor, plan: Plan, current: str) -> list[Chip]:
    """Return the pages of a plan that the actor may open.

    Args:
        by: who looks.
        plan: the plan at hand.
        current: name of the address of the page itself, such as "plan".
    """
    inside = reads_drafts(by)
    pages = [
        ("plan", "Overzicht", True),
        ("plan-text", "Tekst", True),
        ("plan-checks", "Controle", inside),
        ("plan-consultations", "Consultatie", inside),
        ("plan-decisions", "Besluit", True),
        ("plan-changes", "Wijzigingen", True),
        ("plan-compare", "Vergelijken", True),
        ("plan-trace", "Herkomst", True),
        ("plan-documents", "Documenten", True),
    ]
    return [
        Chip(label, url, name == current)
        for name, label, may in pages
        if may and (url := _url(name, plan))
    ]


def _url(name: str, plan: Plan) -> str:
    try:
        return reverse(name, args=[plan.pk])
    except NoReverseMatch:
        return ""

"""What the views of consultation, decision and change share: the plan, and a page with one form."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from integraal.foundation.people.scope import actor
from integraal.policy.picture.filling_in import Attempt, attempt, others_values, revision_sent
from integraal.policy.plan import plan_views
from integraal.policy.plan.models import Plan
from integraal.policy.plan.queries import plans
from integraal.policy.plan.tabs import tabs


@dataclass(frozen=True)
class FormPage:
    """What ``plan/consult_form.html`` shows: one form, and what somebody else saved meanwhile.

    ``current`` is the name of the tab it belongs to; ``beside`` is title and text of what the
    writer wants to see next to the form.
    """

    current: str
    title: str
    form: forms.Form
    back: str
    back_label: str
    lead: str = ""
    deed: str = "Bewaren"
    base_revision: int = 0
    others: list[tuple[str, str]] = field(default_factory=list)
    beside: list[tuple[str, str]] = field(default_factory=list)


def others_of(form: forms.Form, tried: Attempt, base: int) -> dict[str, Any]:
    """Return revision and what somebody else saved meanwhile, as arguments of a ``FormPage``."""
    if tried.other is None:
        return {"base_revision": base}
    found = others_values(form, tried.other)
    return {"base_revision": tried.other.revision, "others": found}


def attempt_at_revision(
    request: HttpRequest, form: forms.Form, row: Any, save: Callable[..., Any]
) -> tuple[Attempt, dict[str, Any]]:
    """Try to save what was sent, built on the revision of ``row`` that the writer saw.

    Args:
        save: the action, which takes ``base_revision`` and the fields of the form.

    Returns:
        what came of it, and what a ``FormPage`` needs to show what somebody else saved meanwhile.
    """
    base = revision_sent(request) or row.revision
    tried = attempt(request, form, lambda given: save(base_revision=base, **given))
    return tried, others_of(form, tried, base)


def plan_of(request: HttpRequest, pk: uuid.UUID) -> Plan:
    """Return the plan without its content, when the actor may read it."""
    return get_object_or_404(plans(actor(request)).defer("frozen"), pk=pk)


def show(
    request: HttpRequest,
    template: str,
    plan: Plan,
    current: str,
    page: Any,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Show a page of a plan, with its row of pages."""
    row = tabs(actor(request), plan, current)
    return plan_views.show(request, template, page, status, plan=plan, tabs=row, **more)


def show_form(
    request: HttpRequest,
    plan: Plan,
    page: FormPage,
    status: int,
    template: str = "plan/consult_form.html",
) -> HttpResponse:
    """Show the page with the form, with the status of what came of sending it."""
    return show(request, template, plan, page.current, page, status)

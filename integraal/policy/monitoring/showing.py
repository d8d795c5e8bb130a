"""What the views of monitoring share: a page with its tabs, and a page with one form."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from integraal.foundation.people.scope import actor
from integraal.policy.monitoring.tabs import NAME, tabs
from integraal.policy.picture.filling_in import Attempt, others_values

STEP = "monitoring"


@dataclass(frozen=True)
class FormPage:
    """What ``monitoring/form.html`` shows: one form, and what somebody else saved meanwhile.

    ``current`` is the name of the tab it belongs to; ``beside`` is title and text of what the
    writer wants to see next to the form; ``warnings`` stand above it.
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
    warnings: list[str] = field(default_factory=list)


def others_of(form: forms.Form, tried: Attempt, base: int) -> dict[str, Any]:
    """Return revision and what somebody else saved meanwhile, as arguments of a ``FormPage``."""
    if tried.other is None:
        return {"base_revision": base}
    found = others_values(form, tried.other)
    return {"base_revision": tried.other.revision, "others": found}


def show(
    request: HttpRequest, template: str, current: str, page: Any, status: int = 200
) -> HttpResponse:
    """Show a page of monitoring with its row of pages."""
    request.step = STEP  # type: ignore[attr-defined]
    context = {"page": page, "tabs": tabs(actor(request), current), "tabs_name": NAME}
    return render(request, template, context, status=status)


def show_form(request: HttpRequest, page: FormPage, status: int) -> HttpResponse:
    """Show the page with the form, with the status of what came of sending it."""
    return show(request, "monitoring/form.html", page.current, page, status)

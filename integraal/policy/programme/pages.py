"""What the views of a programme share: the programme somebody may read, and a page of it."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from integraal.foundation.people.scope import actor
from integraal.policy.plan.row_pages import FormPage
from integraal.policy.programme.models import Programme
from integraal.policy.programme.queries import programmes
from integraal.policy.programme.tabs import tabs

STEP = "programma"


def programme_of(request: HttpRequest, pk: uuid.UUID) -> Programme:
    """Return the programme without its frozen content, when the actor may read it."""
    found = programmes(actor(request)).defer("frozen").select_related("plan")
    return get_object_or_404(found.defer("frozen", "plan__frozen"), pk=pk)


def show(
    request: HttpRequest,
    template: str,
    programme: Programme,
    current: str,
    page: Any,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Show a page of a programme, with its row of pages."""
    request.step = STEP  # type: ignore[attr-defined]
    row = tabs(actor(request), programme, current)
    context = {"programme": programme, "tabs": row, "page": page, **more}
    return render(request, template, context, status=status)


def show_form(
    request: HttpRequest, programme: Programme, page: FormPage, status: int
) -> HttpResponse:
    """Show the page with one form, with the status of what came of sending it."""
    return show(request, "programme/form.html", programme, page.current, page, status)

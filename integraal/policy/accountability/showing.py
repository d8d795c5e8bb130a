"""What the views of accountability share: a page with its row of pages."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from integraal.foundation.people.scope import actor
from integraal.policy.accountability.tabs import NAME, tabs

STEP = "verantwoording"


def show(
    request: HttpRequest, template: str, current: str, page: Any, status: int = 200, **more: Any
) -> HttpResponse:
    """Show a page of accountability with its row of pages."""
    request.step = STEP  # type: ignore[attr-defined]
    row = tabs(actor(request), current)
    context = {"page": page, "tabs": row, "tabs_name": NAME, **more}
    return render(request, template, context, status=status)

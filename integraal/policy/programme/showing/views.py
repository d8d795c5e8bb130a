"""The views of a programme: planning, board, partners, balance."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from integraal.foundation.people.scope import actor
from integraal.policy.programme.models import Programme
from integraal.policy.programme.queries import programmes
from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.policy.programme.showing.actions import set_capacity
from integraal.policy.programme.showing.balance import balance_page
from integraal.policy.programme.showing.board import board_page
from integraal.policy.programme.showing.forms import CapacityForm
from integraal.policy.programme.showing.page import View, view_of
from integraal.policy.programme.showing.partners import partners_page
from integraal.policy.programme.showing.timeline import timeline_page

STEP = "programma"


@require_safe
@login_required
def timeline(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Every measure as a bar over the quarters, with milestones and today."""
    page = timeline_page(_view(request, pk, "timeline"), request.GET, timezone.localdate())
    return show(request, "programme/timeline.html", page)


@require_safe
@login_required
def board(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A column per status."""
    page = board_page(_view(request, pk, "board"), request.GET)
    return show(request, "programme/board.html", page)


@require_safe
@login_required
def partners(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Per partner, or per owner, which measures in which role."""
    page = partners_page(_view(request, pk, "partners"), request.GET)
    return show(request, "programme/partners.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def balance(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Hours, kinds and money; who runs the programme says how many hours there are."""
    by, form = actor(request), None
    if request.method == "POST":
        programme = programme_of(request, pk)
        form = CapacityForm(programme, request.POST)
        try:
            if form.is_valid():
                set_capacity(by=by, programme=programme, hours=form.hours())
                messages.success(request, "Bewaard hoeveel uren er zijn.")
                return redirect("programme-balance", pk)
        except ProgrammeRefused as refusal:
            form.add_error(None, str(refusal))
    view = _view(request, pk, "balance")
    page = balance_page(by, view, timezone.localdate(), form)
    return show(request, "programme/balance.html", page, 422 if form else 200)


def programme_of(request: HttpRequest, pk: uuid.UUID) -> Programme:
    """Return the programme without its content, when the reader may read it."""
    return get_object_or_404(programmes(actor(request)).defer("frozen"), pk=pk)


def _view(request: HttpRequest, pk: uuid.UUID, name: str) -> View:
    programme = programme_of(request, pk)
    return view_of(actor(request), programme, f"programme-{name}", request.GET.dict())


def show(request: HttpRequest, template: str, page: Any, status: int = 200) -> HttpResponse:
    """Show a page of the step."""
    request.step = STEP  # type: ignore[attr-defined]
    return render(request, template, {"page": page}, status=status)

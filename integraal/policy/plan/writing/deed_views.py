"""Move, remove and bring back blocks; add a theme; the earlier stands of a block."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.picture.answers import MEANWHILE
from integraal.policy.picture.filling_in import revision_sent
from integraal.policy.plan.access import check_read_earlier
from integraal.policy.plan.kinds import THEME
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.plan_views import plan_of, show
from integraal.policy.plan.queries import block as find_block
from integraal.policy.plan.refusals import Conflict, PlanRefused
from integraal.policy.plan.writing.actions import (
    add_block,
    move_block,
    remove_block,
    restore_block,
)
from integraal.policy.plan.writing.earlier import earlier_page
from integraal.policy.plan.writing.links import page_url, place_url
from integraal.policy.plan.writing.text_page import text_page
from integraal.policy.plan.writing.theme_forms import ThemeForm


@login_required
@require_GET
def text(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Every chapter and theme of a plan, and what was removed."""
    plan = plan_of(request, pk)
    return show(request, "plan/writing_text.html", text_page(actor(request), plan))


@login_required
@require_POST
def add_theme(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Add a theme: one of the picture, or one of our own."""
    plan, by = plan_of(request, pk), actor(request)
    form = ThemeForm(plan, request.POST)
    if form.is_valid():
        code, name = form.chosen()
        try:
            add_block(by=by, plan=plan, kind=THEME.code, theme=code, title=name)
        except PlanRefused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, f"Toegevoegd: {name}.")
            return redirect("plan-theme", pk, code)
    return show(request, "plan/writing_text.html", text_page(by, plan, form), status=422)


@login_required
@require_POST
def move(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """Give a block the place that was sent."""
    plan = plan_of(request, pk)
    found, sent = _block(plan, key), request.POST.get("to", "")
    to = int(sent) if sent.isdecimal() and len(sent) < 6 else 1
    try:
        move_block(by=actor(request), plan=plan, key=key, to=to)
    except PlanRefused as refusal:
        messages.error(request, str(refusal))
    if found.kind == THEME.code:
        return redirect(reverse("plan-text", args=[pk]) + f"#thema-{found.theme}")
    return redirect(place_url(pk, found.kind, found.theme, key))


@login_required
@require_POST
def remove(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """Remove a block; the page after it offers to bring it back."""
    plan = plan_of(request, pk)
    found, base = _block(plan, key), revision_sent(request)
    place = place_url(pk, found.kind, found.theme, key)
    try:
        remove_block(by=actor(request), plan=plan, key=key, base_revision=base)
    except PlanRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(place)
    except Conflict:
        messages.error(request, MEANWHILE)
        return redirect(place)
    if found.kind == THEME.code:
        return redirect(reverse("plan-text", args=[pk]) + "#weggehaald")
    return redirect(f"{page_url(pk, found.kind, found.theme)}?weg={key}")


@login_required
@require_POST
def restore(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """Bring a removed block back."""
    plan = plan_of(request, pk)
    try:
        back = restore_block(by=actor(request), plan=plan, key=key)
    except PlanRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("plan-text", pk)
    messages.success(request, "Het staat weer in het plan.")
    return redirect(place_url(pk, back.kind, back.theme, key))


@login_required
@require_GET
def earlier(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """The earlier stands of a block, each with what changed after it."""
    plan = plan_of(request, pk)
    check_read_earlier(actor(request))
    page = earlier_page(actor(request), plan, _block(plan, key))
    return show(request, "plan/writing_earlier.html", page)


def _block(plan: Plan, key: uuid.UUID) -> Block:
    found = find_block(plan, key)
    if found is None:
        raise Http404("Dit blok staat niet meer in het plan.")
    return found

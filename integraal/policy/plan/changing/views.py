"""Pages about interim changes of an adopted plan."""

import uuid
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from integraal.foundation.people.scope import actor
from integraal.policy.picture.filling_in import attempt
from integraal.policy.plan.access import check_change_adopted, check_tell_council, reads_drafts
from integraal.policy.plan.changing import actions, queries
from integraal.policy.plan.changing.actions import Case
from integraal.policy.plan.changing.forms import ChangeForm, DecidedForm, ToldForm, VersionForm
from integraal.policy.plan.changing.presenters import change_page, changes_page, note_of
from integraal.policy.plan.models import InterimChange, Plan
from integraal.policy.plan.row_pages import FormPage, attempt_at_revision, plan_of, show, show_form

TAB = "plan-changes"
_CASE = ("title", "cause", "is_urgent", "analysis", "proposal")


@login_required
@require_GET
def changes(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The interim changes of a plan, over all its versions."""
    plan = plan_of(request, pk)
    return show(request, "plan/changes.html", plan, TAB, changes_page(actor(request), plan))


@login_required
@require_GET
def change(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """One interim change with its steps."""
    plan, row = _plan_and_row(request, pk, row_id)
    return show(request, "plan/change.html", plan, TAB, change_page(actor(request), plan, row))


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Begin an interim change."""
    plan, by = plan_of(request, pk), actor(request)
    check_change_adopted(by)
    form = ChangeForm(request.POST or None)
    tried = attempt(
        request, form, lambda given: actions.note_change(by=by, plan=plan, case=Case(**given))
    )
    if tried.done:
        messages.success(request, "De wijziging is begonnen.")
        return redirect("plan-change", pk, tried.done.pk)
    page = FormPage(
        TAB, "Tussentijdse wijziging", form, reverse(TAB, args=[pk]), "Wijzigingen",
        deed="Begin de wijziging",
    )  # fmt: skip
    return show_form(request, plan, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Write on at the cause and the proposal."""
    plan, row = _plan_and_row(request, pk, row_id)
    by = actor(request)
    check_change_adopted(by)
    form = ChangeForm(request.POST or None, initial={name: getattr(row, name) for name in _CASE})

    def save(base_revision: int, **given: Any) -> InterimChange:
        return actions.write_change(
            by=by, change=row, case=Case(**given), base_revision=base_revision
        )

    tried, others = attempt_at_revision(request, form, row, save)
    if tried.done:
        messages.success(request, "Bewaard.")
        return redirect(_at(plan, row))
    page = FormPage(TAB, "Wijziging aanpassen", form, _at(plan, row), row.title, **others)
    return show_form(request, plan, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Record what was decided about a change."""
    plan, row = _plan_and_row(request, pk, row_id)
    by = actor(request)
    check_tell_council(by)
    names = ("decision", "decided_by", "decided_on")
    form = DecidedForm(request.POST or None, initial={name: getattr(row, name) for name in names})
    save = partial(actions.decide_change, by=by, change=row)
    tried, others = attempt_at_revision(request, form, row, save)
    if tried.done:
        messages.success(request, "Het besluit is bewaard.")
        return redirect(_at(plan, row))
    page = FormPage(TAB, "Besluit over de wijziging", form, _at(plan, row), row.title, **others)
    return show_form(request, plan, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def version(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Begin the version that a change leads to."""
    plan, row = _plan_and_row(request, pk, row_id)
    by = actor(request)
    check_change_adopted(by)
    form = VersionForm(request.POST or None)
    tried = attempt(
        request,
        form,
        lambda given: actions.start_changed_version(by=by, change=row, theme=form.theme()),
    )
    if tried.done:
        messages.success(request, f"Versie {tried.done.version} is begonnen.")
        return redirect("plan-decisions", tried.done.pk)
    page = FormPage(
        TAB, "Nieuwe versie beginnen", form, _at(plan, row), row.title,
        lead="De versie begint met het plan zoals het geldt. Hier kan meteen een thema bij.",
        deed="Begin de nieuwe versie",
    )  # fmt: skip
    return show_form(request, plan, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """The note to the council, ready to send, and when it was told."""
    plan, row = _plan_and_row(request, pk, row_id)
    by = actor(request)
    check_tell_council(by)
    initial: dict[str, object] = {"note": note_of(row, plan)}
    if row.council_told_on:
        initial["told_on"] = row.council_told_on
    form = ToldForm(request.POST or None, initial=initial)
    save = partial(actions.tell_council, by=by, change=row)
    tried, others = attempt_at_revision(request, form, row, save)
    if tried.done:
        messages.success(request, "Vastgelegd dat de raad is verteld.")
        return redirect(_at(plan, row))
    page = FormPage(
        TAB, "Bericht aan de raad", form, _at(plan, row), row.title,
        lead="Pas de tekst aan, stuur hem, en leg daarna hier de dag vast.",
        deed="Leg vast dat de raad is verteld", **others,
    )  # fmt: skip
    return show_form(request, plan, page, tried.status)


def _plan_and_row(
    request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID
) -> tuple[Plan, InterimChange]:
    plan = plan_of(request, pk)
    row = queries.change(plan, row_id)
    if row is None or not (row.decided_on or reads_drafts(actor(request))):
        raise Http404("Deze wijziging bestaat niet.")
    return plan, row


def _at(plan: Plan, row: InterimChange) -> str:
    return reverse("plan-change", args=[plan.pk, row.pk])

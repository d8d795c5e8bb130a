"""Pages about interim changes of an adopted programme."""

import uuid
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.scope import actor
from integraal.policy.picture.filling_in import attempt
from integraal.policy.plan.changing.forms import DecidedForm
from integraal.policy.plan.row_pages import FormPage, attempt_at_revision
from integraal.policy.programme.access import check_run, check_tell_council
from integraal.policy.programme.changing import actions, queries
from integraal.policy.programme.changing.forms import ChangeForm
from integraal.policy.programme.changing.presenters import change_page, changes_page
from integraal.policy.programme.deciding.forms import ToldForm
from integraal.policy.programme.models import Programme, ProgrammeChange
from integraal.policy.programme.pages import programme_of, show, show_form
from integraal.policy.programme.refusals import ProgrammeRefused

TAB = "programme-changes"
_CASE = ("title", "cause", "reason")
_DECIDED = ("decision", "decided_by", "decided_on")


@login_required
@require_GET
def changes(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The interim changes of a programme, over all its versions."""
    programme = programme_of(request, pk)
    page = changes_page(actor(request), programme)
    return show(request, "programme/changes.html", programme, TAB, page)


@login_required
@require_GET
def change(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """One interim change with its steps."""
    programme, row = _programme_and_row(request, pk, row_id)
    page = change_page(actor(request), programme, row)
    return show(request, "programme/change.html", programme, TAB, page)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Begin an interim change."""
    programme, by = programme_of(request, pk), actor(request)
    check_run(by)
    form = ChangeForm(request.POST or None)
    tried = attempt(
        request,
        form,
        lambda given: actions.note_programme_change(by=by, programme=programme, **given),
    )
    if tried.done:
        messages.success(request, "De wijziging is begonnen.")
        return redirect("programme-change", pk, tried.done.pk)
    page = FormPage(
        TAB, "Tussentijdse wijziging", form, reverse(TAB, args=[pk]), "Wijzigingen",
        deed="Begin de wijziging",
    )  # fmt: skip
    return show_form(request, programme, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Write on at the cause."""
    programme, row = _programme_and_row(request, pk, row_id)
    by = actor(request)
    check_run(by)
    form = ChangeForm(request.POST or None, initial={name: getattr(row, name) for name in _CASE})
    save = partial(actions.write_programme_change, by=by, change=row)
    tried, others = attempt_at_revision(request, form, row, save)
    if tried.done:
        messages.success(request, "Bewaard.")
        return redirect(_at(programme, row))
    page = FormPage(TAB, "Wijziging aanpassen", form, _at(programme, row), row.title, **others)
    return show_form(request, programme, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Record what was decided about a change."""
    programme, row = _programme_and_row(request, pk, row_id)
    by = actor(request)
    check_tell_council(by)
    initial = {name: getattr(row, name) for name in _DECIDED}
    form = DecidedForm(request.POST or None, initial=initial)
    save = partial(actions.decide_programme_change, by=by, change=row)
    tried, others = attempt_at_revision(request, form, row, save)
    if tried.done:
        messages.success(request, "Het besluit is bewaard.")
        return redirect(_at(programme, row))
    page = FormPage(
        TAB, "Besluit over de wijziging", form, _at(programme, row), row.title, **others
    )
    return show_form(request, programme, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Record on which day the council was told of a change."""
    programme, row = _programme_and_row(request, pk, row_id)
    by = actor(request)
    check_tell_council(by)
    form = ToldForm(request.POST or None)
    save = partial(actions.tell_council_of_change, by=by, change=row)
    tried, others = attempt_at_revision(request, form, row, save)
    if tried.done:
        messages.success(request, "Vastgelegd dat de raad is verteld.")
        return redirect(_at(programme, row))
    page = FormPage(
        TAB, "De raad is verteld", form, _at(programme, row), row.title, deed="Leg vast", **others
    )
    return show_form(request, programme, page, tried.status)


@login_required
@require_POST
def version(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Begin the version that a change leads to."""
    programme, row = _programme_and_row(request, pk, row_id)
    try:
        following = actions.start_changed_programme(by=actor(request), change=row)
    except (ProgrammeRefused, NotAllowed) as refusal:
        messages.error(request, str(refusal))
        return redirect(_at(programme, row))
    messages.success(request, f"Versie {following.version} is begonnen.")
    return redirect("programme", following.pk)


def _programme_and_row(
    request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID
) -> tuple[Programme, ProgrammeChange]:
    programme = programme_of(request, pk)
    row = queries.change(actor(request), programme, row_id)
    if row is None:
        raise Http404("Deze wijziging bestaat niet.")
    return programme, row


def _at(programme: Programme, row: ProgrammeChange) -> str:
    return reverse("programme-change", args=[programme.pk, row.pk])

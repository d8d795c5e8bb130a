"""Pages of the programmes of others that the municipality takes part in."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from integraal.foundation.people.access import allowed
from integraal.foundation.people.scope import actor
from integraal.policy.monitoring.access import check_write
from integraal.policy.monitoring.joined import actions
from integraal.policy.monitoring.joined.forms import EndForm, JoinedForm
from integraal.policy.monitoring.models import JoinedProgramme
from integraal.policy.monitoring.showing import FormPage, others_of, show, show_form
from integraal.policy.picture.filling_in import Attempt, attempt, revision_sent

TAB = "joined-programmes"
_SHOWN = ("title", "level", "since", "what", "share", "result")


@login_required
@require_safe
def joined_programmes(request: HttpRequest) -> HttpResponse:
    """What the municipality takes part in, and what that brought."""
    rows = JoinedProgramme.objects.all()
    page = {
        "running": [one for one in rows if one.until is None],
        "ended": [one for one in rows if one.until is not None],
        "may_write": allowed(check_write, actor(request)),
    }
    return show(request, "monitoring/joined.html", TAB, page)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Keep that the municipality takes part in a programme."""
    by = actor(request)
    check_write(by)
    form = JoinedForm(request.POST or None)
    tried = attempt(request, form, lambda _: actions.join(by=by, joining=form.joining()))
    return _answer(request, "Programma toevoegen", form, tried, 0)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Change what is kept of it."""
    by, row = actor(request), get_object_or_404(JoinedProgramme, pk=pk)
    check_write(by)
    form = JoinedForm(request.POST or None, initial={name: getattr(row, name) for name in _SHOWN})
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda _: actions.change_joined(
            by=by, joined=row, joining=form.joining(), base_revision=base
        ),
    )
    return _answer(request, "Programma aanpassen", form, tried, base)


@login_required
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """End the taking part."""
    by, row = actor(request), get_object_or_404(JoinedProgramme, pk=pk)
    check_write(by)
    form = EndForm(request.POST or None)
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda given: actions.end_joined(by=by, joined=row, base_revision=base, **given),
    )
    return _answer(request, "Deelname beëindigen", form, tried, base)


def _answer(
    request: HttpRequest, title: str, form: EndForm | JoinedForm, tried: Attempt, base: int
) -> HttpResponse:
    if tried.done:
        messages.success(request, "Bewaard.")
        return redirect(TAB)
    page = FormPage(
        TAB, title, form, reverse(TAB), "Waar wij aan meedoen", **others_of(form, tried, base)
    )
    return show_form(request, page, tried.status)

"""The list of programmes, the beginning of one, its table of measures and its hours."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from integraal.foundation.people.access import allowed
from integraal.foundation.people.scope import actor
from integraal.policy.picture.filling_in import attempt
from integraal.policy.programme.access import check_write
from integraal.policy.programme.actions import start_programme
from integraal.policy.programme.overview.forms import StartForm
from integraal.policy.programme.overview.presenters import programme_list, table_page
from integraal.policy.programme.pages import STEP, programme_of, show

TAB = "programme"


@login_required
@require_GET
def programme_index(request: HttpRequest) -> HttpResponse:
    """All programmes."""
    by = actor(request)
    request.step = STEP  # type: ignore[attr-defined]
    context = {"lines": programme_list(by), "may_start": allowed(check_write, by)}
    return render(request, "programme/index.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Begin a programme: from a plan, as a follow-up, or from nothing."""
    by = actor(request)
    check_write(by)
    form = StartForm(by, request.POST if request.method == "POST" else None)
    tried = attempt(
        request,
        form,
        lambda given: start_programme(
            by=by,
            first_year=given["first_year"],
            last_year=given["last_year"],
            **form.rests(),  # type: ignore[arg-type]
        ),
    )
    if made := tried.done:
        messages.success(request, f"{made.title} is begonnen.")
        to = "programme-from-goals" if made.plan_id and not made.follows_id else TAB
        return redirect(to, made.pk)
    request.step = STEP  # type: ignore[attr-defined]
    return render(request, "programme/start.html", {"form": form}, status=tried.status)


@login_required
@require_GET
def table(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The measures of a programme, and how they stand."""
    programme = programme_of(request, pk)
    page = table_page(actor(request), programme, request.GET)
    return show(request, "programme/programme.html", programme, TAB, page)

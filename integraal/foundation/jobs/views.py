"""The page of long work: what was asked, how far it is, what came of it."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from integraal.foundation.audit.actors import Actor
from integraal.foundation.jobs.access import check_ask_job
from integraal.foundation.jobs.actions import ask_job
from integraal.foundation.jobs.models import Job
from integraal.foundation.jobs.presenters import jobs_page
from integraal.foundation.jobs.queries import latest_jobs
from integraal.foundation.jobs.registry import JobRefused, kind_of, offered
from integraal.foundation.people.scope import actor


@require_safe
@login_required
def jobs(request: HttpRequest) -> HttpResponse:
    """All tasks, newest first."""
    by = actor(request)
    check_ask_job(by)
    context = {"page": jobs_page(latest_jobs()), "offers": offered(by)}
    return render(request, "jobs/jobs.html", context)


@require_safe
def jobs_now(request: HttpRequest) -> HttpResponse:
    """The list alone, for the page that asks again; 304 while nothing changed."""
    if not request.user.is_authenticated:
        # Whoever is signed out meanwhile gets the page to sign in, not that page inside this one.
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    check_ask_job(actor(request))
    page = jobs_page(latest_jobs())
    etag = f'"{page.tag}"'
    if request.headers.get("If-None-Match") == etag:
        response = HttpResponse(status=304)
    else:
        response = render(request, "jobs/list.html", {"page": page})
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return response


@require_POST
@login_required
def job_start(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask for a task of a kind that may be started here."""
    by = actor(request)
    known = kind_of(kind)
    if known is None or not known.explanation:
        raise Http404("Deze taak bestaat niet.")
    return _asked(request, by, known.code, "De taak is gevraagd. Hieronder ziet u hoe ver die is.")


@require_POST
@login_required
def job_again(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask once more for a task that failed or was broken off."""
    by = actor(request)
    check_ask_job(by)
    earlier = get_object_or_404(Job, pk=pk)
    return _asked(request, by, earlier.kind, "De taak is opnieuw gevraagd.", earlier.title)


def _asked(request: HttpRequest, by: Actor, kind: str, said: str, title: str = "") -> HttpResponse:
    try:
        ask_job(by=by, kind=kind, title=title)
    except JobRefused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, said)
    return redirect("jobs")

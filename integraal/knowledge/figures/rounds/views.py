"""The page of the monthly round, and its verdicts as Excel."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from integraal.foundation.jobs.actions import ask_job
from integraal.foundation.jobs.registry import JobRefused
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.downloads import file_answer
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE
from integraal.knowledge.figures.rounds.exports import round_as_excel
from integraal.knowledge.figures.rounds.presenters import round_page
from integraal.knowledge.figures.rounds.queries import newest_round

JOB = "month-round"


@login_required
@require_safe
def month_round(request: HttpRequest) -> HttpResponse:
    """What stood out in a month, among how many comparisons."""
    page = round_page(actor(request), request.GET.get("maand", ""))
    return render(request, "figures/month_round.html", {"page": page})


@login_required
@require_POST
def month_round_make(request: HttpRequest) -> HttpResponse:
    """Ask for a new round; the page of tasks shows how far it is."""
    try:
        ask_job(by=actor(request), kind=JOB)
    except JobRefused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "De maandronde is gevraagd. Hieronder ziet u hoe ver die is.")
    return redirect("jobs")


@login_required
@require_safe
def month_round_excel(request: HttpRequest) -> HttpResponse:
    """All verdicts of the newest round that somebody may see."""
    found = newest_round()
    if found is None:
        raise Http404("Er is nog geen maandronde.")
    content = round_as_excel(actor(request), found)
    return file_answer(f"maandronde-{found.last_judged}.xlsx", content, CONTENT_TYPE)

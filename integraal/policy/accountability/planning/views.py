"""The page with the moments of planning and control, and its Excel file."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from integraal.foundation.people.scope import actor
from integraal.foundation.ui.downloads import file_answer
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE, as_workbook
from integraal.policy.accountability.planning.figures import bbv_figures
from integraal.policy.accountability.planning.own_dates import coming_moments
from integraal.policy.accountability.planning.presenters import (
    HEADINGS,
    excel_rows,
    planning_page,
)
from integraal.policy.accountability.showing import show

TAB = "planning-dates"


@login_required
@require_safe
def planning_dates(request: HttpRequest) -> HttpResponse:
    """What is due when, and which figures are there for it."""
    return show(request, "accountability/planning.html", TAB, planning_page(actor(request)))


@login_required
@require_safe
def export(request: HttpRequest, code: str) -> HttpResponse:
    """The indicators for one moment as an Excel file: one row each."""
    actor(request)
    today = timezone.localdate()
    moment = next((one for one in coming_moments(today) if one.code == code), None)
    if moment is None or moment.figures == "nee":
        raise Http404("Dit moment is er niet.")
    content = as_workbook("BBV-indicatoren", HEADINGS, excel_rows(moment, bbv_figures()))
    return file_answer(f"bbv-{code}-{today.isoformat()}.xlsx", content, CONTENT_TYPE)

"""The page on which the norms of a report are answered."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from integraal.foundation.people.scope import actor
from integraal.policy.accountability.access import check_write
from integraal.policy.accountability.models import NormAnswer
from integraal.policy.accountability.norms.actions import answer_norms
from integraal.policy.accountability.norms.forms import NormsForm
from integraal.policy.accountability.norms.own_norms import norms
from integraal.policy.accountability.norms.presenters import norms_page
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.reports.account import account_of
from integraal.policy.accountability.showing import show
from integraal.policy.picture.filling_in import attempt


@login_required
@require_http_methods(["GET", "POST"])
def report_norms(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The norms of the audit offices beside a report: answer them, or read the answers."""
    by, report = actor(request), get_object_or_404(reports(actor(request)), pk=pk)
    if request.method == "POST":
        check_write(by, report)
    given = {one.norm: one for one in NormAnswer.objects.filter(report=report)}
    form = NormsForm(norms(), given, request.POST or None)
    tried = attempt(
        request,
        form,
        lambda _: answer_norms(by=by, report=report, answers=form.answers()) or True,
    )
    if tried.done:
        messages.success(request, "De antwoorden zijn bewaard.")
        return redirect("report-norms", pk)
    if tried.other is not None:
        form.build_on(tried.other)
    page = norms_page(by, report, form, account_of(report), tried.other)
    return show(request, "accountability/norms.html", "accountability", page, tried.status)

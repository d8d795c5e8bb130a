"""Make a report public for residents, with a preview of what they will read; and take it back."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from integraal.foundation.database.models import Tenant
from integraal.foundation.people.scope import actor
from integraal.policy.accountability.public.actions import publish_report, withdraw_report
from integraal.policy.accountability.public.publishing_page import publishing_page
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.refusals import AccountRefused
from integraal.policy.accountability.showing import show

TEMPLATE = "accountability/publishing.html"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def publish(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Show what residents will read; let them read it."""
    by = actor(request)
    report = get_object_or_404(reports(by).select_related("programme"), pk=pk)
    if request.method == "POST":
        try:
            publish_report(by=by, report=report)
        except AccountRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "Inwoners kunnen het rapport nu lezen.")
        return redirect("report-publish", pk)
    slug = Tenant.objects.get(pk=by.tenant_id).slug
    return show(request, TEMPLATE, "accountability", publishing_page(by, report, slug))


@require_POST
@login_required
def withdraw(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take the page for residents away."""
    by = actor(request)
    withdraw_report(by=by, report=get_object_or_404(reports(by), pk=pk))
    messages.success(request, "Inwoners kunnen het rapport niet meer lezen.")
    return redirect("report-publish", pk)

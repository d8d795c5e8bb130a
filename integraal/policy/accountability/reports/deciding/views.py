"""Pages on which a report is proposed, sent back, adopted, and told to the council."""

import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.refusals import Refused
from integraal.foundation.lifecycle.states import ImpossibleMove, State
from integraal.foundation.people.access import NotAllowed, allowed
from integraal.foundation.people.scope import actor
from integraal.policy.accountability.access import (
    check_adopt,
    check_publish,
    check_send_back,
    check_write,
)
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.reports.actions import start_next_version
from integraal.policy.accountability.reports.deciding import actions
from integraal.policy.accountability.reports.views import TAB, report_of
from integraal.policy.accountability.showing import show
from integraal.policy.monitoring.showing import FormPage
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import Attempt, attempt
from integraal.policy.plan.deciding.forms import SendBackForm
from integraal.policy.programme.deciding.forms import AdoptForm, ToldForm


@dataclass(frozen=True)
class DecisionPage:
    """What ``accountability/decision.html`` shows."""

    report: Report
    versions: list[Report]
    may_propose: bool
    may_send_back: bool
    may_adopt: bool
    may_tell: bool
    may_begin_next: bool


@login_required
@require_safe
def decision(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Where the decision stands."""
    page = _page(actor(request), report_of(request, pk))
    return show(request, "accountability/decision.html", TAB, page)


@login_required
@require_POST
def propose(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Propose a draft to the college."""
    by, found = actor(request), report_of(request, pk)
    return do_and_return(
        request,
        lambda: actions.propose_report(by=by, report=found),
        "Het rapport is voorgesteld. Feiten en teksten staan nu vast tot het college besluit.",
        _address(pk),
    )


@login_required
@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Make a proposal a draft again."""
    by, found = actor(request), report_of(request, pk)
    check_send_back(by)
    form = SendBackForm(request.POST or None)
    tried = attempt(
        request, form, lambda given: actions.send_back_report(by=by, report=found, **given)
    )
    if tried.done:
        messages.success(request, "Het rapport is teruggestuurd en weer een concept.")
        return redirect("report-decision", pk)
    return _form(request, pk, FormPage(
        TAB, "Voorstel terugsturen", form, _address(pk), "Besluit",
        lead="Het rapport wordt weer een concept.", deed="Stuur terug",
    ), tried)  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def adopt(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Record that the college adopted the report."""
    by, found = actor(request), report_of(request, pk)
    check_adopt(by)
    form = AdoptForm(request.POST or None)
    tried = attempt(request, form, lambda given: actions.adopt_report(by=by, report=found, **given))
    if tried.done:
        messages.success(request, f"{found.title} is vastgesteld en staat nu vast.")
        return redirect("report-decision", pk)
    return _form(request, pk, FormPage(
        TAB, "Vaststelling vastleggen", form, _address(pk), "Besluit",
        lead="Feiten, teksten en zinnen staan daarna vast.", deed="Leg de vaststelling vast",
    ), tried)  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Record on which day the council was told."""
    by, found = actor(request), report_of(request, pk)
    check_publish(by)
    form = ToldForm(request.POST or None)
    tried = attempt(request, form, lambda given: actions.tell_council(by=by, report=found, **given))
    if tried.done:
        messages.success(request, "Vastgelegd dat de raad is verteld.")
        return redirect("report-decision", pk)
    return _form(request, pk, FormPage(
        TAB, "De raad is verteld", form, _address(pk), "Besluit", deed="Leg vast"
    ), tried)  # fmt: skip


@login_required
@require_POST
def next_version(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Begin the next version of an adopted report."""
    try:
        following = start_next_version(by=actor(request), report=report_of(request, pk))
    except (Refused, NotAllowed, ImpossibleMove) as refusal:
        messages.error(request, str(refusal))
        return redirect("report-decision", pk)
    messages.success(request, f"Versie {following.version} is begonnen, met de feiten van nu.")
    return redirect("report", following.pk)


def _page(by: Actor, report: Report) -> DecisionPage:
    is_proposed, is_adopted = report.state == State.PROPOSED, report.state == State.ADOPTED
    same = reports(by).filter(lineage=report.lineage).defer("frozen", "facts")
    return DecisionPage(
        report=report,
        versions=list(same.order_by("-version")),
        may_propose=report.state == State.DRAFT and allowed(check_write, by),
        may_send_back=is_proposed and allowed(check_send_back, by),
        may_adopt=is_proposed and allowed(check_adopt, by),
        may_tell=is_adopted and allowed(check_publish, by),
        may_begin_next=is_adopted and allowed(check_write, by),
    )


def _form(request: HttpRequest, pk: uuid.UUID, page: FormPage, tried: Attempt) -> HttpResponse:
    return show(request, "accountability/form.html", TAB, page, tried.status)


def _address(pk: uuid.UUID) -> str:
    return reverse("report-decision", args=[pk])

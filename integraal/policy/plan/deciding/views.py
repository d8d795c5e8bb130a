"""Pages on which a plan is proposed, decided about, sent back and adopted."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import attempt, revision_sent
from integraal.policy.plan.access import check_propose, check_record_decision, check_send_back
from integraal.policy.plan.deciding import actions, queries
from integraal.policy.plan.deciding.actions import Decided
from integraal.policy.plan.deciding.forms import (
    DecisionForm,
    PlannedForm,
    ProposeForm,
    SendBackForm,
)
from integraal.policy.plan.deciding.presenters import decisions_page
from integraal.policy.plan.models import DecisionMoment
from integraal.policy.plan.row_pages import FormPage, others_of, plan_of, show, show_form

TAB = "plan-decisions"


@login_required
@require_GET
def decisions(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The path of a plan past the bodies that decide."""
    plan = plan_of(request, pk)
    page = decisions_page(actor(request), plan)
    return show(request, "plan/decisions.html", plan, TAB, page)


@login_required
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Propose a draft, with the days on which the bodies are planned to decide."""
    plan, by = plan_of(request, pk), actor(request)
    check_propose(by)
    stops = [(one.code, one.name) for one in queries.stops_of(plan)]
    form = ProposeForm(request.POST or None, stops=stops)

    def deed(given: dict[str, object]) -> object:
        days = {code: day for code, day in given.items() if day}
        return actions.propose_plan(by=by, plan=plan, planned=days)  # type: ignore[arg-type]

    tried = attempt(request, form, deed)
    if tried.done:
        messages.success(request, "Het plan is voorgesteld. De tekst staat nu vast.")
        return redirect(TAB, pk)
    page = FormPage(
        TAB, "Plan voorstellen", form, reverse(TAB, args=[pk]), "Besluit",
        lead="De tekst staat daarna vast. Alleen een aangenomen amendement verandert haar nog.",
        deed="Stel het plan voor",
    )  # fmt: skip
    return show_form(request, plan, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def plan_moment(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Say when a body is planned to decide."""
    row, by = moment_of(request, pk, row_id), actor(request)
    form = PlannedForm(request.POST or None, initial={"planned_on": row.planned_on})
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda given: actions.plan_moment(by=by, moment=row, base_revision=base, **given),
    )
    if tried.done:
        messages.success(request, "De dag is bewaard.")
        return redirect(_at(row))
    page = FormPage(
        TAB, f"Dag plannen: {row.body}", form, _at(row), "Besluit", **others_of(form, tried, base)
    )
    return show_form(request, row.plan, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Record what a body decided."""
    row, by = moment_of(request, pk, row_id), actor(request)
    form = DecisionForm(request.POST or None, initial=_initial(row), adopts=row.adopts)
    base = revision_sent(request) or row.revision

    def deed(given: dict[str, Any]) -> object:
        decided = Decided(
            given["outcome"],
            given["decided_on"],
            given["number"],
            form.votes(),
            given["note"],  # type: ignore[arg-type]
        )
        return actions.record_decision(by=by, moment=row, decided=decided, base_revision=base)

    tried = attempt(request, form, deed)
    if tried.done:
        messages.success(request, "Het besluit is bewaard.")
        return redirect(_at(row))
    page = FormPage(
        TAB, f"Besluit: {row.body}", form, _at(row), "Besluit", deed="Leg het besluit vast",
        **others_of(form, tried, base),
    )  # fmt: skip
    return show_form(request, row.plan, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Make a proposal a draft again."""
    plan, by = plan_of(request, pk), actor(request)
    check_send_back(by)
    form = SendBackForm(request.POST or None)
    tried = attempt(request, form, lambda given: actions.send_back_plan(by=by, plan=plan, **given))
    if tried.done:
        messages.success(request, "Het plan is teruggestuurd en weer een concept.")
        return redirect(TAB, pk)
    page = FormPage(
        TAB, "Voorstel terugsturen", form, reverse(TAB, args=[pk]), "Besluit",
        lead="Het plan wordt weer een concept. Besluiten en amendementen blijven te zien.",
        deed="Stuur terug",
    )  # fmt: skip
    return show_form(request, plan, page, tried.status)


@login_required
@require_POST
def adopt(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Record that the plan is adopted, by the decision that stands there."""
    plan = plan_of(request, pk)
    return do_and_return(
        request,
        lambda: actions.adopt_plan(by=actor(request), plan=plan),
        f"{plan.title} is vastgesteld en staat nu vast.",
        reverse(TAB, args=[pk]),
    )


def moment_of(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> DecisionMoment:
    """Return the moment somebody may record a decision at; any other is not found."""
    plan = plan_of(request, pk)
    check_record_decision(actor(request))
    found = queries.moment(plan, row_id)
    if found is None:
        raise Http404("Dit besluit hoort niet bij het voorstel dat nu voorligt.")
    return found


def _initial(row: DecisionMoment) -> dict[str, object]:
    """Return what stands in the form; of a body that has not decided, only its note."""
    names = ("number", "votes_for", "votes_against", "abstained", "note")
    initial = {name: getattr(row, name) for name in names}
    if row.outcome != DecisionMoment.Outcome.PLANNED:
        initial |= {"outcome": row.outcome, "decided_on": row.decided_on}
    return initial


def _at(row: DecisionMoment) -> str:
    return f"{reverse(TAB, args=[row.plan_id])}#moment-{row.pk}"

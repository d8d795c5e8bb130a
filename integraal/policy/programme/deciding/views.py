"""Pages on which a programme is proposed, sent back, adopted, and told to the council."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.lifecycle.states import ImpossibleMove
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.scope import actor
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import attempt
from integraal.policy.plan.deciding.forms import SendBackForm
from integraal.policy.plan.row_pages import FormPage
from integraal.policy.programme.access import check_adopt, check_send_back, check_tell_council
from integraal.policy.programme.actions import start_next_version
from integraal.policy.programme.deciding import actions
from integraal.policy.programme.deciding.forms import AdoptForm, ToldForm
from integraal.policy.programme.deciding.presenters import decision_page
from integraal.policy.programme.pages import programme_of, show, show_form
from integraal.policy.programme.refusals import ProgrammeRefused

TAB = "programme-decision"


@login_required
@require_GET
def decision(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Where the decision stands, and what the programme lacks."""
    programme = programme_of(request, pk)
    page = decision_page(actor(request), programme)
    return show(request, "programme/decision.html", programme, TAB, page)


@login_required
@require_POST
def propose(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Propose a draft to the college."""
    programme, by = programme_of(request, pk), actor(request)
    return do_and_return(
        request,
        lambda: actions.propose_programme(by=by, programme=programme),
        "Het programma is voorgesteld. De maatregelen staan nu vast tot het college besluit.",
        reverse(TAB, args=[pk]),
    )


@login_required
@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Make a proposal a draft again."""
    programme, by = programme_of(request, pk), actor(request)
    check_send_back(by)
    form = SendBackForm(request.POST or None)
    tried = attempt(
        request,
        form,
        lambda given: actions.send_back_programme(by=by, programme=programme, **given),
    )
    if tried.done:
        messages.success(request, "Het programma is teruggestuurd en weer een concept.")
        return redirect(TAB, pk)
    page = FormPage(
        TAB, "Voorstel terugsturen", form, reverse(TAB, args=[pk]), "Besluit",
        lead="Het programma wordt weer een concept.", deed="Stuur terug",
    )  # fmt: skip
    return show_form(request, programme, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def adopt(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Record that the college adopted the programme."""
    programme, by = programme_of(request, pk), actor(request)
    check_adopt(by)
    form = AdoptForm(request.POST or None)
    tried = attempt(
        request,
        form,
        lambda given: actions.adopt_programme(by=by, programme=programme, **given),
    )
    if tried.done:
        messages.success(request, f"{programme.title} is vastgesteld en staat nu vast.")
        return redirect(TAB, pk)
    page = FormPage(
        TAB, "Vaststelling vastleggen", form, reverse(TAB, args=[pk]), "Besluit",
        lead="De maatregelen staan daarna vast. Een verandering wordt een nieuwe versie.",
        deed="Leg de vaststelling vast",
    )  # fmt: skip
    return show_form(request, programme, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Record on which day the council was told."""
    programme, by = programme_of(request, pk), actor(request)
    check_tell_council(by)
    form = ToldForm(request.POST or None)
    tried = attempt(
        request, form, lambda given: actions.tell_council(by=by, programme=programme, **given)
    )
    if tried.done:
        messages.success(request, "Vastgelegd dat de raad is verteld.")
        return redirect(TAB, pk)
    page = FormPage(
        TAB, "De raad is verteld", form, reverse(TAB, args=[pk]), "Besluit", deed="Leg vast"
    )
    return show_form(request, programme, page, tried.status)


@login_required
@require_POST
def next_version(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Begin the next version of an adopted programme."""
    programme = programme_of(request, pk)
    try:
        following = start_next_version(by=actor(request), programme=programme)
    except (ProgrammeRefused, NotAllowed, ImpossibleMove) as refusal:
        messages.error(request, str(refusal))
        return redirect(TAB, pk)
    messages.success(request, f"Versie {following.version} is begonnen, met de maatregelen van nu.")
    return redirect("programme", following.pk)

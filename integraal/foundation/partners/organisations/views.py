"""The pages of partners: the list, one partner, and what may change of it."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.lifecycle.attempts import attempt, revision_sent
from integraal.foundation.partners.access import check_write_partners, may_write_partners
from integraal.foundation.partners.contacts.actions import note_contacts_read
from integraal.foundation.partners.organisations import actions, presenters
from integraal.foundation.partners.organisations.forms import EndForm, PartnerFilter, PartnerForm
from integraal.foundation.partners.organisations.hanging import hanging_problem
from integraal.foundation.partners.organisations.lists import (
    found_list,
    people_by_partner,
    titles_by_partner,
)
from integraal.foundation.partners.organisations.queries import partners, profile_of
from integraal.foundation.partners.pages import (
    ON_A_PAGE,
    FormPage,
    as_excel,
    do_and_return,
    others_of,
    show_form,
)
from integraal.foundation.people.models import Organisation
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.tables import Sorting, chosen_sorting

show_or_send = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """List the partners."""
    by = actor(request)
    asked = PartnerFilter(request.GET or {"wie": "nu"})
    found, sorting = _found(request, asked)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("blad"))
    context = {
        "filter": asked,
        "page": page,
        "table": presenters.partners_table(
            page, people_by_partner(timezone.localdate()), titles_by_partner()
        ),
        "sorting": sorting,
        "count_words": f"{page.paginator.count} gevonden",
        "may_write": may_write_partners(by),
    }
    return render(request, "partners/partners.html", context)


@require_safe
@login_required
def export(request: HttpRequest) -> HttpResponse:
    """Give the same list as an Excel file."""
    actions.note_partners_exported(by=actor(request))
    found, _ = _found(request, PartnerFilter(request.GET or {"wie": "nu"}))
    rows = presenters.partner_rows(found, titles_by_partner())
    return as_excel("Partners", presenters.HEADINGS, rows)


@never_cache
@require_safe
@login_required
def one(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Show one partner; reading how to reach its people is recorded."""
    by = actor(request)
    organisation = get_object_or_404(partners(), pk=pk)
    page = presenters.partner_page(by, organisation, timezone.localdate())
    if page.sees_reach and page.contacts:
        note_contacts_read(by=by, organisation=organisation)
    return render(request, "partners/partner.html", {"page": page})


@show_or_send
@login_required
def add(request: HttpRequest) -> HttpResponse:
    """Add a partner."""
    by = actor(request)
    check_write_partners(by)
    form = PartnerForm(request.POST or None)
    tried = attempt(request, form, lambda _: actions.add_partner(by=by, partner=form.partner()))
    if tried.done:
        messages.success(request, f"{tried.done.name} is toegevoegd. Voeg nu contactpersonen toe.")
        return redirect("partner", tried.done.pk)
    page = FormPage("Partner toevoegen", form, [("Partners", reverse("partners"))],
                    deed="Toevoegen", folded=("website",))  # fmt: skip
    return show_form(request, page, tried.status)


@show_or_send
@login_required
def change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Change a partner."""
    by = actor(request)
    check_write_partners(by)
    organisation = get_object_or_404(partners(), pk=pk)
    profile = profile_of(organisation)
    form = PartnerForm(request.POST or None, initial=_now(organisation))
    base = revision_sent(request) if request.method == "POST" else profile.revision
    tried = attempt(
        request,
        form,
        lambda _: actions.change_partner(
            by=by, organisation=organisation, partner=form.partner(), base_revision=base
        ),
    )
    if tried.done:
        messages.success(request, "Bewaard.")
        return redirect("partner", pk)
    page = FormPage("Partner aanpassen", form, _trail(organisation), **others_of(form, tried, base))
    return show_form(request, page, tried.status)


@show_or_send
@login_required
def end(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """End the cooperation; what still hangs on it is told first."""
    by = actor(request)
    check_write_partners(by)
    organisation = get_object_or_404(partners(), pk=pk)
    problem = hanging_problem(by, organisation)
    form = EndForm(request.POST or None, hanging=bool(problem))
    tried = attempt(
        request,
        form,
        lambda given: actions.end_partner(by=by, organisation=organisation, **given),
    )
    if tried.done:
        messages.success(request, f"We werken niet meer samen met {organisation.name}.")
        return redirect("partner", pk)
    lead = problem or "Er hangt niets meer aan deze partner."
    page = FormPage("Samenwerking beëindigen", form, _trail(organisation), deed="Beëindigen",
                    lead=f"{lead} {presenters.FORGOTTEN}")  # fmt: skip
    return show_form(request, page, tried.status)


@require_POST
@login_required
def resume(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Work with a partner again."""
    organisation = get_object_or_404(partners(), pk=pk)
    return do_and_return(
        request,
        lambda: actions.resume_partner(by=actor(request), organisation=organisation),
        f"We werken weer samen met {organisation.name}.", "partner", pk,
    )  # fmt: skip


def _found(request: HttpRequest, asked: PartnerFilter) -> tuple[Any, Sorting]:
    sorting = chosen_sorting(request.GET.get("sorteer", ""), presenters.COLUMNS, default="naam")
    return found_list(**asked.asked(), sorting=sorting, today=timezone.localdate()), sorting


def _now(organisation: Organisation) -> dict[str, Any]:
    profile = profile_of(organisation)
    return {
        "name": organisation.name,
        "kind": organisation.kind,
        "role": profile.role,
        "website": profile.website,
    }


def _trail(organisation: Organisation) -> list[tuple[str, str]]:
    here = reverse("partner", args=[organisation.pk])
    return [("Partners", reverse("partners")), (organisation.name, here)]

"""Add, change and take away a contact person."""

import uuid
from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from integraal.foundation.lifecycle.attempts import attempt, revision_sent
from integraal.foundation.partners.access import check_write_partners
from integraal.foundation.partners.contacts import actions
from integraal.foundation.partners.contacts.forms import ContactForm, ReachForm
from integraal.foundation.partners.contacts.queries import person_at
from integraal.foundation.partners.contacts.reach import KeptReach, Reach, kept_reach
from integraal.foundation.partners.organisations.queries import partners
from integraal.foundation.partners.pages import (
    FormPage,
    Removal,
    do_and_return,
    others_of,
    show_form,
)
from integraal.foundation.people.models import Member, Organisation
from integraal.foundation.people.scope import actor

show_or_send = require_http_methods(["GET", "HEAD", "POST"])


@show_or_send
@login_required
def add(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Add somebody without an account."""
    by = actor(request)
    check_write_partners(by)
    organisation = get_object_or_404(partners(), pk=pk)
    form = ContactForm(request.POST or None)
    tried = attempt(
        request,
        form,
        lambda given: actions.add_contact(by=by, organisation=organisation, reach=Reach(**given)),
    )
    if tried.done:
        messages.success(request, f"{tried.done.name} staat erbij.")
        return redirect("partner", pk)
    page = FormPage("Contactpersoon toevoegen", form, _trail(organisation), deed="Toevoegen")
    return show_form(request, page, tried.status)


@never_cache
@show_or_send
@login_required
def change(request: HttpRequest, pk: uuid.UUID, member_id: uuid.UUID) -> HttpResponse:
    """Change a contact person; of somebody with an account only how to reach them."""
    by = actor(request)
    check_write_partners(by)
    organisation, member = _place(pk, member_id)
    now = kept_reach(member)
    form = _form_of(request, member, now)
    base = revision_sent(request) if request.method == "POST" else now.revision
    tried = attempt(
        request, form,
        lambda given: actions.change_contact(
            by=by, member=member, base_revision=base,
            reach=Reach(**{"name": member.name, "function": member.function, **given}),
        ),
    )  # fmt: skip
    if tried.done:
        messages.success(request, "Bewaard.")
        return redirect("partner", pk)
    if request.method == "GET":
        actions.note_contacts_read(by=by, organisation=organisation)
    page = FormPage(member.name, form, _trail(organisation), lead=_lead(member),
                    removal=_removal(organisation, member),
                    **others_of(form, tried, base))  # fmt: skip
    return show_form(request, page, tried.status)


@require_POST
@login_required
def end(request: HttpRequest, pk: uuid.UUID, member_id: uuid.UUID) -> HttpResponse:
    """Take a contact person away."""
    _, member = _place(pk, member_id)
    done = f"{member.name} is geen contactpersoon meer."
    return do_and_return(
        request, lambda: actions.end_contact(by=actor(request), member=member), done, "partner", pk
    )


def _form_of(request: HttpRequest, member: Member, now: KeptReach) -> ReachForm:
    kind = ReachForm if member.user_id else ContactForm
    return kind(request.POST or None, initial=asdict(now))


def _lead(member: Member) -> str:
    if member.user_id is None:
        return ""
    return "Deze persoon heeft een account. Naam en functie verandert de functioneel beheerder."


def _removal(organisation: Organisation, member: Member) -> Removal | None:
    if member.user_id and not member.contacts.all():
        return None
    return Removal(
        reverse("contact-end", args=[organisation.pk, member.pk]),
        "Haal deze contactpersoon weg",
        f"{member.name} weghalen als contactpersoon?",
        "Telefoonnummer en mailadres worden gewist. Wat deze persoon deed, blijft staan.",
    )


def _place(pk: uuid.UUID, member_id: uuid.UUID) -> tuple[Organisation, Member]:
    organisation = get_object_or_404(partners(), pk=pk)
    member = person_at(organisation, member_id, timezone.localdate())
    if member is None:
        raise Http404("Deze contactpersoon is er niet (meer).")
    return organisation, member


def _trail(organisation: Organisation) -> list[tuple[str, str]]:
    here = reverse("partner", args=[organisation.pk])
    return [("Partners", reverse("partners")), (organisation.name, here)]

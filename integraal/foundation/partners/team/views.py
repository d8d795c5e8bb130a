"""Keep the cards of the visible team."""

import uuid
from dataclasses import fields

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.lifecycle.attempts import attempt, revision_sent
from integraal.foundation.partners.access import check_write_partners, may_write_partners
from integraal.foundation.partners.models import TeamCard
from integraal.foundation.partners.pages import (
    FormPage,
    Removal,
    do_and_return,
    others_of,
    show_form,
)
from integraal.foundation.partners.team import actions
from integraal.foundation.partners.team.actions import Card
from integraal.foundation.partners.team.forms import CardForm
from integraal.foundation.partners.team.presenters import team_page
from integraal.foundation.partners.team.queries import cards
from integraal.foundation.people.scope import actor, member_of

show_or_send = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """Show the cards: all of them to who keeps them, else those that residents see."""
    may_write = may_write_partners(actor(request))
    page = team_page(member_of(request).tenant.slug, may_write=may_write)
    return render(request, "partners/team.html", {"page": page})


@show_or_send
@login_required
def add(request: HttpRequest) -> HttpResponse:
    """Add a card."""
    by = actor(request)
    check_write_partners(by)
    form = CardForm(request.POST or None)
    tried = attempt(request, form, lambda _: actions.add_card(by=by, card=form.card()))
    if tried.done:
        messages.success(request, f"De kaart van {tried.done.name} is gemaakt, en nog verborgen.")
        return redirect("team")
    page = FormPage("Kaart toevoegen", form, _trail(), deed="Toevoegen")
    return show_form(request, page, tried.status)


@show_or_send
@login_required
def change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Change a card."""
    by, row = actor(request), _card(pk)
    check_write_partners(by)
    now = {one.name: getattr(row, one.name) for one in fields(Card)}
    form = CardForm(request.POST or None, initial=now)
    base = revision_sent(request) or row.revision
    tried = attempt(
        request, form,
        lambda _: actions.change_card(by=by, row=row, card=form.card(), base_revision=base),
    )  # fmt: skip
    if tried.done:
        hidden = row.shown and not tried.done.shown
        messages.success(request, f"Bewaard. {_HIDDEN}" if hidden else "Bewaard.")
        return redirect("team")
    page = FormPage("Kaart aanpassen", form, _trail(), removal=_removal(row),
                    **others_of(form, tried, base))  # fmt: skip
    return show_form(request, page, tried.status)


@require_POST
@login_required
def show(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Let residents see a card."""
    row = _card(pk)
    return do_and_return(
        request, lambda: actions.show_card(by=actor(request), row=row),
        f"Inwoners zien nu de kaart van {row.name}.", "team",
    )  # fmt: skip


@require_POST
@login_required
def hide(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Hide a card from residents."""
    row = _card(pk)
    return do_and_return(
        request, lambda: actions.hide_card(by=actor(request), row=row),
        f"Inwoners zien de kaart van {row.name} niet meer.", "team",
    )  # fmt: skip


@require_POST
@login_required
def move(request: HttpRequest, pk: uuid.UUID, up: bool) -> HttpResponse:
    """Let a card change places with its neighbour."""
    row = _card(pk)
    return do_and_return(
        request, lambda: actions.move_card(by=actor(request), row=row, up=up),
        f"{row.name} is verplaatst.", "team",
    )  # fmt: skip


@require_POST
@login_required
def remove(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a card away for good."""
    row = _card(pk)
    return do_and_return(
        request, lambda: actions.remove_card(by=actor(request), row=row),
        f"De kaart van {row.name} is weg.", "team",
    )  # fmt: skip


_HIDDEN = "Inwoners zien deze kaart niet meer, want deze persoon stemde er nog niet mee in."


def _card(pk: uuid.UUID) -> TeamCard:
    return get_object_or_404(cards(), pk=pk)


def _removal(row: TeamCard) -> Removal:
    return Removal(
        reverse("team-card-remove", args=[row.pk]),
        "Verwijder de kaart",
        f"De kaart van {row.name} verwijderen?",
        "De kaart is dan weg. Wilt u alleen dat inwoners haar niet zien, kies dan Verberg.",
    )


def _trail() -> list[tuple[str, str]]:
    return [("Zichtbaar team", reverse("team"))]

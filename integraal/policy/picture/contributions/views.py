"""Pages on which a contribution is recorded, changed and taken away."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.picture.access import check_write
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.contributions import actions
from integraal.policy.picture.contributions.form_pages import (
    add_page,
    change_page,
    theme_name,
    values_of,
)
from integraal.policy.picture.contributions.forms import ContributionForm
from integraal.policy.picture.contributions.presenters import person_warning
from integraal.policy.picture.contributions.queries import contribution
from integraal.policy.picture.contributions.rules import Said
from integraal.policy.picture.filling_in import attempt, revision_sent
from integraal.policy.picture.models import Contribution
from integraal.policy.picture.row_views import picture_of, show_form


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: uuid.UUID, theme: str) -> HttpResponse:
    """Record what somebody said about a theme."""
    picture, by = picture_of(request, pk), actor(request)
    name = theme_name(picture, theme)
    if name is None:
        raise Http404("Dit beeld heeft geen thema met die naam.")
    if request.method == "GET":
        check_write(by, picture)
    form = ContributionForm(request.POST or None)
    tried = attempt(
        request,
        form,
        lambda given: actions.add_contribution(
            by=by, picture=picture, theme=theme, said=Said(**given)
        ),
    )
    if tried.done:
        return _saved(request, tried.done)
    return show_form(request, add_page(picture, theme, name, form), tried)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Change what somebody said."""
    picture, by = picture_of(request, pk), actor(request)
    row = contribution(picture, row_id)
    if request.method == "GET":
        check_write(by, picture)
        if row is None:
            raise Http404("Deze inbreng bestaat niet.")
    form = ContributionForm(request.POST or None, initial=values_of(row))
    base = revision_sent(request)
    tried = attempt(
        request,
        form,
        lambda given: actions.change_contribution(
            by=by, contribution=row, said=Said(**given), base_revision=base
        ),
    )
    if tried.done:
        return _saved(request, tried.done)
    return show_form(request, change_page(picture, row, form, tried, base), tried)


@login_required
@require_POST
def remove(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Take a contribution away."""
    picture = picture_of(request, pk)
    row = contribution(picture, row_id)
    if row is None:
        raise Http404("Deze inbreng bestaat niet.")
    return do_and_return(
        request,
        lambda: actions.remove_contribution(
            by=actor(request), contribution=row, base_revision=revision_sent(request)
        ),
        "De inbreng is weggehaald.",
        _at_theme(row),
        reverse("contribution", args=[pk, row_id]),
    )


def _saved(request: HttpRequest, row: Contribution) -> HttpResponse:
    messages.success(request, "De inbreng is bewaard.")
    if warning := person_warning(row.source):
        messages.warning(request, warning)
    return redirect(_at_theme(row))


def _at_theme(row: Contribution) -> str:
    return f"{reverse('theme', args=[row.picture_id, row.theme])}#inbreng"

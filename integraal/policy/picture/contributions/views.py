"""Pages on which a contribution is recorded, changed and taken away."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.access import check_write
from integraal.policy.picture.contributions import actions
from integraal.policy.picture.contributions.forms import ContributionForm
from integraal.policy.picture.contributions.presenters import person_warning
from integraal.policy.picture.contributions.queries import contribution, known_sources
from integraal.policy.picture.contributions.rules import Said
from integraal.policy.picture.filling_in import Attempt, attempt, revision_sent
from integraal.policy.picture.models import Contribution, Picture
from integraal.policy.picture.presenters.form_page import FormPage, Removal, others_of, theme_place
from integraal.policy.picture.row_views import do_and_return, picture_of, show_form


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: uuid.UUID, theme: str) -> HttpResponse:
    """Record what somebody said about a theme."""
    picture, by = picture_of(request, pk), actor(request)
    name = _theme_name(picture, theme)
    if request.method == "GET":
        check_write(by, picture)
    form = ContributionForm(request.POST or None, initial={"said_on": timezone.localdate()})
    tried = attempt(
        request,
        form,
        lambda given: actions.add_contribution(
            by=by, picture=picture, theme=theme, said=Said(**given)
        ),
    )
    if tried.done:
        return _saved(request, tried.done)
    page = FormPage(
        picture, "Inbreng vastleggen", form, offered=_offered(),
        **theme_place(picture, theme, name, "inbreng"),
    )  # fmt: skip
    return show_form(request, page, tried)


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
    form = ContributionForm(request.POST or None, initial=_values(row))
    base = revision_sent(request)
    tried = attempt(
        request,
        form,
        lambda given: actions.change_contribution(
            by=by, contribution=row, said=Said(**given), base_revision=base
        ),
    )
    return (
        _saved(request, tried.done)
        if tried.done
        else _change_page(request, picture, row, form, tried)
    )


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


def _change_page(
    request: HttpRequest,
    picture: Picture,
    row: Contribution | None,
    form: ContributionForm,
    tried: Attempt,
) -> HttpResponse:
    current = tried.other or row
    places: dict[str, Any] = {
        "back": reverse("picture", args=[picture.pk]),
        "back_label": "Inbreng",
    }
    removal, stand = None, 0
    if current is not None:
        places = theme_place(picture, current.theme, _theme_name(picture, current.theme), "inbreng")
        stand = current.revision if tried.status != 422 else revision_sent(request)
        removal = Removal(
            f"{reverse('contribution-remove', args=[picture.pk, current.pk])}?stand={stand}",
            "Haal weg",
            "Deze inbreng weghalen?",
            "De inbreng verdwijnt uit dit concept. In eerdere versies blijft zij staan.",
        )
    page = FormPage(
        picture,
        "Inbreng aanpassen",
        form,
        seen=("base_revision", str(stand)),
        offered=_offered(),
        removal=removal,
        next_link=_next_link(picture, current),
        **places,
        **others_of(form, tried),
    )
    return show_form(request, page, tried)


def _next_link(picture: Picture, row: Contribution | None) -> tuple[str, str]:
    if row is None:
        return ("", "")
    url = f"{reverse('referral-add', args=[picture.pk])}?inbreng={row.pk}"
    return ("Hoort bij ander beleid", url)


def _saved(request: HttpRequest, row: Contribution) -> HttpResponse:
    messages.success(request, "De inbreng is bewaard.")
    if warning := person_warning(row.source):
        messages.warning(request, warning)
    return redirect(_at_theme(row))


def _at_theme(row: Contribution) -> str:
    return f"{reverse('theme', args=[row.picture_id, row.theme])}#inbreng"


def _theme_name(picture: Picture, code: str) -> str:
    found = themes(picture.year).get(code)
    if found is None:
        raise Http404("Dit beeld heeft geen thema met die naam.")
    return found.short_name


def _values(row: Contribution | None) -> dict[str, object]:
    names = ("side", "source", "function", "said_on", "text")
    return {name: getattr(row, name) for name in names} if row else {}


def _offered() -> dict[str, list[tuple[str, str]]]:
    return {"bronnen-lijst": [(source, "") for source in known_sources()]}

"""Pages of the safety picture (veiligheidsbeeld)."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.lifecycle.states import ImpossibleMove
from integraal.foundation.people.access import allowed
from integraal.foundation.people.scope import actor
from integraal.policy.picture import actions
from integraal.policy.picture.access import check_write
from integraal.policy.picture.draft_figures.actions import see_changes
from integraal.policy.picture.forms import AdoptForm, SendBackForm, StartForm
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters.overview import overview
from integraal.policy.picture.presenters.picture_list import picture_list
from integraal.policy.picture.presenters.theme_page import NoSuchTheme, theme_page
from integraal.policy.picture.presenters.versions import theme_differences
from integraal.policy.picture.presenters.voices import picture_voices, theme_voices
from integraal.policy.picture.queries import offered_year, pictures, version_before
from integraal.policy.picture.refusals import FiguresMissing, PictureRefused
from integraal.policy.picture.row_views import show
from integraal.policy.picture.writing.pages import words_of
from integraal.policy.picture.writing.saving import Refused


@login_required
@require_http_methods(["GET", "POST"])
def picture_index(request: HttpRequest) -> HttpResponse:
    """All pictures, and the beginning of a new one."""
    by = actor(request)
    form = StartForm(request.POST or None, latest=offered_year())
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            picture = actions.start_picture(
                by=by, year=given["year"], first_year=given["first_year"]
            )
        except PictureRefused as refusal:
            form.add_error("year", str(refusal))
        else:
            messages.success(request, f"{picture.title} is begonnen.")
            return redirect("picture", picture.pk)
    context = {"pictures": picture_list(by), "form": form, "may_start": allowed(check_write, by)}
    return show(request, "picture/index.html", status=422 if form.errors else 200, **context)


@login_required
@require_GET
def picture_overview(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One picture over all its themes."""
    return _overview(request, _picture(request, pk), AdoptForm(), SendBackForm())


@login_required
@require_GET
def theme(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """One theme: its figures and its texts."""
    return show_theme(request, _picture(request, pk), code)


@login_required
@require_POST
def propose(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    picture = _picture(request, pk)
    return _move(
        request,
        picture,
        lambda: actions.propose_picture(by=actor(request), picture=picture),
        f"{picture.title} is voorgesteld ter vaststelling.",
    )


@login_required
@require_POST
def adopt(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    picture = _picture(request, pk)
    form = AdoptForm(request.POST)
    if not form.is_valid():
        return _overview(request, picture, form, SendBackForm(), status=422)
    given = form.cleaned_data
    try:
        actions.adopt_picture(
            by=actor(request), picture=picture, on=given["on"], number=given["number"]
        )
    except PictureRefused as refusal:
        form.add_error(None if isinstance(refusal, FiguresMissing) else "on", str(refusal))
        return _overview(request, picture, form, SendBackForm(), status=422)
    except ImpossibleMove as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{picture.title} is vastgesteld en staat nu vast.")
    return redirect("picture", pk)


@login_required
@require_POST
def send_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    picture = _picture(request, pk)
    form = SendBackForm(request.POST)
    if not form.is_valid():
        return _overview(request, picture, AdoptForm(), form, status=422)
    reason = form.cleaned_data["reason"]
    return _move(
        request,
        picture,
        lambda: actions.send_back_picture(by=actor(request), picture=picture, reason=reason),
        f"{picture.title} is teruggestuurd en weer een concept.",
    )


@login_required
@require_POST
def next_version(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    picture = _picture(request, pk)
    try:
        following = actions.start_next_version(by=actor(request), picture=picture)
    except PictureRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("picture", pk)
    messages.success(request, f"Versie {following.version} is begonnen, met de teksten van nu.")
    return redirect("picture", following.pk)


@login_required
@require_POST
def figures_seen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Put away what a source revised; back to the page that showed it."""
    picture = _picture(request, pk)
    see_changes(by=actor(request), picture=picture)
    back = request.POST.get("next", "")
    is_own = back.startswith(f"/beeld/{pk}/") and url_has_allowed_host_and_scheme(back, None)
    return redirect(back if is_own else reverse("picture", args=[pk]))


@login_required
@require_GET
def differences(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What this version changes against the one before."""
    picture = _picture(request, pk)
    earlier = version_before(actor(request), picture)
    found = theme_differences(earlier, picture) if earlier else []
    template = "picture/differences.html"
    return show(request, template, picture=picture, earlier=earlier, differences=found)


def show_theme(
    request: HttpRequest, picture: Picture, code: str, refused: Refused | None = None
) -> HttpResponse:
    """Return the page of a theme; ``refused`` is a text that was sent and could not be saved."""
    by = actor(request)
    try:
        page = theme_page(by, picture, code, request.GET.get("cijfer", ""))
    except NoSuchTheme as missing:
        raise Http404("Dit beeld heeft geen thema met die naam.") from missing
    words = words_of(picture, code, page.theme, may_write=page.may_write, refused=refused)
    context = {"words": words, "voices": theme_voices(by, picture, code)}
    return show(request, "picture/theme.html", page, 422 if refused else 200, **context)


def _picture(request: HttpRequest, pk: uuid.UUID) -> Picture:
    return get_object_or_404(pictures(actor(request)).defer("frozen"), pk=pk)


def _overview(
    request: HttpRequest, picture: Picture, adopt: AdoptForm, back: SendBackForm, status: int = 200
) -> HttpResponse:
    by = actor(request)
    context = {
        "adopt_form": adopt,
        "back_form": back,
        "voices": picture_voices(by, picture),
    }
    return show(request, "picture/overview.html", overview(by, picture), status, **context)


def _move(request: HttpRequest, picture: Picture, move: Any, done: str) -> HttpResponse:
    try:
        move()
    except (PictureRefused, ImpossibleMove) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("picture", picture.pk)

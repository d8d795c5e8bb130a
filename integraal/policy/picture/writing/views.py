"""Pages of the writing room, and what its scripts ask for."""

import uuid
from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture import views as picture_views
from integraal.policy.picture.access import check_read_earlier
from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.parts import WHOLE, Part, part_named
from integraal.policy.picture.queries import pictures
from integraal.policy.picture.refusals import PictureRefused
from integraal.policy.picture.row_views import show
from integraal.policy.picture.writing import answering, links
from integraal.policy.picture.writing.actions import prepare_summary
from integraal.policy.picture.writing.choices import choices_of
from integraal.policy.picture.writing.pages import earlier_page, texts_page
from integraal.policy.picture.writing.saving import Refused, save

AUTOSAVE = "autosave"


@login_required
@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, pk: uuid.UUID, theme: str, part: str) -> HttpResponse:
    """Save a text, by script or by form; a GET goes to where it stands."""
    picture = _picture(request, pk)
    code, _ = _place(picture, theme, part)
    if request.method == "GET":
        return redirect(links.part_url(pk, code, part))
    if request.headers.get("X-Requested-With") == AUTOSAVE:
        return answering.to_script(actor(request), picture, code, part, request.POST)
    outcome = save(actor(request), picture, code, part, request.POST)
    if isinstance(outcome, Refused):
        return _page(request, picture, code, outcome)
    messages.success(request, f"{outcome.words}.")
    return redirect(links.part_url(pk, code, part))


@login_required
@require_GET
def texts(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The texts of the picture as a whole."""
    return _page(request, _picture(request, pk), WHOLE)


@login_required
@require_POST
def summary(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Begin the summary with the conclusions of the themes."""
    picture = _picture(request, pk)
    names = {code: theme.name for code, theme in themes(picture.year).items()}
    try:
        prepare_summary(by=actor(request), picture=picture, names=names)
    except PictureRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "De conclusies staan klaar in de samenvatting. Kort ze in.")
    return redirect("picture-texts", pk)


@login_required
@require_GET
def choices(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The figures that can be put into a text, for the editor's script."""
    content = content_of(_picture(request, pk))
    found = choices_of(content, request.GET.get("thema", ""))
    return JsonResponse({"choices": [asdict(one) for one in found]})


@login_required
@require_GET
def earlier(request: HttpRequest, pk: uuid.UUID, theme: str, part: str) -> HttpResponse:
    """The earlier stands of a text, each with what changed after it."""
    picture = _picture(request, pk)
    code, named = _place(picture, theme, part)
    check_read_earlier(actor(request))
    return show(request, "picture/earlier.html", earlier_page(picture, code, named))


def _page(
    request: HttpRequest, picture: Picture, theme: str, refused: Refused | None = None
) -> HttpResponse:
    if theme != WHOLE:
        return picture_views.show_theme(request, picture, theme, refused)
    page = texts_page(actor(request), picture, refused)
    return show(request, "picture/texts.html", page, 422 if refused else 200)


def _picture(request: HttpRequest, pk: uuid.UUID) -> Picture:
    return get_object_or_404(pictures(actor(request)).defer("frozen"), pk=pk)


def _place(picture: Picture, word: str, part: str) -> tuple[str, Part]:
    """Return the code of the theme and the part that an address names.

    Raises:
        Http404: the picture has no such theme, or the theme no such part.
    """
    code, named = links.theme_in_address(word), part_named(links.theme_in_address(word), part)
    if code != WHOLE and code not in themes(picture.year):
        raise Http404("Dit beeld heeft geen thema met die naam.")
    if named is None:
        raise Http404("Er is geen tekst met die naam.")
    return code, named

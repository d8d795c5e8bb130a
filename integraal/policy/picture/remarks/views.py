"""Pages about what colleagues say about a draft."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.scope import actor
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import attempt, revision_sent
from integraal.policy.picture.models import Passage, Picture, Remark
from integraal.policy.picture.parts import WHOLE, part_named
from integraal.policy.picture.presenters.form_page import FormPage, others_of
from integraal.policy.picture.refusals import Conflict, PictureRefused
from integraal.policy.picture.remarks import actions
from integraal.policy.picture.remarks.access import check_read_remarks, check_remark
from integraal.policy.picture.remarks.forms import (
    AssignmentForm,
    CommentForm,
    RemarkFilter,
    SuggestionForm,
)
from integraal.policy.picture.remarks.presenters import remarks_page, theme_names
from integraal.policy.picture.remarks.queries import may_be_assigned, remark, written_passages
from integraal.policy.picture.remarks.rules import ASSIGNMENT, COMMENT, SUGGESTION, Note
from integraal.policy.picture.remarks.suggesting import suggestion_of
from integraal.policy.picture.row_views import picture_of, show, show_form

_DEEDS = {
    "overnemen": (actions.accept_suggestion, "Het voorstel staat nu in de tekst."),
    "afwijzen": (actions.decline_suggestion, "Het voorstel is niet overgenomen."),
    "klaar": (actions.close_remark, "De opmerking is afgehandeld."),
    "intrekken": (actions.withdraw_remark, "Uw opmerking is ingetrokken."),
}


@login_required
@require_GET
def remark_list(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """All remarks at a picture, open ones first."""
    picture, by = picture_of(request, pk), actor(request)
    check_read_remarks(by)
    asked = RemarkFilter(request.GET, names=theme_names(picture))
    return show(request, "picture/remarks.html", remarks_page(by, picture, asked))


@login_required
@require_http_methods(["GET", "POST"])
def comment(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Say something about a part of a theme, or of the picture."""
    picture, by, theme = _begin(request, pk)
    initial = {"part": request.GET.get("deel", "")}
    form = CommentForm(request.POST or None, initial=initial, theme=theme)
    return _remark_page(request, by, picture, theme, form, COMMENT, "Opmerking maken")


@login_required
@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask a colleague to do something before a day."""
    picture, by, theme = _begin(request, pk)
    form = AssignmentForm(request.POST or None, theme=theme, people=may_be_assigned())
    return _remark_page(request, by, picture, theme, form, ASSIGNMENT, "Opdracht geven")


@login_required
@require_http_methods(["GET", "POST"])
def suggest(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Change a text as one would have it; what differs becomes the suggestion."""
    picture, by, theme = _begin(request, pk)
    passages = written_passages(picture, theme)
    passage = passages.get(request.GET.get("deel", "")) or next(iter(passages.values()), None)
    if passage is None and request.method == "GET":
        messages.info(request, "Er staat nog geen tekst. Maak een opmerking in plaats daarvan.")
        return redirect(f"{reverse('remark-comment', args=[pk])}?thema={theme}")
    initial = {"text": passage.text if passage else ""}
    form = SuggestionForm(request.POST or None, initial=initial)
    tried = attempt(
        request, form, lambda given: _make_suggestion(by, picture, theme, passage, request, given)
    )
    if tried.done:
        return _made(request, picture, theme)
    stand = passage.revision if passage and tried.status != 422 else revision_sent(request)
    page = FormPage(
        picture, "Voorstel doen", form, lead=_name_of(passage), deed="Doe dit voorstel",
        seen=("base_revision", str(stand)), beside=_choices(picture, theme, passages, passage),
        **_way(picture, theme), **others_of(form, tried),
    )  # fmt: skip
    return show_form(request, page, tried, "picture/remark_form.html")


@login_required
@require_POST
def decide(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, deed: str) -> HttpResponse:
    """Accept, decline, settle or withdraw a remark, and stay where one was."""
    picture = picture_of(request, pk)
    if deed not in _DEEDS:
        raise Http404("Deze pagina bestaat niet.")
    row = remark(picture, row_id)
    do, done = _DEEDS[deed]
    back = _place(picture, row.theme) if row and request.POST.get("terug") == "thema" else ""
    to = back or reverse("remarks", args=[pk])
    if row is None:
        messages.error(request, "Deze opmerking is intussen ingetrokken.")
        return redirect(to)
    return do_and_return(request, lambda: do(by=actor(request), remark=row), done, to)


def _begin(request: HttpRequest, pk: uuid.UUID) -> tuple[Picture, Actor, str]:
    """Return picture, actor and theme (?thema=) of a page to make a remark on."""
    picture, by = picture_of(request, pk), actor(request)
    theme = request.GET.get("thema", WHOLE)
    if theme != WHOLE and theme not in theme_names(picture):
        raise Http404("Dit beeld heeft geen thema met die naam.")
    if request.method == "GET":
        check_remark(by, picture)
    return picture, by, theme


def _remark_page(
    request: HttpRequest,
    by: Actor,
    picture: Picture,
    theme: str,
    form: CommentForm,
    kind: str,
    title: str,
) -> HttpResponse:
    def make(given: dict[str, Any]) -> Remark:
        part = given.pop("part")
        note = Note(kind, **given)
        return actions.make_remark(by=by, picture=picture, theme=theme, part=part, note=note)

    tried = attempt(request, form, make)
    if tried.done:
        return _made(request, picture, theme)
    deed = "Plaats de opmerking" if kind == COMMENT else "Geef de opdracht"
    page = FormPage(
        picture, title, form, deed=deed, lead=_about(picture, theme), **_way(picture, theme)
    )
    return show_form(request, page, tried)


def _make_suggestion(
    by: Actor,
    picture: Picture,
    theme: str,
    passage: Passage | None,
    request: HttpRequest,
    given: dict[str, Any],
) -> Remark:
    """Make a suggestion of what differs from the text the writer had before them."""
    if passage is None:
        raise PictureRefused("De tekst is intussen leeg. Maak een opmerking in plaats daarvan.")
    if passage.revision != revision_sent(request):
        raise Conflict(passage)
    found = suggestion_of(passage.text, given["text"])
    if found is None:
        raise PictureRefused("U veranderde nog niets. Verander de tekst zoals u hem wilt.")
    note = Note(SUGGESTION, text=given["why"], quote=found[0], replacement=found[1])
    return actions.make_remark(by=by, picture=picture, theme=theme, part=passage.part, note=note)


def _made(request: HttpRequest, picture: Picture, theme: str) -> HttpResponse:
    messages.success(request, "Dit staat nu bij de opmerkingen.")
    return redirect(_place(picture, theme))


def _place(picture: Picture, theme: str) -> str:
    if theme == WHOLE:
        return reverse("remarks", args=[picture.pk])
    return f"{reverse('theme', args=[picture.pk, theme])}?open=opmerkingen#opmerkingen"


def _way(picture: Picture, theme: str) -> dict[str, Any]:
    label = theme_names(picture).get(theme, "Opmerkingen")
    return {"back": _place(picture, theme), "back_label": label}


def _about(picture: Picture, theme: str) -> str:
    name = theme_names(picture).get(theme)
    return f"Bij het thema {name}." if name else "Bij het beeld als geheel."


def _name_of(passage: Passage | None) -> str:
    part = part_named(passage.theme, passage.part) if passage else None
    return f"Bij: {part.name}." if part else ""


def _choices(
    picture: Picture, theme: str, passages: dict[str, Passage], shown: Passage | None
) -> list[tuple[str, str]]:
    """Return the other texts that a suggestion can be made to: name and address."""
    here = reverse("remark-suggest", args=[picture.pk])
    named = [(part_named(theme, code), code) for code, one in passages.items() if one != shown]
    return [(part.name, f"{here}?thema={theme}&deel={code}") for part, code in named if part]

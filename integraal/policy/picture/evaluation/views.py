"""Pages about the promises of the previous plan."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.picture.access import check_write
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.evaluation import actions
from integraal.policy.picture.evaluation.forms import ImportForm, PromiseForm
from integraal.policy.picture.evaluation.presenters import evaluation_page
from integraal.policy.picture.evaluation.queries import promise, promises
from integraal.policy.picture.evaluation.rules import (
    Pledge,
    ReadLine,
    lines_problem,
    read_lines,
    takes_credit,
)
from integraal.policy.picture.filling_in import Attempt, attempt, revision_sent
from integraal.policy.picture.models import Picture, Promise
from integraal.policy.picture.presenters.form_page import FormPage, Removal, others_of
from integraal.policy.picture.row_views import picture_of, show, show_form

_FIELDS = ("promised", "reached", "outcome", "learnt", "theme")


@login_required
@require_GET
def evaluation(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """All promises, with their count in words."""
    page = evaluation_page(actor(request), picture_of(request, pk))
    return show(request, "picture/evaluation.html", page)


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Add one promise."""
    picture, by = picture_of(request, pk), actor(request)
    if request.method == "GET":
        check_write(by, picture)
    form = PromiseForm(request.POST or None, picture=picture)
    tried = attempt(
        request,
        form,
        lambda given: actions.add_promise(by=by, picture=picture, pledge=Pledge(**given)),
    )
    if tried.done:
        return _saved(request, tried.done)
    return show_form(request, FormPage(picture, "Belofte toevoegen", form, **_way(picture)), tried)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Change a promise, or say what became of it."""
    picture, by = picture_of(request, pk), actor(request)
    row = promise(picture, row_id)
    if request.method == "GET":
        check_write(by, picture)
        if row is None:
            raise Http404("Deze belofte bestaat niet.")
    initial = {name: getattr(row, name) for name in _FIELDS} if row else {}
    form = PromiseForm(request.POST or None, initial=initial, picture=picture)
    base = revision_sent(request)
    tried = attempt(
        request,
        form,
        lambda given: actions.change_promise(
            by=by, promise=row, pledge=Pledge(**given), base_revision=base
        ),
    )
    if tried.done:
        return _saved(request, tried.done)
    return show_form(request, _change_page(picture, row, form, tried, base), tried)


@login_required
@require_POST
def move(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Move a promise up or down, and stay with it."""
    row = _row(request, pk, row_id)
    up = request.POST.get("kant") == "omhoog"
    return do_and_return(
        request,
        lambda: actions.move_promise(by=actor(request), promise=row, up=up),
        f"De belofte is {'omhoog' if up else 'omlaag'} gezet.",
        _at(row),
    )


@login_required
@require_POST
def remove(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Take a promise away."""
    row, base = _row(request, pk, row_id), revision_sent(request)
    return do_and_return(
        request,
        lambda: actions.remove_promise(by=actor(request), promise=row, base_revision=base),
        "De belofte is weggehaald.",
        reverse("evaluation", args=[pk]),
        reverse("promise", args=[pk, row_id]),
    )


@login_required
@require_http_methods(["GET", "POST"])
def import_lines(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Paste several promises, see what becomes of each line, and take them over."""
    picture, by = picture_of(request, pk), actor(request)
    if request.method == "GET":
        check_write(by, picture)
    form = ImportForm(request.POST or None, picture=picture)
    wants_preview = request.POST.get("deed") != "overnemen"
    tried = attempt(
        request,
        form,
        lambda given: wants_preview or actions.import_promises(by=by, picture=picture, **given),
    )
    if tried.done and not wants_preview:
        number = len(tried.done)
        messages.success(request, f"{number} {'belofte' if number == 1 else 'beloften'} erbij.")
        return redirect("evaluation", pk)
    preview = _preview(picture, form) if form.is_bound else []
    page = FormPage(picture, "Beloften plakken", form, deed="Bekijk de regels", **_way(picture))
    status = 422 if form.errors else tried.status
    more = {"preview": preview, "takes": sum(not line.problem for line in preview)}
    return show(request, "picture/promises_import.html", page, status, **more)


def _preview(picture: Picture, form: ImportForm) -> list[ReadLine]:
    """Return what becomes of each line; what stands in the way becomes an error of the form."""
    if "lines" not in form.cleaned_data:
        return []
    lines = read_lines(form.cleaned_data["lines"], [one.promised for one in promises(picture)])
    problem = lines_problem(lines)
    if problem and not form.errors:
        form.add_error("lines", problem)
    return lines


def _change_page(
    picture: Picture, row: Promise | None, form: PromiseForm, tried: Attempt, base: int
) -> FormPage:
    current = tried.other or row
    removal, stand = None, base
    if current is not None:
        stand = base if tried.status == 422 else current.revision
        removal = Removal(
            f"{reverse('promise-remove', args=[picture.pk, current.pk])}?stand={stand}",
            "Haal weg",
            "Deze belofte weghalen?",
            "De belofte verdwijnt uit dit concept. In eerdere versies blijft zij staan.",
        )
    return FormPage(
        picture, "Belofte aanpassen", form, seen=("base_revision", str(stand)), removal=removal,
        **_way(picture), **others_of(form, tried),
    )  # fmt: skip


def _saved(request: HttpRequest, row: Promise) -> HttpResponse:
    messages.success(request, "De belofte is bewaard.")
    if takes_credit(row.outcome):
        say = "U schreef “dankzij”. Of iets door het beleid komt, laten cijfers bijna nooit zien."
        messages.warning(request, say)
    return redirect(_at(row))


def _at(row: Promise) -> str:
    return f"{reverse('evaluation', args=[row.picture_id])}#belofte-{row.pk}"


def _row(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Promise:
    row = promise(picture_of(request, pk), row_id)
    if row is None:
        raise Http404("Deze belofte bestaat niet.")
    return row


def _way(picture: Picture) -> dict[str, Any]:
    return {"back": reverse("evaluation", args=[picture.pk]), "back_label": "Terugblik"}

"""The import of an existing plan, in steps: document, judge per part, take over."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.scope import actor
from integraal.knowledge.figures.importing.uploads import TOO_LARGE, refusing_large
from integraal.policy.plan.importing import actions
from integraal.policy.plan.importing.forms import NEW, FinishForm, PlanFileForm, ProposalForm
from integraal.policy.plan.importing.judging import DEEDS, OPEN
from integraal.policy.plan.importing.presenters import import_page, open_ids, part_page
from integraal.policy.plan.importing.queries import (
    adopted_pictures,
    drafts,
    import_of,
    imports,
    theme_names,
)
from integraal.policy.plan.importing.reading import Unreadable, problems
from integraal.policy.plan.importing.report import report_page
from integraal.policy.plan.models import PlanImport
from integraal.policy.plan.plan_views import show
from integraal.policy.plan.refusals import PlanRefused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Choose a document, and what was read in before."""
    by = actor(request)
    if request.method != "POST":
        return _start_page(request, by, PlanFileForm())
    form = PlanFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _start_page(request, by, form)
    try:
        row = _read(by, form.cleaned_data)
    except Unreadable as problem:
        form.add_error("file" if form.cleaned_data["file"] else "text", str(problem))
        return _start_page(request, by, form)
    return redirect("plan-import-overview", row.pk)


def _read(by: Actor, given: dict[str, Any]) -> PlanImport:
    if given["file"]:
        content = given["file"].read()
        return actions.read_plan_file(by=by, file_name=given["file"].name, content=content)
    return actions.read_plan_text(by=by, text=given["text"])


def _start_page(request: HttpRequest, by: Actor, form: PlanFileForm) -> HttpResponse:
    rows = list(imports(by))
    context = {
        "form": form,
        "in_hand": [row for row in rows if not row.finished_on],
        "finished": [row for row in rows if row.finished_on],
    }
    return show(request, "plan/import.html", status=422 if form.errors else 200, **context)


def _too_large(request: HttpRequest, sentence: str) -> HttpResponse:
    form = PlanFileForm({})
    form.is_valid()
    form.errors.clear()
    form.add_error("file", problems.TOO_LARGE if sentence == TOO_LARGE else sentence)
    return _start_page(request, actor(request), form)


@login_required
@require_safe
def overview(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What was found, part by part; of a finished import what became of it."""
    row = _row(request, pk)
    if row.finished_on:
        return show(request, "plan/import_report.html", report_page(row))
    return show(request, "plan/import_overview.html", import_page(row))


@login_required
@require_safe
def part(request: HttpRequest, pk: uuid.UUID, number: int) -> HttpResponse:
    """The proposals of one part."""
    return _part_page(request, _row(request, pk), number)


def _part_page(
    request: HttpRequest,
    row: PlanImport,
    number: int,
    refused: tuple[str, ProposalForm] | None = None,
) -> HttpResponse:
    if row.finished_on:
        return redirect("plan-import-overview", row.pk)
    page = part_page(row, number, refused)
    if page is None:
        raise Http404("Dit deel bestaat niet.")
    return show(request, "plan/import_part.html", page, 422 if refused else 200)


@login_required
@require_POST
def judge(request: HttpRequest, pk: uuid.UUID, number: int) -> HttpResponse:
    """Accept or skip one proposal, perhaps as something else, or undo that."""
    row, code = _row(request, pk), request.POST.get("voorstel", "")
    deed = DEEDS.get(request.POST.get("deed", ""), OPEN)
    form = ProposalForm(request.POST, themes=theme_names(row), prefix=code)
    given = form.cleaned_data if form.is_valid() else {}
    try:
        actions.settle(
            by=actor(request), plan_import=row, proposals=[code], deed=deed,
            kind=given.get("kind", ""), theme=given.get("theme"),
        )  # fmt: skip
    except PlanRefused as refusal:
        if not form.is_bound or row.finished_on or code not in _ids(row):
            messages.error(request, str(refusal))
            return redirect("plan-import-part", pk, number)
        form.add_error("theme", str(refusal))
        return _part_page(request, row, number, (code, form))
    return redirect(f"{reverse('plan-import-part', args=[pk, number])}#{code}")


@login_required
@require_POST
def judge_all(request: HttpRequest, pk: uuid.UUID, number: int) -> HttpResponse:
    """Accept what nobody judged yet, but for sentences that only look like a goal."""
    row = _row(request, pk)
    ids = [] if row.finished_on else open_ids(row, number)
    try:
        actions.settle(by=actor(request), plan_import=row, proposals=ids, deed=actions.ACCEPT)
    except PlanRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{len(ids)} overgenomen. Terugzetten kan tot u afrondt.")
    return redirect("plan-import-part", pk, number)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def finish(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Choose the plan, and take over what was accepted."""
    by, row = actor(request), _row(request, pk)
    if row.finished_on:
        return redirect("plan-import-overview", pk)
    found = row.found
    initial = {"into": NEW, "title": found["title"], "first_year": found["first_year"] or None,
               "last_year": found["last_year"] or None}  # fmt: skip
    form = FinishForm(
        request.POST or None, drafts=drafts(by), pictures=adopted_pictures(by), initial=initial
    )
    if form.is_valid():
        try:
            _finish(by, row, form)
        except PlanRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Overgenomen. Hieronder staat wat er van elk voorstel werd.")
            return redirect("plan-import-overview", pk)
    status = 422 if form.is_bound else 200
    return show(request, "plan/import_finish.html", import_page(row), status, form=form)


def _finish(by: Actor, row: PlanImport, form: FinishForm) -> None:
    given = form.cleaned_data
    actions.finish_import(
        by=by,
        plan_import=row,
        into=form.drafts.get(given["into"]),
        first_year=given["first_year"] or 0,
        last_year=given["last_year"] or 0,
        title=given["title"],
        picture=form.pictures.get(given["picture"]),
    )


@login_required
@require_POST
def stop(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Stop: everything that was found goes."""
    try:
        actions.stop_import(by=actor(request), plan_import=_row(request, pk))
    except PlanRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("plan-import-overview", pk)
    messages.success(request, "Gestopt. De voorstellen zijn weggehaald; er is niets overgenomen.")
    return redirect("plan-import")


def _ids(row: PlanImport) -> set[str]:
    return {one["id"] for one in row.found.get("proposals", ())}


def _row(request: HttpRequest, pk: uuid.UUID) -> PlanImport:
    row = import_of(actor(request), pk)
    if row is None:
        raise Http404("Dit document wordt niet ingelezen.")
    return row


guarded_start = refusing_large(_too_large)(start)

"""Download the workbook, read it back, see what it would do, and confirm."""

import uuid
from collections.abc import Iterable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE
from integraal.knowledge.figures.importing.uploads import refusing_large
from integraal.knowledge.sources.problems import FileProblem
from integraal.policy.programme.access import check_run
from integraal.policy.programme.excel.actions import make_workbook, take_over_workbook
from integraal.policy.programme.excel.carrying import opened, sealed
from integraal.policy.programme.excel.forms import WorkbookForm
from integraal.policy.programme.excel.offered import read_workbook, report_of
from integraal.policy.programme.excel.presenters import import_page
from integraal.policy.programme.models import Programme
from integraal.policy.programme.refusals import Conflict, ProgrammeRefused
from integraal.policy.programme.showing.views import programme_of, show

TEMPLATE = "programme/import.html"
MEANWHILE = "Iemand anders veranderde juist iets. Er is niets veranderd; kijk opnieuw."


@require_safe
@login_required
def download(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The programme as a workbook."""
    name, content = make_workbook(by=actor(request), programme=programme_of(request, pk))
    disposition = f'attachment; filename="{name}"'
    headers = {"Content-Disposition": disposition}
    return HttpResponse(content, content_type=CONTENT_TYPE, headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def read(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Choose the workbook; with a file, what it would do, line by line."""
    by, programme = actor(request), programme_of(request, pk)
    check_run(by)
    if request.method != "POST":
        return show(request, TEMPLATE, import_page(by, programme, WorkbookForm()))
    form = WorkbookForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, TEMPLATE, import_page(by, programme, form), 422)
    try:
        content = form.cleaned_data["file"].read()
        sheet = read_workbook(by=by, programme=programme, content=content)
        carried = sealed(by, programme, sheet)
    except FileProblem as problem:
        form.add_error("file", str(problem))
        return show(request, TEMPLATE, import_page(by, programme, form), 422)
    report = report_of(programme, sheet)
    page = import_page(by, programme, WorkbookForm(), report, carried)
    return show(request, TEMPLATE, page, 422 if report.problems else 200)


@require_POST
@login_required
def confirm(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take over what was shown, whole or not at all."""
    by, programme = actor(request), programme_of(request, pk)
    carried = request.POST.get("rows", "")
    try:
        sheet = opened(by, programme, carried)
        going = _keys(request.POST.getlist("weg"))
        report = take_over_workbook(by=by, programme=programme, sheet=sheet, removed=going)
    except (ProgrammeRefused, Conflict, NotAllowed) as refusal:
        say = MEANWHILE if isinstance(refusal, Conflict) else str(refusal)
        return _refused(request, programme, carried, say)
    gone = len(going & {one.key for one in report.missing})
    messages.success(
        request,
        f"Overgenomen. Nieuw: {len(report.new)}, veranderd: {len(report.altered)}, "
        f"weggehaald: {gone}.",
    )
    return redirect("programme-timeline", pk)


def _refused(request: HttpRequest, programme: Programme, carried: str, say: str) -> HttpResponse:
    """Show the report again as it is by now, with why it was not taken over."""
    by = actor(request)
    try:
        report = report_of(programme, opened(by, programme, carried))
    except ProgrammeRefused:
        report, carried = None, ""
    page = import_page(by, programme, WorkbookForm(), report, carried, say)
    return show(request, TEMPLATE, page, 422)


def _keys(given: Iterable[str]) -> set[uuid.UUID]:
    found = set()
    for text in given:
        try:
            found.add(uuid.UUID(text))
        except ValueError:
            continue
    return found


def _too_large(request: HttpRequest, sentence: str) -> HttpResponse:
    pk = uuid.UUID(str(request.resolver_match.kwargs["pk"]))  # type: ignore[union-attr]
    page = import_page(actor(request), programme_of(request, pk), WorkbookForm(), refusal=sentence)
    return show(request, TEMPLATE, page, 422)


guarded_read = refusing_large(_too_large)(read)
guarded_confirm = refusing_large(_too_large)(confirm)

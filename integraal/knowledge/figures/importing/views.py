"""The import of a partner's own table, in steps: file, columns, check, done."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.scope import actor
from integraal.knowledge.figures.access import check_load_figures
from integraal.knowledge.figures.importing import actions
from integraal.knowledge.figures.importing.area_book import area_book
from integraal.knowledge.figures.importing.columns_form import ColumnsForm
from integraal.knowledge.figures.importing.drafts import choices_of, read_draft, table_of
from integraal.knowledge.figures.importing.forms import TableFileForm
from integraal.knowledge.figures.importing.initial_choices import propose
from integraal.knowledge.figures.importing.presenters import (
    loaded_words,
    preview_of,
    refused,
    sheet_chips,
    taken_back_words,
)
from integraal.knowledge.figures.importing.queries import draft_of, drafts_of, partner_tables
from integraal.knowledge.figures.importing.uploads import refusing_large
from integraal.knowledge.figures.models import ImportDraft, Snapshot
from integraal.knowledge.figures.tabs import tabs
from integraal.knowledge.sources.partner.table import open_table
from integraal.knowledge.sources.problems import FileProblem


def _start_page(
    request: HttpRequest, by: Actor, form: TableFileForm, problems: tuple[str, ...] = ()
) -> HttpResponse:
    context = {
        "tabs": tabs(by, "import"),
        "form": form,
        "problems": problems,
        "drafts": drafts_of(by),
        "tables": partner_tables(),
    }
    status = 422 if problems or form.errors else 200
    return render(request, "figures/import.html", context, status=status)


def _too_large(request: HttpRequest, sentence: str) -> HttpResponse:
    by = actor(request)
    check_load_figures(by)
    return _start_page(request, by, TableFileForm(), (sentence,))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Choose a file; what is in preparation, and what was loaded before."""
    by = actor(request)
    check_load_figures(by)
    if request.method != "POST":
        return _start_page(request, by, TableFileForm())
    form = TableFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _start_page(request, by, form)
    file = form.cleaned_data["file"]
    content = file.read()
    try:
        open_table(content, file.name)
        draft = actions.keep_draft(by=by, file_name=file.name, content=content)
    except FileProblem as problem:
        return _start_page(request, by, form, problem.shown)
    return redirect("import-columns", draft.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Say what the table is about and what its columns mean."""
    by = actor(request)
    check_load_figures(by)
    draft = draft_of(by, pk)
    chosen, book = choices_of(draft), area_book(by.tenant_id)
    asked = request.POST.get("sheet") or request.GET.get("werkblad")
    try:
        table = table_of(draft, asked or (chosen.sheet if chosen else ""))
    except FileProblem as problem:
        return _start_page(request, by, TableFileForm(), problem.shown)
    if request.method == "POST":
        form, proposal = ColumnsForm(table, book, request.POST), None
        if form.is_valid():
            actions.choose_columns(by=by, draft=draft, choices=form.choices())
            return redirect("import-preview", draft.pk)
    else:
        proposal = propose(table, book, chosen)
        form = ColumnsForm(table, book, initial=proposal.initial)
    return _columns_page(request, by, draft, form, proposal)


def _columns_page(
    request: HttpRequest, by: Actor, draft: ImportDraft, form: ColumnsForm, proposal: Any
) -> HttpResponse:
    context = {
        "tabs": tabs(by, "import"),
        "draft": draft,
        "form": form,
        "table": form.table,
        "proposal": proposal,
        "sheets": sheet_chips(form.table, reverse("import-columns", args=[draft.pk])),
    }
    return render(request, "figures/import_columns.html", context, status=_status(form))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Show what would be stored, or line by line what is wrong; a POST stores it."""
    by = actor(request)
    check_load_figures(by)
    draft = draft_of(by, pk)
    choices = choices_of(draft)
    if choices is None:
        return redirect("import-columns", draft.pk)
    if request.method == "POST":
        try:
            loaded = actions.load_partner_table(by=by, draft=draft)
        except FileProblem:
            return redirect("import-preview", draft.pk)
        messages.success(request, loaded_words(loaded))
        return redirect("snapshot", loaded.snapshot.pk)
    try:
        page = preview_of(choices, read_draft(draft, choices))
    except FileProblem as problem:
        page = refused(choices, problem.sentences)
    context = {"tabs": tabs(by, "import"), "draft": draft, "page": page, "form": TableFileForm()}
    return render(request, "figures/import_preview.html", context)


@login_required
@require_POST
def other_file(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Put a corrected file in the place of the draft's."""
    by = actor(request)
    check_load_figures(by)
    draft = draft_of(by, pk)
    form = TableFileForm(request.POST, request.FILES)
    try:
        if not form.is_valid():
            raise FileProblem([str(one) for one in form.errors["file"]])
        file = form.cleaned_data["file"]
        content = file.read()
        open_table(content, file.name)
        actions.replace_draft_file(by=by, draft=draft, file_name=file.name, content=content)
    except FileProblem as problem:
        for sentence in problem.shown:
            messages.error(request, sentence)
    return redirect("import-preview", draft.pk)


@login_required
@require_POST
def cancel(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Stop: nothing of the file stays."""
    by = actor(request)
    actions.destroy_draft(by=by, draft=draft_of(by, pk))
    messages.success(request, "Gestopt. Het bestand is weggehaald; er is niets ingelezen.")
    return redirect("import")


@login_required
@require_POST
def take_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Let the figures of a loaded table count no more."""
    snapshot = get_object_or_404(Snapshot.objects.defer("content"), pk=pk)
    try:
        done = actions.take_back_table(by=actor(request), snapshot=snapshot)
    except actions.TakingBackRefused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, taken_back_words(done.withdrawn, done.restored))
    return redirect("import")


def _status(form: ColumnsForm) -> int:
    return 422 if form.is_bound and form.errors else 200


guarded_start = refusing_large(_too_large)(start)
guarded_other_file = refusing_large(lambda request, sentence, **_: _too_large(request, sentence))(
    other_file
)

"""Pages of the figures: load a file, and see what each file said."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from integraal.foundation.people.scope import actor
from integraal.foundation.ui.downloads import file_answer
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE
from integraal.knowledge.figures import used_in
from integraal.knowledge.figures.access import (
    check_load_figures,
    check_read_rows,
    may_load_figures,
    may_read_rows,
)
from integraal.knowledge.figures.actions import Loaded, load_figures
from integraal.knowledge.figures.forms import FileForm
from integraal.knowledge.figures.models import Snapshot
from integraal.knowledge.figures.presenters import snapshot_page
from integraal.knowledge.figures.queries import snapshots
from integraal.knowledge.figures.reading import read_file
from integraal.knowledge.figures.tabs import tabs
from integraal.knowledge.sources.problems import FileProblem


@login_required
@require_http_methods(["GET", "POST"])
def snapshot_index(request: HttpRequest) -> HttpResponse:
    """All files that were loaded; a POST loads one more."""
    by = actor(request)
    form = FileForm(request.POST or None, request.FILES or None)
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        check_load_figures(by)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                reading = read_file(file.read(), file.name, form.cleaned_data["accessed_on"])
            except FileProblem as problem:
                problems = tuple(problem.shown)
            else:
                loaded = load_figures(by=by, reading=reading)
                messages.success(request, _words(loaded))
                return redirect("snapshot", loaded.snapshot.pk)
    context: dict[str, Any] = {
        "snapshots": snapshots(),
        "form": form,
        "problems": problems,
        "may_load": may_load_figures(by),
        "tabs": tabs(by, "snapshots"),
    }
    status = 422 if problems or form.errors else 200
    return render(request, "figures/index.html", context, status=status)


@login_required
@require_GET
def snapshot(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One file: where it came from, and every figure read from it."""
    by = actor(request)
    found = get_object_or_404(
        Snapshot.objects.defer("content").select_related("loaded_by", "dataset"), pk=pk
    )
    page = snapshot_page(by, found, request.GET.get("zoek", ""), request.GET.get("blad"))
    context = {
        "page": page,
        "may_read_rows": may_read_rows(by),
        "uses": used_in.of_file(by, found),
    }
    return render(request, "figures/snapshot.html", context)


@login_required
@require_GET
def snapshot_file(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The file itself, byte for byte as it was loaded."""
    check_read_rows(actor(request))
    # Rows out of a national table have no file of their own.
    found = get_object_or_404(Snapshot, pk=pk, content__isnull=False)
    content = bytes(found.content)
    kind, ending = (CONTENT_TYPE, "xlsx") if content.startswith(b"PK") else ("text/csv", "csv")
    return file_answer(f"{found.sha256[:12]}.{ending}", content, kind)


def _words(loaded: Loaded) -> str:
    if not loaded.added and not loaded.revised:
        return "Dit bestand zegt niets nieuws: alle cijfers waren al bekend."
    words = [f"{loaded.added} cijfers toegevoegd"]
    if loaded.revised:
        words.append(f"{loaded.revised} herzien")
    if loaded.same:
        words.append(f"{loaded.same} waren al bekend")
    return f"Ingelezen: {', '.join(words)}."

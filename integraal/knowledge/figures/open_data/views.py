"""The page of open data: what it holds, and the buttons that make it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.downloads import file_answer
from integraal.knowledge.figures.open_data.access import check_publish, may_publish
from integraal.knowledge.figures.open_data.actions import NoSuchFile, make_open_data
from integraal.knowledge.figures.open_data.content import (
    ARCHIVE,
    CATALOG,
    RULES,
    publication,
)
from integraal.knowledge.figures.open_data.forms import OpenDataForm
from integraal.knowledge.figures.tabs import tabs


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def open_data(request: HttpRequest) -> HttpResponse:
    """Say what the open data holds; a POST makes the file that was asked for."""
    by = actor(request)
    if request.method == "POST":
        check_publish(by)
    form = OpenDataForm(request.POST or None)
    if form.is_valid():
        return _download(by, request.POST.get("bestand", ARCHIVE), **form.cleaned_data)
    context = {
        "form": form,
        "made": publication(by, timezone.localdate()),
        "rules": RULES,
        "tabs": tabs(by, "open-data"),
        "may_publish": may_publish(by),
        "archive": ARCHIVE,
        "catalog": CATALOG,
    }
    return render(request, "figures/open_data.html", context, status=422 if form.errors else 200)


def _download(by: Actor, name: str, mail: str, address: str) -> HttpResponse:
    try:
        made = make_open_data(by=by, name=name, mail=mail, address=address)
    except NoSuchFile as missing:
        raise Http404("Dit bestand bestaat niet.") from missing
    one = made.file(name)
    content = one.content if one else made.archive if name == ARCHIVE else made.catalog_text
    kinds = {ARCHIVE: "application/zip", CATALOG: "application/ld+json"}
    return file_answer(name, content, kinds.get(name, "text/csv; charset=utf-8"))

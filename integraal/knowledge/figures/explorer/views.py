"""Pages of the figure explorer: look, take along, and ask where a number comes from."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from integraal.foundation.people.scope import actor
from integraal.foundation.ui.downloads import file_answer
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE
from integraal.knowledge.figures import used_in
from integraal.knowledge.figures.explorer import exports
from integraal.knowledge.figures.explorer.content import explorer_view
from integraal.knowledge.figures.explorer.origin import national_origin, own_origin
from integraal.knowledge.figures.explorer.presenters.origin import origin_page
from integraal.knowledge.figures.explorer.presenters.page import explorer_page
from integraal.knowledge.figures.explorer.selection import Asked, read_selection
from integraal.knowledge.figures.explorer.view import ExplorerView

CSV = "text/csv; charset=utf-8"


@require_safe
@login_required
def explorer(request: HttpRequest) -> HttpResponse:
    """Show figures of some areas and periods; the address says which."""
    by = actor(request)
    asked = _asked(request)
    page = explorer_page(by, explorer_view(by, asked.selection), request.GET.dict(), asked.problems)
    status = 422 if page.problems else 200
    return render(request, "figures/explorer.html", {"page": page}, status=status)


@require_safe
@login_required
def explorer_excel(request: HttpRequest) -> HttpResponse:
    """Give what the page shows as an Excel file."""
    view, problems = _exported(request)
    if problems:
        return _refused(problems)
    content = exports.as_excel(view, _link(request, view), timezone.localdate())
    return file_answer(_name(view, "xlsx"), content, CONTENT_TYPE)


@require_safe
@login_required
def explorer_csv(request: HttpRequest) -> HttpResponse:
    """Give what the page shows as CSV."""
    view, problems = _exported(request)
    if problems:
        return _refused(problems)
    return file_answer(_name(view, "csv"), exports.as_csv(view), CSV)


@require_safe
@login_required
def explorer_explanation(request: HttpRequest) -> HttpResponse:
    """Give what explains the CSV as CSV."""
    view, problems = _exported(request)
    if problems:
        return _refused(problems)
    content = exports.explanation_as_csv(view, _link(request, view), timezone.localdate())
    return file_answer(f"toelichting-{_name(view, 'csv')}", content, CSV)


@require_safe
@login_required
def figure_origin(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Show where one of our own figures comes from."""
    by = actor(request)
    return _origin(request, own_origin(by, pk))


@require_safe
@login_required
def reference_origin(request: HttpRequest, pk: int) -> HttpResponse:
    """Show where a published figure comes from."""
    return _origin(request, national_origin(pk))


def _origin(request: HttpRequest, found: Any) -> HttpResponse:
    if found is None:
        raise Http404("Dit cijfer is er niet.")
    by = actor(request)
    context = {"page": origin_page(by, found), "uses": used_in.of_number(by, found)}
    return render(request, "figures/origin.html", context)


def _asked(request: HttpRequest) -> Asked:
    return read_selection(dict(request.GET.lists()))  # type: ignore[arg-type]


def _exported(request: HttpRequest) -> tuple[ExplorerView, tuple[str, ...]]:
    asked = _asked(request)
    view = explorer_view(actor(request), asked.selection)
    problems = (*asked.problems, *view.problems)
    if not problems and view.indicator is None:
        problems = ("Kies eerst een cijfer, en haal het dan op.",)
    return view, problems


def _refused(problems: tuple[str, ...]) -> HttpResponse:
    return HttpResponse("\n".join(problems), content_type="text/plain; charset=utf-8", status=422)


def _name(view: ExplorerView, ending: str) -> str:
    return f"{view.selection.indicator}-{timezone.localdate().isoformat()}.{ending}"


def _link(request: HttpRequest, view: ExplorerView) -> str:
    return request.build_absolute_uri(f"{reverse('explorer')}?{view.selection.query}")

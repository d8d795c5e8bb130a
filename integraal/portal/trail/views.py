"""The trail (logboek): for who supervises, and for nobody else."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from integraal.foundation.people.scope import actor
from integraal.foundation.ui.downloads import file_answer
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE, as_workbook
from integraal.foundation.ui.tables import chosen_sorting
from integraal.portal.trail import presenters
from integraal.portal.trail.access import check_read_trail
from integraal.portal.trail.actions import note_reading
from integraal.portal.trail.forms import TrailFilter
from integraal.portal.trail.queries import chain_state, found_events

ON_A_PAGE = 50
IN_AN_EXPORT = 20_000


@never_cache
@require_safe
@login_required
def trail(request: HttpRequest) -> HttpResponse:
    """Show who did what; the viewing itself is recorded too."""
    by = actor(request)
    check_read_trail(by)
    asked = TrailFilter(request.GET)
    sorting = chosen_sorting(request.GET.get("sorteer", ""), presenters.COLUMNS, default="-wanneer")
    found = found_events(asked.asked(), newest_first=sorting.descending)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("blad"))
    kind, words = presenters.chain_words(chain_state(by.tenant_id, verify=False))
    context = {
        "filter": asked,
        "page": page,
        "table": presenters.trail_table(presenters.lines_of(list(page))),
        "sorting": sorting,
        "count_words": _count_words(page.paginator.count),
        "chain_kind": kind,
        "chain_words": words,
        "most_in_export": IN_AN_EXPORT,
    }
    note_reading(by=by, what="page")
    return render(request, "trail/trail.html", context)


@never_cache
@require_safe
@login_required
def trail_export(request: HttpRequest) -> HttpResponse:
    """Give the same events as an Excel file, the newest first."""
    by = actor(request)
    check_read_trail(by)
    events = list(found_events(TrailFilter(request.GET).asked())[:IN_AN_EXPORT])
    rows = presenters.export_rows(presenters.lines_of(events))
    content = as_workbook("Logboek", presenters.EXPORT_HEADINGS, rows)
    note_reading(by=by, what="export")
    name = f"logboek-{timezone.localdate().isoformat()}.xlsx"
    return file_answer(name, content, CONTENT_TYPE)


@never_cache
@require_safe
@login_required
def trail_chain(request: HttpRequest) -> HttpResponse:
    """Verify the whole chain, and show each place where it does not hold."""
    by = actor(request)
    check_read_trail(by)
    state = chain_state(by.tenant_id, verify=True)
    kind, words = presenters.chain_words(state)
    note_reading(by=by, what="chain")
    context = {"faults": state.faults, "chain_kind": kind, "chain_words": words}
    return render(request, "trail/chain.html", context)


def _count_words(count: int) -> str:
    return "1 gebeurtenis" if count == 1 else f"{count} gebeurtenissen"

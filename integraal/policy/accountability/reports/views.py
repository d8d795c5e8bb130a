"""Pages of the reports: the list, one to read, its sources, its texts, and reckoning it again."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.people.scope import actor
from integraal.policy.accountability.access import check_write
from integraal.policy.accountability.models import Report, ReportText
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.reports import actions
from integraal.policy.accountability.reports.account import account_of
from integraal.policy.accountability.reports.forms import StartForm, TextForm
from integraal.policy.accountability.reports.pages.listing import first_due, list_page, running
from integraal.policy.accountability.reports.pages.reading import report_page
from integraal.policy.accountability.reports.pages.tracing import source_page
from integraal.policy.accountability.reports.places import place_name
from integraal.policy.accountability.reports.recomputing import as_known_words, recompute
from integraal.policy.accountability.showing import show
from integraal.policy.monitoring.showing import FormPage, others_of
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import attempt, revision_sent
from integraal.policy.programme.models import Programme

TAB = "accountability"


def report_of(request: HttpRequest, pk: uuid.UUID) -> Report:
    """Return the report when the actor may read it."""
    found = reports(actor(request)).select_related("programme").defer("programme__frozen")
    return get_object_or_404(found, pk=pk)


@login_required
@require_safe
def all_reports(request: HttpRequest) -> HttpResponse:
    """The reports there are, and the periods that have none yet."""
    return show(request, "accountability/reports.html", TAB, list_page(actor(request)))


@login_required
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Begin a report; the period that is due is filled in already."""
    by = actor(request)
    check_write(by)
    held = running(by)
    form = StartForm(request.POST or None, initial=_proposed(request, held), held=held)
    known = {str(one.pk): one for one in held}
    tried = attempt(
        request,
        form,
        lambda given: actions.start_report(
            by=by, **{**given, "programme": known[given["programme"]]}
        ),
    )
    if tried.done:
        messages.success(request, f"{tried.done.title} is begonnen. De feiten zijn verzameld.")
        return redirect("report", tried.done.pk)
    page = FormPage(
        TAB, "Begin een rapport", form, reverse(TAB), "Rapporten",
        lead="De feiten worden verzameld zoals ze op de laatste dag van de periode stonden.",
        deed="Begin en verzamel de feiten",
    )  # fmt: skip
    return show(request, "accountability/form.html", TAB, page, tried.status)


@login_required
@require_safe
def report(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A report as it reads."""
    found = report_of(request, pk)
    page = report_page(actor(request), found, account_of(found))
    return show(request, "accountability/report.html", TAB, page)


@login_required
@require_safe
def source(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """On what a sentence rests."""
    found = report_of(request, pk)
    page = source_page(actor(request), found, account_of(found), code)
    if page is None:
        raise Http404("Deze zin staat niet in het rapport.")
    return show(request, "accountability/source.html", TAB, page)


@login_required
@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, pk: uuid.UUID, place: str) -> HttpResponse:
    """What the adviser tells at one place."""
    by, found = actor(request), report_of(request, pk)
    check_write(by, found)
    name = place_name(found.facts, place)
    if not name:
        raise Http404("Deze plek bestaat niet in dit rapport.")
    row = ReportText.objects.filter(report=found, place=place).first()
    form = TextForm(request.POST or None, initial={"text": row.text if row else ""})
    base = revision_sent(request) if request.method == "POST" else (row.revision if row else 0)
    tried = attempt(
        request,
        form,
        lambda given: actions.write_text(
            by=by, report=found, place=place, base_revision=base, **given
        ),
    )
    if tried.done:
        messages.success(request, f"{name} is bewaard.")
        return redirect("report", pk)
    page = FormPage(
        TAB, name, form, reverse("report", args=[pk]), found.title,
        lead="Laat een regel leeg tussen twee alinea’s. De feiten zelf veranderen hier niet van.",
        **others_of(form, tried, base),
    )  # fmt: skip
    return show(request, "accountability/form.html", TAB, page, tried.status)


@login_required
@require_POST
def gather(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Gather the facts of a draft again."""
    by, found = actor(request), report_of(request, pk)
    return do_and_return(
        request,
        lambda: actions.gather_facts(by=by, report=found),
        "De feiten zijn opnieuw verzameld. Uw teksten zijn gebleven.",
        reverse("report", args=[pk]),
    )


@login_required
@require_POST
def reckon_again(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Reckon a report again and show whether it is the same; nothing is changed."""
    found = report_of(request, pk)
    if found.facts is None:
        raise Http404("Van dit rapport zijn nog geen feiten verzameld.")
    return show(
        request, "accountability/recomputed.html", TAB, recompute(found), report=found,
        known=as_known_words(found),
    )  # fmt: skip


def _proposed(request: HttpRequest, held: list[Programme]) -> dict[str, object]:
    """Return what the form begins with: what the address asks, else the newest that is due."""
    asked = {name: request.GET[name] for name in _ASKED if name in request.GET}
    found = first_due(held)
    if asked or not found:
        return dict(asked)
    programme, one = found
    return {
        "programme": str(programme.pk), "kind": one.kind, "first_day": one.first_day,
        "last_day": one.last_day,
    }  # fmt: skip


_ASKED = ("programme", "kind", "first_day", "last_day")

"""The pages of covenants: the list with its warnings, one covenant, and what may change of it."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from integraal.foundation.definitions.access import may_change_definitions
from integraal.foundation.lifecycle.attempts import attempt, revision_sent
from integraal.foundation.partners.access import check_write_partners, may_write_partners
from integraal.foundation.partners.covenants import actions, presenters
from integraal.foundation.partners.covenants.forms import (
    CovenantFilter,
    CovenantForm,
    EndForm,
    EvaluatedForm,
)
from integraal.foundation.partners.covenants.queries import covenants, found_covenants
from integraal.foundation.partners.models import Covenant
from integraal.foundation.partners.own_terms import warn_months
from integraal.foundation.partners.pages import (
    ON_A_PAGE,
    FormPage,
    as_excel,
    others_of,
    show_form,
)
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.tables import Sorting, chosen_sorting

show_or_send = require_http_methods(["GET", "HEAD", "POST"])
_FIELDS = (
    "title", "purpose", "ground", "data", "starts_on", "ends_on", "evaluate_on", "link",
)  # fmt: skip


@require_safe
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """List the covenants; what asks attention comes first."""
    asked = CovenantFilter(request.GET or None)
    months = warn_months()
    lines, sorting, asking = _found(request, asked, months)
    page = Paginator(lines, ON_A_PAGE).get_page(request.GET.get("blad"))
    context = {
        "filter": asked,
        "page": page,
        "table": presenters.covenants_table(page),
        "sorting": sorting,
        "count_words": f"{page.paginator.count} gevonden",
        "asking": asking,
        "months": months,
        "may_write": may_write_partners(actor(request)),
        "may_change_term": may_change_definitions(actor(request)),
    }
    return render(request, "partners/covenants.html", context)


@require_safe
@login_required
def export(request: HttpRequest) -> HttpResponse:
    """Give the same list as an Excel file."""
    actions.note_covenants_exported(by=actor(request))
    lines, _, _ = _found(request, CovenantFilter(request.GET or None), warn_months())
    return as_excel("Convenanten", presenters.HEADINGS, presenters.covenant_rows(lines))


@require_safe
@login_required
def one(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Show one covenant."""
    page = presenters.covenant_page(
        actor(request), _covenant(pk), timezone.localdate(), warn_months()
    )
    return render(request, "partners/covenant.html", {"page": page})


@show_or_send
@login_required
def add(request: HttpRequest) -> HttpResponse:
    """Add a covenant."""
    by = actor(request)
    check_write_partners(by)
    form = CovenantForm(request.POST or None, initial={"who": request.GET.getlist("partner")})
    tried = attempt(request, form, lambda _: actions.add_covenant(by=by, agreed=form.agreed()))
    if tried.done:
        messages.success(request, f"{tried.done.title} is toegevoegd.")
        return redirect("covenant", tried.done.pk)
    page = FormPage("Convenant toevoegen", form, _list(), deed="Toevoegen",
                    folded=("ground", "data", "link"))  # fmt: skip
    return show_form(request, page, tried.status)


@show_or_send
@login_required
def change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Change a covenant."""
    by, row = actor(request), _covenant(pk)
    check_write_partners(by)
    now = {name: getattr(row, name) for name in _FIELDS}
    now["who"] = [one.organisation_id for one in row.parties.all()]
    form = CovenantForm(request.POST or None, initial=now)
    base = revision_sent(request) or row.revision
    tried = attempt(
        request, form,
        lambda _: actions.change_covenant(
            by=by, covenant=row, agreed=form.agreed(), base_revision=base
        ),
    )  # fmt: skip
    if tried.done:
        messages.success(request, "Bewaard.")
        return redirect("covenant", pk)
    page = FormPage("Convenant aanpassen", form, _trail(row), **others_of(form, tried, base))
    return show_form(request, page, tried.status)


@show_or_send
@login_required
def evaluate(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Record that a covenant was evaluated."""
    by, row = actor(request), _covenant(pk)
    check_write_partners(by)
    form = EvaluatedForm(request.POST or None)
    base = revision_sent(request) or row.revision
    tried = attempt(
        request, form,
        lambda given: actions.mark_evaluated(by=by, covenant=row, base_revision=base, **given),
    )  # fmt: skip
    if tried.done:
        messages.success(request, "De evaluatie is vastgelegd.")
        return redirect("covenant", pk)
    page = FormPage("Evaluatie vastleggen", form, _trail(row), **others_of(form, tried, base))
    return show_form(request, page, tried.status)


@show_or_send
@login_required
def end(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """End a covenant before its time."""
    by, row = actor(request), _covenant(pk)
    check_write_partners(by)
    form = EndForm(request.POST or None)
    base = revision_sent(request) or row.revision
    tried = attempt(
        request, form,
        lambda given: actions.end_covenant(by=by, covenant=row, base_revision=base, **given),
    )  # fmt: skip
    if tried.done:
        messages.success(request, "De laatste dag van het convenant is vastgelegd.")
        return redirect("covenant", pk)
    page = FormPage("Convenant beëindigen", form, _trail(row), deed="Beëindigen",
                    lead="Wat er is afgesproken, blijft na te lezen.",
                    **others_of(form, tried, base))  # fmt: skip
    return show_form(request, page, tried.status)


def _covenant(pk: uuid.UUID) -> Covenant:
    return get_object_or_404(covenants(), pk=pk)


def _found(
    request: HttpRequest, asked: CovenantFilter, months: int
) -> tuple[list[presenters.Line], Sorting, list[presenters.Line]]:
    """Return the lines that are asked for, their order, and all that ask attention."""
    words, stand = asked.asked() if asked.is_bound else ("", "")
    sorting = chosen_sorting(request.GET.get("sorteer", ""), presenters.COLUMNS, default="einde")
    every = presenters.lines_of(covenants(), timezone.localdate(), months)
    if words:
        wanted = set(found_covenants(words).values_list("pk", flat=True))
        found = [one for one in every if one.covenant.pk in wanted]
    else:
        found = every
    lines = presenters.sorted_lines(presenters.narrowed(found, stand), sorting)
    return lines, sorting, presenters.narrowed(every, "vraagt")


def _trail(row: Covenant) -> list[tuple[str, str]]:
    return [*_list(), (row.title, reverse("covenant", args=[row.pk]))]


def _list() -> list[tuple[str, str]]:
    return [("Convenanten", reverse("covenants"))]

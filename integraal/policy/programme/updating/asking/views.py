"""The pages on which the adviser asks, reminds and sees who does not answer."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE, as_workbook
from integraal.foundation.ui.tables import chosen_sorting
from integraal.policy.picture.filling_in import attempt
from integraal.policy.programme.access import check_read_updates, check_run
from integraal.policy.programme.models import Asking, Programme
from integraal.policy.programme.queries import programmes
from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.policy.programme.tabs import tabs
from integraal.policy.programme.updating import queries
from integraal.policy.programme.updating.asking import actions, presenters
from integraal.policy.programme.updating.asking.forms import ExtendForm, RhythmForm

PAGE = "programme-updates"
PERSON = "programme-updates-person"
STEP = "programma"
ON_A_PAGE = 50


@login_required
@never_cache
@require_safe
def programme_updates(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Who was asked, who answered, who missed it; what needs help; what nobody speaks of."""
    programme = _programme(request, pk)
    page = presenters.updates_page(actor(request), programme)
    asked = request.GET.get("sorteer", "")
    sorting = chosen_sorting(asked, presenters.COLUMNS, default="wie")
    ordered = presenters.sorted_people(page.people, sorting)
    people = Paginator(ordered, ON_A_PAGE).get_page(request.GET.get("blad"))
    context = {
        "page": page,
        "people": people,
        "table": presenters.people_table(programme, list(people)),
        "sorting": sorting,
        "form": RhythmForm(initial={"months": programme.rhythm}),
    }
    return _show(request, "programme/updates.html", programme, context)


@login_required
@never_cache
@require_safe
def updates_excel(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Who was asked and what came of it, as an Excel file."""
    programme = _programme(request, pk)
    people = _people(programme)
    content = as_workbook("Bijwerken", presenters.HEADINGS, presenters.export_rows(people))
    name = f"bijwerken-{timezone.localdate().isoformat()}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=CONTENT_TYPE, headers=headers)


@login_required
@require_POST
def ask_now(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask everybody, or the person who is named."""
    programme, by = _programme(request, pk), actor(request)
    member = request.POST.get("wie", "")
    only = [_person(programme, member).member] if member else []
    to = (PERSON, pk, only[0].pk) if only else (PAGE, pk)
    return _do(
        request,
        lambda: actions.ask_for_updates(by=by, programme=programme, only=only),
        "De vraag staat klaar in de uitgaande post, en gaat binnen een minuut.",
        *to,
    )


@login_required
@require_POST
def change_rhythm(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask more or less often from now on."""
    programme, by = _programme(request, pk), actor(request)
    form = RhythmForm(request.POST)
    months = form.cleaned_data["months"] if form.is_valid() else -1
    return _do(
        request,
        lambda: actions.set_rhythm(by=by, programme=programme, months=months),
        "Bewaard. De volgende ronde rekent hiermee.",
        PAGE, pk,
    )  # fmt: skip


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, pk: uuid.UUID, member: uuid.UUID) -> HttpResponse:
    """One person: their measures and requests, and what can be done; a POST extends the link."""
    programme, by = _programme(request, pk), actor(request)
    found = _person(programme, str(member))
    latest = found.asking
    form = ExtendForm(request.POST or None, initial={"ends_on": latest.ends_on if latest else None})
    tried = attempt(request, form, lambda given: _extend(request, latest, given))
    if tried.done:
        messages.success(request, "De link werkt langer.")
        return redirect(PERSON, pk, member)
    context = presenters.person_context(by, programme, found)
    context["form"] = form
    return _show(request, "programme/updates_person.html", programme, context, tried.status)


@login_required
@require_POST
def remind(request: HttpRequest, pk: uuid.UUID, asking: uuid.UUID) -> HttpResponse:
    """Remind somebody now."""
    row, by = _asking(request, pk, asking), actor(request)
    done = "De herinnering staat klaar in de uitgaande post, en gaat binnen een minuut."
    return _do(request, lambda: actions.remind(by=by, asking=row), done, PERSON, pk, row.member_id)


@login_required
@require_POST
def revoke(request: HttpRequest, pk: uuid.UUID, asking: uuid.UUID) -> HttpResponse:
    """Make a link useless at once."""
    row, by = _asking(request, pk, asking), actor(request)
    done = "De link werkt niet meer. Wat ermee is gezegd, blijft staan."
    return _do(request, lambda: actions.revoke(by=by, asking=row), done, PERSON, pk, row.member_id)


def _extend(request: HttpRequest, latest: Asking | None, given: dict[str, Any]) -> Asking:
    if latest is None:
        raise ProgrammeRefused("Deze persoon heeft nog geen link.")
    return actions.extend(by=actor(request), asking=latest, **given)


def _programme(request: HttpRequest, pk: uuid.UUID) -> Programme:
    by = actor(request)
    check_read_updates(by)
    return get_object_or_404(programmes(by).defer("frozen"), pk=pk)


def _people(programme: Programme) -> list[presenters.Person]:
    known, rows = queries.standing(programme), queries.askings(programme)
    return presenters.people_of(known, rows, timezone.localdate())


def _person(programme: Programme, member: str) -> presenters.Person:
    found = next((one for one in _people(programme) if str(one.member.pk) == member), None)
    if found is None:
        raise Http404("Deze persoon heeft geen maatregelen in dit programma.")
    return found


def _asking(request: HttpRequest, pk: uuid.UUID, asking: uuid.UUID) -> Asking:
    found = queries.asking(_programme(request, pk), asking)
    if found is None:
        raise Http404("Deze vraag bestaat niet.")
    return found


def _do(request: HttpRequest, deed: Callable[[], object], done: str, *to: Any) -> HttpResponse:
    check_run(actor(request))
    try:
        deed()
    except (ProgrammeRefused, NotAllowed) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(*to)


def _show(
    request: HttpRequest,
    template: str,
    programme: Programme,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    request.step = STEP  # type: ignore[attr-defined]
    around = {"programme": programme, "tabs": tabs(actor(request), programme, PAGE)}
    return render(request, template, {**around, **context}, status=status)

"""The screens that show and change definitions."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.definitions import kinds, presenters, queries
from integraal.foundation.definitions.access import check_change_definitions
from integraal.foundation.definitions.actions import DefinitionRefused, change_definition
from integraal.foundation.definitions.forms import DefinitionForm, SearchForm, initial_of
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.components import Chip


@require_safe
@login_required
def definitions(request: HttpRequest, kind_code: str = "") -> HttpResponse:
    """List the definitions of one kind."""
    check_change_definitions(actor(request))
    kind = kind_of(kind_code or kinds.kinds()[0].code)
    search = SearchForm(request.GET)
    search.is_valid()
    table = presenters.list_of(
        kind,
        queries.current(kind.code),
        queries.latest_versions(kind.code),
        search.cleaned_data.get("q", ""),
    )
    context = {"kind": kind, "chips": kind_chips(kind), "search": search, "table": table}
    return render(request, "definitions/definitions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def definition(request: HttpRequest, kind_code: str, code: str) -> HttpResponse:
    """Show a definition with its history, and change it."""
    by = actor(request)
    check_change_definitions(by)
    kind = kind_of(kind_code)
    context = definition_context(kind, code)
    form = DefinitionForm(
        kind,
        context["current"],
        context["is_own"],
        request.POST or None,
        initial=initial_of(kind, context["current"], context["number"]),
    )
    if form.is_valid() and _changed(request, by, code, form):
        return redirect("definition", kind.code, code)
    return render(request, "definitions/definition.html", {**context, "form": form})


@require_POST
@login_required
def definition_reset(request: HttpRequest, kind_code: str, code: str) -> HttpResponse:
    """Go back to what was shipped."""
    by = actor(request)
    check_change_definitions(by)
    kind = kind_of(kind_code)
    shipped = kind.shipped().get(code)
    if shipped is None:
        raise Http404
    try:
        change_definition(
            by=by,
            kind=kind,
            code=code,
            values={field.name: kinds.value_of(shipped, field.name) for field in kind.fields},
            reason=request.POST.get("reason") or "Terug naar wat is meegeleverd.",
            based_on=based_on(request.POST.get("based_on", "")),
        )
    except DefinitionRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "De meegeleverde tekst geldt weer.")
    return redirect("definition", kind.code, code)


def _changed(request: HttpRequest, by: Any, code: str, form: DefinitionForm) -> bool:
    try:
        made = change_definition(
            by=by,
            kind=form.kind,
            code=code,
            values=form.values(),
            reason=form.cleaned_data["reason"],
            based_on=form.cleaned_data["based_on"],
        )
    except DefinitionRefused as refused:
        for sentence in refused.sentences:
            form.add_error(None, sentence)
        _let_save_again(form, code)
        return False
    messages.success(request, "Bewaard." if made else "Er was niets veranderd.")
    return True


def _let_save_again(form: DefinitionForm, code: str) -> None:
    # The page now shows the other's version beside the input, so the next save builds on that.
    latest = queries.latest_versions(form.kind.code).get(code)
    data = form.data.copy()  # type: ignore[attr-defined]
    data["based_on"] = str(latest.number if latest else 0)
    form.data = data


def definition_context(kind: kinds.Kind, code: str) -> dict[str, Any]:
    """Return what the page of a definition shows; one that is not there is not found."""
    shipped = kind.shipped().get(code)
    versions = queries.history(kind.code, code)
    changes = versions[0].changes if versions else {}
    if shipped is None and not changes:
        raise Http404
    current = kinds.merged(shipped or {}, changes)
    return {
        "kind": kind,
        "code": code,
        "name": current.get("name", code),
        "shipped": shipped,
        "current": current,
        "is_own": shipped is None,
        "number": versions[0].number if versions else 0,
        "compared": presenters.differences_of(kind, shipped, current) if shipped else [],
        "choices": presenters.choices_of(kind, current) if shipped is None else None,
        "history": presenters.history_of(kind, versions, is_own=shipped is None),
    }


def kind_of(code: str) -> kinds.Kind:
    """Return the kind with this code; one that is not there is not found."""
    try:
        return kinds.kind(code)
    except KeyError as error:
        raise Http404 from error


def based_on(text: str) -> int:
    """Return the number of a version as a form sends it; anything else is 0."""
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def kind_chips(current: kinds.Kind) -> list[Chip]:
    """Return the kinds of definition, to choose from."""
    return [
        Chip(kind.name, reverse("definitions-of", args=[kind.code]), kind.code == current.code)
        for kind in kinds.kinds()
    ]

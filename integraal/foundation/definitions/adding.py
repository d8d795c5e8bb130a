"""The screens that add a definition of the municipality's own, and take it off."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from integraal.foundation.audit.actors import Actor
from integraal.foundation.definitions import kinds, presenters
from integraal.foundation.definitions.access import check_change_definitions
from integraal.foundation.definitions.actions import (
    DefinitionRefused,
    add_definition,
    remove_definition,
)
from integraal.foundation.definitions.forms import NewDefinitionForm
from integraal.foundation.definitions.views import based_on, definition_context, kind_of
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.components import Chip


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def definition_new(request: HttpRequest, kind_code: str) -> HttpResponse:
    """Add a definition of the municipality's own."""
    by = actor(request)
    check_change_definitions(by)
    kind = kind_of(kind_code)
    if kind.maker is None:
        raise Http404
    variant = _variant(kind.maker, request.GET.get("soort", ""))
    content = kind.maker.blank("", 1, variant)
    form = NewDefinitionForm(kind, content, request.POST or None)
    if form.is_valid() and _added(request, by, form, variant):
        return redirect("definition", kind.code, form.cleaned_data["code"])
    context = {
        "kind": kind,
        "form": form,
        "variants": _variant_chips(kind, variant),
        "choices": presenters.choices_of(kind, content),
    }
    return render(request, "definitions/definition_new.html", context)


@require_POST
@login_required
def definition_remove(request: HttpRequest, kind_code: str, code: str) -> HttpResponse:
    """Take off a definition of the municipality's own."""
    by = actor(request)
    check_change_definitions(by)
    kind = kind_of(kind_code)
    name = definition_context(kind, code)["name"]
    try:
        remove_definition(
            by=by,
            kind=kind,
            code=code,
            reason=request.POST.get("reason", ""),
            based_on=based_on(request.POST.get("based_on", "")),
        )
    except DefinitionRefused as refused:
        messages.error(request, str(refused))
        return redirect("definition", kind.code, code)
    messages.success(request, f"{name} is weggehaald. De geschiedenis blijft bewaard.")
    return redirect("definitions-of", kind.code)


def _added(request: HttpRequest, by: Actor, form: NewDefinitionForm, variant: str) -> bool:
    try:
        add_definition(
            by=by,
            kind=form.kind,
            code=form.cleaned_data["code"],
            values=form.values(),
            reason=form.cleaned_data["reason"],
            variant=variant,
        )
    except DefinitionRefused as refused:
        for sentence in refused.sentences:
            form.add_error(None, sentence)
        return False
    messages.success(request, f"{form.cleaned_data['name']} is toegevoegd.")
    return True


def _variant(maker: kinds.Maker, asked: str) -> str:
    codes = [code for code, _ in maker.variants()]
    return asked if asked in codes else next(iter(codes), "")


def _variant_chips(kind: kinds.Kind, current: str) -> list[Chip]:
    address = reverse("definition-new", args=[kind.code])
    variants: Any = kind.maker.variants() if kind.maker else ()
    return [Chip(name, f"{address}?soort={code}", code == current) for code, name in variants]

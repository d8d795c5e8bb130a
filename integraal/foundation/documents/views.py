"""The templates of Word documents: which holds, a new one, and the shipped one back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.documents.access import check_change_templates
from integraal.foundation.documents.actions import change_template, restore_template
from integraal.foundation.documents.field_list import field_groups
from integraal.foundation.documents.forms import TemplateForm
from integraal.foundation.documents.queries import current_template
from integraal.foundation.documents.word.archives import TemplateRefused
from integraal.foundation.documents.word.filling import CONTENT_TYPE, try_out
from integraal.foundation.documents.word.kinds import WordKind, kind_named, kinds
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.downloads import file_answer


@login_required
@require_safe
def word_templates(request: HttpRequest) -> HttpResponse:
    """Every kind of Word document, with the template that holds."""
    check_change_templates(actor(request))
    entries = [{"kind": kind, "current": current_template(kind)} for kind in kinds()]
    return render(request, "documents/word_templates.html", {"entries": entries})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def word_template(request: HttpRequest, code: str) -> HttpResponse:
    """One template: what it may hold, and bringing another."""
    by, kind = actor(request), _kind(code)
    check_change_templates(by)
    if request.method != "POST":
        return _screen(request, kind, TemplateForm())
    form = TemplateForm(request.POST, request.FILES)
    if not form.is_valid():
        return _screen(request, kind, form, 422)
    name, content = form.sent()
    try:
        change_template(by=by, kind=kind, file_name=name, content=content)
    except TemplateRefused as refusal:
        form.add_error("file", str(refusal))
        return _screen(request, kind, form, 422)
    messages.success(request, "Het sjabloon is geprobeerd en bewaard.")
    return redirect("word-template", code)


@login_required
@require_POST
def restore_word_template(request: HttpRequest, code: str) -> HttpResponse:
    """Put the shipped template back."""
    restore_template(by=actor(request), kind=_kind(code))
    messages.success(request, "Het sjabloon van Integraal is teruggezet.")
    return redirect("word-template", code)


@login_required
@require_safe
def word_template_file(request: HttpRequest, code: str, which: str) -> HttpResponse:
    """The template itself, to begin one's own from, or filled with an example."""
    kind = _kind(code)
    check_change_templates(actor(request))
    content = current_template(kind).content
    if which == "voorbeeld":
        content = try_out(content, kind.fields)
    return file_answer(f"{kind.code}-{which}.docx", content, CONTENT_TYPE)


def _kind(code: str) -> WordKind:
    kind = kind_named(code)
    if kind is None:
        raise Http404("Zo’n sjabloon is er niet.")
    return kind


def _screen(
    request: HttpRequest, kind: WordKind, form: TemplateForm, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "kind": kind,
        "form": form,
        "current": current_template(kind),
        "groups": field_groups(kind.fields),
    }
    return render(request, "documents/word_template.html", context, status=status)

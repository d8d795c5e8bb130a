"""Pages with which somebody without an account comes into a session."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import set_tenant
from integraal.foundation.house_style.answers import shield_answer, style_answer
from integraal.foundation.links.sealed import around, sealed
from integraal.policy.priorities.joining import actions
from integraal.policy.priorities.joining.codes import as_typed, shown
from integraal.policy.priorities.joining.forms import CodeForm, WhoForm
from integraal.policy.priorities.joining.queries import participant_actor, session_with_code
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.refusals import SessionRefused

NO_SUCH_CODE = (
    "Deze code werkt niet of niet meer. Kijk nog eens op het scherm in de zaal, of vraag het de "
    "begeleider."
)
show_or_send = require_http_methods(["GET", "HEAD", "POST"])


@show_or_send
@sealed
def join(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a session."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        code = as_typed(form.cleaned_data["code"])
        if code and session_with_code(code):
            return redirect("join-code", code)
        form.add_error("code", NO_SUCH_CODE)
    return _code_page(request, form, 422 if form.errors else 200)


@show_or_send
@sealed
def join_code(request: HttpRequest, code: str) -> HttpResponse:
    """Ask who somebody is, and let them in; whatever is wrong with a code gives one page."""
    session = session_with_code(code)
    if session is None:
        form = CodeForm({"code": as_typed(code)})
        form.is_valid()
        form.add_error("code", NO_SUCH_CODE)
        return _code_page(request, form, 404)
    who = WhoForm(request.POST if request.method == "POST" else None)
    if who.is_valid() and (answer := _come_in(session, who)):
        return answer
    context = {
        "session": session,
        "form": who,
        "code": shown(session.join_code),
        "ig": around(session.tenant),
    }
    status = 422 if who.errors else 200
    return render(request, "priorities/join_who.html", context, status=status)


@require_safe
def style(request: HttpRequest, slug: str) -> HttpResponse:
    """The look of a municipality, for who takes part."""
    set_tenant(get_object_or_404(Tenant, slug=slug).pk)
    return style_answer()


@require_safe
def shield(request: HttpRequest, slug: str) -> HttpResponse:
    """The shield of a municipality."""
    set_tenant(get_object_or_404(Tenant, slug=slug).pk)
    return shield_answer()


def _come_in(session: Session, form: WhoForm) -> HttpResponse | None:
    by = participant_actor(session.tenant_id)
    try:
        _, secret = actions.join(by=by, session=session, who=form.who)
    except SessionRefused as refusal:
        form.add_error("name", str(refusal))
        return None
    return redirect("participant", secret)


def _code_page(request: HttpRequest, form: CodeForm, status: int) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "ig": around(None)}
    return render(request, "priorities/join_code.html", context, status=status)

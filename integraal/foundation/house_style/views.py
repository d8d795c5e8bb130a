"""The look of a municipality: its stylesheet, its shield, and the screen that changes them."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from integraal.foundation.house_style.access import check_change_style
from integraal.foundation.house_style.actions import change_style
from integraal.foundation.house_style.answers import shield_answer, style_answer
from integraal.foundation.house_style.forms import StyleForm, initial_of, style_in
from integraal.foundation.house_style.queries import current_style, style_version
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.house_style import HouseStyleRefused, as_css

# A day: whoever changes the look changes the address, a new release of the product does not.
_KEPT = "public, max-age=86400"


@require_safe
def stylesheet(request: HttpRequest) -> HttpResponse:
    """Return the stylesheet with the six values."""
    return _kept(request, style_answer())


@require_safe
def shield(request: HttpRequest) -> HttpResponse:
    """Return the shield."""
    return _kept(request, shield_answer())


@require_safe
@login_required
def preview_stylesheet(request: HttpRequest) -> HttpResponse:
    """Return the stylesheet of a look that is not kept yet."""
    check_change_style(actor(request))
    try:
        css = as_css(style_in(request.GET))
    except HouseStyleRefused:
        css = ""
    return HttpResponse(css, content_type="text/css", headers={"Cache-Control": "no-store"})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def house_style(request: HttpRequest) -> HttpResponse:
    """Show, try out and change the look."""
    by = actor(request)
    check_change_style(by)
    if request.method == "POST":
        form = StyleForm(request.POST, request.FILES)
        if form.is_valid() and "voorbeeld" in request.POST:
            return redirect(f"{reverse('house-style')}?{urlencode(asdict(form.style()))}")
        if form.is_valid():
            change_style(by=by, style=form.style(), shield=form.new_shield())
            messages.success(request, "De huisstijl is bewaard.")
            return redirect("house-style")
        return _screen(request, form)
    preview = _asked_preview(request.GET)
    initial = preview or initial_of(current_style().style)
    return _screen(request, StyleForm(initial=initial), preview=bool(preview))


def _screen(request: HttpRequest, form: StyleForm, preview: bool = False) -> HttpResponse:
    query = f"?{request.GET.urlencode()}" if preview else ""
    context = {
        "form": form,
        "is_preview": preview,
        "preview_url": reverse("house-style-preview") + query,
        "has_own_shield": current_style().has_own_shield,
    }
    return render(request, "house_style/house_style.html", context)


def _asked_preview(values: QueryDict) -> dict[str, Any]:
    try:
        return initial_of(style_in(values)) if values else {}
    except HouseStyleRefused:
        return {}


def _kept(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    # Only under the address that names this very look, so nobody is shown another's from a cache.
    is_named = request.GET.get("v") == style_version()
    response["Cache-Control"] = _KEPT if is_named else "no-cache"
    return response

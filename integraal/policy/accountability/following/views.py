"""Pages of followed themes: choose them, and read what happens in one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from integraal.foundation.lifecycle.refusals import Refused
from integraal.foundation.people.scope import actor
from integraal.policy.accountability.following import actions
from integraal.policy.accountability.following.presenters import followed_page, theme_page
from integraal.policy.accountability.showing import show

TAB = "followed-themes"


@login_required
@require_safe
def followed_themes(request: HttpRequest) -> HttpResponse:
    """Choose which themes to follow."""
    return show(request, "accountability/following.html", TAB, followed_page(actor(request)))


@login_required
@require_safe
def followed_theme(request: HttpRequest, code: str) -> HttpResponse:
    """One theme to read; who follows it has now seen what is new."""
    by = actor(request)
    page = theme_page(by, code)
    if page is None:
        raise Http404("Dit thema bestaat niet.")
    answer = show(request, "accountability/followed_theme.html", TAB, page)
    if page.is_followed and request.method == "GET":
        actions.mark_seen(by=by, theme=code)
    return answer


@login_required
@require_POST
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Follow a theme from now on."""
    try:
        actions.follow_theme(by=actor(request), theme=code)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "U volgt dit thema. Wat nieuw is, ziet u ook op de startpagina.")
    return redirect(TAB)


@login_required
@require_POST
def leave(request: HttpRequest, code: str) -> HttpResponse:
    """Follow a theme no more."""
    actions.leave_theme(by=actor(request), theme=code)
    messages.success(request, "U volgt dit thema niet meer.")
    return redirect(TAB)

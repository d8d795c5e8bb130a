"""Say how a measure goes, signed in: for its owner, its deputy and the adviser."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from integraal.foundation.people.scope import actor
from integraal.policy.programme.access import check_update
from integraal.policy.programme.models import Programme, Progress
from integraal.policy.programme.queries import measure, programmes
from integraal.policy.programme.tabs import tabs
from integraal.policy.programme.updating.history import shown_updates
from integraal.policy.programme.updating.queries import updates
from integraal.policy.programme.updating.saying.presenters import Card, card_of
from integraal.policy.programme.updating.saying.trying import try_to_say

STEP = "programma"


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def measure_update(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """One measure: what was said of it, and saying how it goes now."""
    by = actor(request)
    programme = get_object_or_404(programmes(by).defer("frozen"), pk=pk)
    found = measure(programme, key)
    if found is None:
        raise Http404("Deze maatregel bestaat niet.")
    check_update(by, found)
    if request.method != "POST":
        stand = Progress.objects.filter(lineage=programme.lineage, measure=key).first()
        last = updates(programme, key).first()
        return _page(request, programme, card_of(found, stand, last, draft=str(by.member_id)))
    tried = try_to_say(request, by=by, programme=programme, measure=found)
    if tried.status != 200:
        return _page(request, programme, tried.card, tried.status)
    messages.success(request, "Bewaard. Iedereen die het programma leest, ziet dit nu.")
    return redirect(_after(programme, key))


def _page(
    request: HttpRequest, programme: Programme, card: Card, status: int = 200
) -> HttpResponse:
    request.step = STEP  # type: ignore[attr-defined]
    context = {
        "programme": programme,
        "card": card,
        "updates": shown_updates(programme, card.measure.key),
        "tabs": tabs(actor(request), programme, ""),
    }
    return render(request, "programme/measure_update.html", context, status=status)


def _after(programme: Programme, key: uuid.UUID) -> str:
    try:
        return reverse("measure", args=[programme.pk, key])
    except NoReverseMatch:
        return reverse("measure-update", args=[programme.pk, key])

"""The page of outgoing mail, for who manages the installation."""

import uuid

from django.contrib import messages as said
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from integraal.foundation.outbox import presenters
from integraal.foundation.outbox.access import check_manage_mail
from integraal.foundation.outbox.actions import send_again
from integraal.foundation.outbox.models import Message
from integraal.foundation.outbox.queries import messages
from integraal.foundation.outbox.refusals import OutboxRefused
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.tables import chosen_sorting

ON_A_PAGE = 50


@never_cache
@require_safe
@login_required
def outbox(request: HttpRequest) -> HttpResponse:
    """What waits, what went and what did not."""
    check_manage_mail(actor(request))
    state = request.GET.get("stand", "")
    state = state if state in Message.State.values else ""
    sorting = chosen_sorting(
        request.GET.get("sorteer", ""), presenters.COLUMNS, default="-gevraagd"
    )
    found = messages(state).order_by("-asked_at" if sorting.descending else "asked_at", "id")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("blad"))
    context = {
        "chips": presenters.state_chips(state),
        "page": page,
        "table": presenters.outbox_table(page),
        "sorting": sorting,
        "given_up": presenters.given_up(page),
        "lacking": presenters.set_up_words(),
    }
    return render(request, "outbox/outbox.html", context)


@require_POST
@login_required
def mail_again(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Try a mail once more."""
    by = actor(request)
    check_manage_mail(by)
    try:
        send_again(by=by, message=get_object_or_404(Message, pk=pk))
    except OutboxRefused as problem:
        said.error(request, str(problem))
    else:
        said.success(request, "Integraal probeert het binnen een minuut opnieuw.")
    return redirect("outbox")

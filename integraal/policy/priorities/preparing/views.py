"""Pages on which a session begins, is prepared, and is overseen."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import attempt, revision_sent
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.actions import start_next_version, start_session
from integraal.policy.priorities.minutes.forms import SendBackForm, SignForm
from integraal.policy.priorities.preparing.actions import change_settings
from integraal.policy.priorities.preparing.forms import SettingsForm, StartForm
from integraal.policy.priorities.preparing.presenters import overview, prepare, session_list
from integraal.policy.priorities.preparing.queries import settings_of
from integraal.policy.priorities.row_views import clash_of, session_of, show


@login_required
@require_http_methods(["GET", "POST"])
def session_index(request: HttpRequest) -> HttpResponse:
    """All sessions, and the beginning of a new one."""
    by = actor(request)
    page = session_list(by)
    form = StartForm(request.POST or None, offered=page.offered)
    by_id = {str(one.pk): one for one in page.offered}
    tried = attempt(
        request,
        form,
        lambda given: start_session(
            by=by,
            picture=by_id[given["picture"]],
            title=given["title"],
            held_on=given["held_on"],
        ),
    )
    if tried.done:
        messages.success(request, f"{tried.done.title} is begonnen.")
        return redirect("session", tried.done.pk)
    return show(request, "priorities/index.html", page, tried.status, form=form)


@login_required
@require_GET
def session_overview(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One session: what is prepared, and what is next."""
    return show_overview(request, pk, SignForm(), SendBackForm())


def show_overview(
    request: HttpRequest, pk: uuid.UUID, sign: SignForm, back: SendBackForm, status: int = 200
) -> HttpResponse:
    """Show the overview with the forms that end it."""
    page = overview(actor(request), session_of(request, pk))
    return show(request, "priorities/overview.html", page, status, sign_form=sign, back_form=back)


@login_required
@require_http_methods(["GET", "POST"])
def session_prepare(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Settings, criteria and themes."""
    session, by = session_of(request, pk), actor(request)
    if request.method == "GET":
        check_lead(by, session)
    form = SettingsForm(request.POST or None, initial=vars(settings_of(session)))
    base = revision_sent(request)
    tried = attempt(
        request,
        form,
        lambda given: change_settings(
            by=by, session=session, settings=form.settings(), base_revision=base
        ),
    )
    if tried.done:
        messages.success(request, "De instellingen zijn bewaard.")
        return redirect("session-prepare", pk)
    clash = clash_of(form, tried, base, session.revision)
    page = prepare(
        by, session, clash["revision"], clash.get("others", []), clash.get("others_say", "")
    )
    return show(request, "priorities/prepare.html", page, tried.status, form=form)


@login_required
@require_POST
def session_next_version(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Begin a new version of a signed session."""
    session = session_of(request, pk)
    made = []
    there = reverse("session", args=[pk])
    answer = do_and_return(
        request,
        lambda: made.append(start_next_version(by=actor(request), session=session)),
        "De nieuwe versie is begonnen, met de besluiten van de vorige.",
        there,
    )
    return redirect("session", made[0].pk) if made else answer

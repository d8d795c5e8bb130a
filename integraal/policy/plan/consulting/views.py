"""Pages on which a consultation is opened, people are invited, and links are looked after."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.people.queries import organisations
from integraal.foundation.people.scope import actor, member_of
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import attempt
from integraal.policy.plan.access import check_consult, check_read_consultation
from integraal.policy.plan.consulting import actions, presenters, queries
from integraal.policy.plan.consulting.actions import Invitee
from integraal.policy.plan.consulting.forms import ConsultationForm, ExtendForm, InviteForm
from integraal.policy.plan.models import Consultation, Invitation
from integraal.policy.plan.row_pages import FormPage, plan_of, show, show_form

TAB = "plan-consultations"
_AGAIN = "is al uitgenodigd"


@login_required
@require_GET
def consultations(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The consultations about a plan."""
    plan, by = plan_of(request, pk), actor(request)
    check_read_consultation(by)
    page = presenters.consultations_page(by, plan)
    return show(request, "plan/consultations.html", plan, TAB, page)


@login_required
@require_http_methods(["GET", "POST"])
def new_consultation(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask for comments on the plan as it is now."""
    plan, by = plan_of(request, pk), actor(request)
    check_consult(by)
    form = ConsultationForm(request.POST or None)
    tried = attempt(
        request, form, lambda given: actions.open_consultation(by=by, plan=plan, **given)
    )
    if tried.done:
        messages.success(request, "De consultatie is open. Nodig nu uit wie mag reageren.")
        return redirect(presenters.place_of(tried.done))
    page = FormPage(
        TAB, "Consultatie openen", form, reverse(TAB, args=[pk]), "Consultatie",
        lead="We leggen het plan vast zoals het nu is. Daarop reageren uw partners.",
        deed="Open de consultatie",
    )  # fmt: skip
    return show_form(request, plan, page, tried.status)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def consultation(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """One consultation with its invitations; a POST invites.

    A new link is shown in the answer itself, not after a redirect: it is kept nowhere.
    """
    by, row = actor(request), _row(request, pk, row_id)
    form = _invite_form(request, row, asks_twice=False)
    made, status = None, 200
    if request.method == "POST":
        tried = attempt(request, form, lambda given: _invite(request, row, given))
        status, made = tried.status, tried.done
        if made:
            form = _invite_form(request, row, asks_twice=False, is_empty=True)
        elif any(_AGAIN in problem for problem in form.non_field_errors()):
            form.fields["anyway"].widget = type(form).base_fields["anyway"].widget
    more = {"form": form, "made": made, "organisations": organisations()}
    page = presenters.consultation_page(by, row)
    return show(request, "plan/consultation.html", row.plan, TAB, page, status, **more)


@login_required
@require_http_methods(["GET", "POST"])
def extend(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Give everybody more time, or open a closed consultation again."""
    by, row = actor(request), _row(request, pk, row_id)
    check_consult(by)
    form = ExtendForm(request.POST or None, initial={"ends_on": row.ends_on})
    tried = attempt(
        request, form, lambda given: actions.extend_consultation(by=by, consultation=row, **given)
    )
    if tried.done:
        messages.success(request, "De consultatie is verlengd, ook voor wie al een link heeft.")
        return redirect(presenters.place_of(row))
    page = FormPage(TAB, "Verlengen", form, presenters.place_of(row), row.title, deed="Verleng")
    return show_form(request, row.plan, page, tried.status)


@login_required
@require_POST
def close(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Stop every link of a consultation."""
    row = _row(request, pk, row_id)
    return do_and_return(
        request,
        lambda: actions.close_consultation(by=actor(request), consultation=row),
        "De consultatie is gesloten; de links werken niet meer.",
        presenters.place_of(row),
    )


@login_required
@require_http_methods(["GET", "POST"])
def extend_link(
    request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, link: uuid.UUID
) -> HttpResponse:
    """Let one link work longer."""
    by, row = actor(request), _row(request, pk, row_id)
    check_consult(by)
    found = _link(row, link)
    form = ExtendForm(request.POST or None, initial={"ends_on": found.ends_on})
    tried = attempt(
        request, form, lambda given: actions.extend_invitation(by=by, invitation=found, **given)
    )
    if tried.done:
        messages.success(request, f"De link voor {presenters.who_of(found)} werkt langer.")
        return redirect(presenters.place_of(row))
    title = f"Link verlengen voor {presenters.who_of(found)}"
    page = FormPage(TAB, title, form, presenters.place_of(row), row.title, deed="Verleng")
    return show_form(request, row.plan, page, tried.status)


@login_required
@require_POST
def revoke_link(
    request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, link: uuid.UUID
) -> HttpResponse:
    """Make a link useless at once."""
    row = _row(request, pk, row_id)
    found = _link(row, link)
    return do_and_return(
        request,
        lambda: actions.revoke_invitation(by=actor(request), invitation=found),
        f"De link voor {presenters.who_of(found)} werkt niet meer.",
        presenters.place_of(row),
    )


@login_required
@never_cache
@require_POST
def renew_link(
    request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, link: uuid.UUID
) -> HttpResponse:
    """Make a new link for who lost theirs; shown in the answer itself."""
    by, row = actor(request), _row(request, pk, row_id)
    found, secret = actions.renew_link(by=by, invitation=_link(row, link))
    more = {
        "form": _invite_form(request, row, asks_twice=False, is_empty=True),
        "made": _shown(request, row, found, secret),
        "organisations": organisations(),
    }
    page = presenters.consultation_page(by, row)
    return show(request, "plan/consultation.html", row.plan, TAB, page, **more)


@login_required
@require_http_methods(["GET", "POST"])
def remind(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, link: uuid.UUID) -> HttpResponse:
    """A ready text to remind somebody, and noting that it was sent."""
    by, row = actor(request), _row(request, pk, row_id)
    check_consult(by)
    found = _link(row, link)
    if request.method == "POST":
        return do_and_return(
            request,
            lambda: actions.note_reminder(by=by, invitation=found),
            f"Vastgelegd: {presenters.who_of(found)} is vandaag herinnerd.",
            presenters.place_of(row),
        )
    page = presenters.reminder(found, row.plan, member_of(request).tenant.name)
    return show(request, "plan/consult_reminder.html", row.plan, TAB, page, row=row)


def _row(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Consultation:
    check_read_consultation(actor(request))
    found = queries.consultation(plan_of(request, pk), row_id)
    if found is None:
        raise Http404("Deze consultatie bestaat niet.")
    return found


def _link(row: Consultation, pk: uuid.UUID) -> Invitation:
    found = queries.invitation(row, pk)
    if found is None:
        raise Http404("Deze uitnodiging bestaat niet.")
    return found


def _invite_form(
    request: HttpRequest, row: Consultation, *, asks_twice: bool, is_empty: bool = False
) -> InviteForm:
    themes = [(theme["code"], theme["name"]) for theme in row.edition.content["themes"]]
    sent = None if is_empty or request.method != "POST" else request.POST
    initial = {"ends_on": row.ends_on}
    return InviteForm(sent, initial=initial, themes=themes, asks_twice=asks_twice)


def _invite(request: HttpRequest, row: Consultation, given: dict[str, object]) -> object:
    invitee = Invitee(given["recipient"], given["organisation"], tuple(given["themes"]))  # type: ignore[arg-type]
    made, secret = actions.invite(
        by=actor(request), consultation=row, invitee=invitee,
        ends_on=given["ends_on"], anyway=given["anyway"],  # type: ignore[arg-type]
    )  # fmt: skip
    return _shown(request, row, made, secret)


def _shown(
    request: HttpRequest, row: Consultation, made: Invitation, secret: str
) -> presenters.NewLink:
    address = request.build_absolute_uri(reverse("plan-comment", args=[secret]))
    return presenters.new_link(made, row.plan, member_of(request).tenant.name, address)

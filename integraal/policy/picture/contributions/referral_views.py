"""Pages about what belongs to another department or policy, and what came back."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.foundation.ui.downloads import file_answer
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE, as_workbook
from integraal.policy.picture.access import check_write
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.contributions import actions, presenters
from integraal.policy.picture.contributions.access import check_answer
from integraal.policy.picture.contributions.forms import AnswerForm, ReferralForm
from integraal.policy.picture.contributions.queries import (
    contribution,
    known_targets,
    referral,
    referrals,
    stand_of,
)
from integraal.policy.picture.contributions.rules import Answer, Matter
from integraal.policy.picture.filling_in import Attempt, attempt
from integraal.policy.picture.models import Contribution, Picture, Referral
from integraal.policy.picture.presenters.form_page import FormPage, Removal, others_of
from integraal.policy.picture.row_views import picture_of, show, show_form

_MATTER = ("subject", "text", "went_to", "referred_on", "document", "link")
_ANSWER = ("answer", "answered_on", "answered_by")


@login_required
@require_GET
def referral_list(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """All referrals of a picture, open first."""
    picture = picture_of(request, pk)
    page = presenters.referrals_page(actor(request), picture, request.GET.get("stand", ""))
    return show(request, "picture/referrals.html", page)


@login_required
@require_GET
def excel(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """All referrals of a picture as an Excel file."""
    picture = picture_of(request, pk)
    names = presenters.theme_names(picture)
    rows = presenters.export_rows(presenters.lines_of(picture, referrals(picture), names))
    content = as_workbook("Verwijzingen", presenters.EXPORT_HEADINGS, rows)
    name = f"verwijzingen-{picture.year}-versie-{picture.version}.xlsx"
    return file_answer(name, content, CONTENT_TYPE)


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Refer a matter, on its own or from what somebody said (?inbreng=)."""
    picture, by = picture_of(request, pk), actor(request)
    if request.method == "GET":
        check_write(by, picture)
    wanted = _identifier(request.GET.get("inbreng", ""))
    said = contribution(picture, wanted) if wanted else None
    form = ReferralForm(request.POST or None, initial=_from_said(said))
    tried = attempt(
        request,
        form,
        lambda given: actions.refer_matter(
            by=by, picture=picture, matter=Matter(**given), contribution=wanted
        ),
    )
    if tried.done:
        messages.success(request, f"Doorverwezen naar: {tried.done.went_to}.")
        return redirect(_at(tried.done))
    lead = f"Dit zei {said.source}. Het gaat mee naar wie erover gaat." if said else ""
    page = FormPage(picture, "Doorverwijzen", form, lead=lead, deed="Verwijs door", **_way(picture))
    return show_form(request, page, tried)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Change what is referred."""
    picture, by = picture_of(request, pk), actor(request)
    row = _row(request, picture, row_id)
    if request.method == "GET":
        check_write(by, picture)
    form = ReferralForm(request.POST or None, initial=_values(row, _MATTER))
    tried = attempt(
        request,
        form,
        lambda given: actions.change_referral(
            by=by, referral=row, matter=Matter(**given), stand=request.POST.get("stand", "")
        ),
    )
    if tried.done:
        messages.success(request, "De verwijzing is bewaard.")
        return redirect(_at(tried.done))
    page = _page_of(request, picture, row, form, tried, title="Verwijzing aanpassen")
    return show_form(request, page, tried)


@login_required
@require_POST
def remove(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Take a referral away."""
    picture = picture_of(request, pk)
    row = referral(picture, row_id)
    if row is None:
        raise Http404("Deze verwijzing bestaat niet.")
    stand = request.GET.get("stand", "")
    return do_and_return(
        request,
        lambda: actions.remove_referral(by=actor(request), referral=row, stand=stand),
        "De verwijzing is weggehaald.",
        reverse("referrals", args=[pk]),
        reverse("referral", args=[pk, row_id]),
    )


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Keep what came back, also after the picture was adopted."""
    picture, by = picture_of(request, pk), actor(request)
    row = _row(request, picture, row_id)
    if request.method == "GET":
        check_answer(by)
    since = row.referred_on if row else timezone.localdate()
    form = AnswerForm(request.POST or None, initial=_values(row, _ANSWER), referred_on=since)
    tried = attempt(
        request,
        form,
        lambda given: actions.answer_referral(
            by=by, referral=row, answer=Answer(**given), stand=request.POST.get("stand", "")
        ),
    )
    if tried.done:
        messages.success(request, f"Het antwoord van {tried.done.answered_by} is bewaard.")
        return redirect(_at(tried.done))
    page = _page_of(request, picture, row, form, tried, title="Wat kwam terug", of_answer=True)
    return show_form(request, page, tried)


def _page_of(
    request: HttpRequest,
    picture: Picture,
    row: Referral | None,
    form: ReferralForm | AnswerForm,
    tried: Attempt,
    *,
    title: str,
    of_answer: bool = False,
) -> FormPage:
    current = tried.other or row
    stand = request.POST.get("stand", "") if tried.status == 422 else ""
    stand = stand or (stand_of(current) if current else "")
    removal = None
    if current and not of_answer and not current.answered_on:
        removal = Removal(
            f"{reverse('referral-remove', args=[picture.pk, current.pk])}?stand={stand}",
            "Haal weg",
            "Deze verwijzing weghalen?",
            "De verwijzing verdwijnt uit dit concept. De inbreng zelf blijft staan.",
        )
    lead = f"{current.subject}, naar {current.went_to}." if current and of_answer else ""
    if of_answer and picture.is_frozen:
        lead += " Het beeld is vastgesteld: het antwoord komt bij de verwijzingen, en niet meer in"
        lead += " het vastgestelde beeld zelf."
    return FormPage(
        picture, title, form, lead=lead, seen=("stand", stand), removal=removal,
        **_way(picture), **others_of(form, tried),
    )  # fmt: skip


def _way(picture: Picture) -> dict[str, Any]:
    return {
        "back": reverse("referrals", args=[picture.pk]),
        "back_label": "Verwijzingen",
        "offered": {"bestemmingen-lijst": known_targets()},
    }


def _at(row: Referral) -> str:
    return f"{reverse('referrals', args=[row.picture_id])}#verwijzing-{row.pk}"


def _row(request: HttpRequest, picture: Picture, row_id: uuid.UUID) -> Referral | None:
    """Return the referral; gone while somebody was writing is told beside what they wrote."""
    row = referral(picture, row_id)
    if row is None and request.method == "GET":
        raise Http404("Deze verwijzing bestaat niet.")
    return row


def _identifier(wanted: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(wanted)
    except ValueError:
        return None


def _from_said(said: Contribution | None) -> dict[str, Any]:
    today = {"referred_on": timezone.localdate()}
    return {**today, "text": said.text} if said else today


def _values(row: Referral | None, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names} if row else {}

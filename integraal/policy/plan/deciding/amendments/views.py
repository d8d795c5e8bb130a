"""Pages about one amendment: what it changes, how was voted, and putting it in the plan."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import attempt, revision_sent
from integraal.policy.plan.access import check_record_decision
from integraal.policy.plan.deciding import queries
from integraal.policy.plan.deciding.amendments import actions, parts
from integraal.policy.plan.deciding.amendments.actions import Motion
from integraal.policy.plan.deciding.amendments.forms import (
    DETAIL,
    AmendmentForm,
    ChooseForm,
    OutcomeForm,
)
from integraal.policy.plan.deciding.amendments.parts import Part
from integraal.policy.plan.deciding.amendments.presenters import amendment_page
from integraal.policy.plan.deciding.views import moment_of
from integraal.policy.plan.kinds import BY_CODE
from integraal.policy.plan.models import Amendment, DecisionMoment
from integraal.policy.plan.queries import block as block_of
from integraal.policy.plan.row_pages import FormPage, others_of, plan_of, show, show_form

TAB = "plan-decisions"
_FORM = "plan/amendment_form.html"


@login_required
@require_GET
def amendment(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """One amendment, word by word."""
    plan = plan_of(request, pk)
    row = Amendment.objects.filter(moment__plan=plan, pk=row_id).select_related("moment").first()
    if row is None:
        raise Http404("Dit amendement bestaat niet.")
    page = amendment_page(actor(request), plan, row)
    return show(request, "plan/amendment.html", plan, TAB, page)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Record an amendment: first the part of the plan it is about, then its text."""
    moment, by = moment_of(request, pk, row_id), actor(request)
    plan = moment.plan
    part = parts.part_of(plan, request.GET.get("deel", ""))
    if part is None:
        return _choose(request, moment)
    form = AmendmentForm(
        request.POST or None, initial=_initial_of(part), kind=part.kind, is_new=part.block is None
    )
    tried = attempt(
        request,
        form,
        lambda given: actions.table_amendment(by=by, moment=moment, motion=_motion(form, part)),
    )
    if tried.done:
        messages.success(request, "Het amendement is bewaard.")
        return redirect("plan-amendment", pk, tried.done.pk)
    page = FormPage(
        TAB, f"Amendement bij: {moment.body}", form, reverse(TAB, args=[pk]), "Besluit",
        lead=part.name, deed="Bewaar het amendement",
    )  # fmt: skip
    return show_form(request, plan, page, tried.status, _FORM)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Change an amendment that is not in the plan yet."""
    row, by = _amendment(request, pk, row_id), actor(request)
    plan = row.moment.plan
    block = block_of(plan, row.block) if row.block else None
    part = Part(BY_CODE[row.kind], row.theme, block)
    form = AmendmentForm(
        request.POST or None, initial=_initial(row), kind=part.kind, is_new=not row.built_on
    )
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda given: actions.change_amendment(
            by=by, amendment=row, motion=_motion(form, part, row.block), base_revision=base
        ),
    )
    if tried.done:
        messages.success(request, "Het amendement is bewaard.")
        return redirect("plan-amendment", pk, row.pk)
    beside = [("Zoals het nu in het plan staat", f"{block.title}\n\n{block.text}")] if block else []
    page = FormPage(
        TAB, f"Amendement {row.number} aanpassen", form, _at(row), f"Amendement {row.number}",
        lead=part.name, beside=beside, **others_of(form, tried, base),
    )  # fmt: skip
    return show_form(request, plan, page, tried.status, _FORM)


@login_required
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Record what became of an amendment."""
    row, by = _amendment(request, pk, row_id), actor(request)
    initial = {"votes_for": row.votes_for, "votes_against": row.votes_against}
    if row.outcome != Amendment.Outcome.TABLED:
        initial["outcome"] = row.outcome
    form = OutcomeForm(request.POST or None, initial=initial)
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda given: actions.decide_amendment(by=by, amendment=row, base_revision=base, **given),
    )
    if tried.done:
        messages.success(request, "De uitkomst is bewaard.")
        return redirect(_at(row))
    page = FormPage(
        TAB, f"Uitkomst van amendement {row.number}", form, _at(row), f"Amendement {row.number}",
        lead=row.title, **others_of(form, tried, base),
    )  # fmt: skip
    return show_form(request, row.moment.plan, page, tried.status)


@login_required
@require_POST
def apply(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Put an adopted amendment in the plan."""
    row, base = _amendment(request, pk, row_id), revision_sent(request)
    return do_and_return(
        request,
        lambda: actions.apply_amendment(by=actor(request), amendment=row, base_revision=base),
        f"Amendement {row.number} staat nu in het plan.",
        _at(row),
    )


def _choose(request: HttpRequest, moment: DecisionMoment) -> HttpResponse:
    form = ChooseForm(request.POST or None, choices=parts.choices(moment.plan))
    if form.is_valid():
        here = reverse("plan-amendment-new", args=[moment.plan_id, moment.pk])
        return redirect(f"{here}?deel={form.cleaned_data['part']}")
    page = FormPage(
        TAB, f"Amendement bij: {moment.body}", form, reverse(TAB, args=[moment.plan_id]),
        "Besluit", lead="Kies eerst wat het amendement verandert.", deed="Verder",
    )  # fmt: skip
    return show_form(request, moment.plan, page, 422 if form.errors else 200)


def _amendment(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Amendment:
    plan = plan_of(request, pk)
    check_record_decision(actor(request))
    found = queries.amendment(plan, row_id)
    if found is None:
        raise Http404("Dit amendement hoort niet bij het voorstel dat nu voorligt.")
    return found


def _motion(form: AmendmentForm, part: Part, key: uuid.UUID | None = None) -> Motion:
    given = form.cleaned_data
    return Motion(
        number=given["number"],
        title=given["title"],
        moved_by=given["moved_by"],
        explanation=given["explanation"],
        wanted=form.wanted(),
        block=part.key or key,
        theme=part.theme,
        kind=part.kind.code,
    )


def _initial_of(part: Part) -> dict[str, str]:
    """Return the part as it is now: whoever types an amendment changes that text."""
    if part.block is None:
        return {}
    details = {DETAIL + code: value for code, value in part.block.details.items()}
    return {"proposed_title": part.block.title, "proposed_text": part.block.text, **details}


def _initial(row: Amendment) -> dict[str, object]:
    own = ("number", "title", "moved_by", "explanation", "removes")
    names = (*own, "proposed_title", "proposed_text")
    details = {DETAIL + code: value for code, value in row.proposed_details.items()}
    return {**{name: getattr(row, name) for name in names}, **details}


def _at(row: Amendment) -> str:
    return reverse("plan-amendment", args=[row.moment.plan_id, row.pk])

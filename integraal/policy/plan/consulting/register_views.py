"""The register of comments: read, filter, answer, export."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from integraal.foundation.people.scope import actor
from integraal.foundation.ui.downloads import file_answer
from integraal.foundation.ui.dutch import day
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE, as_workbook
from integraal.policy.picture.filling_in import attempt, revision_sent
from integraal.policy.plan.access import check_consult, check_read_consultation
from integraal.policy.plan.consulting import actions, queries
from integraal.policy.plan.consulting.forms import AnswerForm
from integraal.policy.plan.consulting.register import COLUMNS, register_of
from integraal.policy.plan.consulting.register_page import register_page
from integraal.policy.plan.models import Comment, Plan
from integraal.policy.plan.row_pages import FormPage, others_of, plan_of, show, show_form

TAB = "plan-consultations"


@login_required
@require_GET
def register(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Every comment on a plan, and what is done with it."""
    plan, by = plan_of(request, pk), actor(request)
    check_read_consultation(by)
    page = register_page(by, plan, request.GET)
    return show(request, "plan/consult_register.html", plan, TAB, page)


@login_required
@require_GET
def register_excel(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The register as an Excel file."""
    plan = plan_of(request, pk)
    check_read_consultation(actor(request))
    rows = [[line[key] for key, _ in COLUMNS] for line in register_of(plan)]
    file = as_workbook("Reacties", [heading for _, heading in COLUMNS], rows)
    name = f"reacties-veiligheidsplan-{plan.first_year}-{plan.last_year}-v{plan.version}.xlsx"
    return file_answer(name, file, CONTENT_TYPE)


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Answer one comment and weigh it."""
    plan, by = plan_of(request, pk), actor(request)
    check_consult(by)
    row = _comment(plan, row_id)
    initial = {"weighing": row.weighing, "response": row.response}
    form = AnswerForm(request.POST or None, initial=initial)
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda given: actions.weigh_comment(by=by, comment=row, base_revision=base, **given),
    )
    if tried.done:
        messages.success(request, "Uw antwoord is bewaard.")
        return redirect(f"{reverse('plan-comments', args=[pk])}#reactie-{row.pk}")
    page = FormPage(
        TAB, "Reactie beantwoorden", form, reverse("plan-comments", args=[pk]), "Reacties",
        beside=_beside(plan, row), **others_of(form, tried, base),
    )  # fmt: skip
    return show_form(request, plan, page, tried.status)


def _comment(plan: Plan, pk: uuid.UUID) -> Comment:
    found = queries.comments(plan).filter(pk=pk).first()
    if found is None:
        raise Http404("Deze reactie is er niet meer; misschien is zij ingetrokken.")
    return found


def _beside(plan: Plan, row: Comment) -> list[tuple[str, str]]:
    """Return the comment, who gave it, and what it is about, as title and text."""
    line = next(one for one in register_of(plan) if one["id"] == str(row.pk))
    who = ", ".join(part for part in (line["recipient"], line["organisation"]) if part)
    where = " / ".join(part for part in (line["theme"], line["where"]) if part)
    return [
        ("De reactie", line["text"]),
        ("Van", f"{who}, {day(row.said_on)}"),
        ("Waarover", where),
    ]

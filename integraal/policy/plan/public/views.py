"""The public page of a plan, and what belongs to it: no account, no cookie, no way in.

Whatever is wrong gives one and the same page, so that nobody learns whether there is a draft.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from integraal.foundation.documents.papers import PDF_TYPE
from integraal.foundation.house_style.answers import shield_answer, style_answer
from integraal.foundation.links.public import other_pages, when_public
from integraal.foundation.links.sealed import around
from integraal.foundation.ui.downloads import file_answer
from integraal.policy.plan.content import content_of
from integraal.policy.plan.documents import plan_pdf
from integraal.policy.plan.models import Plan
from integraal.policy.plan.public.page import public_page
from integraal.policy.plan.public.queries import LABEL, published_plan, resident


def _nothing(request: HttpRequest) -> HttpResponse:
    """Return the one page for everything that is not public, whatever the reason."""
    return render(request, "plan/public_nothing.html", {"ig": around(None)}, status=404)


_when_public = when_public(published_plan, _nothing)


@_when_public
def plan(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The plan for residents."""
    page = public_page(
        content_of(plan),
        municipality=plan.tenant.name,
        body=plan.adopting_body,
        adopted_on=plan.adopted_on,
    )
    shown = {"page": page, "ig": around(plan.tenant)}
    shown["other_pages"] = other_pages(plan.tenant.slug, LABEL)
    return render(request, "plan/public.html", shown)


@_when_public
def pdf(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The whole plan as PDF/UA."""
    name, content = plan_pdf(by=resident(plan), plan=plan, tenant=plan.tenant)
    return file_answer(name, content, PDF_TYPE, is_shown=True)


@_when_public
def stylesheet(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The look of the municipality."""
    return style_answer()


@_when_public
def shield(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The shield of the municipality."""
    return shield_answer()

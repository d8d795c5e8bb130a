"""The public page of a plan, and what belongs to it: no account, no cookie, no way in.

Whatever is wrong gives one and the same page, so that nobody learns whether there is a draft.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integraal.foundation.house_style.answers import shield_answer, style_answer
from integraal.foundation.links.sealed import around
from integraal.policy.plan.content import content_of
from integraal.policy.plan.documents import plan_pdf
from integraal.policy.plan.models import Plan
from integraal.policy.plan.public.page import public_page
from integraal.policy.plan.public.queries import published_plan, resident

Answer = Callable[[HttpRequest, Plan], HttpResponse]


def _when_public(answer: Answer) -> Callable[..., HttpResponse]:
    """Let ``answer`` be given only of a plan that residents may read."""

    @require_safe
    def view(request: HttpRequest, slug: str) -> HttpResponse:
        # Somebody who is signed in, at this municipality or another, reads as anybody else does.
        request.member = None  # type: ignore[attr-defined]
        plan = published_plan(slug)
        response = answer(request, plan) if plan else _nothing(request)
        response.headers["Cache-Control"] = "no-cache"
        return response

    return view


@_when_public
def plan(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The plan for residents."""
    page = public_page(
        content_of(plan),
        municipality=plan.tenant.name,
        body=plan.adopting_body,
        adopted_on=plan.adopted_on,
    )
    return render(request, "plan/public.html", {"page": page, "ig": around(plan.tenant)})


@_when_public
def pdf(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The whole plan as PDF/UA."""
    name, content = plan_pdf(by=resident(plan), plan=plan, tenant=plan.tenant)
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@_when_public
def stylesheet(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The look of the municipality."""
    return style_answer()


@_when_public
def shield(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The shield of the municipality."""
    return shield_answer()


def _nothing(request: HttpRequest) -> HttpResponse:
    """Return the one page for everything that is not public, whatever the reason."""
    return render(request, "plan/public_nothing.html", {"ig": around(None)}, status=404)

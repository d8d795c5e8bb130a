"""The pages on which a plan is read and written."""

import uuid
from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.picture.writing.choices import choices_of
from integraal.policy.plan.kinds import BY_CODE
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.plan_views import plan_of, show
from integraal.policy.plan.queries import block as find_block
from integraal.policy.plan.refusals import PlanRefused
from integraal.policy.plan.writing import answering
from integraal.policy.plan.writing.actions import add_block
from integraal.policy.plan.writing.figures import figures_of
from integraal.policy.plan.writing.forms import BlockForm
from integraal.policy.plan.writing.links import place_url
from integraal.policy.plan.writing.pages import NoSuchPart, Sent, chapter_page, theme_page
from integraal.policy.plan.writing.saving import Refused, save

AUTOSAVE = "autosave"
TEMPLATE = "plan/writing_page.html"


@login_required
@require_GET
def theme(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """One theme: what it is about, its ambitions, goals and approach."""
    return _page(request, plan_of(request, pk), code, "")


@login_required
@require_GET
def chapter(request: HttpRequest, pk: uuid.UUID, chapter: str) -> HttpResponse:
    """One chapter of the plan as a whole."""
    if chapter == "themes":
        return redirect("plan-text", pk)
    return _page(request, plan_of(request, pk), "", chapter)


@login_required
@require_http_methods(["GET", "POST"])
def block(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """Save a block, by script or by form; a GET goes to where it stands."""
    plan = plan_of(request, pk)
    found = find_block(plan, key)
    if found is None:
        raise Http404("Dit blok staat niet meer in het plan.")
    if request.method == "GET":
        return redirect(_place(found))
    if request.headers.get("X-Requested-With") == AUTOSAVE:
        return answering.to_script(actor(request), plan, found, request.POST)
    outcome = save(actor(request), plan, found, request.POST)
    if isinstance(outcome, Refused):
        return _page(request, plan, found.theme, BY_CODE[found.kind].chapter, Sent(outcome))
    messages.success(request, f"{outcome.words}.")
    return redirect(_place(outcome.block))


@login_required
@require_POST
def add(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Add a block; what is wrong comes back filled in."""
    plan, given = plan_of(request, pk), request.POST
    kind, code = BY_CODE.get(given.get("kind", "")), given.get("theme", "")
    if kind is None:
        raise Http404("Dit soort blok bestaat niet.")
    figures = figures_of(plan)
    form = BlockForm(kind, f"nieuw-{kind.code}", given, indicators=figures.choices(code))
    if form.is_valid():
        try:
            made = add_block(
                by=actor(request), plan=plan, kind=kind.code, theme=code,
                title=form.title, text=form.text, details=form.details(),
            )  # fmt: skip
        except PlanRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Toegevoegd: {made.title or kind.name}.")
            return redirect(_place(made))
    return _page(request, plan, code, kind.chapter, Sent(adding=form))


@login_required
@require_GET
def choices(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The figures that can be put into a text, for the editor's script."""
    content = figures_of(plan_of(request, pk)).content
    found = choices_of(content, request.GET.get("thema", ""))
    return JsonResponse({"choices": [asdict(one) for one in found]})


def _page(
    request: HttpRequest, plan: Plan, theme: str, chapter: str, sent: Sent | None = None
) -> HttpResponse:
    by = actor(request)
    sent = sent or Sent(removed=request.GET.get("weg", ""))
    try:
        page = theme_page(by, plan, theme, sent) if theme else chapter_page(by, plan, chapter, sent)
    except NoSuchPart as missing:
        raise Http404("Dit plan heeft geen onderdeel met die naam.") from missing
    return show(request, TEMPLATE, page, status=422 if request.method == "POST" else 200)


def _place(found: Block) -> str:
    return place_url(found.plan_id, found.kind, found.theme, found.key)

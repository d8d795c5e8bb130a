"""Safety plans by API: begin, read, keep an edition, compare, and the next version."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status

from integraal.policy.picture.queries import pictures
from integraal.policy.plan import actions
from integraal.policy.plan.comparing.changes import sections_of
from integraal.policy.plan.comparing.sides import NoSuchStand, content_at, side_named, sides_of
from integraal.policy.plan.content import content_of
from integraal.policy.plan.editions.actions import keep_edition
from integraal.policy.plan.queries import plans
from integraal.policy.priorities.queries import sessions
from integraal.portal.api.keys import actor
from integraal.portal.api.plan_lookup import READ, REFUSALS, WRITE, plan_of
from integraal.portal.api.plan_schemas import (
    ChangeOut,
    EditionOut,
    PlanContent,
    PlanLine,
    PlanStart,
    StandOut,
)

router = Router(tags=["Veiligheidsplan"])


@router.get("", response=list[PlanLine], auth=READ, operation_id="listPlans")
def list_plans(request: HttpRequest) -> Any:
    """All plans that the owner of the key may read, the latest term first."""
    return list(plans(actor(request)).defer("frozen"))


@router.post("", response={201: PlanLine, **REFUSALS}, auth=WRITE, operation_id="startPlan")
def start(request: HttpRequest, given: PlanStart) -> Any:
    """Begin a plan, from a signed session or an adopted picture, or from nothing."""
    by = actor(request)
    session = get_object_or_404(sessions(by), pk=given.session) if given.session else None
    picture = get_object_or_404(pictures(by), pk=given.picture) if given.picture else None
    plan = actions.start_plan(
        by=by,
        first_year=given.first_year,
        last_year=given.last_year,
        title=given.title,
        session=session,
        picture=picture,
    )
    return Status(201, plan)


@router.get(
    "/{uuid:pk}", response={200: PlanContent, **REFUSALS}, auth=READ, operation_id="readPlan"
)
def read(request: HttpRequest, pk: uuid.UUID) -> Any:
    """One plan with its content; the fingerprint is the SHA-256 of the canonical content."""
    plan = plan_of(request, pk)
    return {**PlanLine.from_orm(plan).dict(), "content": content_of(plan)}


@router.post(
    "/{uuid:pk}/next-version",
    response={201: PlanLine, **REFUSALS},
    auth=WRITE,
    operation_id="startNextPlanVersion",
)
def next_version(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Begin a new version of an adopted plan."""
    return Status(201, actions.start_next_version(by=actor(request), plan=plan_of(request, pk)))


@router.post(
    "/{uuid:pk}/editions",
    response={201: EditionOut, **REFUSALS},
    auth=WRITE,
    operation_id="keepPlanEdition",
)
def keep(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Keep the draft as it is now; the same content twice is one edition."""
    return Status(201, keep_edition(by=actor(request), plan=plan_of(request, pk)))


@router.get(
    "/{uuid:pk}/stands",
    response={200: list[StandOut], **REFUSALS},
    auth=READ,
    operation_id="listPlanStands",
)
def stands(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Every stand of a plan that can be compared, newest first: versions and editions."""
    return sides_of(actor(request), plan_of(request, pk))


@router.get(
    "/{uuid:pk}/compare",
    response={200: list[ChangeOut], **REFUSALS},
    auth=READ,
    operation_id="comparePlan",
)
def compare(
    request: HttpRequest,
    pk: uuid.UUID,
    before: str = Query(max_length=40),
    after: str = Query(max_length=40),
) -> Any:
    """What differs between two stands, block by block; figures read as they did then."""
    by, plan = actor(request), plan_of(request, pk)
    sides = sides_of(by, plan)
    try:
        old, new = (content_at(by, plan, side_named(sides, code)) for code in (before, after))
    except NoSuchStand as missing:
        raise Http404 from missing
    return [
        {
            "key": change.key,
            "section": section.name,
            "kind": change.kind,
            "name": change.name,
            "what": change.what,
            "is_moved": change.is_moved,
            "parts": [{"label": one.label, "before": one.before, "after": one.after}
                      for one in change.shown],
        }
        for section in sections_of(old, new, with_same=False)
        for change in section.changes
        if change.what != "same"
    ]  # fmt: skip

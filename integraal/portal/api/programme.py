"""Programmes by API: begin, read, propose, adopt, tell the council, compare, the next version."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status

from integraal.policy.plan.queries import plans
from integraal.policy.programme import actions
from integraal.policy.programme.access import reads_drafts
from integraal.policy.programme.comparing.pages import NoSuchVersion, compared, version_named
from integraal.policy.programme.content import content_of
from integraal.policy.programme.deciding import actions as deciding
from integraal.policy.programme.deciding.lacking import findings_of
from integraal.policy.programme.deciding.subject import subject_of
from integraal.policy.programme.queries import programmes
from integraal.portal.api.keys import actor
from integraal.portal.api.programme_lookup import READ, REFUSALS, WRITE, programme_of
from integraal.portal.api.programme_schemas import (
    AdoptionIn,
    MeasureChangeOut,
    ProgrammeContent,
    ProgrammeLackingOut,
    ProgrammeLine,
    ProgrammeSentBackIn,
    ProgrammeStart,
    ToldOn,
)

router = Router(tags=["Uitvoeringsprogramma"])
ONE = "/{uuid:pk}"
LINE = {200: ProgrammeLine, **REFUSALS}


@router.get("", response=list[ProgrammeLine], auth=READ, operation_id="listProgrammes")
def list_programmes(request: HttpRequest) -> Any:
    """All programmes that the owner of the key may read, the latest years first."""
    return list(programmes(actor(request)).defer("frozen"))


@router.post("", response={201: ProgrammeLine, **REFUSALS}, auth=WRITE,
             operation_id="startProgramme")  # fmt: skip
def start(request: HttpRequest, given: ProgrammeStart) -> Any:
    """Begin a programme: from an adopted plan, as a follow-up, or from nothing."""
    by = actor(request)
    plan = get_object_or_404(plans(by).defer("frozen"), pk=given.plan) if given.plan else None
    before = programmes(by).defer("frozen")
    follows = get_object_or_404(before, pk=given.follows) if given.follows else None
    made = actions.start_programme(
        by=by, first_year=given.first_year, last_year=given.last_year, title=given.title,
        plan=plan, follows=follows,
    )  # fmt: skip
    return Status(201, made)


@router.get(ONE, response={200: ProgrammeContent, **REFUSALS}, auth=READ,
            operation_id="readProgramme")  # fmt: skip
def read(request: HttpRequest, pk: uuid.UUID) -> Any:
    """One programme with its content; the fingerprint is the SHA-256 of the canonical content."""
    found = programme_of(request, pk)
    return {**ProgrammeLine.from_orm(found).dict(), "content": content_of(found)}


@router.get(ONE + "/lacking", response={200: list[ProgrammeLackingOut], **REFUSALS}, auth=READ,
            operation_id="listProgrammeLacking")  # fmt: skip
def lacking(request: HttpRequest, pk: uuid.UUID) -> Any:
    """What the programme lacks by the named rules, for who reads drafts; only some block."""
    found = programme_of(request, pk)
    if not reads_drafts(actor(request)):
        return []
    return [
        {
            "rule": one.rule.code,
            "sentence": one.rule.sentence,
            "blocks": one.rule.weight == "block",
            "say": each.say,
            "measure": each.key,
        }
        for one in findings_of(subject_of(found))
        for each in one.lacking
    ]


@router.post(ONE + "/propose", response=LINE, auth=WRITE, operation_id="proposeProgramme")
def propose(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Propose a draft to the college."""
    return deciding.propose_programme(by=actor(request), programme=programme_of(request, pk))


@router.post(ONE + "/send-back", response=LINE, auth=WRITE, operation_id="sendBackProgramme")
def send_back(request: HttpRequest, pk: uuid.UUID, given: ProgrammeSentBackIn) -> Any:
    """Make a proposal a draft again, with the reason."""
    found = programme_of(request, pk)
    return deciding.send_back_programme(by=actor(request), programme=found, reason=given.reason)


@router.post(ONE + "/adopt", response=LINE, auth=WRITE, operation_id="adoptProgramme")
def adopt(request: HttpRequest, pk: uuid.UUID, given: AdoptionIn) -> Any:
    """Record that the college adopted a proposal; what it promises is frozen."""
    found = programme_of(request, pk)
    return deciding.adopt_programme(by=actor(request), programme=found, **given.dict())


@router.post(ONE + "/told", response=LINE, auth=WRITE, operation_id="tellCouncilOfProgramme")
def tell(request: HttpRequest, pk: uuid.UUID, given: ToldOn) -> Any:
    """Record on which day the council was told."""
    found = programme_of(request, pk)
    return deciding.tell_council(by=actor(request), programme=found, told_on=given.told_on)


@router.post(ONE + "/next-version", response={201: ProgrammeLine, **REFUSALS}, auth=WRITE,
             operation_id="startNextProgrammeVersion")  # fmt: skip
def next_version(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Begin a new version of an adopted programme."""
    found = programme_of(request, pk)
    return Status(201, actions.start_next_version(by=actor(request), programme=found))


@router.get(ONE + "/compare", response={200: list[MeasureChangeOut], **REFUSALS}, auth=READ,
            operation_id="compareProgramme")  # fmt: skip
def compare(
    request: HttpRequest,
    pk: uuid.UUID,
    before: int = Query(ge=1, le=10_000),
    after: int = Query(ge=1, le=10_000),
) -> Any:
    """What differs between two versions, measure by measure."""
    by, found = actor(request), programme_of(request, pk)
    try:
        old, new = (version_named(by, found, one) for one in (before, after))
    except NoSuchVersion as missing:
        raise Http404 from missing
    return [
        {
            "key": change.key,
            "section": section.name,
            "name": change.name,
            "what": change.what,
            "parts": [{"label": one.label, "before": one.before, "after": one.after}
                      for one in change.shown],
        }
        for section in compared(found, old, new)
        for change in section.changes
        if change.what != "same"
    ]  # fmt: skip

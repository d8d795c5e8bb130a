"""Incidents with their lessons, and programmes of others, by API."""

import uuid
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema, Status

from integraal.foundation.areas.models import Area
from integraal.policy.monitoring.access import check_read_inside
from integraal.policy.monitoring.incidents import actions
from integraal.policy.monitoring.incidents.fields import Account
from integraal.policy.monitoring.incidents.persons import person_warnings
from integraal.policy.monitoring.incidents.presenters import incidents
from integraal.policy.monitoring.joined.actions import Joining, change_joined, end_joined, join
from integraal.policy.monitoring.models import Incident, JoinedProgramme, Lesson
from integraal.policy.programme.queries import programmes
from integraal.portal.api.keys import actor
from integraal.portal.api.monitoring import READ, REFUSALS, WRITE, with_decimals

router = Router(tags=["Incidenten en deelname"])
TEXT = Field("", max_length=20_000)


class IncidentIn(Schema):
    """What came in between: incident or task; no persons."""

    kind: str = Field(max_length=8)
    title: str = Field(max_length=160)
    happened_on: date
    what: str = TEXT
    theme: str = Field("", max_length=40)
    area: uuid.UUID | None = None
    hours: float | None = Field(None, ge=0, lt=100_000)
    shifted: str = TEXT
    aftercare: str = TEXT
    evaluation: str = TEXT


class IncidentChange(IncidentIn):
    """The same, and the revision this builds on."""

    base_revision: int


class LessonIn(Schema):
    """What it taught."""

    text: str = Field(max_length=200)


class ToMeasureIn(Schema):
    """In which draft programme, and under which theme."""

    programme: uuid.UUID
    theme: str = Field(max_length=40)


class LessonOut(Schema):
    """A lesson, and the key of the measure it became."""

    id: uuid.UUID
    text: str
    measure: uuid.UUID | None


class IncidentOut(IncidentIn):
    """An incident or task; ``warnings`` says what looks like a person."""

    id: uuid.UUID
    lessons: list[LessonOut]
    warnings: list[str]
    revision: int


class JoinedIn(Schema):
    """A programme of others: regional or national."""

    title: str = Field(max_length=160)
    level: str = Field(max_length=8)
    since: date
    what: str = TEXT
    share: str = TEXT
    result: str = TEXT


class JoinedChange(JoinedIn):
    """The same, and the revision this builds on."""

    base_revision: int


class EndIn(Schema):
    """The last day of taking part."""

    until: date
    base_revision: int


class JoinedOut(JoinedIn):
    """A programme of others as it is kept."""

    id: uuid.UUID
    until: date | None
    revision: int


@router.get(
    "/incidents", response={200: list[IncidentOut], **REFUSALS}, auth=READ,
    operation_id="listIncidents",
)  # fmt: skip
def all_incidents(request: HttpRequest) -> Any:
    """What came in between, newest first."""
    check_read_inside(actor(request))
    return [_told(one) for one in incidents(actor(request)).prefetch_related("lessons")]


@router.post(
    "/incidents", response={201: IncidentOut, **REFUSALS}, auth=WRITE, operation_id="keepIncident"
)
def keep(request: HttpRequest, given: IncidentIn) -> Any:
    """Keep an incident or statutory task."""
    row = actions.keep_incident(by=actor(request), account=_account(given.dict()))
    return Status(201, _told(row))


@router.post(
    "/incidents/{uuid:pk}", response={200: IncidentOut, **REFUSALS}, auth=WRITE,
    operation_id="changeIncident",
)  # fmt: skip
def change(request: HttpRequest, pk: uuid.UUID, given: IncidentChange) -> Any:
    """Write on at an incident or task."""
    row, fields = _row(request, pk), given.dict()
    base = fields.pop("base_revision")
    return _told(
        actions.change_incident(
            by=actor(request), incident=row, account=_account(fields), base_revision=base
        )
    )


@router.post(
    "/incidents/{uuid:pk}/lessons", response={201: LessonOut, **REFUSALS}, auth=WRITE,
    operation_id="keepLesson",
)  # fmt: skip
def lesson(request: HttpRequest, pk: uuid.UUID, given: LessonIn) -> Any:
    """Keep what it taught."""
    row = _row(request, pk)
    return Status(201, actions.keep_lesson(by=actor(request), incident=row, text=given.text))


@router.post(
    "/lessons/{uuid:pk}/measure", response={200: LessonOut, **REFUSALS}, auth=WRITE,
    operation_id="lessonToMeasure",
)  # fmt: skip
def to_measure(request: HttpRequest, pk: uuid.UUID, given: ToMeasureIn) -> Any:
    """Make a measure of a lesson in a draft programme."""
    by = actor(request)
    row = get_object_or_404(Lesson.objects.filter(incident__in=incidents(by)), pk=pk)
    into = get_object_or_404(programmes(by), pk=given.programme)
    return actions.lesson_to_measure(by=by, lesson=row, programme=into, theme=given.theme)


@router.get(
    "/joined", response={200: list[JoinedOut], **REFUSALS}, auth=READ, operation_id="listJoined"
)
def all_joined(request: HttpRequest) -> Any:
    """What the municipality takes part in."""
    return list(JoinedProgramme.objects.all())


@router.post(
    "/joined", response={201: JoinedOut, **REFUSALS}, auth=WRITE, operation_id="joinProgramme"
)
def begin(request: HttpRequest, given: JoinedIn) -> Any:
    """Keep that the municipality takes part."""
    return Status(201, join(by=actor(request), joining=Joining(**given.dict())))


@router.post(
    "/joined/{uuid:pk}", response={200: JoinedOut, **REFUSALS}, auth=WRITE,
    operation_id="changeJoined",
)  # fmt: skip
def write(request: HttpRequest, pk: uuid.UUID, given: JoinedChange) -> Any:
    """Change what is kept of it."""
    row, fields = get_object_or_404(JoinedProgramme, pk=pk), given.dict()
    base = fields.pop("base_revision")
    joining = Joining(**fields)
    return change_joined(by=actor(request), joined=row, joining=joining, base_revision=base)


@router.post(
    "/joined/{uuid:pk}/end", response={200: JoinedOut, **REFUSALS}, auth=WRITE,
    operation_id="endJoined",
)  # fmt: skip
def end(request: HttpRequest, pk: uuid.UUID, given: EndIn) -> Any:
    """End the taking part."""
    row = get_object_or_404(JoinedProgramme, pk=pk)
    return end_joined(by=actor(request), joined=row, **given.dict())


def _row(request: HttpRequest, pk: uuid.UUID) -> Incident:
    return get_object_or_404(incidents(actor(request)), pk=pk)


def _account(fields: dict[str, Any]) -> Account:
    asked = fields.pop("area")
    area = get_object_or_404(Area.objects.defer("geometry"), pk=asked) if asked else None
    return Account(**with_decimals(fields, "hours", places=1), area=area)


def _told(one: Incident) -> dict[str, Any]:
    own = ("id", "area", "lessons", "warnings")
    told = {name: getattr(one, name) for name in IncidentOut.model_fields if name not in own}
    texts = (one.title, one.what, one.shifted, one.aftercare, one.evaluation)
    return {
        **told, "id": one.pk, "area": one.area_id, "lessons": list(one.lessons.all()),
        "warnings": person_warnings(*texts),
    }  # fmt: skip

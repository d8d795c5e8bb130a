"""Keep incidents and statutory tasks, and make a measure of what they taught."""

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.monitoring.access import check_write
from integraal.policy.monitoring.incidents.fields import Account, account_problem
from integraal.policy.monitoring.models import Incident, Lesson
from integraal.policy.monitoring.refusals import Conflict, MonitoringRefused
from integraal.policy.programme.measures.actions import add_measure
from integraal.policy.programme.models import Programme

LONGEST_LESSON = 200


@transaction.atomic
def keep_incident(*, by: Actor, account: Account) -> Incident:
    """Keep a new incident or statutory task.

    Raises:
        MonitoringRefused: something is missing or cannot be.
    """
    check_write(by)
    row = Incident(tenant_id=by.tenant_id)
    _fill(row, account, by)
    row.save()
    record("monitoring.incident_kept", by=by, subject=row)
    return row


@transaction.atomic
def change_incident(
    *, by: Actor, incident: Incident, account: Account, base_revision: int
) -> Incident:
    """Write on at an incident or task.

    Raises:
        MonitoringRefused: something is missing or cannot be.
        Conflict: somebody changed it meanwhile.
    """
    check_write(by)
    row = held(incident, MonitoringRefused)
    if row.revision != base_revision:
        raise Conflict(row)
    _fill(row, account, by)
    row.revision += 1
    row.save()
    record("monitoring.incident_changed", by=by, subject=row)
    return row


@transaction.atomic
def keep_lesson(*, by: Actor, incident: Incident, text: str) -> Lesson:
    """Keep what an incident taught; the same words are there once.

    Raises:
        MonitoringRefused: there are no words, or too many.
    """
    check_write(by)
    row, text = held(incident, MonitoringRefused), " ".join(cleaned(text).split())
    if not text or len(text) > LONGEST_LESSON:
        raise MonitoringRefused(f"Schrijf de les op in hoogstens {LONGEST_LESSON} tekens.")
    same = Lesson.objects.filter(incident=row, text=text).first()
    if same:
        return same
    lesson = Lesson.objects.create(
        tenant_id=by.tenant_id, incident=row, text=text, learned_on=timezone.localdate()
    )
    record("monitoring.lesson_kept", by=by, subject=row, lesson=lesson.pk)
    return lesson


@transaction.atomic
def lesson_to_measure(*, by: Actor, lesson: Lesson, programme: Programme, theme: str) -> Lesson:
    """Make a measure of a lesson, in a programme that is still a draft.

    Args:
        theme: of the measure; usually that of the incident.

    Raises:
        MonitoringRefused: it became a measure already.
        ProgrammeRefused: the measure is not right.
        NotAllowed: the programme is no draft.
    """
    check_write(by)
    row = held(lesson, MonitoringRefused)
    if row.measure:
        raise MonitoringRefused("Van deze les is al een maatregel gemaakt.")
    measure = add_measure(
        by=by, programme=programme, theme=theme, title=row.text,
        text=f"Geleerd van: {row.incident.title}.",
    )  # fmt: skip
    row.programme, row.measure = programme, measure.key
    row.save(update_fields=["programme", "measure"])
    record("monitoring.lesson_to_measure", by=by, subject=row.incident, measure=measure.key)
    return row


def _fill(row: Incident, account: Account, by: Actor) -> None:
    today = timezone.localdate()
    refuse_when(account_problem(account, Incident.Kind.values, today), MonitoringRefused)
    for name, value in account.values().items():
        setattr(row, name, value)
    row.written_by_id, row.written_at = by.member_id, timezone.now()

"""What was done by whom: rows that are only ever added."""

import pgtrigger
from django.db import models

from integraal.foundation.database.models import TenantModel
from integraal.foundation.database.privacy import Privacy, PrivacyMap


def only_added() -> list[pgtrigger.Trigger]:
    """Return the triggers by which the database itself refuses a change or a removal."""
    return [pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete)]


class Event(TenantModel):
    """A deed (gebeurtenis): identifiers and a verb, never a name, a title or free text."""

    verb = models.CharField(max_length=60)
    actor_id = models.UUIDField(null=True)
    through = models.CharField(max_length=10)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.UUIDField(null=True)
    details = models.JSONField(default=dict)
    day = models.DateField()
    at = models.DateTimeField(null=True)

    privacy = PrivacyMap(
        verb=Privacy.NONE,
        actor_id=Privacy.FUNCTION,
        through=Privacy.NONE,
        subject_kind=Privacy.NONE,
        subject_id=Privacy.NONE,
        details=Privacy.NONE,
        day=Privacy.NONE,
        at=Privacy.FUNCTION,
    )

    class Meta:
        indexes = [models.Index(fields=["tenant", "-at"], name="audit_event_latest")]
        triggers = only_added()


class Link(TenantModel):
    """The place of one event in its tenant's chain (schakel)."""

    position = models.PositiveBigIntegerField()
    event_id = models.UUIDField()
    month = models.CharField(max_length=7)
    hash = models.CharField(max_length=64)
    linked_on = models.DateField()

    privacy = PrivacyMap(
        position=Privacy.NONE,
        event_id=Privacy.NONE,
        month=Privacy.NONE,
        hash=Privacy.NONE,
        linked_on=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "position"], name="audit_link_position"),
            models.UniqueConstraint(fields=["tenant", "event_id"], name="audit_link_event"),
        ]
        triggers = only_added()


class Segment(TenantModel):
    """A destroyed month of the chain: what stays is its length and its closing hash."""

    month = models.CharField(max_length=7)
    first_position = models.PositiveBigIntegerField()
    last_position = models.PositiveBigIntegerField()
    closing_hash = models.CharField(max_length=64)
    destroyed_on = models.DateField()

    privacy = PrivacyMap(
        month=Privacy.NONE,
        first_position=Privacy.NONE,
        last_position=Privacy.NONE,
        closing_hash=Privacy.NONE,
        destroyed_on=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "month"], name="audit_segment_month")
        ]
        triggers = only_added()

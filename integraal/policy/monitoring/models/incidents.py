"""What came in between: an incident or a statutory task, and what it taught. No persons."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class Incident(TenantModel):
    """An incident, or a statutory task (wettelijke taak), that took hours from planned work."""

    class Kind(models.TextChoices):
        INCIDENT = "incident", "incident"
        TASK = "task", "wettelijke taak"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    title = models.CharField(max_length=160)
    what = models.TextField(blank=True)
    theme = models.CharField(max_length=40, blank=True)
    area = TenantReference("areas.Area", null=True, related_name="+")
    happened_on = models.DateField()
    hours = models.DecimalField(max_digits=8, decimal_places=1, null=True)
    shifted = models.TextField(blank=True)
    aftercare = models.TextField(blank=True)
    evaluation = models.TextField(blank=True)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        kind=Privacy.NONE,
        title=Privacy.TEXT,
        what=Privacy.TEXT,
        theme=Privacy.NONE,
        area=Privacy.NONE,
        happened_on=Privacy.NONE,
        hours=Privacy.NONE,
        shifted=Privacy.TEXT,
        aftercare=Privacy.TEXT,
        evaluation=Privacy.TEXT,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["-happened_on", "title", "id"]

    def __str__(self) -> str:
        return self.title


class Lesson(TenantModel):
    """What an incident taught; it may have become a measure of a programme."""

    incident = TenantReference(Incident, related_name="lessons")
    text = models.CharField(max_length=200)
    programme = TenantReference("programme.Programme", null=True, related_name="+")
    measure = models.UUIDField(null=True, help_text="key of the measure it became")
    learned_on = models.DateField()

    privacy = PrivacyMap(
        incident=Privacy.NONE,
        text=Privacy.TEXT,
        programme=Privacy.NONE,
        measure=Privacy.NONE,
        learned_on=Privacy.NONE,
    )

    class Meta:
        ordering = ["learned_on", "id"]

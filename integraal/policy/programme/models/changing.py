"""Interim change (tussentijdse wijziging) of an adopted programme: why, and by which decision."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.programme.models.programme import Programme


class ProgrammeChange(TenantModel):
    """The cause and the decision that lead from one version to the next (``following``)."""

    class Cause(models.TextChoices):
        FIGURE = "figure", "een cijfer"
        INCIDENT = "incident", "een incident"
        PARTNER = "partner", "een signaal van een partner"
        NATIONAL = "national", "landelijk of regionaal beleid"
        PROGRESS = "progress", "een maatregel die stilvalt"

    programme = TenantReference(Programme, related_name="changes")
    title = models.CharField(max_length=120)
    cause = models.CharField(max_length=12, choices=Cause.choices)
    reason = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    decided_by = models.CharField(max_length=80, blank=True)
    decided_on = models.DateField(null=True)
    following = TenantReference(Programme, null=True, related_name="+")
    council_told_on = models.DateField(null=True)
    made_by = TenantReference("people.Member", null=True, related_name="+")
    made_on = models.DateField()
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        programme=Privacy.NONE,
        title=Privacy.TEXT,
        cause=Privacy.NONE,
        reason=Privacy.TEXT,
        decision=Privacy.TEXT,
        decided_by=Privacy.FUNCTION,
        decided_on=Privacy.NONE,
        following=Privacy.NONE,
        council_told_on=Privacy.NONE,
        made_by=Privacy.FUNCTION,
        made_on=Privacy.NONE,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["-made_on", "title", "id"]

    def __str__(self) -> str:
        return self.title

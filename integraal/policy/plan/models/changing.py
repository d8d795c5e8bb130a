"""Interim change (tussentijdse wijziging) of an adopted plan: why, by which decision, how told."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.plan.models.plan import Plan


class InterimChange(TenantModel):
    """The cause, the analysis and the decision that lead from one version to the next.

    ``following`` is the version that comes of it. An urgent one may take a shorter path.
    """

    class Cause(models.TextChoices):
        FIGURE = "figure", "een cijfer"
        INCIDENT = "incident", "een incident"
        PARTNER = "partner", "een signaal van een partner"
        NATIONAL = "national", "landelijk of regionaal beleid"

    plan = TenantReference(Plan, related_name="interim_changes")
    title = models.CharField(max_length=120)
    cause = models.CharField(max_length=12, choices=Cause.choices)
    is_urgent = models.BooleanField(default=False)
    analysis = models.TextField(blank=True)
    proposal = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    decided_by = models.CharField(max_length=80, blank=True)
    decided_on = models.DateField(null=True)
    following = TenantReference(Plan, null=True, related_name="+")
    note = models.TextField(blank=True)
    council_told_on = models.DateField(null=True)
    made_by = TenantReference("people.Member", null=True, related_name="+")
    made_on = models.DateField()
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        plan=Privacy.NONE,
        title=Privacy.NONE,
        cause=Privacy.NONE,
        is_urgent=Privacy.NONE,
        analysis=Privacy.TEXT,
        proposal=Privacy.TEXT,
        decision=Privacy.TEXT,
        decided_by=Privacy.FUNCTION,
        decided_on=Privacy.NONE,
        following=Privacy.NONE,
        note=Privacy.TEXT,
        council_told_on=Privacy.NONE,
        made_by=Privacy.FUNCTION,
        made_on=Privacy.NONE,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["-made_on", "title", "id"]

    def __str__(self) -> str:
        return self.title

"""What is decided about each theme, and what others have chosen."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.priorities.models.session import Candidate, Session


class ThemeDecision(TenantModel):
    """What people decided about one theme, why, and who saw it otherwise.

    ``place`` is the rank among the priorities; empty when they stand in no order.
    """

    class Outcome(models.TextChoices):
        PRIORITY = "priority", "prioriteit"
        NOT = "not", "geen prioriteit"
        ELSEWHERE = "elsewhere", "in ander beleid"

    candidate = TenantReference(Candidate, related_name="decisions")
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    place = models.PositiveSmallIntegerField(null=True)
    reason = models.TextField(blank=True)
    dissent = models.TextField(blank=True)
    document = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=500, blank=True)
    revision = models.PositiveIntegerField(default=1)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()

    privacy = PrivacyMap(
        candidate=Privacy.NONE,
        outcome=Privacy.NONE,
        place=Privacy.NONE,
        reason=Privacy.TEXT,
        dissent=Privacy.TEXT,
        document=Privacy.NONE,
        link=Privacy.NONE,
        revision=Privacy.NONE,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "candidate"], name="session_decision_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.candidate_id}"


class OtherPriority(TenantModel):
    """A priority of police, prosecution, region, neighbours or country, beside our own.

    ``candidate`` is the theme it matches; empty when the municipality has none for it. ``reason``
    says why the municipality chooses otherwise.
    """

    class Body(models.TextChoices):
        POLICE = "police", "politie"
        PROSECUTION = "prosecution", "openbaar ministerie"
        REGION = "region", "regio"
        NEIGHBOUR = "neighbour", "buurgemeente"
        COUNTRY = "country", "landelijk"

    session = TenantReference(Session, related_name="other_priorities")
    body = models.CharField(max_length=16, choices=Body.choices)
    whose = models.CharField(max_length=120, blank=True)
    priority = models.CharField(max_length=200)
    source = models.CharField(max_length=200, blank=True)
    source_date = models.CharField(max_length=20, blank=True)
    link = models.URLField(max_length=500, blank=True)
    candidate = TenantReference(Candidate, null=True, related_name="other_priorities")
    reason = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()

    privacy = PrivacyMap(
        session=Privacy.NONE,
        body=Privacy.NONE,
        whose=Privacy.NONE,
        priority=Privacy.NONE,
        source=Privacy.NONE,
        source_date=Privacy.NONE,
        link=Privacy.NONE,
        candidate=Privacy.NONE,
        reason=Privacy.TEXT,
        revision=Privacy.NONE,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["body", "whose", "priority", "id"]

    def __str__(self) -> str:
        return self.priority

"""Regional and national programmes the municipality joins (waar de gemeente aan meedoet)."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class JoinedProgramme(TenantModel):
    """A programme of others: what it is, since when, what our share is and what it brought."""

    class Level(models.TextChoices):
        REGIONAL = "regional", "regionaal"
        NATIONAL = "national", "landelijk"

    title = models.CharField(max_length=160)
    level = models.CharField(max_length=8, choices=Level.choices)
    what = models.TextField(blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    share = models.TextField(blank=True)
    result = models.TextField(blank=True)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        title=Privacy.TEXT,
        level=Privacy.NONE,
        what=Privacy.TEXT,
        since=Privacy.NONE,
        until=Privacy.NONE,
        share=Privacy.TEXT,
        result=Privacy.TEXT,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["until", "level", "title", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="monitoring_joined_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.title

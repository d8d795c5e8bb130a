"""What the council asks, and which themes its members follow."""

from django.db import models
from django.db.models import F, Q

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class CouncilQuestion(TenantModel):
    """A question of the council (raadsvraag) and the answer of the college.

    ``asked_by`` is a party or a committee, never a person.
    """

    class Kind(models.TextChoices):
        WRITTEN = "written", "schriftelijke vraag"
        MEETING = "meeting", "vraag in een vergadering"
        MOTION = "motion", "motie of toezegging"

    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.WRITTEN)
    title = models.CharField(max_length=160)
    question = models.TextField()
    asked_by = models.CharField(max_length=120)
    asked_on = models.DateField()
    due_on = models.DateField(null=True)
    theme = models.CharField(max_length=40, blank=True)
    report = TenantReference(
        "accountability.Report", null=True, related_name="questions", on_delete=models.PROTECT
    )
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        kind=Privacy.NONE,
        title=Privacy.TEXT,
        question=Privacy.TEXT,
        asked_by=Privacy.FUNCTION,
        asked_on=Privacy.NONE,
        due_on=Privacy.NONE,
        theme=Privacy.NONE,
        report=Privacy.NONE,
        answer=Privacy.TEXT,
        answered_on=Privacy.NONE,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["-asked_on", "title", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("asked_on")),
                name="accountability_answer_after_question",
            )
        ]

    def __str__(self) -> str:
        return self.title


class FollowedTheme(TenantModel):
    """A theme that somebody follows, and up to which day he has seen what is new."""

    member = TenantReference("people.Member", related_name="+")
    theme = models.CharField(max_length=40)
    seen_at = models.DateTimeField()

    privacy = PrivacyMap(member=Privacy.FUNCTION, theme=Privacy.FUNCTION, seen_at=Privacy.FUNCTION)

    class Meta:
        ordering = ["theme"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "member", "theme"], name="accountability_followed_once"
            )
        ]

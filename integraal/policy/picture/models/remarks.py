"""What colleagues say about a text while it is a draft: comments, suggestions, assignments."""

from django.db import models
from django.db.models import Q

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.picture.models.picture import Picture


class Remark(TenantModel):
    """A comment (opmerking), suggestion (voorstel) or assignment (opdracht) at a passage.

    A suggestion replaces ``quote``, a piece of the passage as it was, by ``replacement``. An
    assignment is for a member, by a day.
    """

    class Kind(models.TextChoices):
        COMMENT = "comment", "opmerking"
        SUGGESTION = "suggestion", "voorstel"
        ASSIGNMENT = "assignment", "opdracht"

    class Outcome(models.TextChoices):
        OPEN = "open", "open"
        DONE = "done", "klaar"
        ACCEPTED = "accepted", "overgenomen"
        DECLINED = "declined", "niet overgenomen"

    picture = TenantReference(Picture, related_name="remarks")
    theme = models.CharField(max_length=40, blank=True)
    part = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text = models.TextField(blank=True)
    quote = models.TextField(blank=True)
    replacement = models.TextField(blank=True)
    assigned_to = TenantReference("people.Member", null=True, related_name="+")
    due_on = models.DateField(null=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, default=Outcome.OPEN)
    made_by = TenantReference("people.Member", null=True, related_name="+")
    made_at = models.DateTimeField()
    closed_by = TenantReference("people.Member", null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    privacy = PrivacyMap(
        picture=Privacy.NONE,
        theme=Privacy.NONE,
        part=Privacy.NONE,
        kind=Privacy.NONE,
        text=Privacy.TEXT,
        quote=Privacy.TEXT,
        replacement=Privacy.TEXT,
        assigned_to=Privacy.FUNCTION,
        due_on=Privacy.NONE,
        outcome=Privacy.NONE,
        made_by=Privacy.FUNCTION,
        made_at=Privacy.FUNCTION,
        closed_by=Privacy.FUNCTION,
        closed_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="assignment", assigned_to__isnull=False)
                | (~Q(kind="assignment") & Q(assigned_to__isnull=True)),
                name="picture_remark_assigned",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} at {self.theme or 'the picture'} in {self.picture_id}"

"""The evaluation of the previous plan: what was promised, what was reached, what was learnt."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.picture.models.picture import Picture


class Promise(TenantModel):
    """One promise of the previous plan (belofte), with what became of it."""

    class Reached(models.TextChoices):
        YES = "yes", "bereikt"
        PARTLY = "partly", "deels bereikt"
        NO = "no", "niet bereikt"
        UNKNOWN = "unknown", "niet te zeggen"

    picture = TenantReference(Picture, related_name="promises")
    order = models.PositiveSmallIntegerField()
    theme = models.CharField(max_length=40, blank=True)
    promised = models.TextField()
    reached = models.CharField(max_length=12, choices=Reached.choices)
    outcome = models.TextField(blank=True)
    learnt = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()

    privacy = PrivacyMap(
        picture=Privacy.NONE,
        order=Privacy.NONE,
        theme=Privacy.NONE,
        promised=Privacy.TEXT,
        reached=Privacy.NONE,
        outcome=Privacy.TEXT,
        learnt=Privacy.TEXT,
        revision=Privacy.NONE,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return f"belofte {self.order} in {self.picture_id}"

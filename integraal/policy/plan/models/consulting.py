"""Consultation (consultatie): who is asked, what they say, and what is done with it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.plan.models.plan import Edition, Plan


class Consultation(TenantModel):
    """One round in which partners or the driehoek comment on one edition."""

    plan = TenantReference(Plan, related_name="consultations")
    edition = TenantReference(Edition, related_name="consultations")
    title = models.CharField(max_length=120)
    question = models.TextField(blank=True)
    opened_on = models.DateField()
    ends_on = models.DateField()
    closed_on = models.DateField(null=True)

    privacy = PrivacyMap(
        plan=Privacy.NONE,
        edition=Privacy.NONE,
        title=Privacy.NONE,
        question=Privacy.TEXT,
        opened_on=Privacy.NONE,
        ends_on=Privacy.NONE,
        closed_on=Privacy.NONE,
    )

    class Meta:
        ordering = ["-opened_on", "title", "id"]

    def __str__(self) -> str:
        return self.title


class Invitation(TenantModel):
    """A personal link to comment (uitnodiging); only a digest of its secret is kept.

    ``themes`` are the themes it may read and comment on; empty is the whole plan.
    """

    consultation = TenantReference(Consultation, related_name="invitations")
    recipient = models.CharField(max_length=120)
    organisation = models.CharField(max_length=120, blank=True)
    themes = ArrayField(models.CharField(max_length=40), default=list)
    digest = models.CharField(max_length=64)
    made_by = TenantReference("people.Member", null=True, related_name="+")
    made_on = models.DateField()
    ends_on = models.DateField()
    revoked_on = models.DateField(null=True)
    opened_on = models.DateField(null=True)
    reminded_on = models.DateField(null=True)
    finished_on = models.DateField(null=True)

    privacy = PrivacyMap(
        consultation=Privacy.NONE,
        recipient=Privacy.FUNCTION,
        organisation=Privacy.FUNCTION,
        themes=Privacy.NONE,
        digest=Privacy.ACCOUNT,
        made_by=Privacy.FUNCTION,
        made_on=Privacy.NONE,
        ends_on=Privacy.NONE,
        revoked_on=Privacy.NONE,
        opened_on=Privacy.NONE,
        reminded_on=Privacy.NONE,
        finished_on=Privacy.NONE,
    )

    class Meta:
        ordering = ["organisation", "recipient", "id"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "digest"], name="plan_invitation_secret_once")
        ]

    def __str__(self) -> str:
        return f"uitnodiging voor {self.recipient}"


class Comment(TenantModel):
    """What somebody says about a block of the edition, and the response (zienswijze, reactie).

    ``block`` is the key of the block; empty is about the plan as a whole.
    """

    class Weighing(models.TextChoices):
        OPEN = "open", "nog niet beantwoord"
        TAKEN = "taken", "overgenomen"
        PARTLY = "partly", "deels overgenomen"
        NOT = "not", "niet overgenomen"
        NOTED = "noted", "voor kennisgeving aangenomen"

    invitation = TenantReference(Invitation, related_name="comments")
    block = models.UUIDField(null=True)
    theme = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    said_on = models.DateField()
    weighing = models.CharField(max_length=8, choices=Weighing.choices, default=Weighing.OPEN)
    response = models.TextField(blank=True)
    responded_by = TenantReference("people.Member", null=True, related_name="+")
    responded_on = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        invitation=Privacy.NONE,
        block=Privacy.NONE,
        theme=Privacy.NONE,
        text=Privacy.TEXT,
        said_on=Privacy.NONE,
        weighing=Privacy.NONE,
        response=Privacy.TEXT,
        responded_by=Privacy.FUNCTION,
        responded_on=Privacy.NONE,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["said_on", "id"]

    def __str__(self) -> str:
        return f"reactie op {self.block or 'het plan'}"

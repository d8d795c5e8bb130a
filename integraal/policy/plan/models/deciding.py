"""The decision path (besluitvorming): which body decides when, on which edition, and how."""

from django.db import models
from django.db.models import Q

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.plan.models.plan import Edition, Plan


class DecisionMoment(TenantModel):
    """One stop on the path of a version: college, committee, council.

    ``code``, ``body`` and ``decides`` are copied from the path as it was configured when the
    version was proposed. ``edition`` is the document that lay before the body. When a proposal is
    sent back its moments stay, with the day in ``sent_back_on``; a new proposal has its own.
    """

    class Outcome(models.TextChoices):
        PLANNED = "planned", "gepland"
        AGREED = "agreed", "akkoord"
        AMENDED = "amended", "akkoord met wijzigingen"
        REFUSED = "refused", "niet akkoord"

    plan = TenantReference(Plan, related_name="moments")
    order = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    body = models.CharField(max_length=80)
    is_required = models.BooleanField(default=True)
    adopts = models.BooleanField(default=False)
    planned_on = models.DateField(null=True)
    edition = TenantReference(Edition, null=True, related_name="moments")
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.PLANNED)
    decided_on = models.DateField(null=True)
    number = models.CharField(max_length=60, blank=True)
    votes_for = models.PositiveSmallIntegerField(null=True)
    votes_against = models.PositiveSmallIntegerField(null=True)
    abstained = models.PositiveSmallIntegerField(null=True)
    note = models.TextField(blank=True)
    sent_back_on = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        plan=Privacy.NONE,
        order=Privacy.NONE,
        code=Privacy.NONE,
        body=Privacy.NONE,
        is_required=Privacy.NONE,
        adopts=Privacy.NONE,
        planned_on=Privacy.NONE,
        edition=Privacy.NONE,
        outcome=Privacy.NONE,
        decided_on=Privacy.NONE,
        number=Privacy.NONE,
        votes_for=Privacy.NONE,
        votes_against=Privacy.NONE,
        abstained=Privacy.NONE,
        note=Privacy.TEXT,
        sent_back_on=Privacy.NONE,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "plan", "code"],
                condition=Q(sent_back_on__isnull=True),
                name="plan_moment_once",
            )
        ]

    def __str__(self) -> str:
        return self.body


class Amendment(TenantModel):
    """A change the council asks for (amendement), with its text; adopted ones change the plan.

    ``block`` is the key of the block it changes, empty for a new one, whose kind is ``kind``.
    ``built_on`` is the revision of that block that its mover had before them; ``removes`` asks to
    take the block out. ``applied_on`` is the day the text was put in the plan.
    """

    class Outcome(models.TextChoices):
        TABLED = "tabled", "ingediend"
        ADOPTED = "adopted", "aangenomen"
        REJECTED = "rejected", "verworpen"
        WITHDRAWN = "withdrawn", "ingetrokken"

    moment = TenantReference(DecisionMoment, related_name="amendments")
    number = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    moved_by = models.CharField(max_length=200, help_text="parties, no persons")
    block = models.UUIDField(null=True)
    theme = models.CharField(max_length=40, blank=True)
    proposed_title = models.CharField(max_length=300, blank=True)
    proposed_text = models.TextField(blank=True)
    proposed_details = models.JSONField(default=dict)
    kind = models.CharField(max_length=20, blank=True)
    removes = models.BooleanField(default=False)
    built_on = models.PositiveIntegerField(default=0)
    explanation = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.TABLED)
    votes_for = models.PositiveSmallIntegerField(null=True)
    votes_against = models.PositiveSmallIntegerField(null=True)
    applied_on = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        moment=Privacy.NONE,
        number=Privacy.NONE,
        title=Privacy.NONE,
        moved_by=Privacy.NONE,
        block=Privacy.NONE,
        theme=Privacy.NONE,
        proposed_title=Privacy.TEXT,
        proposed_text=Privacy.TEXT,
        proposed_details=Privacy.TEXT,
        kind=Privacy.NONE,
        removes=Privacy.NONE,
        built_on=Privacy.NONE,
        explanation=Privacy.TEXT,
        outcome=Privacy.NONE,
        votes_for=Privacy.NONE,
        votes_against=Privacy.NONE,
        applied_on=Privacy.NONE,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "moment", "number"], name="plan_amendment_once"
            )
        ]

    def __str__(self) -> str:
        return f"amendement {self.number}"

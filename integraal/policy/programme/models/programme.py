"""The two-year programme (uitvoeringsprogramma) in its versions, and the measures it promises."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from integraal.foundation.audit.models import only_added
from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.foundation.lifecycle.models import (
    DECIDED_PRIVACY,
    DecidedDocument,
    lifecycle_constraints,
    lifecycle_triggers,
)


class Programme(DecidedDocument):
    """One version of a programme.

    It works out a plan, and may follow an earlier programme from which unfinished measures came.
    ``capacity`` is quarter ("2025-1") to hours there are, as text. ``rhythm`` is in how many
    months owners are asked how it goes; 0 is never.
    """

    title = models.CharField(max_length=120)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    plan = TenantReference("plan.Plan", null=True, related_name="+")
    follows = TenantReference("self", null=True, related_name="+")
    capacity = models.JSONField(default=dict)
    rhythm = models.PositiveSmallIntegerField(default=3)
    council_told_on = models.DateField(null=True)

    privacy = PrivacyMap(
        title=Privacy.NONE,
        first_year=Privacy.NONE,
        last_year=Privacy.NONE,
        plan=Privacy.NONE,
        follows=Privacy.NONE,
        capacity=Privacy.NONE,
        rhythm=Privacy.NONE,
        council_told_on=Privacy.NONE,
        **DECIDED_PRIVACY,
    )

    class Meta:
        ordering = ["-first_year", "-version"]
        constraints = [
            *lifecycle_constraints("programme"),
            models.CheckConstraint(
                condition=Q(first_year__gte=2002)
                & Q(last_year__gte=F("first_year"))
                & Q(last_year__lte=F("first_year") + 3),
                name="programme_years",
            ),
        ]
        triggers = lifecycle_triggers()

    def __str__(self) -> str:
        return self.title


class Measure(TenantModel):
    """A measure (maatregel) as promised: what, who, when and why; how it goes is ``Progress``.

    ``key`` stays the same from version to version; ``carried_from`` is the key it had in the
    programme before. ``goal`` is the key of a goal of the plan. ``hours`` is quarter to hours,
    ``output_target`` and ``outcome_target`` are year to number, all as text. ``needs`` are keys
    of measures that must be done first. ``revision`` goes up with every save.
    """

    class Kind(models.TextChoices):
        PREVENTION = "prevention", "preventie"
        ENFORCEMENT = "enforcement", "handhaving"
        AFTERCARE = "aftercare", "nazorg"

    programme = TenantReference(Programme, related_name="measures")
    key = models.UUIDField(default=uuid.uuid4)
    carried_from = models.UUIDField(null=True)
    order = models.PositiveSmallIntegerField()
    theme = models.CharField(max_length=40)
    goal = models.UUIDField(null=True)
    title = models.CharField(max_length=200)
    owner = TenantReference("people.Member", null=True, related_name="+")
    deputy = TenantReference("people.Member", null=True, related_name="+")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    text = models.TextField(blank=True)
    item = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12, choices=Kind.choices, blank=True)
    area = TenantReference("areas.Area", null=True, related_name="+")
    budget = models.DecimalField(max_digits=11, decimal_places=2, null=True)
    money_source = models.CharField(max_length=120, blank=True)
    hours = models.JSONField(default=dict)
    output = models.CharField(max_length=200, blank=True)
    output_target = models.JSONField(default=dict)
    outcome = models.CharField(max_length=80, blank=True)
    outcome_target = models.JSONField(default=dict)
    risk = models.TextField(blank=True)
    decision = models.CharField(max_length=300, blank=True)
    needs = ArrayField(models.UUIDField(), default=list)
    revision = models.PositiveIntegerField(default=1)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()

    privacy = PrivacyMap(
        programme=Privacy.NONE,
        key=Privacy.NONE,
        carried_from=Privacy.NONE,
        order=Privacy.NONE,
        theme=Privacy.NONE,
        goal=Privacy.NONE,
        title=Privacy.TEXT,
        owner=Privacy.FUNCTION,
        deputy=Privacy.FUNCTION,
        starts_on=Privacy.NONE,
        ends_on=Privacy.NONE,
        text=Privacy.TEXT,
        item=Privacy.TEXT,
        kind=Privacy.NONE,
        area=Privacy.NONE,
        budget=Privacy.NONE,
        money_source=Privacy.TEXT,
        hours=Privacy.NONE,
        output=Privacy.TEXT,
        output_target=Privacy.NONE,
        outcome=Privacy.NONE,
        outcome_target=Privacy.NONE,
        risk=Privacy.TEXT,
        decision=Privacy.TEXT,
        needs=Privacy.NONE,
        revision=Privacy.NONE,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "programme", "key"], name="programme_measure_once"
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="programme_measure_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class MeasurePartner(TenantModel):
    """A partner in a measure, and its role."""

    measure = TenantReference(Measure, related_name="partners")
    organisation = TenantReference("people.Organisation", related_name="+")
    role = models.CharField(max_length=120, blank=True)

    privacy = PrivacyMap(measure=Privacy.NONE, organisation=Privacy.NONE, role=Privacy.NONE)

    class Meta:
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "measure", "organisation"], name="programme_partner_once"
            )
        ]


class Milestone(TenantModel):
    """A milestone (mijlpaal) of a measure; whether it was reached stands in ``Progress``."""

    measure = TenantReference(Measure, related_name="milestones")
    key = models.UUIDField(default=uuid.uuid4)
    title = models.CharField(max_length=200)
    day = models.DateField()

    privacy = PrivacyMap(
        measure=Privacy.NONE, key=Privacy.NONE, title=Privacy.TEXT, day=Privacy.NONE
    )

    class Meta:
        ordering = ["day", "title", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "measure", "key"], name="programme_milestone_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


class EarlierMeasure(TenantModel):
    """A measure as it stood before somebody went on with it; rows are only ever added.

    ``content`` has the form of a measure in ``content.py``.
    """

    programme = TenantReference(Programme, related_name="earlier_measures")
    measure = models.UUIDField(help_text="key of the measure, which may be removed by now")
    revision = models.PositiveIntegerField()
    content = models.JSONField()
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()

    privacy = PrivacyMap(
        programme=Privacy.NONE,
        measure=Privacy.NONE,
        revision=Privacy.NONE,
        content=Privacy.TEXT,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "programme", "measure", "revision"],
                name="programme_earlier_measure_once",
            )
        ]
        triggers = only_added()

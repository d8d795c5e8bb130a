"""Deviation (afwijking): something goes otherwise than promised, until that is dealt with."""

from django.db import models

from integraal.foundation.audit.models import only_added
from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.monitoring.models.goals import Threshold


class Deviation(TenantModel):
    """What goes otherwise, why, what could be done, what was decided and what came of it.

    ``goal`` and ``measure`` are keys; a measure goes with the ``lineage`` of its programme.
    ``options`` is a list of {"text", "consequence"}; ``chosen`` is the place in it, from zero, or
    empty when something else was decided. ``change`` is the interim change of the programme that
    follows; ``measure_changed`` the key of the measure that does. Where it stands is reckoned
    from these in ``states.py``.
    """

    class Cause(models.TextChoices):
        FIGURE = "figure", "een cijfer"
        MEASURE = "measure", "een maatregel die stilvalt"
        INCIDENT = "incident", "een incident"
        PARTNER = "partner", "een signaal van een partner"

    title = models.CharField(max_length=160)
    cause = models.CharField(max_length=8, choices=Cause.choices)
    what = models.TextField()
    goal = models.UUIDField(null=True)
    lineage = models.UUIDField(null=True)
    measure = models.UUIDField(null=True)
    threshold = TenantReference(Threshold, null=True, related_name="deviations")
    incident = TenantReference("monitoring.Incident", null=True, related_name="deviations")
    analysis = models.TextField(blank=True)
    options = models.JSONField(default=list)
    decision = models.TextField(blank=True)
    chosen = models.PositiveSmallIntegerField(null=True)
    decided_by = models.CharField(max_length=80, blank=True)
    decided_on = models.DateField(null=True)
    follow_up = models.TextField(blank=True)
    measure_changed = models.UUIDField(null=True)
    change = TenantReference("programme.ProgrammeChange", null=True, related_name="+")
    result = models.TextField(blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        title=Privacy.TEXT,
        cause=Privacy.NONE,
        what=Privacy.TEXT,
        goal=Privacy.NONE,
        lineage=Privacy.NONE,
        measure=Privacy.NONE,
        threshold=Privacy.NONE,
        incident=Privacy.NONE,
        analysis=Privacy.TEXT,
        options=Privacy.TEXT,
        decision=Privacy.TEXT,
        chosen=Privacy.NONE,
        decided_by=Privacy.FUNCTION,
        decided_on=Privacy.NONE,
        follow_up=Privacy.TEXT,
        measure_changed=Privacy.NONE,
        change=Privacy.NONE,
        result=Privacy.TEXT,
        opened_on=Privacy.NONE,
        closed_on=Privacy.NONE,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["-opened_on", "title", "id"]

    def __str__(self) -> str:
        return self.title


class DeviationDeed(TenantModel):
    """Who did what to a deviation and when; rows are only ever added."""

    deviation = TenantReference(Deviation, related_name="deeds")
    verb = models.CharField(max_length=60)
    at = models.DateTimeField()
    by = TenantReference("people.Member", null=True, related_name="+")

    privacy = PrivacyMap(
        deviation=Privacy.NONE, verb=Privacy.NONE, at=Privacy.FUNCTION, by=Privacy.FUNCTION
    )

    class Meta:
        ordering = ["-at", "-id"]
        triggers = only_added()

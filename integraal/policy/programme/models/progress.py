"""How measures go: what owners and partners said, and where each measure stands by that."""

from django.db import models

from integraal.foundation.audit.models import only_added
from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class Light(models.TextChoices):
    """How quality, time or money stands; empty is no data."""

    GOOD = "good", "op schema"
    ATTENTION = "attention", "aandacht nodig"
    STUCK = "stuck", "knelpunt"


class Status(models.TextChoices):
    """Where a measure is."""

    PLANNED = "planned", "nog niet begonnen"
    RUNNING = "running", "loopt"
    DONE = "done", "afgerond"
    STOPPED = "stopped", "gestopt"


class Progress(TenantModel):
    """Where a measure stands (stand), over all versions of its programme.

    ``milestones`` is the key of a milestone to the day it was reached. ``figure`` is what the
    output indicator counts by now. ``updated_on`` is empty as long as nobody said anything.
    """

    lineage = models.UUIDField()
    measure = models.UUIDField(help_text="key of the measure")
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.PLANNED)
    quality = models.CharField(max_length=10, choices=Light.choices, blank=True)
    time = models.CharField(max_length=10, choices=Light.choices, blank=True)
    money = models.CharField(max_length=10, choices=Light.choices, blank=True)
    spent = models.DecimalField(max_digits=11, decimal_places=2, null=True)
    hours_spent = models.DecimalField(max_digits=9, decimal_places=1, null=True)
    figure = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    milestones = models.JSONField(default=dict)
    help_wanted = models.BooleanField(default=False)
    updated_on = models.DateField(null=True)
    updated_by = TenantReference("people.Member", null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        lineage=Privacy.NONE,
        measure=Privacy.NONE,
        status=Privacy.NONE,
        quality=Privacy.NONE,
        time=Privacy.NONE,
        money=Privacy.NONE,
        spent=Privacy.NONE,
        hours_spent=Privacy.NONE,
        figure=Privacy.NONE,
        milestones=Privacy.NONE,
        help_wanted=Privacy.NONE,
        updated_on=Privacy.NONE,
        updated_by=Privacy.FUNCTION,
        revision=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "lineage", "measure"], name="programme_progress_once"
            )
        ]


class Update(TenantModel):
    """What somebody said of a measure on a day (bijwerking); rows are only ever added.

    ``number`` counts those of one measure, so that two of one day have an order.
    """

    lineage = models.UUIDField()
    measure = models.UUIDField(help_text="key of the measure")
    number = models.PositiveIntegerField(default=1)
    status = models.CharField(max_length=8, choices=Status.choices)
    quality = models.CharField(max_length=10, choices=Light.choices, blank=True)
    time = models.CharField(max_length=10, choices=Light.choices, blank=True)
    money = models.CharField(max_length=10, choices=Light.choices, blank=True)
    done = models.TextField(blank=True)
    figure = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    spent = models.DecimalField(max_digits=11, decimal_places=2, null=True)
    over_budget_reason = models.TextField(blank=True)
    hours_spent = models.DecimalField(max_digits=9, decimal_places=1, null=True)
    obstacle = models.TextField(blank=True)
    help_wanted = models.TextField(blank=True)
    said_on = models.DateField()
    said_by = TenantReference("people.Member", null=True, related_name="+")
    asking = TenantReference("programme.Asking", null=True, related_name="updates")

    privacy = PrivacyMap(
        lineage=Privacy.NONE,
        measure=Privacy.NONE,
        number=Privacy.NONE,
        status=Privacy.NONE,
        quality=Privacy.NONE,
        time=Privacy.NONE,
        money=Privacy.NONE,
        done=Privacy.TEXT,
        figure=Privacy.NONE,
        spent=Privacy.NONE,
        over_budget_reason=Privacy.TEXT,
        hours_spent=Privacy.NONE,
        obstacle=Privacy.TEXT,
        help_wanted=Privacy.TEXT,
        said_on=Privacy.NONE,
        said_by=Privacy.FUNCTION,
        asking=Privacy.NONE,
    )

    class Meta:
        ordering = ["-said_on", "-number", "id"]
        indexes = [models.Index(fields=["tenant", "lineage", "measure"], name="programme_updates")]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "lineage", "measure", "number"], name="programme_update_once"
            )
        ]
        triggers = only_added()


class Asking(TenantModel):
    """One request to one person to say how their measures go (vraag om een bijwerking).

    The personal link in its mail is derived from this row and a key outside the database; it ends
    on ``ends_on``, or when somebody revokes it.
    """

    programme = TenantReference("programme.Programme", related_name="askings")
    member = TenantReference("people.Member", related_name="+")
    asked_on = models.DateField()
    due_on = models.DateField()
    ends_on = models.DateField()
    reminded_on = models.DateField(null=True)
    opened_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    revoked_on = models.DateField(null=True)

    privacy = PrivacyMap(
        programme=Privacy.NONE,
        member=Privacy.FUNCTION,
        asked_on=Privacy.NONE,
        due_on=Privacy.NONE,
        ends_on=Privacy.NONE,
        reminded_on=Privacy.NONE,
        opened_on=Privacy.NONE,
        answered_on=Privacy.NONE,
        revoked_on=Privacy.NONE,
    )

    class Meta:
        ordering = ["-asked_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "programme", "member", "asked_on"], name="programme_asking_once"
            )
        ]

"""What a goal reached when no indicator tells, and the limit at which it asks for attention."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class GoalReading(TenantModel):
    """What was measured of a goal in a year (stand), for a goal with a figure of its own.

    ``goal`` is the key of the goal, the same in every version of the plan. ``low`` and ``high``
    are the margin that the source gives, both or neither.
    """

    goal = models.UUIDField(help_text="key of the goal")
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=14, decimal_places=2)
    low = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    high = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    source = models.CharField(max_length=200)
    entered_by = TenantReference("people.Member", null=True, related_name="+")
    entered_on = models.DateField()
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        goal=Privacy.NONE,
        year=Privacy.NONE,
        value=Privacy.NONE,
        low=Privacy.NONE,
        high=Privacy.NONE,
        source=Privacy.TEXT,
        entered_by=Privacy.FUNCTION,
        entered_on=Privacy.NONE,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "goal", "year"], name="monitoring_reading_once"
            ),
            models.CheckConstraint(
                condition=models.Q(low__isnull=True, high__isnull=True)
                | models.Q(low__lte=models.F("value"), high__gte=models.F("value")),
                name="monitoring_reading_within_margin",
            ),
        ]


class Threshold(TenantModel):
    """The limit (drempel) at which a goal asks for attention.

    ``crossed_in`` is the year in which it was found crossed; empty while it is not, so that one
    crossing opens one deviation.
    """

    class Rule(models.TextChoices):
        ABOVE = "above", "hoger dan een getal"
        BELOW = "below", "lager dan een getal"
        WORSE = "worse", "aantoonbaar slechter dan het jaar ervoor"

    goal = models.UUIDField(help_text="key of the goal")
    indicator = models.CharField(max_length=80, blank=True)
    rule = models.CharField(max_length=5, choices=Rule.choices)
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    set_by = TenantReference("people.Member", null=True, related_name="+")
    set_on = models.DateField()
    crossed_in = models.CharField(max_length=8, blank=True)
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        goal=Privacy.NONE,
        indicator=Privacy.NONE,
        rule=Privacy.NONE,
        value=Privacy.NONE,
        set_by=Privacy.FUNCTION,
        set_on=Privacy.NONE,
        crossed_in=Privacy.NONE,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["set_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "goal", "rule"], name="monitoring_threshold_once"
            ),
            models.CheckConstraint(
                condition=models.Q(rule="worse", value__isnull=True)
                | models.Q(rule__in=["above", "below"], value__isnull=False),
                name="monitoring_threshold_value",
            ),
        ]

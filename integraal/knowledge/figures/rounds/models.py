"""The monthly round: each month beside the months before it, kept as it was judged."""

from django.db import models

from integraal.foundation.areas.models import Area
from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class MonthRound(TenantModel):
    """One round (maandronde) over all series of a municipality; a later one does not change it.

    ``families`` holds per judged month how many comparisons were made together, how many chance
    alone would show, and how many stand out. ``rules`` holds what it was judged by.
    """

    made_by = TenantReference("people.Member", null=True, related_name="+")
    made_at = models.DateTimeField()
    first_month = models.CharField(max_length=8)
    last_month = models.CharField(max_length=8, help_text="newest month with figures")
    last_judged = models.CharField(max_length=8, help_text="newest month with verdicts")
    rules = models.JSONField()
    families = models.JSONField()
    fingerprint = models.CharField(max_length=64)

    privacy = PrivacyMap(
        made_by=Privacy.FUNCTION,
        made_at=Privacy.FUNCTION,
        first_month=Privacy.NONE,
        last_month=Privacy.NONE,
        last_judged=Privacy.NONE,
        rules=Privacy.NONE,
        families=Privacy.NONE,
        fingerprint=Privacy.NONE,
    )

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.last_judged


class MonthVerdict(TenantModel):
    """One series in one month (maandoordeel), with the method and the tier it was judged by.

    Of the municipality as a whole every month is kept; of its parts only those that had enough
    cases for a verdict. In the tier "exact", ``seen``, ``expected`` and ``upper_bound`` are of the
    three newest months together.
    """

    class Standing(models.TextChoices):
        ALARM = "alarm", "opvallend"
        USUAL = "usual", "niet opvallend"
        FEW = "few", "te weinig gevallen"
        SHORT = "short", "te weinig eerdere jaren"
        INCOMPLETE = "incomplete", "nog niet compleet"

    round = TenantReference(MonthRound, on_delete=models.CASCADE, related_name="verdicts")
    indicator = models.CharField(max_length=60)
    indicator_version = models.CharField(max_length=20)
    area = TenantReference(Area, related_name="+")
    period = models.CharField(max_length=8)
    seen = models.PositiveIntegerField()
    standing = models.CharField(max_length=12, choices=Standing.choices)
    tier = models.CharField(max_length=12, help_text="farrington, exact or few")
    method = models.CharField(max_length=60)
    expected = models.FloatField(null=True)
    upper_bound = models.PositiveIntegerField(null=True)
    p_value = models.FloatField(null=True)
    adjusted_p = models.FloatField(null=True)

    privacy = PrivacyMap(
        round=Privacy.NONE,
        indicator=Privacy.NONE,
        indicator_version=Privacy.NONE,
        area=Privacy.NONE,
        period=Privacy.NONE,
        seen=Privacy.NONE,
        standing=Privacy.NONE,
        tier=Privacy.NONE,
        method=Privacy.NONE,
        expected=Privacy.NONE,
        upper_bound=Privacy.NONE,
        p_value=Privacy.NONE,
        adjusted_p=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "round", "indicator", "area", "period"],
                name="figures_month_verdict_once",
            )
        ]

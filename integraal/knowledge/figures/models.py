"""Figures with where they came from: snapshots of files, and the values read from them."""

from django.db import models
from django.db.models import Q

from integraal.foundation.areas.models import Area
from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class Snapshot(TenantModel):
    """A file as it was read (momentopname): kept byte for byte, with its provenance."""

    source = models.CharField(max_length=60)
    file_name = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    accessed_on = models.DateField()
    content = models.BinaryField()
    loaded_by = TenantReference("people.Member", null=True, related_name="+")
    loaded_at = models.DateTimeField()

    privacy = PrivacyMap(
        source=Privacy.NONE,
        file_name=Privacy.NONE,
        title=Privacy.NONE,
        sha256=Privacy.NONE,
        size=Privacy.NONE,
        accessed_on=Privacy.NONE,
        content=Privacy.NONE,
        loaded_by=Privacy.FUNCTION,
        loaded_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["-loaded_at"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "sha256"], name="figures_snapshot_once")
        ]

    def __str__(self) -> str:
        return self.file_name


class Figure(TenantModel):
    """One count (cijfer): indicator, area and period, as one snapshot gives it.

    A later snapshot with another value adds a row and takes ``is_current`` from this one, so what
    was known when stays known.
    """

    class Status(models.TextChoices):
        PRESENT = "present", "bekend"
        MISSING = "missing", "ontbreekt"
        WITHHELD = "withheld", "afgeschermd"
        IMPOSSIBLE = "impossible", "kan niet"

    indicator = models.CharField(max_length=60)
    area = TenantReference(Area, related_name="figures")
    period = models.CharField(max_length=8)
    value = models.IntegerField(null=True)
    status = models.CharField(max_length=12, choices=Status.choices)
    rounded_to = models.PositiveSmallIntegerField(default=1)
    provisional = models.BooleanField(default=False)
    snapshot = TenantReference(Snapshot, related_name="figures")
    line = models.PositiveIntegerField(help_text="line in the snapshot")
    is_current = models.BooleanField(default=True)

    privacy = PrivacyMap(
        indicator=Privacy.NONE,
        area=Privacy.NONE,
        period=Privacy.NONE,
        value=Privacy.NONE,
        status=Privacy.NONE,
        rounded_to=Privacy.NONE,
        provisional=Privacy.NONE,
        snapshot=Privacy.NONE,
        line=Privacy.NONE,
        is_current=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "indicator", "area", "period", "snapshot"],
                name="figures_once_in_snapshot",
            ),
            models.UniqueConstraint(
                fields=["tenant", "indicator", "area", "period"],
                condition=Q(is_current=True),
                name="figures_one_current",
            ),
            models.CheckConstraint(
                condition=Q(status="present", value__isnull=False, value__gte=0)
                | (~Q(status="present") & Q(value__isnull=True)),
                name="figures_value_when_present",
            ),
        ]

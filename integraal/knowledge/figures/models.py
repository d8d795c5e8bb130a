"""Figures with where they came from: snapshots of files, and the values read from them."""

from django.db import models
from django.db.models import Q

from integraal.foundation.areas.models import Area
from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.knowledge.figures.hiding.models import HiddenCounts
from integraal.knowledge.figures.rounds.models import MonthRound, MonthVerdict

__all__ = [
    "ColumnMapping",
    "Dataset",
    "Figure",
    "HiddenCounts",
    "ImportDraft",
    "MonthRound",
    "MonthVerdict",
    "ReferenceFigure",
    "Snapshot",
    "Status",
]


class Status(models.TextChoices):
    """Whether there is a value; withheld, impossible and missing are three things, none zero."""

    PRESENT = "present", "bekend"
    MISSING = "missing", "ontbreekt"
    WITHHELD = "withheld", "afgeschermd"
    IMPOSSIBLE = "impossible", "kan niet"


VALUE_WHEN_PRESENT = Q(status="present", value__isnull=False, value__gte=0) | (
    ~Q(status="present") & Q(value__isnull=True)
)


class Dataset(models.Model):
    """A national table as it was fetched (landelijke momentopname), kept as Parquet in the store.

    Has no tenant: it is public data, the same for all, and read-only to the application.
    """

    source = models.CharField(max_length=60)
    vintage = models.PositiveSmallIntegerField(help_text="1 is the first of this source")
    title = models.CharField(max_length=300)
    origin = models.CharField(max_length=300, help_text="address or file name it came from")
    released = models.CharField(max_length=60, blank=True, help_text="as the publisher writes it")
    division_year = models.PositiveSmallIntegerField(null=True)
    accessed_on = models.DateField()
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    rows = models.PositiveBigIntegerField()
    first_period = models.CharField(max_length=8)
    last_period = models.CharField(max_length=8)
    published_at = models.DateTimeField()

    privacy = PrivacyMap(
        source=Privacy.NONE,
        vintage=Privacy.NONE,
        title=Privacy.NONE,
        origin=Privacy.NONE,
        released=Privacy.NONE,
        division_year=Privacy.NONE,
        accessed_on=Privacy.NONE,
        sha256=Privacy.NONE,
        size=Privacy.NONE,
        rows=Privacy.NONE,
        first_period=Privacy.NONE,
        last_period=Privacy.NONE,
        published_at=Privacy.NONE,
    )

    class Meta:
        ordering = ["source", "-vintage"]
        constraints = [
            models.UniqueConstraint(fields=["source", "vintage"], name="figures_vintage_once")
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.vintage}"


class ReferenceFigure(models.Model):
    """A value of a municipality or the country (vergelijkingscijfer), published for all to read."""

    measure = models.CharField(max_length=60)
    region = models.CharField(max_length=10)
    period = models.CharField(max_length=8)
    value = models.DecimalField(max_digits=14, decimal_places=3, null=True)
    status = models.CharField(max_length=12, choices=Status.choices)
    rounded_to = models.PositiveSmallIntegerField(default=1)
    provisional = models.BooleanField(default=False)
    incomplete = models.BooleanField(default=False)
    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, related_name="figures")
    line = models.PositiveBigIntegerField()
    as_given = models.CharField(max_length=40, blank=True)

    privacy = PrivacyMap(
        measure=Privacy.NONE,
        region=Privacy.NONE,
        period=Privacy.NONE,
        value=Privacy.NONE,
        status=Privacy.NONE,
        rounded_to=Privacy.NONE,
        provisional=Privacy.NONE,
        incomplete=Privacy.NONE,
        dataset=Privacy.NONE,
        line=Privacy.NONE,
        as_given=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "region", "period"], name="figures_reference_once"
            ),
            models.CheckConstraint(
                condition=VALUE_WHEN_PRESENT, name="figures_reference_value_when_present"
            ),
        ]
        indexes = [models.Index(fields=["measure", "period"], name="figures_reference_period")]


class Snapshot(TenantModel):
    """A file as it was read (momentopname): kept byte for byte, with its provenance.

    Rows out of a national table have that ``dataset`` for content.
    """

    source = models.CharField(max_length=60)
    file_name = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    accessed_on = models.DateField()
    content = models.BinaryField(null=True)
    dataset = models.ForeignKey(Dataset, null=True, on_delete=models.PROTECT, related_name="+")
    loaded_by = TenantReference("people.Member", null=True, related_name="+")
    loaded_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, help_text="its figures count no more")

    privacy = PrivacyMap(
        source=Privacy.NONE,
        file_name=Privacy.NONE,
        title=Privacy.NONE,
        sha256=Privacy.NONE,
        size=Privacy.NONE,
        accessed_on=Privacy.NONE,
        content=Privacy.NONE,
        dataset=Privacy.NONE,
        loaded_by=Privacy.FUNCTION,
        loaded_at=Privacy.FUNCTION,
        taken_back_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["-loaded_at"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "sha256"], name="figures_snapshot_once"),
            models.CheckConstraint(
                condition=Q(content__isnull=False) | Q(dataset__isnull=False),
                name="figures_snapshot_has_content",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class Figure(TenantModel):
    """One value (cijfer): measure, area and period, as one snapshot gives it.

    A later snapshot with another value adds a row and takes ``is_current`` from this one, so what
    was known when stays known. ``low``, ``high`` and ``sample`` come from sources that measure
    instead of count.
    """

    Status = Status

    measure = models.CharField(max_length=60)
    area = TenantReference(Area, related_name="figures")
    period = models.CharField(max_length=8)
    value = models.DecimalField(max_digits=14, decimal_places=3, null=True)
    low = models.DecimalField(max_digits=14, decimal_places=3, null=True)
    high = models.DecimalField(max_digits=14, decimal_places=3, null=True)
    sample = models.PositiveIntegerField(null=True)
    status = models.CharField(max_length=12, choices=Status.choices)
    rounded_to = models.PositiveSmallIntegerField(default=1)
    provisional = models.BooleanField(default=False)
    incomplete = models.BooleanField(default=False)
    snapshot = TenantReference(Snapshot, related_name="figures")
    line = models.PositiveBigIntegerField(help_text="line in the snapshot")
    as_given = models.CharField(max_length=40, blank=True, help_text="as it stands in the file")
    is_current = models.BooleanField(default=True)

    privacy = PrivacyMap(
        measure=Privacy.NONE,
        area=Privacy.NONE,
        period=Privacy.NONE,
        value=Privacy.NONE,
        low=Privacy.NONE,
        high=Privacy.NONE,
        sample=Privacy.NONE,
        status=Privacy.NONE,
        rounded_to=Privacy.NONE,
        provisional=Privacy.NONE,
        incomplete=Privacy.NONE,
        snapshot=Privacy.NONE,
        line=Privacy.NONE,
        as_given=Privacy.NONE,
        is_current=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "measure", "area", "period", "snapshot"],
                name="figures_once_in_snapshot",
            ),
            models.UniqueConstraint(
                fields=["tenant", "measure", "area", "period"],
                condition=Q(is_current=True),
                name="figures_one_current",
            ),
            models.CheckConstraint(condition=VALUE_WHEN_PRESENT, name="figures_value_when_present"),
        ]


class ColumnMapping(TenantModel):
    """How a partner's columns are read (kolomkoppeling), remembered by its headings."""

    name = models.CharField(max_length=100)
    signature = models.CharField(max_length=64, help_text="SHA-256 of the headings")
    mapping = models.JSONField()
    made_by = TenantReference("people.Member", null=True, related_name="+")
    made_at = models.DateTimeField()

    privacy = PrivacyMap(
        name=Privacy.NONE,
        signature=Privacy.NONE,
        mapping=Privacy.NONE,
        made_by=Privacy.FUNCTION,
        made_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "signature"], name="figures_mapping_once")
        ]

    def __str__(self) -> str:
        return self.name


class ImportDraft(TenantModel):
    """A partner's file between choosing it and taking it in (import in voorbereiding)."""

    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    mapping = models.JSONField(null=True)
    made_by = TenantReference("people.Member", null=True, related_name="+")
    made_at = models.DateTimeField()

    privacy = PrivacyMap(
        file_name=Privacy.NONE,
        content=Privacy.TEXT,
        mapping=Privacy.NONE,
        made_by=Privacy.FUNCTION,
        made_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.file_name

"""Places: the country's coded areas by year, and the areas a municipality works with."""

from django.db import models
from django.db.models import F, Q

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class CodedArea(models.Model):
    """An area of CBS's yearly division. The code means nothing without its year."""

    code = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=AreaKind.choices)
    name = models.CharField(max_length=100)
    within_code = models.CharField(max_length=10, blank=True)
    geometry = models.JSONField(null=True)
    province = models.CharField(max_length=40, blank=True)
    urbanity = models.PositiveSmallIntegerField(null=True, help_text="CBS class, 1 is most urban")

    privacy = PrivacyMap(
        code=Privacy.NONE,
        year=Privacy.NONE,
        kind=Privacy.NONE,
        name=Privacy.NONE,
        within_code=Privacy.NONE,
        geometry=Privacy.NONE,
        province=Privacy.NONE,
        urbanity=Privacy.NONE,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "year"], name="areas_code_in_year")]
        indexes = [models.Index(fields=["year", "kind"], name="areas_kind_in_year")]

    def __str__(self) -> str:
        return f"{self.name} ({self.code}, {self.year})"


class CodeChange(models.Model):
    """Which area of one year went into which area of the next (gemeentelijke herindeling)."""

    from_code = models.CharField(max_length=10)
    from_year = models.PositiveSmallIntegerField()
    to_code = models.CharField(max_length=10)
    to_year = models.PositiveSmallIntegerField()
    share = models.FloatField(help_text="share of the old area's inhabitants, 0 to 1")

    privacy = PrivacyMap(
        from_code=Privacy.NONE,
        from_year=Privacy.NONE,
        to_code=Privacy.NONE,
        to_year=Privacy.NONE,
        share=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["from_code", "from_year", "to_code", "to_year"], name="areas_change_once"
            ),
            models.CheckConstraint(
                condition=Q(share__gt=0) & Q(share__lte=1), name="areas_change_share"
            ),
            models.CheckConstraint(
                condition=Q(to_year__gt=F("from_year")), name="areas_change_forward"
            ),
        ]


class Area(TenantModel):
    """An area a municipality works with (gebied), valid for a time.

    ``number`` is the key of the area on maps and in the table beside them; ``code`` is CBS's code
    in ``code_year``, empty for an area of the municipality's own, such as a park.
    """

    kind = models.CharField(max_length=20, choices=AreaKind.choices)
    name = models.CharField(max_length=100)
    number = models.PositiveSmallIntegerField(null=True)
    code = models.CharField(max_length=10, blank=True)
    code_year = models.PositiveSmallIntegerField(null=True)
    within = TenantReference("self", null=True, related_name="parts")
    geometry = models.JSONField(null=True)
    few_inhabitants = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    privacy = PrivacyMap(
        kind=Privacy.NONE,
        name=Privacy.NONE,
        number=Privacy.NONE,
        code=Privacy.NONE,
        code_year=Privacy.NONE,
        within=Privacy.NONE,
        geometry=Privacy.NONE,
        few_inhabitants=Privacy.NONE,
        valid_from=Privacy.NONE,
        valid_to=Privacy.NONE,
    )

    class Meta:
        ordering = ["number", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "kind", "name", "valid_from"], name="areas_name_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="areas_valid_forward",
            ),
            models.CheckConstraint(
                condition=Q(code="", code_year__isnull=True) | ~Q(code="") & Q(code_year__gt=1990),
                name="areas_code_has_year",
            ),
        ]

    def __str__(self) -> str:
        return self.name

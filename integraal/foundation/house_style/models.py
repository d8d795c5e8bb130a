"""What a municipality sets of its look."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class HouseStyleSetting(TenantModel):
    """The six values and the shield of one municipality (huisstijl)."""

    brand = models.CharField(max_length=7)
    on_brand = models.CharField(max_length=7)
    accent = models.CharField(max_length=7)
    font_ui = models.CharField(max_length=40)
    font_voice = models.CharField(max_length=40)
    radius = models.PositiveSmallIntegerField()
    shield = models.TextField(blank=True)
    number = models.PositiveIntegerField(default=1)
    changed_by = TenantReference("people.Member", null=True, related_name="+")

    privacy = PrivacyMap(
        brand=Privacy.NONE,
        on_brand=Privacy.NONE,
        accent=Privacy.NONE,
        font_ui=Privacy.NONE,
        font_voice=Privacy.NONE,
        radius=Privacy.NONE,
        shield=Privacy.NONE,
        number=Privacy.NONE,
        changed_by=Privacy.FUNCTION,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tenant"], name="house_style_one")]

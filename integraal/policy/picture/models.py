"""The safety picture (veiligheidsbeeld) in its versions, and the texts in it."""

from django.db import models
from django.db.models import Q

from integraal.foundation.audit.models import only_added
from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.foundation.lifecycle.models import (
    DECIDED_PRIVACY,
    DecidedDocument,
    lifecycle_constraints,
    lifecycle_triggers,
)


class Picture(DecidedDocument):
    """One version of the safety picture of a year."""

    year = models.PositiveSmallIntegerField()

    privacy = PrivacyMap(year=Privacy.NONE, **DECIDED_PRIVACY)

    class Meta:
        ordering = ["-year", "-version"]
        constraints = [
            *lifecycle_constraints("picture"),
            models.UniqueConstraint(fields=["tenant", "year", "version"], name="picture_year_once"),
            models.CheckConstraint(
                condition=Q(year__gte=2005) & Q(year__lte=2100), name="picture_year_believable"
            ),
        ]
        triggers = lifecycle_triggers()

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return f"Veiligheidsbeeld {self.year}"


class ThemeText(TenantModel):
    """The story behind the figures of one theme (het verhaal achter de cijfers).

    ``revision`` goes up with every save; a save says on which revision it builds.
    """

    picture = TenantReference(Picture, related_name="texts")
    theme = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField(null=True)

    privacy = PrivacyMap(
        picture=Privacy.NONE,
        theme=Privacy.NONE,
        text=Privacy.TEXT,
        revision=Privacy.NONE,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "picture", "theme"], name="picture_text_once")
        ]

    def __str__(self) -> str:
        return f"{self.theme} in {self.picture_id}"


class EarlierText(TenantModel):
    """A text as it stood before somebody went on with it; rows are only ever added."""

    theme_text = TenantReference(ThemeText, related_name="earlier")
    revision = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()

    privacy = PrivacyMap(
        theme_text=Privacy.NONE,
        revision=Privacy.NONE,
        text=Privacy.TEXT,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "theme_text", "revision"], name="picture_earlier_once"
            )
        ]
        triggers = only_added()

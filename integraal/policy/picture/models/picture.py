"""The safety picture (veiligheidsbeeld) in its versions, and what its figures were at last."""

from django.db import models
from django.db.models import F, Q

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.foundation.lifecycle.models import (
    DECIDED_PRIVACY,
    DecidedDocument,
    lifecycle_constraints,
    lifecycle_triggers,
)


class Picture(DecidedDocument):
    """One version of the safety picture of a period.

    ``year`` is the year that is judged, the last of the period; ``first_year`` is where the
    courses begin.
    """

    first_year = models.PositiveSmallIntegerField()
    year = models.PositiveSmallIntegerField()

    privacy = PrivacyMap(first_year=Privacy.NONE, year=Privacy.NONE, **DECIDED_PRIVACY)

    class Meta:
        ordering = ["-year", "-version"]
        constraints = [
            *lifecycle_constraints("picture"),
            models.UniqueConstraint(fields=["tenant", "year", "version"], name="picture_year_once"),
            models.CheckConstraint(
                condition=Q(year__gte=2005) & Q(year__lte=2100), name="picture_year_believable"
            ),
            models.CheckConstraint(
                condition=Q(first_year__gte=2005) & Q(first_year__lte=F("year")),
                name="picture_period_in_order",
            ),
        ]
        triggers = lifecycle_triggers()

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return f"Veiligheidsbeeld {self.year}"


class DraftFigures(TenantModel):
    """The figures of a draft as they were reckoned last, so that no page reckons them anew.

    ``theme`` is empty for the part over all themes. ``stamp`` tells of what they were made; when
    it is no longer that of today, they are made again. ``changes`` holds what a source revised
    while somebody was writing, until the writer has seen it.
    """

    picture = TenantReference(Picture, related_name="draft_figures")
    theme = models.CharField(max_length=40, blank=True)
    stamp = models.CharField(max_length=64)
    content = models.JSONField()
    changes = models.JSONField(default=list)

    privacy = PrivacyMap(
        picture=Privacy.NONE,
        theme=Privacy.NONE,
        stamp=Privacy.NONE,
        content=Privacy.NONE,
        changes=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "picture", "theme"], name="picture_draft_figures_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.theme or 'all themes'} in {self.picture_id}"

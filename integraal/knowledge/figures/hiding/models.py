"""What is hidden of one division in one year, as it was reckoned last."""

from django.db import models

from integraal.foundation.database.models import TenantModel
from integraal.foundation.database.privacy import Privacy, PrivacyMap

OWN_PARTS = 0
"""The division of the municipality's own parts, which have no year of CBS."""


class HiddenCounts(TenantModel):
    """Which counts stay hidden (afgeschermde aantallen) in one division and one year.

    ``hidden`` is code of an indicator to id of an area to why. ``stamp`` tells of what it was
    reckoned; when that is no longer so, it is reckoned again.
    """

    division = models.PositiveSmallIntegerField()
    year = models.PositiveSmallIntegerField()
    stamp = models.CharField(max_length=64)
    hidden = models.JSONField()

    privacy = PrivacyMap(
        division=Privacy.NONE, year=Privacy.NONE, stamp=Privacy.NONE, hidden=Privacy.NONE
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "division", "year"], name="figures_hidden_counts_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.division or 'own parts'} in {self.year}"

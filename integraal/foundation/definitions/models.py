"""The municipality's own versions of shipped definitions; rows are only ever added."""

from django.db import models

from integraal.foundation.audit.models import only_added
from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class OwnVersion(TenantModel):
    """A change the municipality made to a definition (eigen versie); the latest one counts.

    ``changes`` maps a field to its own value; empty means: back to what was shipped.
    """

    kind = models.CharField(max_length=40)
    code = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    changes = models.JSONField(default=dict)
    reason = models.TextField()
    made_by = TenantReference("people.Member", null=True, related_name="+")
    made_at = models.DateTimeField()

    privacy = PrivacyMap(
        kind=Privacy.NONE,
        code=Privacy.NONE,
        number=Privacy.NONE,
        changes=Privacy.TEXT,
        reason=Privacy.TEXT,
        made_by=Privacy.FUNCTION,
        made_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "kind", "code", "number"], name="definitions_number_once"
            )
        ]
        triggers = only_added()

    def __str__(self) -> str:
        return self.code

"""An existing plan that is read in: what was found in it, and what a person did with that."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.plan.models.plan import Plan


class PlanImport(TenantModel):
    """A document with the proposals made of it; ``settled`` is proposal to what was done with it.

    The file itself is not kept, only its name, its fingerprint and the proposals.
    """

    plan = TenantReference(Plan, null=True, related_name="imports")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    found = models.JSONField()
    settled = models.JSONField(default=dict)
    finished_on = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=1)
    made_by = TenantReference("people.Member", null=True, related_name="+")
    made_at = models.DateTimeField()

    privacy = PrivacyMap(
        plan=Privacy.NONE,
        file_name=Privacy.NONE,
        sha256=Privacy.NONE,
        found=Privacy.TEXT,
        settled=Privacy.NONE,
        finished_on=Privacy.NONE,
        revision=Privacy.NONE,
        made_by=Privacy.FUNCTION,
        made_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.file_name

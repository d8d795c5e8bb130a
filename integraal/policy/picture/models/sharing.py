"""A link with which somebody without an account reads one version of a picture for a term."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.picture.models.picture import Picture


class ShareLink(TenantModel):
    """A read-only link (deellink); only a digest of its secret is kept."""

    picture = TenantReference(Picture, related_name="share_links")
    recipient = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    made_by = TenantReference("people.Member", null=True, related_name="+")
    made_on = models.DateField()
    ends_on = models.DateField()
    revoked_on = models.DateField(null=True)
    opened = models.PositiveIntegerField(default=0)
    opened_on = models.DateField(null=True)

    privacy = PrivacyMap(
        picture=Privacy.NONE,
        recipient=Privacy.FUNCTION,
        digest=Privacy.ACCOUNT,
        made_by=Privacy.FUNCTION,
        made_on=Privacy.NONE,
        ends_on=Privacy.NONE,
        revoked_on=Privacy.NONE,
        opened=Privacy.NONE,
        opened_on=Privacy.NONE,
    )

    class Meta:
        ordering = ["-made_on", "recipient", "id"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "digest"], name="picture_share_link_once")
        ]

    def __str__(self) -> str:
        return f"deellink voor {self.recipient}"

"""Documents that were made of frozen content, kept by what they were made of."""

from django.db import models

from integraal.foundation.database.models import TenantModel
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class Rendition(TenantModel):
    """A PDF of one frozen content (uitdraai): the same content gives the same bytes."""

    source_sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=120)
    content = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    privacy = PrivacyMap(
        source_sha256=Privacy.NONE,
        file_name=Privacy.NONE,
        content=Privacy.TEXT,
        made_at=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "source_sha256"], name="documents_rendition_once"
            )
        ]

    def __str__(self) -> str:
        return self.file_name

"""Documents that were made of frozen content, and the templates a municipality brought itself."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class Rendition(TenantModel):
    """A document of one frozen content (uitdraai): the same content gives the same bytes."""

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


class WordTemplate(TenantModel):
    """The municipality's own template (sjabloon) for one kind of Word document.

    ``content`` is empty when the shipped template was put back; ``number`` counts the changes.
    """

    kind = models.CharField(max_length=40)
    file_name = models.CharField(max_length=120, blank=True)
    content = models.BinaryField(default=bytes)
    sha256 = models.CharField(max_length=64, blank=True)
    number = models.PositiveIntegerField(default=0)
    changed_by = TenantReference("people.Member", null=True, related_name="+")
    changed_at = models.DateTimeField()

    privacy = PrivacyMap(
        kind=Privacy.NONE,
        file_name=Privacy.TEXT,
        content=Privacy.TEXT,
        sha256=Privacy.NONE,
        number=Privacy.NONE,
        changed_by=Privacy.FUNCTION,
        changed_at=Privacy.FUNCTION,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "kind"], name="documents_word_template_once")
        ]

    def __str__(self) -> str:
        return self.file_name or self.kind

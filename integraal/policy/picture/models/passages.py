"""The texts of a picture: one passage per part of a theme, and some for the picture as a whole."""

from django.db import models

from integraal.foundation.audit.models import only_added
from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.picture.models.picture import Picture


class Passage(TenantModel):
    """One text: a part of a theme, or of the picture as a whole when ``theme`` is empty.

    Which parts there are stands in ``parts``. ``revision`` goes up with every save; a save says
    on which revision it builds.
    """

    picture = TenantReference(Picture, related_name="passages")
    theme = models.CharField(max_length=40, blank=True)
    part = models.CharField(max_length=20)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField(null=True)

    privacy = PrivacyMap(
        picture=Privacy.NONE,
        theme=Privacy.NONE,
        part=Privacy.NONE,
        text=Privacy.TEXT,
        revision=Privacy.NONE,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "picture", "theme", "part"], name="picture_passage_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.part} of {self.theme or 'the picture'} in {self.picture_id}"


class EarlierPassage(TenantModel):
    """A text as it stood before somebody went on with it; rows are only ever added."""

    passage = TenantReference(Passage, related_name="earlier")
    revision = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()

    privacy = PrivacyMap(
        passage=Privacy.NONE,
        revision=Privacy.NONE,
        text=Privacy.TEXT,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "passage", "revision"], name="picture_earlier_once"
            )
        ]
        triggers = only_added()

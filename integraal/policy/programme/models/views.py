"""What a reader keeps for himself: a view of the table, and a calendar."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class SavedView(TenantModel):
    """A filtered table that somebody keeps under a name; ``query`` is that of its address."""

    member = TenantReference("people.Member", related_name="+")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500, blank=True)

    privacy = PrivacyMap(member=Privacy.FUNCTION, name=Privacy.NONE, query=Privacy.NONE)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "member", "name"], name="programme_saved_view_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class CalendarFeed(TenantModel):
    """The address at which a calendar program reads somebody's measures; made anew, it changes."""

    member = TenantReference("people.Member", related_name="+")
    made_on = models.DateField()
    ends_on = models.DateField()
    revoked_on = models.DateField(null=True)

    privacy = PrivacyMap(
        member=Privacy.FUNCTION,
        made_on=Privacy.NONE,
        ends_on=Privacy.NONE,
        revoked_on=Privacy.NONE,
    )

    class Meta:
        ordering = ["-made_on", "id"]

"""What binds the municipality and its partners, and who residents meet in the street."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class Profile(TenantModel):
    """What an organisation does for safety here (rol in de veiligheid)."""

    organisation = TenantReference("people.Organisation", related_name="profiles")
    role = models.TextField(blank=True)
    website = models.URLField(blank=True)
    ended_on = models.DateField(null=True, help_text="since when we work with it no more")
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        organisation=Privacy.NONE,
        role=Privacy.TEXT,
        website=Privacy.NONE,
        ended_on=Privacy.NONE,
        revision=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "organisation"], name="partners_profile_once")
        ]


class Contact(TenantModel):
    """A contact person (contactpersoon) of an organisation, with or without an account.

    ``subject`` is for what to ask this person, such as "jeugd".
    """

    member = TenantReference("people.Member", related_name="contacts")
    mail = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    subject = models.CharField(max_length=120, blank=True)
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        member=Privacy.FUNCTION,
        mail=Privacy.FUNCTION,
        phone=Privacy.FUNCTION,
        subject=Privacy.NONE,
        revision=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "member"], name="partners_contact_once")
        ]


class Covenant(TenantModel):
    """An agreement with partners (convenant): why, on which ground, about which data, how long."""

    title = models.CharField(max_length=160)
    purpose = models.TextField(blank=True)
    ground = models.TextField(blank=True)
    data = models.TextField(blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    evaluate_on = models.DateField(null=True)
    evaluated_on = models.DateField(null=True)
    link = models.URLField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        title=Privacy.NONE,
        purpose=Privacy.TEXT,
        ground=Privacy.TEXT,
        data=Privacy.TEXT,
        starts_on=Privacy.NONE,
        ends_on=Privacy.NONE,
        evaluate_on=Privacy.NONE,
        evaluated_on=Privacy.NONE,
        link=Privacy.NONE,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["title", "id"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "title"], name="partners_covenant_once")
        ]

    def __str__(self) -> str:
        return self.title


class CovenantParty(TenantModel):
    """An organisation that a covenant binds."""

    covenant = TenantReference(Covenant, related_name="parties")
    organisation = TenantReference("people.Organisation", related_name="+")

    privacy = PrivacyMap(covenant=Privacy.NONE, organisation=Privacy.NONE)

    class Meta:
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "covenant", "organisation"], name="partners_party_once"
            )
        ]


class TeamCard(TenantModel):
    """Somebody of the visible team (zichtbare team) as residents may see them.

    ``area`` is empty for the whole municipality. Only what is ``shown`` is public; whoever stands
    on it agreed to that on ``agreed_on``.
    """

    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=120)
    function = models.CharField(max_length=120)
    organisation = TenantReference("people.Organisation", null=True, related_name="+")
    area = TenantReference("areas.Area", null=True, related_name="+")
    phone = models.CharField(max_length=30, blank=True)
    mail = models.EmailField(blank=True)
    reachable = models.CharField(max_length=160, blank=True)
    shown = models.BooleanField(default=False)
    agreed_on = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        order=Privacy.NONE,
        name=Privacy.FUNCTION,
        function=Privacy.FUNCTION,
        organisation=Privacy.FUNCTION,
        area=Privacy.NONE,
        phone=Privacy.FUNCTION,
        mail=Privacy.FUNCTION,
        reachable=Privacy.FUNCTION,
        shown=Privacy.NONE,
        agreed_on=Privacy.FUNCTION,
        revision=Privacy.NONE,
    )

    class Meta:
        ordering = ["order", "name", "id"]

    def __str__(self) -> str:
        return self.function

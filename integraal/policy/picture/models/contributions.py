"""What others say: partners and residents, and what of it belongs to another department."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.picture.models.picture import Picture


class Contribution(TenantModel):
    """What a partner or residents said (inbreng), with source, function and date.

    The source is an organisation or a channel, never a person.
    """

    class Side(models.TextChoices):
        PARTNER = "partner", "partner"
        RESIDENTS = "residents", "inwoners"
        ENTREPRENEURS = "entrepreneurs", "ondernemers"
        STAFF = "staff", "medewerkers"

    picture = TenantReference(Picture, related_name="contributions")
    theme = models.CharField(max_length=40)
    side = models.CharField(max_length=20, choices=Side.choices)
    source = models.CharField(max_length=120)
    function = models.CharField(max_length=120, blank=True)
    said_on = models.DateField()
    text = models.TextField()
    revision = models.PositiveIntegerField(default=1)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()

    privacy = PrivacyMap(
        picture=Privacy.NONE,
        theme=Privacy.NONE,
        side=Privacy.NONE,
        source=Privacy.NONE,
        function=Privacy.FUNCTION,
        said_on=Privacy.NONE,
        text=Privacy.TEXT,
        revision=Privacy.NONE,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["-said_on", "source", "id"]

    def __str__(self) -> str:
        return f"{self.source} over {self.theme}"


class Referral(TenantModel):
    """A matter that belongs to another department or policy (verwijzing), and the answer back."""

    picture = TenantReference(Picture, related_name="referrals")
    contribution = TenantReference(Contribution, null=True, related_name="referrals")
    subject = models.CharField(max_length=200)
    text = models.TextField()
    went_to = models.CharField(max_length=120)
    document = models.CharField(max_length=200, blank=True)
    link = models.URLField(blank=True)
    referred_on = models.DateField()
    referred_by = TenantReference("people.Member", null=True, related_name="+")
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=120, blank=True)

    privacy = PrivacyMap(
        picture=Privacy.NONE,
        contribution=Privacy.NONE,
        subject=Privacy.TEXT,
        text=Privacy.TEXT,
        went_to=Privacy.NONE,
        document=Privacy.NONE,
        link=Privacy.NONE,
        referred_on=Privacy.NONE,
        referred_by=Privacy.FUNCTION,
        answer=Privacy.TEXT,
        answered_on=Privacy.NONE,
        answered_by=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["-referred_on", "subject", "id"]

    def __str__(self) -> str:
        return f"{self.subject} naar {self.went_to}"

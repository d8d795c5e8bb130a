"""Who works with the product: accounts, organisations, and people in their function."""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.foundation.people.roles import ROLES


class UserManager(BaseUserManager["User"]):
    """Find users by the mail address they sign in with."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """An account (account): only what signing in needs. Names and roles stand with ``Member``."""

    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = UserManager()

    privacy = PrivacyMap(
        email=Privacy.ACCOUNT,
        password=Privacy.ACCOUNT,
        last_login=Privacy.ACCOUNT,
        is_active=Privacy.NONE,
    )

    @property
    def is_staff(self) -> bool:
        return False

    @property
    def is_superuser(self) -> bool:
        return False


class Organisation(TenantModel):
    """An organisation (organisatie) the municipality works with, or the municipality itself."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", "gemeente"
        POLICE = "police", "politie"
        PROSECUTION = "prosecution", "openbaar ministerie"
        HOUSING = "housing", "woningcorporatie"
        CARE = "care", "zorg en welzijn"
        YOUTH = "youth", "jongerenwerk"
        HEALTH = "health", "GGD"
        FIRE = "fire", "brandweer en veiligheidsregio"
        RIEC = "riec", "RIEC"
        SCHOOL = "school", "school"
        BUSINESS = "business", "ondernemers"
        SUPERVISION = "supervision", "toezicht en handhaving"
        OTHER = "other", "anders"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=120)

    privacy = PrivacyMap(kind=Privacy.NONE, name=Privacy.NONE)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "name"], name="people_organisation_once")
        ]

    def __str__(self) -> str:
        return self.name


class Member(TenantModel):
    """A person in their function (medewerker of contactpersoon), with or without an account."""

    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    organisation = TenantReference(Organisation, related_name="members")
    name = models.CharField(max_length=120)
    function = models.CharField(max_length=120, blank=True)
    roles = ArrayField(models.CharField(max_length=40), default=list)
    active_from = models.DateField()
    active_until = models.DateField(null=True)

    # Whether the account was made with this membership; told once, by the action that did it.
    account_is_new = False

    privacy = PrivacyMap(
        user=Privacy.ACCOUNT,
        organisation=Privacy.FUNCTION,
        name=Privacy.FUNCTION,
        function=Privacy.FUNCTION,
        roles=Privacy.FUNCTION,
        active_from=Privacy.FUNCTION,
        active_until=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "user"],
                condition=Q(active_until__isnull=True),
                name="people_member_once",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def is_active_on(self, day: date) -> bool:
        return self.active_from <= day and (self.active_until is None or day < self.active_until)

    @property
    def role_names(self) -> list[str]:
        return [role.name for role in ROLES if role.code in self.roles]

    @property
    def first_role(self) -> str:
        return next(iter(self.role_names), "")


class ApiToken(TenantModel):
    """A key for the API (API-sleutel): acts as its maker, within its scopes, until it ends.

    Only a digest is kept; the key itself is shown once.
    """

    member = TenantReference(Member, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    scopes = ArrayField(models.CharField(max_length=40), default=list)
    made_on = models.DateField()
    ends_on = models.DateField()
    revoked_on = models.DateField(null=True)

    privacy = PrivacyMap(
        member=Privacy.FUNCTION,
        name=Privacy.NONE,
        digest=Privacy.ACCOUNT,
        scopes=Privacy.NONE,
        made_on=Privacy.NONE,
        ends_on=Privacy.NONE,
        revoked_on=Privacy.NONE,
    )

    class Meta:
        ordering = ["-made_on", "name"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "digest"], name="people_token_once")
        ]

    def __str__(self) -> str:
        return self.name

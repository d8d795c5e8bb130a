"""The tenant, and what every table that belongs to one has in common."""

import uuid
from typing import Any, ClassVar

from django.db import models

from integraal.foundation.database.privacy import Privacy, PrivacyMap


class Tenant(models.Model):
    """A municipality (gemeente), or a cooperation of several, that runs its policy here.

    The register of tenants is public knowledge (which municipalities work with the product), has
    no tenant itself and is read-only to the application's role.
    """

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", "gemeente"
        COOPERATION = "cooperation", "samenwerking van gemeenten"

    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.MUNICIPALITY)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=100)
    code = models.CharField(max_length=10, blank=True, help_text="CBS code, such as GM0432")
    is_fictitious = models.BooleanField(default=False)

    privacy = PrivacyMap(
        kind=Privacy.NONE,
        slug=Privacy.NONE,
        name=Privacy.NONE,
        code=Privacy.NONE,
        is_fictitious=Privacy.NONE,
    )

    def __str__(self) -> str:
        return self.name


class TenantModel(models.Model):
    """A row of one tenant: random identifier, and row-level security made by the migration.

    In the database the primary key is (tenant, id) and every reference to another tenant table is
    (tenant, reference), so that no error message can tell of another tenant's row.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")

    privacy: ClassVar[PrivacyMap]

    class Meta:
        abstract = True


class TenantReference(models.ForeignKey):
    """A reference to a row of the same tenant.

    Django makes no constraint for it: ``SecureTenantTable`` makes the one that includes the tenant.
    """

    def __init__(self, to: Any, on_delete: Any = models.PROTECT, **options: Any) -> None:
        options["db_constraint"] = False
        super().__init__(to, on_delete, **options)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("db_constraint", None)
        return name, path, args, kwargs

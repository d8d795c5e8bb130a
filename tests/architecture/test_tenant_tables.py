"""Every row belongs to a municipality, and the database itself keeps it there."""

from __future__ import annotations

import pytest
from django.db import connection, models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.people.models import Member
from integraal.portal.reference.tables import (
    guard_of,
    own_models,
    tenant_models,
    unique_keys,
)
from tests.architecture.tree import keep

WITHOUT_TENANT = {
    "database.Tenant": "the register of tenants itself; read-only to the application",
    "people.User": "one account may work for several municipalities; holds no name and no role",
    "areas.CodedArea": "national reference data, the same for all; read-only to the application",
    "figures.Dataset": "national tables, public data; read-only to the application",
    "figures.ReferenceFigure": "national figures, public data; read-only to the application",
    "areas.CodeChange": "national reference data, the same for all; read-only to the application",
}
WRITTEN_BY_APPLICATION = {"people.User"}


def closed(model: type[models.Model]) -> bool:
    return model._meta.model_name in guard_of(model._meta.app_label).closed


def plain_keys(model: type[models.Model]) -> list[str]:
    """Keys to another tenant table that do not carry the tenant."""
    return [
        f"{model._meta.label}.{field.name}"
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if isinstance(field, models.ForeignKey | models.ManyToManyField)
        and issubclass(field.related_model, TenantModel)
        and not isinstance(field, TenantReference)
    ]


def loose_keys(model: type[models.Model]) -> list[str]:
    """Unique keys that do not begin with the tenant."""
    return [f"{model._meta.label} {key}" for key in unique_keys(model) if key[:1] != ("tenant",)]


def test_there_are_tenant_tables() -> None:
    assert Member in tenant_models()


def test_every_tenant_table_is_closed_by_its_migration() -> None:
    offences = [model._meta.label for model in tenant_models() if not closed(model)]
    keep(offences, "Add SecureTenantTable(<model>) to the migration that makes the table:")


def test_every_reference_between_tenant_tables_carries_the_tenant() -> None:
    offences = [offence for model in tenant_models() for offence in plain_keys(model)]
    keep(offences, "Use TenantReference instead of ForeignKey:")


def test_every_unique_key_begins_with_the_tenant() -> None:
    offences = [offence for model in tenant_models() for offence in loose_keys(model)]
    keep(offences, "Begin the key with tenant, or its error tells of another's row:")


def test_every_other_table_has_a_reason_to_be_without_a_tenant() -> None:
    without = {m._meta.label for m in own_models() if not issubclass(m, TenantModel)}
    keep(sorted(without ^ WITHOUT_TENANT.keys()), "Say why in WITHOUT_TENANT, or use TenantModel:")


def test_shared_tables_are_read_only_to_the_application() -> None:
    offences = [
        model._meta.label
        for model in own_models()
        if model._meta.label in WITHOUT_TENANT.keys() - WRITTEN_BY_APPLICATION
        and model._meta.model_name not in guard_of(model._meta.app_label).read_only
    ]
    keep(offences, "Add ReadOnlyForApplication(<model>) to the migration:")


@pytest.mark.usefixtures("db")
def test_the_database_holds_what_the_migrations_say() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity "
            "AND relforcerowsecurity "
            "AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid)"
        )
        guarded = {name for (name,) in cursor.fetchall()}
    assert guarded == {model._meta.db_table for model in tenant_models()}


@pytest.fixture
def careless() -> type[models.Model]:
    """A tenant model that does everything wrong, known to no registry."""
    from django.apps.registry import Apps

    class Careless(TenantModel):
        member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
        code = models.CharField(max_length=5, unique=True)

        class Meta:
            app_label = "people"
            apps = Apps()
            constraints = [models.UniqueConstraint(fields=["member"], name="careless")]

    return Careless


def test_a_careless_tenant_table_is_found(careless: type[models.Model]) -> None:
    assert not closed(careless)
    assert plain_keys(careless) == ["people.Careless.member"]
    assert len(loose_keys(careless)) == 2

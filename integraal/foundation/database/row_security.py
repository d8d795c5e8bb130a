"""The migration operations that close a tenant table, and open it again on the way back.

What PostgreSQL is told: row security enabled and forced (so that the owner obeys it too), one
policy for reading and writing, a primary key and references that include the tenant.
"""

from typing import Any

from django.db import models
from django.db.migrations.operations.base import Operation

from integraal.foundation.database.models import TenantReference

TENANT_SETTING = "integraal.tenant"
USER_SETTING = "integraal.user"
# NULLIF: an unset or emptied setting matches no row at all.
CURRENT_TENANT = f"NULLIF(current_setting('{TENANT_SETTING}', true), '')::bigint"
CURRENT_USER = f"NULLIF(current_setting('{USER_SETTING}', true), '')::bigint"


class SecureTenantTable(Operation):
    """Close the table of a tenant model; reversible.

    Args:
        model_name: the model, in the migration's own app.
        also_readable: SQL condition under which a row may be read outside its tenant, for the one
            table that must be read before the tenant is known (who works where).
        insert_only: take UPDATE and DELETE from the application's role.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(
        self, model_name: str, *, also_readable: str = "", insert_only: bool = False
    ) -> None:
        self.model_name = model_name
        self.also_readable = also_readable
        self.insert_only = insert_only

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(
        self, app_label: str, editor: Any, from_state: Any, to_state: Any
    ) -> None:
        model = to_state.apps.get_model(app_label, self.model_name)
        table = model._meta.db_table
        for statement in _closing(table, self.also_readable, self.insert_only):
            editor.execute(statement)
        editor.execute(
            f'ALTER TABLE "{table}" DROP CONSTRAINT "{table}_pkey", '
            f'ADD CONSTRAINT "{table}_pkey" PRIMARY KEY (tenant_id, id)'
        )
        for field in tenant_references(model):
            editor.execute(_add_reference(table, field))

    def database_backwards(
        self, app_label: str, editor: Any, from_state: Any, to_state: Any
    ) -> None:
        model = from_state.apps.get_model(app_label, self.model_name)
        table = model._meta.db_table
        for field in tenant_references(model):
            editor.execute(
                f'ALTER TABLE "{table}" DROP CONSTRAINT "{_reference_name(table, field)}"'
            )
        editor.execute(
            f'ALTER TABLE "{table}" DROP CONSTRAINT "{table}_pkey", '
            f'ADD CONSTRAINT "{table}_pkey" PRIMARY KEY (id)'
        )
        editor.execute(f'DROP POLICY tenant_rows ON "{table}"')
        editor.execute(f'DROP POLICY IF EXISTS also_readable ON "{table}"')
        editor.execute(f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY')
        editor.execute(f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY')
        if self.insert_only:
            editor.execute(f'GRANT UPDATE, DELETE ON "{table}" TO integraal_app')

    def describe(self) -> str:
        return f"Close {self.model_name} to other tenants"

    @property
    def migration_name_fragment(self) -> str:
        return f"secure_{self.model_name.lower()}"

    def deconstruct(self) -> Any:
        options: dict[str, Any] = {}
        if self.also_readable:
            options["also_readable"] = self.also_readable
        if self.insert_only:
            options["insert_only"] = True
        return self.__class__.__qualname__, [self.model_name], options


class ReadOnlyForApplication(Operation):
    """Let the application's role read a table without tenant, and never write it; reversible."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_name: str) -> None:
        self.model_name = model_name

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(
        self, app_label: str, editor: Any, from_state: Any, to_state: Any
    ) -> None:
        table = to_state.apps.get_model(app_label, self.model_name)._meta.db_table
        editor.execute(f'REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "{table}" FROM integraal_app')

    def database_backwards(
        self, app_label: str, editor: Any, from_state: Any, to_state: Any
    ) -> None:
        table = from_state.apps.get_model(app_label, self.model_name)._meta.db_table
        editor.execute(f'GRANT INSERT, UPDATE, DELETE ON "{table}" TO integraal_app')

    def describe(self) -> str:
        return f"Make {self.model_name} read-only to the application"

    def deconstruct(self) -> Any:
        return self.__class__.__qualname__, [self.model_name], {}


def tenant_references(model: Any) -> list[models.ForeignKey]:
    """Return the fields of ``model`` that refer to a row of the same tenant."""
    return [field for field in model._meta.local_fields if isinstance(field, TenantReference)]


def _closing(table: str, also_readable: str, insert_only: bool) -> list[str]:
    same_tenant = f"tenant_id = {CURRENT_TENANT}"
    statements = [
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY',
        f'CREATE POLICY tenant_rows ON "{table}" USING ({same_tenant}) WITH CHECK ({same_tenant})',
    ]
    if also_readable:
        statements.append(
            f'CREATE POLICY also_readable ON "{table}" FOR SELECT USING ({also_readable})'
        )
    if insert_only:
        statements.append(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM integraal_app')
    return statements


def _reference_name(table: str, field: models.ForeignKey) -> str:
    return f"{table}_{field.column}_same_tenant"[:63]


def _add_reference(table: str, field: models.ForeignKey) -> str:
    target = field.related_model._meta.db_table  # type: ignore[union-attr]
    return (
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{_reference_name(table, field)}" '
        f'FOREIGN KEY (tenant_id, "{field.column}") REFERENCES "{target}" (tenant_id, id) '
        "DEFERRABLE INITIALLY DEFERRED"
    )

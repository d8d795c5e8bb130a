"""As the application's role, in raw SQL, nothing of another municipality can be had."""

from __future__ import annotations

import uuid

import psycopg
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, connections, transaction

from integraal.foundation.database.models import Tenant, TenantModel
from integraal.foundation.database.tenancy import set_tenant, tenant_scope
from tests.provisions import employ_at, own_dsn

TENANT_MODELS = [model for model in apps.get_models() if issubclass(model, TenantModel)]
by_table = pytest.mark.parametrize("model", TENANT_MODELS, ids=lambda model: model._meta.db_table)


def rows(sql: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def attempt(sql: str, *values: object) -> str:
    """Try a statement and undo it; return the error PostgreSQL gives, empty when none."""
    error = ""
    with transaction.atomic():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql, values)
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        except DatabaseError as raised:
            error = str(raised).split("\n")[0]
        transaction.set_rollback(True)
    return error


def test_the_application_works_as_a_role_that_cannot_get_round_row_security(db):
    role = rows("SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
    assert role == [("integraal_app", False, False)]


@by_table
def test_row_security_is_enabled_and_forced_with_one_policy_for_reading_and_writing(db, model):
    table = model._meta.db_table
    assert rows(
        "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = %s::regclass", table
    ) == [(True, True)]
    policies = rows(
        "SELECT policyname, cmd, qual, with_check FROM pg_policies WHERE tablename = %s", table
    )
    writing = [policy for policy in policies if policy[1] != "SELECT"]
    assert len(writing) == 1
    assert "integraal.tenant" in writing[0][2]
    assert writing[0][2] == writing[0][3]


@by_table
def test_every_unique_key_holds_the_tenant_so_no_error_tells_of_another(db, model):
    keys = rows(
        "SELECT pg_get_indexdef(indexrelid) FROM pg_index "
        "WHERE indrelid = %s::regclass AND indisunique",
        model._meta.db_table,
    )
    assert keys
    assert [key for (key,) in keys if "(tenant_id" not in key] == []


@by_table
def test_every_reference_to_a_tenant_table_holds_the_tenant(db, model):
    references = rows(
        "SELECT pg_get_constraintdef(oid), confrelid::regclass::text FROM pg_constraint "
        "WHERE conrelid = %s::regclass AND contype = 'f'",
        model._meta.db_table,
    )
    tenant_tables = {one._meta.db_table for one in TENANT_MODELS}
    to_tenant_tables = [text for text, table in references if table.strip('"') in tenant_tables]
    assert [text for text in to_tenant_tables if "FOREIGN KEY (tenant_id," not in text] == []
    fields = [
        field
        for field in model._meta.local_fields
        if field.is_relation and issubclass(field.related_model, TenantModel)
    ]
    assert len(to_tenant_tables) == len(fields)


@pytest.fixture
def other_rows(full_other_tenant: Tenant, molendrecht: Tenant) -> Tenant:
    """A row of Oostwaard in every tenant table, while the transaction works for Molendrecht."""
    return full_other_tenant


@by_table
def test_nothing_of_another_municipality_is_read_or_counted(other_rows, model):
    table = model._meta.db_table
    with tenant_scope(other_rows.pk):
        assert rows(f'SELECT count(*) FROM "{table}"')[0][0] > 0, "the test has no row to hide"
    assert rows(f'SELECT * FROM "{table}" WHERE tenant_id = %s', other_rows.pk) == []
    assert (
        rows(f'SELECT count(*) FROM "{table}" WHERE tenant_id <> %s', -1)[0][0]
        == rows(f'SELECT count(*) FROM "{table}"')[0][0]
    )


@by_table
@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE {} SET tenant_id = tenant_id WHERE tenant_id <> %s",
        "DELETE FROM {} WHERE tenant_id <> %s",
    ],
)
def test_nothing_of_another_municipality_is_changed_or_removed(
    other_rows, molendrecht, model, deed
):
    """The deed reaches no row, or the role may not do it to any row at all."""
    table = model._meta.db_table
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(deed.format(f'"{table}"'), [molendrecht.pk])
            assert cursor.rowcount == 0
    except DatabaseError as error:
        assert "permission denied" in str(error)
    assert "permission denied" in attempt(f'TRUNCATE "{table}"')


@by_table
def test_no_row_can_be_written_into_another_municipality(other_rows, molendrecht, model):
    copy = _copied(model, other_rows, tenant_id=other_rows.pk, id=uuid.uuid4())
    assert "row-level security" in attempt(*copy)


@by_table
def test_an_error_tells_nothing_of_anothers_identifier(other_rows, molendrecht, model):
    """A row of ours may bear the identifier of theirs: the database does not mind, or say."""
    with tenant_scope(other_rows.pk):
        theirs = rows(f'SELECT id FROM "{model._meta.db_table}" LIMIT 1')[0][0]
    taken = attempt(*_copied(model, other_rows, tenant_id=molendrecht.pk, id=theirs))
    fresh = attempt(*_copied(model, other_rows, tenant_id=molendrecht.pk, id=uuid.uuid4()))
    assert _without_values(taken) == _without_values(fresh)


@by_table
def test_a_reference_to_anothers_row_fails_as_one_to_nothing(other_rows, molendrecht, model):
    for field in model._meta.local_fields:
        if not (field.is_relation and issubclass(field.related_model, TenantModel)):
            continue
        with tenant_scope(other_rows.pk):
            target = field.related_model._meta.db_table
            theirs = rows(f'SELECT id FROM "{target}" LIMIT 1')[0][0]
        errors = {
            _without_values(
                attempt(
                    *_copied(
                        model,
                        other_rows,
                        **{"tenant_id": molendrecht.pk, "id": uuid.uuid4(), field.column: value},
                    )
                )
            )
            for value in (theirs, uuid.uuid4())
        }
        assert len(errors) == 1
        assert "foreign key" in errors.pop()


@by_table
def test_without_a_tenant_there_are_no_rows_at_all(other_rows, model):
    set_tenant(None)
    assert rows(f'SELECT count(*) FROM "{model._meta.db_table}"') == [(0,)]


def test_the_tenant_is_forgotten_with_the_transaction(db, oostwaard):
    with psycopg.connect(own_dsn("integraal_app")) as own:
        with own.transaction():
            own.execute("SELECT set_config('integraal.tenant', %s, true)", [str(oostwaard.pk)])
        with own.transaction():
            found = own.execute("SELECT current_setting('integraal.tenant', true)").fetchone()
    assert not found[0]


def test_the_tenant_cannot_be_set_outside_a_transaction(monkeypatch):
    monkeypatch.setattr(connections["default"], "in_atomic_block", False)
    with pytest.raises(RuntimeError, match="inside a transaction"):
        set_tenant(1)


def test_a_user_sees_own_memberships_elsewhere_and_nobody_elses(molendrecht, oostwaard):
    from integraal.foundation.database.tenancy import set_user
    from integraal.foundation.people.models import Member

    one = employ_at(oostwaard, "adviser")
    employ_at(oostwaard, "mayor")
    with tenant_scope(oostwaard.pk):
        user_id = Member.objects.get(pk=one.member_id).user_id
    set_user(user_id)
    assert {member.pk for member in Member.objects.filter(tenant=oostwaard)} == {one.member_id}


def _copied(model, other: Tenant, **changes: object) -> tuple:
    """Return an INSERT of the other tenant's first row with some columns changed."""
    table = model._meta.db_table
    columns = [field.column for field in model._meta.local_concrete_fields]
    with tenant_scope(other.pk):
        row = rows(f'SELECT {", ".join(map(_quoted, columns))} FROM "{table}" LIMIT 1')[0]
    values = dict(zip(columns, row, strict=True)) | changes
    adapted = [
        psycopg.types.json.Jsonb(value) if isinstance(value, dict) else value
        for value in values.values()
    ]
    marks = ", ".join(["%s"] * len(columns))
    return (
        f'INSERT INTO "{table}" ({", ".join(map(_quoted, columns))}) VALUES ({marks})',
        *adapted,
    )


def _quoted(name: str) -> str:
    return f'"{name}"'


def _without_values(error: str) -> str:
    """Return an error without the values that we sent ourselves."""
    return error.split("DETAIL")[0]

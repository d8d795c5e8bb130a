"""A municipality whose rows every connection sees, for work with a transaction of its own."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from tests.provisions import employ_at, enter, superuser_dsn

if TYPE_CHECKING:
    from integraal.foundation.audit.actors import Actor

_TABLES = (
    "jobs_job",
    "areas_area",
    "audit_link",
    "audit_event",
    "people_apitoken",
    "people_member",
    "people_organisation",
)


@pytest.fixture
def asker(django_db_blocker: Any) -> Iterator[Actor]:
    """An adviser of a municipality that is really there, and is removed afterwards."""
    from django.db import connection

    with django_db_blocker.unblock():
        tenant = enter(f"taken-{uuid.uuid4().hex[:12]}", "Takendorp")
        try:
            yield employ_at(tenant, "adviser", name="Vraagsteller (fictief)")
        finally:
            with psycopg.connect(superuser_dsn()) as superuser:
                superuser.execute("SET session_replication_role = replica")
                superuser.execute("DELETE FROM procrastinate_jobs")
                for table in _TABLES:
                    statement = f"DELETE FROM {table} WHERE tenant_id = {tenant.pk}"
                    superuser.execute(statement.encode())
                superuser.execute("DELETE FROM database_tenant WHERE id = %s", [tenant.pk])
            connection.close()


@pytest.fixture
def kinds(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The kinds of work, for a test to add its own to."""
    from integraal.foundation.jobs import registry

    own: dict[str, Any] = {}
    monkeypatch.setattr(registry, "_kinds", own)
    return own

"""A committed chain that a test may tamper with as superuser, and that is removed afterwards."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from integraal.foundation.database.models import Tenant
from tests.provisions import enter, superuser_dsn, tenant_scope

TABLES = ("audit_event", "audit_link", "audit_segment", "people_organisation")


@pytest.fixture
def chained(django_db_blocker: Any) -> Iterator[Tenant]:
    """A tenant with five events in its chain, visible to every connection."""
    from django.db import connections, transaction

    from integraal.foundation.audit.actions import chain_events
    from integraal.foundation.audit.actors import the_product
    from integraal.foundation.people.actions import add_organisation

    with django_db_blocker.unblock():
        tenant = enter(f"keten-{uuid.uuid4().hex[:12]}", "Ketendorp")
        by = the_product(tenant.pk)
        with transaction.atomic(), tenant_scope(tenant.pk):
            for number in range(1, 6):
                add_organisation(by=by, name=f"Partner {number}", kind="other")
            chain_events(by=by)
        try:
            yield tenant
        finally:
            as_superuser(
                *(f"DELETE FROM {table} WHERE tenant_id = {tenant.pk}" for table in TABLES),
                f"DELETE FROM database_tenant WHERE id = {tenant.pk}",
            )
            connections["owner"].close()


@pytest.fixture
def tamper(chained: Tenant) -> Callable[..., None]:
    """Run statements on the chain as whoever can switch the triggers off."""

    def run(*statements: str) -> None:
        as_superuser(*(statement.replace("TENANT", str(chained.pk)) for statement in statements))

    return run


def as_superuser(*statements: str) -> None:
    with psycopg.connect(superuser_dsn()) as connection:
        connection.execute("SET session_replication_role = replica")
        for statement in statements:
            connection.execute(statement.encode())

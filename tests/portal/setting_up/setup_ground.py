"""Run ``setup`` for real in this process's database, and take everything away afterwards."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command

from integraal.foundation.database.models import Tenant
from tests.provisions import superuser_dsn

NATIONAL = ("figures_referencefigure", "figures_dataset", "areas_codedarea", "areas_codechange")


def run_setup(code: str, folder: Path, **options: Any) -> list[str]:
    """Return the sentences of the command."""
    said = io.StringIO()
    call_command("setup", code, data=folder, stdout=said, **options)
    return said.getvalue().splitlines()


def take_away(code: str) -> None:
    """Remove the municipality and all national tables; only the superuser can."""
    tenant = Tenant.objects.filter(code=code).first()
    with psycopg.connect(superuser_dsn()) as connection, connection.cursor() as cursor:
        # The tables refuse deletion and guard each other; a test that ends may take all away.
        cursor.execute("SET session_replication_role = replica")
        if tenant:
            cursor.execute(
                "SELECT table_name FROM information_schema.columns "
                "WHERE column_name = 'tenant_id' AND table_schema = 'public'"
            )
            for (table,) in cursor.fetchall():
                cursor.execute(f'DELETE FROM "{table}" WHERE tenant_id = %s', [tenant.pk])
            cursor.execute("DELETE FROM database_tenant WHERE id = %s", [tenant.pk])
        for table in NATIONAL:
            cursor.execute(f'DELETE FROM "{table}"')

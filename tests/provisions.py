"""One database per test process, copied from a template that is migrated once."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from integraal.foundation.database.embedded import roles
from integraal.foundation.database.embedded.testing import ensure_test_cluster

if TYPE_CHECKING:
    from integraal.foundation.audit.actors import Actor
    from integraal.foundation.database.models import Tenant

REPOSITORY = Path(__file__).resolve().parents[1]
TEMPLATE = "integraal_template"
PASSWORD = "alleen-voor-tests"
_DATABASE = "INTEGRAAL_TEST_DATABASE"


def prepare() -> None:
    """Make the template (once, in the first process), this process's copy, and start Django."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if not worker:
        ensure_test_cluster()
        _make_template()
    name = f"integraal_{worker or 'first'}_{uuid.uuid4().hex[:8]}"
    roles.clone_database(cluster(), template=TEMPLATE, name=name)
    os.environ.update(environment_for(name))
    os.environ[_DATABASE] = name
    os.environ["DJANGO_SETTINGS_MODULE"] = "integraal.config.settings"
    import django

    django.setup()
    # A worker that inherits this would start Django on the wrong database, before it comes here.
    del os.environ["DJANGO_SETTINGS_MODULE"]


def clean_up() -> None:
    """Remove this process's database."""
    if _DATABASE in os.environ:
        roles.drop_database(cluster(), os.environ.pop(_DATABASE))


def environment_for(database: str) -> dict[str, str]:
    """Return the settings by which the product works on one test database."""
    return {
        "DATABASE_URL": dsn(database, roles.APP),
        "OWNER_DATABASE_URL": dsn(database, roles.OWNER),
        "INTEGRAAL_SECRET_KEY": "alleen-voor-tests",
        "INTEGRAAL_ALLOWED_HOSTS": "127.0.0.1,localhost,testserver",
        "INTEGRAAL_DEMO": "1",
    }


def dsn(database: str, user: str) -> str:
    return roles.dsn_for(cluster(), database=database, user=user, password=PASSWORD)


def own_dsn(user: str) -> str:
    """Return the address of this process's database for a role."""
    return dsn(os.environ[_DATABASE], user)


def superuser_dsn() -> str:
    """Return the address of this process's database for the superuser."""
    parts = psycopg.conninfo.conninfo_to_dict(cluster())
    return psycopg.conninfo.make_conninfo(**{**parts, "dbname": os.environ[_DATABASE]})


def cluster() -> str:
    return os.environ["INTEGRAAL_TEST_CLUSTER"]


def _make_template() -> None:
    roles.drop_database(cluster(), TEMPLATE)
    roles.prepare(cluster(), database=TEMPLATE, owner_password=PASSWORD, app_password=PASSWORD)
    subprocess.run(
        [sys.executable, "-m", "integraal", "migrate", "--verbosity=0", "--skip-checks"],
        env={**os.environ, **environment_for(TEMPLATE)},
        cwd=REPOSITORY,
        check=True,
    )


def tenant_scope(tenant_id: int) -> AbstractContextManager[None]:
    from integraal.foundation.database.tenancy import tenant_scope

    return tenant_scope(tenant_id)


def enter(slug: str, name: str) -> Tenant:
    """Return the tenant, entered in the register by the owner when it is not there yet."""
    from integraal.foundation.database.models import Tenant

    owner = psycopg.connect(own_dsn(roles.OWNER))
    with owner, owner.cursor() as cursor:
        cursor.execute(
            "INSERT INTO database_tenant (kind, slug, name, code, is_fictitious) "
            "VALUES ('municipality', %s, %s, '', true) ON CONFLICT (slug) DO NOTHING",
            [slug, name],
        )
    owner.close()
    return Tenant.objects.get(slug=slug)


def employ_at(tenant: Tenant, *role_codes: str, name: str = "") -> Actor:
    """Give a new person access to ``tenant``."""
    from integraal.foundation.audit.actors import the_product
    from integraal.foundation.people.actions import add_member, add_organisation
    from integraal.foundation.people.models import Organisation
    from integraal.foundation.people.queries import actor_of

    by = the_product(tenant.pk)
    with tenant_scope(tenant.pk):
        organisation = Organisation.objects.filter(kind="municipality").first()
        organisation = organisation or add_organisation(
            by=by, name=f"Gemeente {tenant.name}", kind="municipality"
        )
        member = add_member(
            by=by,
            name=name or f"{role_codes[0].replace('_', ' ').title()} (fictief)",
            email=f"{uuid.uuid4().hex[:12]}@voorbeeld.example",
            role_codes=role_codes,
            organisation=organisation,
        )
    return actor_of(member)

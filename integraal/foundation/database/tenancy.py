"""Which tenant a transaction works for. Nothing else decides what the database shows."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from integraal.foundation.database.row_security import TENANT_SETTING, USER_SETTING


def set_tenant(tenant_id: int | None) -> None:
    """Let the rest of this transaction work for ``tenant_id``; ``None`` shows no tenant's rows.

    Raises:
        RuntimeError: outside a transaction, where the setting could leak through the pool.
    """
    _set(TENANT_SETTING, tenant_id)


def set_user(user_id: int | None) -> None:
    """Let the rest of this transaction see in which tenants this user works.

    Raises:
        RuntimeError: outside a transaction.
    """
    _set(USER_SETTING, user_id)


@contextmanager
def tenant_scope(tenant_id: int) -> Iterator[None]:
    """Work for one tenant inside a transaction, then put back what was set before."""
    with transaction.atomic():
        before = _current(TENANT_SETTING)
        set_tenant(tenant_id)
        try:
            yield
        finally:
            # A broken transaction takes no statement, and forgets the setting by itself.
            if not connection.needs_rollback:
                _set(TENANT_SETTING, before)


def current_tenant_id() -> int | None:
    """Return the tenant this transaction works for."""
    value = _current(TENANT_SETTING)
    return int(value) if value else None


def _set(setting: str, value: int | str | None) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError(f"{setting} may only be set inside a transaction.")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config(%s, %s, true)", [setting, "" if value is None else str(value)]
        )


def _current(setting: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting(%s, true), '')", [setting])
        return cursor.fetchone()[0]

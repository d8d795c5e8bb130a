"""Enter tenants and do the rest in one transaction: afterwards all of it is there, or nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import transaction

from integraal.foundation.database.models import Tenant
from integraal.foundation.database.setting_up import enter_tenant

Enter = Callable[..., Tenant]


@contextmanager
def setting_up() -> Iterator[Enter]:
    """Give a function that enters a tenant, as ``enter_tenant`` does, inside one transaction.

    The register is written on the owner's connection, which cannot share that transaction; so
    when anything goes wrong, the tenants entered here leave the register again.
    """
    entered: list[int] = []

    def enter(*, slug: str, name: str, code: str = "", is_fictitious: bool = False) -> Tenant:
        known = Tenant.objects.filter(slug=slug).exists()
        tenant = enter_tenant(slug=slug, name=name, code=code, is_fictitious=is_fictitious)
        if not known:
            entered.append(tenant.pk)
        return tenant

    try:
        with transaction.atomic():
            yield enter
    except BaseException:
        _leave_register(entered)
        raise


def _leave_register(tenant_ids: list[int]) -> None:
    if tenant_ids:
        # Nothing refers to these rows any more, so there is nothing for Django to collect.
        register = Tenant.objects.using("owner").filter(pk__in=tenant_ids)
        register._raw_delete("owner")

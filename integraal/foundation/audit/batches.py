"""Chain for every tenant, each batch in a transaction of its own."""

from django.db import transaction

from integraal.foundation.audit.actions import BATCH, chain_events
from integraal.foundation.audit.actors import Through, the_product
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope


def chain_all_tenants(through: Through) -> dict[str, int]:
    """Chain all events that wait; return how many for each tenant, by slug."""
    return {tenant.slug: chain_tenant(tenant, through) for tenant in Tenant.objects.order_by("pk")}


def chain_tenant(tenant: Tenant, through: Through) -> int:
    """Chain all events of one tenant that wait; return how many."""
    chained = 0
    count = BATCH
    while count == BATCH:
        with transaction.atomic(), tenant_scope(tenant.pk):
            count = chain_events(by=the_product(tenant.pk, through))
        chained += count
    return chained

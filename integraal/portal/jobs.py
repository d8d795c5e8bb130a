"""Work that is done beside the pages, by the worker."""

from django.db import transaction
from procrastinate.contrib.django import app

from integraal.foundation.audit.actions import BATCH, chain_events
from integraal.foundation.audit.actors import Through, the_product
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="chain-audit", pass_context=False)
def chain_audit(timestamp: int) -> int:
    """Chain what was recorded since the last minute, for every tenant; returns how much."""
    return chain_all_tenants()


def chain_all_tenants() -> int:
    """Chain all events that wait, tenant by tenant, in batches of their own transaction."""
    chained = 0
    for tenant in Tenant.objects.order_by("pk"):
        count = BATCH
        while count == BATCH:
            with transaction.atomic(), tenant_scope(tenant.pk):
                count = chain_events(by=the_product(tenant.pk, Through.JOB))
            chained += count
    return chained

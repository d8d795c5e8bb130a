"""Work that is done beside the pages, by the worker."""

from procrastinate.contrib.django import app

from integraal.foundation.audit.actors import Through
from integraal.foundation.audit.batches import chain_all_tenants


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="chain-audit")
def chain_audit(timestamp: int) -> int:
    """Chain what was recorded since the last minute, for every tenant; returns how much."""
    return sum(chain_all_tenants(Through.JOB).values())

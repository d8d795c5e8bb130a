"""``audit-chain``: chain what waits, for all tenants."""

from typing import Any

from django.core.management.base import BaseCommand

from integraal.foundation.audit.actors import Through
from integraal.foundation.audit.batches import chain_all_tenants


class Command(BaseCommand):
    help = "Chain all recorded events that have no link yet."

    def handle(self, *args: Any, **options: Any) -> None:
        for slug, number in chain_all_tenants(Through.COMMAND).items():
            self.stdout.write(f"{slug}: {number} chained")

"""``audit-heads``: the state of each chain by day, to be kept where the database's owner is not."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from integraal.foundation.audit.queries import heads
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope


class Command(BaseCommand):
    help = "Print tenant, day, position and hash of each day as JSON lines, to keep outside."

    def handle(self, *args: Any, **options: Any) -> None:
        for tenant in Tenant.objects.order_by("slug"):
            with tenant_scope(tenant.pk):
                found = heads()
            for day, position, value in found:
                head = {"tenant": tenant.slug, "day": day, "position": position, "hash": value}
                self.stdout.write(json.dumps(head))

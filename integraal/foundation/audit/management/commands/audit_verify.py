"""``audit-verify``: name each place where the chain does not hold."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from integraal.foundation.audit.queries import (
    chain_faults,
    chained_count,
    destroyed_months,
    unchained_count,
)
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope


class Command(BaseCommand):
    help = "Verify the audit chain of every tenant; exit code 1 when it does not hold somewhere."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--tenant", default="", help="slug of one tenant; default: all")
        parser.add_argument(
            "--heads", type=Path, help="JSON lines of audit-heads that were kept outside"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        known = _kept_heads(options["heads"])
        tenants = Tenant.objects.order_by("slug")
        if options["tenant"]:
            tenants = tenants.filter(slug=options["tenant"])
            if not tenants:
                raise CommandError(f"There is no tenant {options['tenant']}.")
        broken = [tenant.slug for tenant in tenants if not self._holds(tenant, known[tenant.slug])]
        if broken:
            raise CommandError(f"The chain does not hold: {', '.join(broken)}.", returncode=1)

    def _holds(self, tenant: Tenant, known: dict[int, str]) -> bool:
        with tenant_scope(tenant.pk):
            found = chain_faults(tenant.pk, known)
            chained, waiting = chained_count(), unchained_count()
            months = [segment.month for segment in destroyed_months()]
        for fault in found:
            self.stdout.write(f"{tenant.slug}: {fault.sentence}")
        words = "does not hold" if found else "holds"
        self.stdout.write(f"{tenant.slug}: {chained} chained, {waiting} waiting; the chain {words}")
        if months:
            self.stdout.write(f"{tenant.slug}: destroyed at their term: {', '.join(months)}")
        return not found


def _kept_heads(file: Path | None) -> dict[str, dict[int, str]]:
    """Return the kept heads: slug to position to hash; a tenant without any has none."""
    heads: dict[str, dict[int, str]] = defaultdict(dict)
    if file is None:
        return heads
    try:
        lines = file.read_text().splitlines()
    except (OSError, ValueError) as error:
        raise CommandError(f"{file} cannot be read.") from error
    for line in lines:
        try:
            head = json.loads(line)
            heads[head["tenant"]][int(head["position"])] = head["hash"]
        except (ValueError, KeyError, TypeError) as error:
            raise CommandError(f"This is no line of audit-heads: {line[:80]}") from error
    return heads

"""``surveillance``: the monthly round for one municipality or all of them."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from integraal.foundation.audit.actors import the_product
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope
from integraal.knowledge.figures.rounds.actions import make_round
from integraal.knowledge.figures.rounds.telling import told_of_round


class Command(BaseCommand):
    help = "Judge the newest months of every series; nobody is mailed."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "municipality", nargs="?", default="", help="code or short name; without it: all"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        for tenant in _chosen(options["municipality"].strip()):
            started = time.monotonic()
            with tenant_scope(tenant.pk):
                said = told_of_round(make_round(by=the_product(tenant.pk)))
            self.stdout.write(f"{tenant.name}: {said} ({time.monotonic() - started:.1f} s)")
            self.stdout.flush()


def _chosen(name: str) -> list[Tenant]:
    tenants = list(Tenant.objects.order_by("name"))
    if not name:
        return tenants
    found = [one for one in tenants if name.casefold() in (one.code.casefold(), one.slug)]
    if not found:
        known = ", ".join(one.code or one.slug for one in tenants) or "geen"
        raise CommandError(f"Er is geen gemeente '{name}'. Wel bekend: {known}.")
    return found

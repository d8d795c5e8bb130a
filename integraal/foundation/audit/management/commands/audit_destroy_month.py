"""``audit-destroy-month``: destroy a month of the trail whose term is over."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from integraal.foundation.audit.actions import OWNER, destroy_month
from integraal.foundation.audit.actors import the_product
from integraal.foundation.audit.terms import DestructionRefused
from integraal.foundation.database.models import Tenant


class Command(BaseCommand):
    help = "Destroy the events of one month at their term; the chain stays whole."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--tenant", required=True, help="slug of the tenant")
        parser.add_argument("--month", required=True, help="such as 2024-03")
        parser.add_argument(
            "--older-than-months", type=int, default=24, help="the term in months; default 24"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if OWNER not in connections:
            raise CommandError("OWNER_DATABASE_URL is not set; only the owner may destroy events.")
        tenant = Tenant.objects.filter(slug=options["tenant"]).first()
        if tenant is None:
            raise CommandError(f"There is no tenant {options['tenant']}.")
        try:
            kept = destroy_month(
                by=the_product(tenant.pk),
                month=options["month"],
                older_than_months=options["older_than_months"],
            )
        except DestructionRefused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(
            f"{tenant.slug}: {kept.month} destroyed, places {kept.first_position} to "
            f"{kept.last_position}"
        )

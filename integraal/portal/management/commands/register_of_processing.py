"""``integraal register-of-processing``: what a municipality puts in its own register and DPIA."""

from typing import Any

from django.core.management.base import BaseCommand

from integraal.portal.reference.privacy import register


class Command(BaseCommand):
    help = "Print the register of processing and the data chapter of the DPIA, in Dutch."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(register(), ending="")

"""``load-demo``: the invented municipalities of the demo."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from integraal.foundation.database.setting_up import NoOwnerConnection
from integraal.portal.setting_up.demo import load_demo
from integraal.portal.setting_up.problems import SettingUpProblem


class Command(BaseCommand):
    help = "Load the invented municipalities of the demo; a second time changes nothing."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "Dit is geen demonstratie, dus verzonnen gegevens komen er niet in. Gebruik "
                "'make demo', of zet INTEGRAAL_DEMO=1 bij een database die u kunt weggooien."
            )
        try:
            load_demo(folder=Path(settings.REPOSITORY) / "demo", report=self.stdout.write)
        except (SettingUpProblem, NoOwnerConnection) as problem:
            raise CommandError(f"{problem}\nEr is niets veranderd.") from problem

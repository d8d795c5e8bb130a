"""``setup GM0432``: make any municipality ready from open data, in one command."""

import argparse
import time
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.utils import timezone

from integraal.foundation.database.setting_up import NoOwnerConnection
from integraal.foundation.people.first_sign_in import first_sign_in_path
from integraal.knowledge.sources.national.store import Store
from integraal.knowledge.sources.problems import FileProblem
from integraal.portal.setting_up.problems import SettingUpProblem
from integraal.portal.setting_up.ready.municipality import Wanted, make_ready


class Command(BaseCommand):
    help = "Make a municipality ready: areas, boundaries, population, crime, nuisance, comparison."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="CBS code of the municipality, such as GM0432")
        parser.add_argument(
            "--data", type=Path, help="folder with open data, where there is no internet"
        )
        parser.add_argument(
            "--accessed-on",
            type=_day,
            help="day on which the files were taken from their sources (default: today)",
        )
        parser.add_argument("--administrator-email", default="", help="of who manages people")
        parser.add_argument("--administrator-name", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        wanted = Wanted(
            code=options["code"].strip().upper(),
            folder=options["data"],
            accessed_on=options["accessed_on"] or timezone.localdate(),
            administrator_name=options["administrator_name"].strip(),
            administrator_email=_mail(options["administrator_email"].strip()),
        )
        try:
            administrator = make_ready(wanted, Store(Path(settings.STORE)), self._say)
        except (SettingUpProblem, NoOwnerConnection, FileProblem) as problem:
            raise CommandError(f"{problem}\nEr is niets veranderd.") from problem
        self._say(f"Klaar in {time.monotonic() - started:.1f} seconden.")
        if administrator and administrator.user and not administrator.user.has_usable_password():
            self._say(
                f"{administrator.name} kiest binnen drie dagen een wachtwoord op dit adres, achter "
                f"het adres van Integraal: {first_sign_in_path(administrator.user)}"
            )

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is geen dag. Schrijf 2026-03-02.") from None


def _mail(text: str) -> str:
    try:
        if text:
            validate_email(text)
    except ValidationError:
        raise CommandError(
            "Geef met --administrator-email een mailadres, zoals beheer@gemeente.nl."
        ) from None
    return text

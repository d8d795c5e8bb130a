"""``add-municipality``: set up a real municipality."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from integraal.foundation.database.setting_up import NoOwnerConnection
from integraal.foundation.people.first_sign_in import first_sign_in_path
from integraal.portal.setting_up.new_municipality import NewMunicipality, add_municipality
from integraal.portal.setting_up.problems import SettingUpProblem


class Command(BaseCommand):
    help = "Set up a municipality: its areas, its first administrator and its first figures."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--slug", required=True, help="short name, such as opmeer")
        parser.add_argument("--name", required=True, help="name, such as Opmeer")
        parser.add_argument("--code", required=True, help="CBS code, such as GM0432")
        parser.add_argument(
            "--areas", required=True, type=Path, help="GeoJSON of the districts, in WGS84"
        )
        parser.add_argument(
            "--areas-year",
            type=int,
            help="year of the division of those areas (default: the file's)",
        )
        parser.add_argument("--administrator-email", required=True)
        parser.add_argument("--administrator-name", required=True)
        parser.add_argument(
            "--figures", nargs="*", default=[], type=Path, help="StatLine screen exports (CSV)"
        )
        parser.add_argument(
            "--accessed-on", type=_day, help="day on which those were downloaded (default: today)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        wanted = NewMunicipality(
            slug=options["slug"],
            name=options["name"],
            code=options["code"],
            areas_file=options["areas"],
            areas_year=options["areas_year"],
            administrator_name=options["administrator_name"],
            administrator_email=options["administrator_email"],
            figure_files=tuple(options["figures"]),
            accessed_on=options["accessed_on"] or timezone.localdate(),
        )
        try:
            administrator = add_municipality(municipality=wanted, report=self.stdout.write)
        except (SettingUpProblem, NoOwnerConnection) as problem:
            raise CommandError(f"{problem}\nEr is niets veranderd.") from problem
        if administrator.user and not administrator.user.has_usable_password():
            self.stdout.write(
                f"{administrator.name} kiest binnen drie dagen een wachtwoord op dit adres, achter "
                f"het adres van Integraal: {first_sign_in_path(administrator.user)}"
            )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is geen dag. Schrijf 2026-03-02.") from None

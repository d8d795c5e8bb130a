"""``integraal load-division``: the country's areas of a year, and what changed between years."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from integraal.foundation.areas.coded import DivisionProblem, read_changes, read_division
from integraal.foundation.areas.reference import replace_changes, replace_division


class Command(BaseCommand):
    help = "Load CBS's list of municipalities, districts and neighbourhoods of one year."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--year", type=int, help="the year the codes belong to")
        parser.add_argument("--areas", type=Path, help="CSV with columns Key and Title")
        parser.add_argument(
            "--changes",
            type=Path,
            help="CSV with columns from_code, from_year, to_code, to_year, share",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if "owner" not in connections:
            raise CommandError("OWNER_DATABASE_URL is not set; the owner loads national tables.")
        if not options["areas"] and not options["changes"]:
            raise CommandError("Name a file with --areas (and its --year) or --changes.")
        if options["areas"] and not options["year"]:
            raise CommandError("A code means nothing without its year: add --year.")
        try:
            if options["areas"]:
                count = replace_division(options["year"], read_division(_content(options["areas"])))
                self.stdout.write(f"{count} areas of {options['year']}.")
            if options["changes"]:
                count = replace_changes(read_changes(_content(options["changes"])))
                self.stdout.write(f"{count} changes.")
        except DivisionProblem as problem:
            raise CommandError(f"Nothing was loaded.\n{problem}") from problem


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error

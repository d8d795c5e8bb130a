"""``integraal docs``: make the reference pages from the code, or check that they are right."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from integraal.portal.reference.environment import NoPurpose
from integraal.portal.reference.pages import differences, write


class Command(BaseCommand):
    help = "Make docs/reference from the code; with --check, only tell what differs."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail if it would")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._make(Path(settings.REPOSITORY) / "docs" / "reference", check=options["check"])
        except NoPurpose as problem:
            raise CommandError(str(problem)) from problem

    def _make(self, folder: Path, *, check: bool) -> None:
        if not check:
            changed = write(folder)
            self.stdout.write(
                "\n".join(f"docs/reference/{name}" for name in changed) or "No change."
            )
            return
        if differing := differences(folder):
            names = "\n".join(f"docs/reference/{name}" for name in differing)
            raise CommandError(
                f"{names}\nThe code says something else. Run './run integraal docs'."
            )
        self.stdout.write("docs/reference is what the code says.")

"""``integraal check-templates``: every template compiles, and names only what exists."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from integraal.portal.reference.templates import problems_of, template_files


class Command(BaseCommand):
    help = "Compile every template; check addresses, files and inline code in them."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        files = template_files()
        problems = [
            problem
            for name, path in files.items()
            for problem in problems_of(name, path.read_text(encoding="utf-8"))
        ]
        if problems:
            raise CommandError("\n".join(problems))
        self.stdout.write(f"{len(files)} templates are right.")

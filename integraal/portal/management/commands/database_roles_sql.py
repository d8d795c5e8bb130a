"""``integraal database-roles-sql``: what an administrator runs once on a production server."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from integraal.foundation.database.embedded.roles import roles_sql


class Command(BaseCommand):
    help = (
        "Print the SQL that makes the two roles and the database. The passwords are read from "
        "INTEGRAAL_APP_PASSWORD and INTEGRAAL_OWNER_PASSWORD, so that they stand in no history."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--database-name", default="integraal")

    def handle(self, *args: Any, **options: Any) -> None:
        passwords = {
            name: os.environ.get(name, "")
            for name in ("INTEGRAAL_APP_PASSWORD", "INTEGRAAL_OWNER_PASSWORD")
        }
        missing = [name for name, value in passwords.items() if not value]
        if missing:
            raise CommandError(f"Set {' and '.join(missing)} to the passwords of the two roles.")
        self.stdout.write(
            roles_sql(
                passwords["INTEGRAAL_APP_PASSWORD"],
                passwords["INTEGRAAL_OWNER_PASSWORD"],
                options["database_name"],
            )
        )

"""The one entry to every command; wrong settings are told in a sentence, not a traceback."""

import os
import sys

from integraal.config.environment import ConfigurationProblem

# These look at the code only, so they run on a machine without a database.
WITHOUT_DATABASE = {
    "makemigrations",
    "docs",
    "check-templates",
    "register-of-processing",
    "collectstatic",
    "database-roles-sql",
    "help",
    "--help",
    "--version",
}
# Tables are made and changed by the owner role alone.
AS_OWNER = {"migrate", "showmigrations", "sqlmigrate"}


def main(arguments: list[str] | None = None) -> None:
    """Run the command named in ``arguments`` (default: those of the process)."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    command = arguments[0] if arguments else "help"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "integraal.config.settings")
    if command in WITHOUT_DATABASE:
        os.environ.setdefault("INTEGRAAL_WITHOUT_DATABASE", "1")
    if command in AS_OWNER and not any(word.startswith("--database") for word in arguments):
        arguments.append("--database=owner")
    try:
        from django.core.management import ManagementUtility

        ManagementUtility(["integraal", *_underscored(arguments)]).execute()
    except ConfigurationProblem as problem:
        sys.exit(f"integraal: {problem}")


def _underscored(arguments: list[str]) -> list[str]:
    """Let people type ``load-demo`` for the command module ``load_demo``."""
    if not arguments or arguments[0].startswith("-"):
        return arguments
    return [arguments[0].replace("-", "_"), *arguments[1:]]

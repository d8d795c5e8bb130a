"""Settings come from the environment; what is missing is said in a sentence."""

import os
from typing import Any

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict


class ConfigurationProblem(Exception):
    """A setting is missing or wrong; the message says which, and what to do."""


def required(name: str, purpose: str) -> str:
    """Return environment variable ``name``.

    Raises:
        ConfigurationProblem: it is not set; the message names it and tells its ``purpose``.
    """
    value = os.environ.get(name, "").strip()
    if not value:
        raise ConfigurationProblem(
            f"{name} is not set. It holds {purpose}. "
            "See docs/how-to/run-without-demo.md for an example of every setting."
        )
    return value


def flag(name: str) -> bool:
    """Return whether ``name`` is switched on (1, true, yes or on)."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """Return the comma-separated words of ``name``."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def text(name: str, default: str = "") -> str:
    """Return what stands in ``name``, commas and all."""
    return os.environ.get(name, "").strip() or default


def whole(name: str, default: int) -> int:
    """Return the whole number in ``name``.

    Raises:
        ConfigurationProblem: it holds something else.
    """
    value = text(name)
    if value and not value.isdecimal():
        raise ConfigurationProblem(f"{name} is not a whole number. Write it as {default}.")
    return int(value) if value else default


def one_of(name: str, known: tuple[str, ...]) -> str:
    """Return which of ``known`` stands in ``name``; the first when nothing does.

    Raises:
        ConfigurationProblem: it holds something else.
    """
    value = text(name, known[0]).lower()
    if value not in known:
        raise ConfigurationProblem(f"{name} is none of {', '.join(known)}. Choose one of these.")
    return value


def database(name: str, purpose: str, *, pool: bool) -> dict[str, Any]:
    """Return Django's description of the database that the URL in ``name`` points to.

    ``postgresql://user:password@host:5432/db`` and ``postgresql://user@/db?host=/socket/folder``
    both work, as does any other form libpq reads.

    Raises:
        ConfigurationProblem: the variable is missing, or is not a PostgreSQL address.
    """
    url = required(name, purpose)
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError as error:
        raise ConfigurationProblem(
            f"{name} is not a PostgreSQL address ({error}). "
            "Write it as postgresql://user:password@host:5432/database."
        ) from error
    if not parts.get("dbname"):
        raise ConfigurationProblem(f"{name} names no database. Put it after the last slash.")
    known = {"user", "password", "host", "port", "dbname"}
    options: dict[str, Any] = {key: value for key, value in parts.items() if key not in known}
    if pool:
        options["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts["dbname"],
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": str(parts.get("port", "")),
        "OPTIONS": options,
        "DISABLE_SERVER_SIDE_CURSORS": True,
        # A connection that died while it waited in the pool is replaced, not handed out.
        "CONN_HEALTH_CHECKS": True,
    }

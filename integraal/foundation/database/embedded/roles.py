"""The two roles and the database, made the same way in demo, tests and production.

``integraal_owner`` owns database and tables and is only used to change them. The application
signs in as ``integraal_app``, which owns nothing and cannot get round row-level security.
"""

import re
from typing import LiteralString
from urllib.parse import quote, urlencode

from psycopg import Connection, connect
from psycopg.conninfo import conninfo_to_dict
from psycopg.sql import SQL, Composed, Identifier, Literal

OWNER = "integraal_owner"
APP = "integraal_app"

_ROLE: LiteralString = """DO $do$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = {name}) THEN
    CREATE ROLE {role};
  END IF;
END $do$"""
_ABILITIES: LiteralString = (
    "ALTER ROLE {role} LOGIN NOCREATEDB NOCREATEROLE INHERIT PASSWORD {password}"
)
# Only a superuser may write these two; nobody else could have switched them on.
_NO_WAY_ROUND: LiteralString = "ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS NOREPLICATION"
_CREATE: LiteralString = (
    "CREATE DATABASE {database} OWNER {owner} TEMPLATE {template} ENCODING 'UTF8'"
)
# Rights on the database itself: not copied with a template, so given to every copy.
_ON_DATABASE: tuple[LiteralString, ...] = (
    "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
    "GRANT CONNECT ON DATABASE {database} TO {app}",
)
_IN_DATABASE: tuple[LiteralString, ...] = (
    "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
    "GRANT USAGE ON SCHEMA public TO {app}",
    (
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} "
        "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app}"
    ),
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT USAGE ON SEQUENCES TO {app}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT EXECUTE ON FUNCTIONS TO {app}",
)


def prepare(superuser_dsn: str, *, database: str, owner_password: str, app_password: str) -> None:
    """Make both roles and the database, or bring them back to what they must be.

    Args:
        superuser_dsn: address of any database of the server, as superuser.
        database: name of the database to make.
        owner_password: of ``integraal_owner``.
        app_password: of ``integraal_app``.
    """
    with connect(superuser_dsn, autocommit=True) as connection:
        for statement in _role_statements(owner_password, app_password):
            connection.execute(statement)
        if not _exists(connection, database):
            connection.execute(_filled(_CREATE, database, template="template0"))
        for text in _ON_DATABASE:
            connection.execute(_filled(text, database))
    with connect(_in_database(superuser_dsn, database), autocommit=True) as connection:
        for text in _IN_DATABASE:
            connection.execute(_filled(text, database))


def clone_database(superuser_dsn: str, *, template: str, name: str) -> None:
    """Make database ``name`` a copy of ``template``, with the same rights.

    Nobody may be connected to ``template`` while it is copied.
    """
    with connect(superuser_dsn, autocommit=True) as connection:
        connection.execute(_filled(_CREATE, name, template=template))
        for text in _ON_DATABASE:
            connection.execute(_filled(text, name))


def drop_database(superuser_dsn: str, name: str) -> None:
    """Remove database ``name`` where it exists; sessions in it are ended."""
    with connect(superuser_dsn, autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))


def dsn_for(superuser_dsn: str, *, database: str, user: str, password: str) -> str:
    """Return the URL of ``database`` on the same server, for another role."""
    parts = conninfo_to_dict(superuser_dsn)
    where = {key: str(parts[key]) for key in ("host", "port") if parts.get(key)}
    account = f"{quote(user, safe='')}:{quote(password, safe='')}"
    return f"postgresql://{account}@/{quote(database, safe='')}?{urlencode(where, quote_via=quote)}"


def roles_sql(app_password: str, owner_password: str, database: str) -> str:
    """Return the same as a psql script, for whoever runs the server in production.

    It may be run again. The administrator needs CREATEROLE and CREATEDB, or is superuser.

    Raises:
        ValueError: the name of the database has other signs than letters, digits, _ and -.
    """
    if not re.fullmatch(r"[A-Za-z0-9_-]+", database):
        raise ValueError(
            f"The name of the database may have letters, digits, _ and - only, not: {database}"
        )
    creating = _filled(_CREATE, database, template="template0").as_string()
    lines = [
        "-- Integraal: roles and database. Run with: psql -v ON_ERROR_STOP=1 -f this-file",
        "-- It holds passwords: keep it where only you can read it, and remove it afterwards.",
        *(f"{_text(part)};" for part in _role_statements(owner_password, app_password, False)),
        "-- To make what the owner owns, the administrator is its member for a moment.",
        f"GRANT {OWNER} TO CURRENT_USER;",
        f"SELECT {Literal(creating).as_string()} WHERE NOT EXISTS",
        f"  (SELECT FROM pg_database WHERE datname = {Literal(database).as_string()}) \\gexec",
        f"\\connect {Identifier(database).as_string()}",
        *(f"{_text(_filled(part, database))};" for part in (*_ON_DATABASE, *_IN_DATABASE)),
        f"REVOKE {OWNER} FROM CURRENT_USER;",
    ]
    return "\n".join(lines) + "\n"


def _role_statements(
    owner_password: str, app_password: str, superuser: bool = True
) -> list[Composed]:
    statements = []
    for name, password in ((OWNER, owner_password), (APP, app_password)):
        values = {
            "name": Literal(name),
            "role": Identifier(name),
            "password": Literal(password),
        }
        texts = [_ROLE, _ABILITIES, *([_NO_WAY_ROUND] if superuser else [])]
        statements += [SQL(text).format(**values) for text in texts]
    return statements


def _filled(text: LiteralString, database: str, template: str = "template0") -> Composed:
    return SQL(text).format(
        database=Identifier(database),
        template=Identifier(template),
        owner=Identifier(OWNER),
        app=Identifier(APP),
    )


def _text(statement: Composed) -> str:
    return statement.as_string()


def _exists(connection: Connection, database: str) -> bool:
    found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
    return found.fetchone() is not None


def _in_database(superuser_dsn: str, database: str) -> str:
    parts = conninfo_to_dict(superuser_dsn)
    return dsn_for(
        superuser_dsn,
        database=database,
        user=str(parts.get("user", "")),
        password=str(parts.get("password", "")),
    )

"""The product as people meet it: real gunicorn, on a database of its own that holds the demo."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import psycopg

from integraal.foundation.database.embedded import roles
from tests import provisions

TEMPLATE = "integraal_journeys"
# Names of locks on the server: who uses the template shares the first, the second is a gate.
_IN_USE, _GATE = 7_215_301, 7_215_302
_PATIENCE = 60.0


@dataclass(frozen=True)
class Installation:
    """A running server.

    Attributes:
        address: where it answers, without a slash at the end.
        database: its own database.
    """

    address: str
    database: str

    @property
    def by_name(self) -> str:
        """The same server as ``localhost``: the only name that browsers trust without HTTPS."""
        return self.address.replace("127.0.0.1", "localhost")

    def command(self, *words: str, **settings: str) -> str:
        """Run ``integraal`` with these words on its database; return what it says."""
        return _integraal(self.database, *words, **settings)


@contextmanager
def template_with_demo() -> Iterator[str]:
    """Give the name of a database with the demo, made once for all processes of this run.

    Every process that uses it holds a shared lock on the server: the first makes the database
    (whatever a broken-off run left), the last removes it.
    """
    with psycopg.connect(provisions.cluster(), autocommit=True) as connection:
        with _alone_or_together(connection) as is_first:
            if is_first:
                _make()
            connection.execute("SELECT pg_advisory_lock_shared(%s)", [_IN_USE])
        try:
            yield TEMPLATE
        finally:
            connection.execute("SELECT pg_advisory_unlock_shared(%s)", [_IN_USE])
            with _alone_or_together(connection) as is_last:
                if is_last:
                    roles.drop_database(provisions.cluster(), TEMPLATE)


@contextmanager
def installed(template: str, **settings: str) -> Iterator[Installation]:
    """Serve a copy of ``template``; ``settings`` replace environment variables ("" removes one)."""
    database = f"{TEMPLATE}_{uuid.uuid4().hex[:8]}"
    roles.clone_database(provisions.cluster(), template=template, name=database)
    try:
        with served(database, **settings) as address:
            yield Installation(address, database)
    finally:
        roles.drop_database(provisions.cluster(), database)


@contextmanager
def served(database: str, **settings: str) -> Iterator[str]:
    """Run gunicorn on ``database`` and give its address."""
    # As in production, the web server does not know the owner of the tables.
    environment = {**_environment(database), "OWNER_DATABASE_URL": "", **settings}
    web = [sys.executable, "-m", "gunicorn", "integraal.config.wsgi:application"]
    web += ["--bind", "127.0.0.1:0", "--workers", "1", "--threads", "4"]
    web += ["--worker-class", "gthread", "--no-control-socket", "--graceful-timeout", "1"]
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(
            web, cwd=provisions.REPOSITORY, env=environment, stdout=log, stderr=log
        )
        try:
            yield _address(process, log.fileno())
        finally:
            process.terminate()
            process.wait(timeout=30)


@contextmanager
def _alone_or_together(connection: psycopg.Connection[tuple[bool]]) -> Iterator[bool]:
    """Stop others at the gate, and give whether no other process uses the template."""
    connection.execute("SELECT pg_advisory_lock(%s)", [_GATE])
    found = connection.execute("SELECT pg_try_advisory_lock(%s)", [_IN_USE]).fetchone()
    is_alone = bool(found and found[0])
    try:
        yield is_alone
    finally:
        if is_alone:
            connection.execute("SELECT pg_advisory_unlock(%s)", [_IN_USE])
        connection.execute("SELECT pg_advisory_unlock(%s)", [_GATE])


def _make() -> None:
    roles.drop_database(provisions.cluster(), TEMPLATE)
    roles.clone_database(provisions.cluster(), template=provisions.TEMPLATE, name=TEMPLATE)
    _integraal(TEMPLATE, "load-demo")


def _integraal(database: str, *words: str, **settings: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "integraal", *words],
        cwd=provisions.REPOSITORY,
        env={**_environment(database), **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _environment(database: str) -> dict[str, str]:
    given = {**os.environ, "PYTHONPATH": str(provisions.REPOSITORY)}
    return {**given, **provisions.environment_for(database)}


def _address(process: subprocess.Popen[bytes], log: int) -> str:
    """Wait until the server says where it listens, and a page has come from it.

    The first page is slow, since everything is loaded for it: a browser should not wait for that.
    """
    path, until = Path(f"/proc/self/fd/{log}"), time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        said = path.read_text()
        listening = re.search(r"Listening at: (http://(\S+))", said)
        if listening:
            first = HTTPConnection(listening.group(2), timeout=_PATIENCE)
            with closing(first):
                first.request("GET", "/account/login/")
                assert first.getresponse().status == 200, path.read_text()
            return listening.group(1)
        assert process.poll() is None, said
        time.sleep(0.02)
    raise AssertionError(f"The server did not answer within {_PATIENCE:.0f} s:\n{said}")

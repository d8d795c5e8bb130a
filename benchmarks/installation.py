"""The product as it runs on a server, for as long as the measuring takes."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.timing import timed
from integraal.foundation.database.embedded import cluster, roles

REPOSITORY = Path(__file__).resolve().parents[1]
DATABASE = "integraal"
WORKERS, THREADS = 2, 4


@dataclass(frozen=True)
class Installation:
    """A server with the demo in it.

    Attributes:
        environment: the settings, the owner's address included.
        superuser: address of the database for the superuser.
        postgresql: its version.
        prepared: what was done to prepare it, with its time in milliseconds.
    """

    environment: dict[str, str]
    superuser: str
    postgresql: int
    prepared: dict[str, float]


@contextmanager
def installation() -> Iterator[Installation]:
    """Start a database that keeps to its promises on disk, with tables and demo; remove it."""
    with cluster.start_temporary(durable=True) as server:
        words = {name: secrets.token_urlsafe(24) for name in ("owner", "app", "key")}
        roles.prepare(
            server.dsn(), database=DATABASE,
            owner_password=words["owner"], app_password=words["app"],
        )  # fmt: skip
        environment = {
            **os.environ,
            "PYTHONPATH": str(REPOSITORY),
            "DATABASE_URL": server.dsn(DATABASE, roles.APP, words["app"]),
            "OWNER_DATABASE_URL": server.dsn(DATABASE, roles.OWNER, words["owner"]),
            "INTEGRAAL_DEMO": "1",
            "INTEGRAAL_SECRET_KEY": words["key"],
            "INTEGRAAL_ALLOWED_HOSTS": "127.0.0.1",
        }
        prepared = {
            name: timed(lambda command=command: run(command, environment))  # type: ignore[misc]
            for name, command in (
                ("migrate", "migrate"),
                ("load-demo, first time", "load-demo"),
                ("load-demo, second time", "load-demo"),
            )
        }
        yield Installation(environment, server.dsn(DATABASE), server.version, prepared)


def run(command: str, environment: dict[str, str]) -> None:
    """Run a command of the product."""
    subprocess.run(
        [sys.executable, "-m", "integraal", command],
        check=True, env=environment, cwd=REPOSITORY, stdout=subprocess.DEVNULL,
    )  # fmt: skip


@contextmanager
def web_server(environment: dict[str, str]) -> Iterator[int]:
    """Serve the pages as ``docs/how-to/run-without-demo.md`` says; give the port."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "integraal.config.wsgi:application"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS), "--no-control-socket"]
    command += ["--worker-class", "gthread", "--threads", str(THREADS), "--log-level", "error"]
    kept = {name: value for name, value in environment.items() if name != "OWNER_DATABASE_URL"}
    process = subprocess.Popen(
        command, env=kept, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await(port, process)
        yield port
    finally:
        process.terminate()
        process.wait()


def _await(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/gezond")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise RuntimeError("The web server did not answer within 30 seconds.")

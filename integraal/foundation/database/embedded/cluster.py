"""A PostgreSQL server of our own: made, started, and gone when its starter is.

It listens on a Unix socket in a folder only its owner may enter, never on the network. Yet every
role signs in with a password (scram): the application must not be able to become the owner of
the tables by naming it, in the demo as little as in production.
"""

import contextlib
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from integraal.foundation.database.embedded.binaries import find_binaries, major_version
from integraal.foundation.database.embedded.guard import Guarded
from integraal.foundation.database.embedded.identity import (
    Identity,
    choose_identity,
    hand_over,
)
from integraal.foundation.database.embedded.leftovers import (
    clear_leftovers,
    noted_pid,
    take_lock,
)
from integraal.foundation.database.embedded.making import (
    SUPERUSER,
    bare_environment,
    check_version,
    make_data,
)
from integraal.foundation.database.embedded.problems import EmbeddedServerError, explain
from integraal.foundation.database.embedded.sockets import PORT, socket_folder

_NOT_DURABLE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


@dataclass
class Server:
    """A running server.

    Attributes:
        folder: where it keeps everything.
        socket_folder: where its socket is.
        version: PostgreSQL's major version.
        password: that of the superuser.
        guarded: the process.
    """

    folder: Path
    socket_folder: Path
    version: int
    password: str
    guarded: Guarded

    def dsn(
        self,
        database: str = SUPERUSER,
        user: str = SUPERUSER,
        password: str | None = None,
    ) -> str:
        """Return the address as a URL: ``postgresql://user:password@/database?host=/folder``."""
        word = quote(self.password if password is None else password, safe="")
        host = quote(str(self.socket_folder), safe="")
        name = quote(database, safe="")
        return f"postgresql://{quote(user, safe='')}:{word}@/{name}?host={host}&port={PORT}"

    def is_running(self) -> bool:
        """Return whether the server is still there."""
        return self.guarded.poll() is None

    def stop(self) -> None:
        """Stop the server (sessions are ended) and wait until it is gone."""
        self.guarded.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def start(
    folder: Path,
    *,
    durable: bool = True,
    remove: bool = False,
    identity: Identity | None = None,
    settings: Mapping[str, str] | None = None,
    patience: float = 30.0,
) -> Server:
    """Start the server of ``folder``; make its database first where there is none.

    Args:
        folder: where data, socket, log and superuser's password are kept.
        durable: False only for tests: a crash of the machine may spoil the data.
        remove: remove ``folder`` when the server stops.
        identity: as whom to run; None chooses.
        settings: further settings of PostgreSQL, by name.
        patience: seconds the server gets until it answers.

    Raises:
        AlreadyRunning: another process runs the server of this folder.
        EmbeddedServerError: anything else that keeps it from running, in a sentence.
    """
    binaries = find_binaries()
    version = major_version(binaries)
    identity = identity or choose_identity()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = folder.resolve()
        lock = take_lock(folder)
    except OSError as error:
        raise EmbeddedServerError(explain(str(error), folder)) from error
    try:
        clear_leftovers(folder)
        hand_over(folder, identity, binaries)
        if not (folder / "data").exists():
            make_data(folder, binaries, version, identity, durable)
        check_version(folder, version)
        password = (folder / "superuser").read_text().strip()
        sockets, removable = socket_folder(folder, identity)
        guarded = Guarded(
            _command(folder, sockets, binaries, identity, durable, settings or {}),
            log=folder / "server.log",
            environment=bare_environment(),
            stop_signal=signal.SIGINT,
            last_signal=signal.SIGQUIT,
            uid=identity.uid,
            gid=identity.gid,
            remove=[*removable, *([folder] if remove else [])],
            hold=[lock],
        )
    except OSError as error:
        raise EmbeddedServerError(explain(str(error), folder)) from error
    finally:
        os.close(lock)  # from here on the guard alone holds it
    try:
        _await(guarded, folder, patience)
    except BaseException:
        guarded.stop()
        raise
    return Server(folder, sockets, version, password, guarded)


def start_temporary(*, durable: bool = False) -> Server:
    """Start a server in a folder of its own that is removed with it.

    Raises:
        EmbeddedServerError: it cannot run, in a sentence.
    """
    folder = Path(tempfile.mkdtemp(prefix="integraal-pg-"))
    try:
        return start(folder, durable=durable, remove=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _command(
    folder: Path,
    sockets: Path,
    binaries: Path,
    identity: Identity,
    durable: bool,
    settings: Mapping[str, str],
) -> list[str | Path]:
    quoted = str(sockets).replace('"', '""')
    everything = {
        "listen_addresses": "",
        "port": str(PORT),
        "unix_socket_directories": f'"{quoted}"',
        "unix_socket_permissions": "0700",
        "max_connections": "100",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "logging_collector": "off",
        # A failing statement may quote a person's text: keep statements out of the log.
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
        **({} if durable else _NOT_DURABLE),
        **settings,
    }
    words = [word for name, value in everything.items() for word in ("-c", f"{name}={value}")]
    return [*identity.prefix, binaries / "postgres", "-D", folder / "data", *words]


def _await(guarded: Guarded, folder: Path, patience: float) -> None:
    """Wait until the server itself says it is ready (last line of its postmaster.pid)."""
    until = time.monotonic() + patience
    note = folder / "data" / "postmaster.pid"
    while guarded.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError):
            lines = note.read_text().splitlines()
            if len(lines) >= 8 and lines[7].strip() == "ready" and noted_pid(note):
                return
        time.sleep(0.02)
    said = (folder / "server.log").read_text(errors="replace")
    if guarded.poll() is None:
        raise EmbeddedServerError(
            f"PostgreSQL in {folder} did not answer within {patience:.0f} seconds. If it is "
            f"repairing after a crash, try again; its log is {folder / 'server.log'}."
        )
    raise EmbeddedServerError(explain(said, folder))

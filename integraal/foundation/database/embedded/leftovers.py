"""What an earlier run may have left behind in the folder: locks, servers, half-made data."""

import contextlib
import fcntl
import os
import shutil
import signal
import time
from pathlib import Path

from integraal.foundation.database.embedded.problems import (
    AlreadyRunning,
    EmbeddedServerError,
)


def take_lock(folder: Path, *, patience: float = 0.0) -> int:
    """Return an open file descriptor that holds the lock on ``folder``.

    The kernel drops the lock when its last holder ends, so a lock is never stale.

    Args:
        folder: the folder of a server.
        patience: seconds to wait for a previous run that is still ending.

    Raises:
        AlreadyRunning: another process holds it.
    """
    descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return descriptor
        except BlockingIOError:
            if time.monotonic() >= until:
                os.close(descriptor)
                raise AlreadyRunning(
                    f"The database in {folder} is already running. Stop that run first (Ctrl-C "
                    "in its terminal), or use another folder."
                ) from None
            time.sleep(0.05)


def clear_leftovers(folder: Path, *, patience: float = 15.0) -> None:
    """Stop a server that outlived its run, and remove what a killed one left.

    Call it while holding the lock on ``folder``.

    Args:
        folder: the folder of a server.
        patience: seconds a left server gets to stop by itself.

    Raises:
        EmbeddedServerError: a left server does not stop.
    """
    shutil.rmtree(folder / "data.new", ignore_errors=True)
    noted = folder / "data" / "postmaster.pid"
    pid = noted_pid(noted)
    if pid and is_server_of(pid, folder / "data"):
        _end(pid, folder, patience)
    # The number may by now be another program's: then the note is stale, and would stop ours.
    with contextlib.suppress(FileNotFoundError):
        noted.unlink()


def noted_pid(note: Path) -> int | None:
    """Return the process number in a postmaster.pid, None where there is none."""
    try:
        return int(note.read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        return None


def is_server_of(pid: int, data: Path) -> bool:
    """Return whether process ``pid`` is a PostgreSQL server at work in the folder ``data``."""
    if not Path("/proc/self").exists():
        return _is_alive(pid)
    try:
        # A server's working folder is its data folder; a stranger with its number has another.
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[0]
        return b"postgres" in command and os.path.samefile(f"/proc/{pid}/cwd", data)
    except OSError:
        return False


def _end(pid: int, folder: Path, patience: float) -> None:
    started = time.monotonic()
    for number, until in ((signal.SIGINT, patience), (signal.SIGQUIT, patience + 5)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
        while time.monotonic() - started < until:
            if not is_server_of(pid, folder / "data"):
                return
            time.sleep(0.05)
    raise EmbeddedServerError(
        f"A server of an earlier run (process {pid}) still uses {folder} and does not stop. End "
        f"it with: kill -QUIT {pid}"
    )


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True

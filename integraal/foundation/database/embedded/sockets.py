"""Where the server's socket goes: a folder of its own with a path short enough."""

import contextlib
import os
import socket
import tempfile
from pathlib import Path

from integraal.foundation.database.embedded.identity import Identity

PORT = 5432  # only the name of the socket's file: the folder is the server's own
_SOCKET_FILE = f".s.PGSQL.{PORT}"
_LONGEST_SOCKET = 107 - 1  # bytes of sockaddr_un on Linux, less the closing zero


def socket_folder(folder: Path, identity: Identity) -> tuple[Path, list[Path]]:
    """Return the folder for the socket, and that folder again where it must be removed later."""
    own = folder / "socket"
    own.mkdir(mode=0o700, exist_ok=True)
    own.chmod(0o700)
    removable = []
    if not _holds_a_socket(own):
        own = Path(tempfile.mkdtemp(prefix="integraal-"))
        removable = [own]
        if not _holds_a_socket(own):
            own.rmdir()
            own = Path(tempfile.mkdtemp(prefix="integraal-", dir="/tmp"))
            removable = [own]
    if identity.uid is not None:
        os.chown(own, identity.uid, identity.gid or identity.uid)
    return own, removable


def _holds_a_socket(folder: Path) -> bool:
    """Return whether a socket fits: a short path, no comma, and a disk that knows sockets.

    libpq takes a comma for the start of the next host.
    """
    path = folder / _SOCKET_FILE
    # PostgreSQL makes a lock file beside it; names are compared in bytes, not in letters.
    if len(os.fsencode(path)) > _LONGEST_SOCKET or "," in str(path):
        return False
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    with socket.socket(socket.AF_UNIX) as trial:
        try:
            trial.bind(str(path))
        except OSError:
            return False
    path.unlink()
    return True

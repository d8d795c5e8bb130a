"""As whom PostgreSQL runs: it refuses to be root.

Root is first tried as an ordinary user inside a user namespace of one user: outside it the
files stay root's, so no permission of any folder changes. Where that is not allowed (many
containers), the server becomes the user ``nobody`` in a folder of its own.
"""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from integraal.foundation.database.embedded.problems import EmbeddedServerError

_UNSHARE = ("unshare", "-U", "--map-user=65534", "--map-group=65534", "--")


@dataclass(frozen=True)
class Identity:
    """How a program of PostgreSQL is started.

    Attributes:
        prefix: words put before the command.
        uid: the user to become, or None to stay who we are.
        gid: the group to become, or None.
    """

    prefix: tuple[str, ...] = ()
    uid: int | None = None
    gid: int | None = None

    @property
    def owner(self) -> int:
        """The user who must own the server's files, seen from outside."""
        return os.geteuid() if self.uid is None else self.uid


def choose_identity() -> Identity:
    """Return as whom to run here.

    Raises:
        EmbeddedServerError: we are root, and neither way is open.
    """
    if os.geteuid() != 0:
        return Identity()
    if shutil.which("unshare") and _runs(Identity(prefix=_UNSHARE), "true"):
        return Identity(prefix=_UNSHARE)
    try:
        nobody = nobody_identity()
    except KeyError:
        nobody = None
    if nobody and _runs(nobody, "true"):
        return nobody
    raise EmbeddedServerError(
        "PostgreSQL refuses to run as root, and this machine allows neither a user namespace nor "
        "changing to the user nobody. Start Integraal as an ordinary user."
    )


def nobody_identity() -> Identity:
    """Return the identity of the user ``nobody``; KeyError where there is none."""
    nobody = pwd.getpwnam("nobody")
    return Identity(uid=nobody.pw_uid, gid=nobody.pw_gid)


def hand_over(folder: Path, identity: Identity, binaries: Path) -> None:
    """Make ``folder`` the server's, and check that it can reach that and its programs.

    Raises:
        EmbeddedServerError: the folder is another user's, or out of reach.
    """
    if identity.uid is not None:
        if folder.stat().st_uid == os.geteuid() and not (folder / "data").exists():
            os.chown(folder, identity.uid, identity.gid or identity.uid)
        for needed in (folder, binaries / "postgres"):
            if not _runs(identity, "test", "-x", str(needed)):
                raise EmbeddedServerError(
                    f"PostgreSQL refuses to run as root, and as the user nobody it cannot reach "
                    f"{needed}. Start Integraal as an ordinary user, or from a folder everyone "
                    "may enter."
                )
    kept = folder / "data"
    if kept.exists() and kept.stat().st_uid != identity.owner:
        raise EmbeddedServerError(
            f"The database in {folder} was made by another user (number {kept.stat().st_uid}). "
            "Start Integraal as that user, or remove the folder to start afresh."
        )


def _runs(identity: Identity, *command: str) -> bool:
    try:
        done = subprocess.run(
            [*identity.prefix, *command],
            check=False,
            user=identity.uid,
            group=identity.gid,
            extra_groups=None if identity.uid is None else [],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0

"""Making the data folder of a server (initdb), and knowing which version made one."""

import os
import secrets
import shutil
import subprocess
from pathlib import Path

from integraal.foundation.database.embedded.identity import Identity
from integraal.foundation.database.embedded.problems import EmbeddedServerError, explain

SUPERUSER = "postgres"


def make_data(
    folder: Path, binaries: Path, version: int, identity: Identity, durable: bool
) -> None:
    """Make the data beside its final place: a broken-off attempt is never taken for data."""
    words = folder / "superuser"
    words.write_text(secrets.token_urlsafe(32))
    words.chmod(0o600)
    if identity.uid is not None:
        os.chown(words, identity.uid, identity.gid or identity.uid)
    locales = [["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]]
    if version < 17:
        locales = [["--locale=C.UTF-8"], ["--locale=C"]]
    said = ""
    for locale in locales:
        shutil.rmtree(folder / "data.new", ignore_errors=True)
        command = [
            *identity.prefix,
            str(binaries / "initdb"),
            f"--pgdata={folder / 'data.new'}",
            f"--username={SUPERUSER}",
            f"--pwfile={words}",
            "--encoding=UTF8",
            *locale,
            "--auth-local=scram-sha-256",
            "--auth-host=reject",
            "--no-instructions",
            *([] if durable else ["--no-sync"]),
        ]
        done = subprocess.run(
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=bare_environment(),
            user=identity.uid,
            group=identity.gid,
            extra_groups=None if identity.uid is None else [],
        )
        said = done.stdout
        if done.returncode == 0:
            (folder / "data.new").rename(folder / "data")
            return
        if "locale" not in said:
            break
    shutil.rmtree(folder / "data.new", ignore_errors=True)
    raise EmbeddedServerError(explain(said, folder))


def check_version(folder: Path, version: int) -> None:
    made_by = (folder / "data" / "PG_VERSION").read_text().strip()
    if made_by != str(version):
        raise EmbeddedServerError(
            f"The data in {folder} was made by PostgreSQL {made_by}, and this is {version}. Use "
            f"{made_by} again (name its bin folder in INTEGRAAL_PG_BIN), or remove the folder to "
            "start afresh; for the demo: make demo-reset."
        )


def bare_environment() -> dict[str, str]:
    """Return a bare environment: none of the caller's PG settings, messages in English."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    return {"PATH": os.defpath, **kept, "LC_ALL": "C"}

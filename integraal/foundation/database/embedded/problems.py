"""What can go wrong with the embedded server, as sentences that say what to do."""

import re
from pathlib import Path


class EmbeddedServerError(Exception):
    """The embedded PostgreSQL cannot be used; the message says why and what to do."""


class AlreadyRunning(EmbeddedServerError):
    """Another process is running the server of this folder."""


_SENTENCES = (
    (
        r"No space left on device|Disk quota exceeded",
        (
            "The disk is full: PostgreSQL could not write in {folder}. Free about 200 MB and try "
            "again; the data already there is kept."
        ),
    ),
    (
        r"Permission denied|Operation not permitted|Read-only file system",
        (
            "PostgreSQL may not write in {folder}. Check who owns that folder, and that the disk "
            "is not read-only."
        ),
    ),
    (
        r"database files are incompatible with server",
        (
            "The data in {folder} was made by another build of PostgreSQL. Use that one again "
            "(INTEGRAAL_PG_BIN), or remove the folder to start afresh."
        ),
    ),
    (
        r"could not resize shared memory|could not map anonymous shared memory|Cannot allocate",
        (
            "There is too little memory for PostgreSQL (it needs about 200 MB). Stop other "
            "programs, or give the container more memory."
        ),
    ),
)


def explain(output: str, folder: Path) -> str:
    """Return a sentence about why PostgreSQL failed.

    Args:
        output: what initdb or postgres wrote.
        folder: the folder the server keeps its data in.
    """
    for pattern, sentence in _SENTENCES:
        if re.search(pattern, output):
            return sentence.format(folder=folder)
    tail = "\n".join(output.strip().splitlines()[-5:]) or "(it said nothing)"
    return f"PostgreSQL did not start in {folder}. Its last words:\n{tail}"

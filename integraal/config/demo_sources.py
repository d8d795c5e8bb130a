"""Whether the demo's tables and data may be out of date: has anything changed since?"""

import hashlib
from pathlib import Path

PARTS = ("integraal", "definitions", "demo", "requirements.lock")


def digest(repository: Path) -> str:
    """Return the SHA-256 of all that tables and demo data are made from.

    Args:
        repository: the checkout.
    """
    whole = hashlib.sha256()
    for part in PARTS:
        start = repository / part
        files = [start] if start.is_file() else sorted(start.rglob("*"))
        for path in files:
            if path.is_file() and "__pycache__" not in path.parts:
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                whole.update(f"{path.relative_to(repository)} {content}\n".encode())
    return whole.hexdigest()

"""The real plan that lies beside the repository, where it is there."""

import os
from pathlib import Path

import pytest

_REPOSITORY = Path(__file__).parents[4]
_SHARED = Path(os.environ.get("INTEGRAAL_SHARED_DATA", _REPOSITORY.parent / "shared" / "data"))


def seed_file() -> Path | None:
    """Return the plan of Opmeer as text, or ``None`` where it is not there."""
    folder = _SHARED.parent / "seed"
    return next(iter(sorted(folder.glob("integraal-veiligheidsplan-*.txt"))), None)


def seed_bytes() -> bytes:
    """Return the plan; the test is skipped where it is not there."""
    found = seed_file()
    if found is None:
        pytest.skip("the seed does not lie beside the repository")
    return found.read_bytes()

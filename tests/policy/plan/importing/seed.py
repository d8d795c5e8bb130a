"""The real plan that lies beside the repository, where it is there."""

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("INTEGRAAL_SHARED_DATA", Path(__file__).parents[4] / ".." / "shared"))


def seed_text() -> str:
    return seed_bytes().decode()


def seed_bytes() -> bytes:
    """Return the plan of Opmeer as it was published; the test is skipped where it is not there."""
    found = next(iter(sorted((FOLDER / "seed").glob("integraal-veiligheidsplan-*.txt"))), None)
    if found is None:
        pytest.skip("the seed does not lie beside the repository")
    return found.read_bytes()

"""What the tests of the design layer share."""

from pathlib import Path

import pytest

import integraal.foundation.ui

UI = Path(integraal.foundation.ui.__file__).resolve().parent


@pytest.fixture
def default_shield() -> bytes:
    return (UI / "static" / "ui" / "icons" / "shield.svg").read_bytes()

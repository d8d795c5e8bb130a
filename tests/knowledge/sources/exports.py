"""Small StatLine screen exports, written out as the site does, and the real ones if present."""

import os
from pathlib import Path

import pytest

TITLE = '"Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente 2026"'
CHOICE = '"Soort misdrijf: Totaal misdrijven"'
REPOSITORY = Path(__file__).resolve().parents[3]


def export(
    *rows: str,
    title: str = TITLE,
    choice: str = CHOICE,
    subjects: str = '"Geregistreerde misdrijven"',
    periods: str = '"2024"',
    units: str = '"aantal"',
    footer: str = '"Bron: Politie"',
    line_end: str = "\n",
) -> bytes:
    """The bytes of an export; regions come from line 7 on."""
    lines = [
        title,
        choice,
        '""',
        f'"Onderwerp";{subjects}',
        f'"Perioden";{periods}',
        f'"Regio\'s";{units}',
        *rows,
        footer,
    ]
    return (line_end.join(lines) + line_end).encode()


def shared_file(name: str) -> bytes:
    """A real export from the open data beside the repository; skips the test without it."""
    folder = os.environ.get("INTEGRAAL_SHARED_DATA") or REPOSITORY.parent / "shared" / "data"
    file = Path(folder) / "cbs" / name
    if not file.is_file():
        pytest.skip(f"{name} is not there: set INTEGRAAL_SHARED_DATA to read real figures.")
    return file.read_bytes()

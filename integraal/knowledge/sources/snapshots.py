"""The facts that tie a figure to the exact file it was read from."""

import hashlib
from dataclasses import dataclass
from datetime import date

from integraal.knowledge.sources.problems import FileProblem

MAXIMUM_NAME = 200


@dataclass(frozen=True)
class SnapshotFacts:
    """A file as it was taken in: its name, SHA-256 in hexadecimals, bytes, and the day."""

    name: str
    sha256: str
    size: int
    accessed_on: date


def describe(content: bytes, name: str, accessed_on: date) -> SnapshotFacts:
    """Describe a file that somebody took from a source.

    Args:
        content: the whole file.
        name: the file name as given; folders in front of it are left out.
        accessed_on: the day on which it was taken from the source.

    Raises:
        FileProblem: the file is empty, or its name is missing, too long or unprintable.
    """
    plain = name.replace("\\", "/").rsplit("/", 1)[-1].strip()
    sentences = []
    if not content:
        sentences.append("Het bestand is leeg. Kies een ander bestand.")
    if not plain or len(plain) > MAXIMUM_NAME or not plain.isprintable():
        sentences.append(f"Geef het bestand een gewone naam van 1 tot {MAXIMUM_NAME} tekens.")
    if sentences:
        raise FileProblem(sentences)
    return SnapshotFacts(plain, hashlib.sha256(content).hexdigest(), len(content), accessed_on)

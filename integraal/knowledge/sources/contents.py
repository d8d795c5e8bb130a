"""From the bytes of an uploaded file to lines of text, or a sentence why that cannot be."""

import re
from typing import NamedTuple

from integraal.knowledge.sources.problems import FileProblem

MAXIMUM_BYTES = 5 * 1024 * 1024
_HOW_TO_SAVE = (
    "Open het bestand in uw rekenprogramma en sla het bestand op als CSV, "
    "of download het opnieuw bij StatLine en kies CSV."
)
_BINARY_STARTS = {
    b"PK": "Dit is een Excel- of zipbestand, geen CSV.",
    b"\xd0\xcf\x11\xe0": "Dit is een oud Excelbestand, geen CSV.",
    b"%PDF": "Dit is een PDF, geen CSV.",
    b"\x1f\x8b": "Dit is een ingepakt bestand, geen CSV.",
}
_LINE_END = re.compile(r"\r\n|\n|\r")


class Line(NamedTuple):
    """A line of text and its number in the file, counted from one."""

    number: int
    text: str


def read_lines(content: bytes) -> list[Line]:
    """The lines of a text file, with their line numbers; trailing empty lines are dropped.

    Args:
        content: the file as uploaded; UTF-8 with or without a byte order mark, or Windows-1252.

    Raises:
        FileProblem: empty, too large, not text, or in an unreadable encoding.
    """
    _refuse_what_is_no_text(content)
    text = _decode(content)
    if not text.strip():
        raise FileProblem("Het bestand is leeg. Download het opnieuw bij StatLine.")
    lines = [Line(number, line) for number, line in enumerate(_LINE_END.split(text), start=1)]
    while not lines[-1].text.strip():
        lines.pop()
    return lines


def _refuse_what_is_no_text(content: bytes) -> None:
    if len(content) > MAXIMUM_BYTES:
        raise FileProblem(
            "Het bestand is groter dan 5 MB. Kies bij StatLine minder onderwerpen of perioden."
        )
    for start, sentence in _BINARY_STARTS.items():
        if content.startswith(start):
            raise FileProblem(f"{sentence} {_HOW_TO_SAVE}")
    if b"\x00" in content:
        raise FileProblem(f"Dit bestand is geen leesbare tekst. {_HOW_TO_SAVE}")


def _decode(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileProblem(f"De tekens in dit bestand zijn niet te lezen. {_HOW_TO_SAVE}")

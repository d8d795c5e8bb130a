"""A letter as paragraphs; what is an address of this installation can be clicked on."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings


@dataclass(frozen=True)
class Line:
    """A paragraph; ``url`` when it is an address of the product itself, as a path."""

    text: str
    url: str = ""


def letter_lines(text: str) -> list[Line]:
    """Return the paragraphs of a letter."""
    return [_line(part) for part in text.split("\n\n") if part.strip()]


def _line(part: str) -> Line:
    words = part.strip()
    is_ours = words.startswith(f"{settings.ADDRESS}/") and len(words.split()) == 1
    return Line(words, urlsplit(words).path if is_ours else "")

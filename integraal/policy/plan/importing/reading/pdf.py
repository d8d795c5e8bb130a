"""A PDF with text to lines: running heads and page numbers told apart, broken words made whole."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.plan.importing.document import Line
from integraal.policy.plan.importing.reading import problems
from integraal.policy.plan.importing.reading.joining import joined
from integraal.policy.plan.importing.reading.problems import Unreadable

MOST_PAGES = 400
MOST_ON_A_PAGE = 60_000
"""Characters; a page that holds more was made to be slow."""
_AT_THE_EDGE = 2
_HEADING_SIZES = 1.15
"""A line this much larger than most of the text is a heading."""
_LONGEST_HEADING = 120
_PAGE_NUMBER = re.compile(
    r"^(?:pagina|blz\.?|p\.)?\s*[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:van|/)\s*\d{1,4})?$", re.I
)
PAGE_NUMBER, RUNNING = "bladzijdenummer", "kop- of voettekst"

# What is wrong inside a PDF surfaces as any of these, deep in the reader.
_DAMAGED = (
    PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError,
    OverflowError, ArithmeticError, NotImplementedError,
)  # fmt: skip

Sized = tuple[str, float]


def pdf_lines(content: bytes) -> list[Line]:
    """Return the lines of a PDF; a line in larger letters than most is a heading.

    Raises:
        Unreadable: it is damaged, locked with a password, or far too long.
    """
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(problems.LOCKED_PDF)
        if len(reader.pages) > MOST_PAGES:
            raise Unreadable(problems.LONG_PDF)
        pages = [list(_sized_lines(page)) for page in reader.pages]
    except _DAMAGED as problem:
        raise Unreadable(problems.DAMAGED_PDF) from problem
    return joined(list(_with_forms(pages)))


def _sized_lines(page: Any) -> Iterator[Sized]:
    """Yield each line of a page with the size of its letters."""
    pieces: list[Sized] = []

    def visit(text: str, _cm: Any, matrix: Any, _font: Any, size: float) -> None:
        pieces.append((text, abs(float(size or 0) * float(matrix[3] or matrix[0] or 1))))

    page.extract_text(visitor_text=visit)
    if sum(len(text) for text, _ in pieces) > MOST_ON_A_PAGE:
        raise Unreadable(problems.TOO_MUCH)
    words, size = "", 0.0
    for text, of_piece in pieces:
        parts = text.split("\n")
        for place, part in enumerate(parts):
            if place:
                yield _tidy(words), size
                words, size = "", 0.0
            words += part
            if part.strip():
                size = max(size, of_piece)
    yield _tidy(words), size


def _tidy(words: str) -> str:
    return " ".join(cleaned(words).split())


def _with_forms(pages: list[list[Sized]]) -> Iterator[Line]:
    usual = _usual_size(pages)
    running = _running_words(pages)
    for number, page in enumerate(pages, start=1):
        lines = [one for one in page if one[0]]
        for place, (words, size) in enumerate(lines):
            edge = place < _AT_THE_EDGE or place >= len(lines) - _AT_THE_EDGE
            line = Line(words, page=number)
            if edge and _PAGE_NUMBER.match(words):
                yield replace(line, left_out=PAGE_NUMBER)
            elif edge and _without_digits(words) in running:
                yield replace(line, left_out=RUNNING)
            elif usual and size > usual * _HEADING_SIZES and len(words) <= _LONGEST_HEADING:
                yield replace(line, form="heading", level=_level(size / usual))
            else:
                yield line


def _usual_size(pages: list[list[Sized]]) -> float:
    """Return the size of most letters."""
    counted: Counter[float] = Counter()
    for page in pages:
        for words, size in page:
            counted[round(size, 1)] += len(words)
    return counted.most_common(1)[0][0] if counted else 0.0


def _running_words(pages: list[list[Sized]]) -> set[str]:
    """Return what stands at the edge of at least three pages, and of a third of all."""
    counted: Counter[str] = Counter()
    for page in pages:
        lines = [words for words, _ in page if words]
        edges = lines[:_AT_THE_EDGE] + lines[-_AT_THE_EDGE:]
        counted.update({_without_digits(words) for words in edges})
    return {words for words, times in counted.items() if times >= max(3, len(pages) / 3)}


def _without_digits(words: str) -> str:
    return re.sub(r"\d+", "#", words).lower()


def _level(times: float) -> int:
    return 1 if times >= 1.5 else 2 if times >= 1.28 else 3

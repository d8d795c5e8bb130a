"""Cut a text into sentences, each a place in the document. Pure."""

import re
from collections.abc import Iterator

from integraal.policy.plan.importing.document import Document, Span

_END = re.compile(r"[.!?…]['’”)]*(?=\s+[A-ZÀ-Ý“‘\"'(0-9]|$)|\n")
_SHORTENED = re.compile(
    r"(?:\b(?:o\.a|m\.b\.t|d\.m\.v|i\.s\.m|t\.a\.v|n\.a\.v|e\.d|bijv|bv|art|nr|blz|dhr|mw|ca|resp|"
    r"incl|excl|evt|m\.n|t\.b\.v|t\.o\.v|p|st|lid)|\b[A-Z])\.$",
    re.IGNORECASE,
)


def sentences(document: Document, span: Span) -> Iterator[Span]:
    """Yield the places of the sentences within a place, without the blanks around them."""
    words = document.cut(span)
    begin = 0
    for found in _END.finditer(words):
        if _SHORTENED.search(words[begin : found.end()]) and found.end() < len(words):
            continue
        yield from _trimmed(words, begin, found.end(), span.start)
        begin = found.end()
    yield from _trimmed(words, begin, len(words), span.start)


def sentence_at(document: Document, paragraph: Span, place: int) -> Span:
    """Return the sentence of a paragraph in which a place lies."""
    for one in sentences(document, paragraph):
        if one.start <= place < one.end:
            return one
    return paragraph


def _trimmed(words: str, begin: int, end: int, offset: int) -> Iterator[Span]:
    part = words[begin:end]
    stripped = part.strip()
    if stripped:
        start = begin + len(part) - len(part.lstrip())
        yield Span(offset + start, offset + start + len(stripped))

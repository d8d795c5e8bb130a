"""A document as plain lines, with what is known of each, and places in its text. Pure."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

Form = Literal["text", "heading", "item", "cell"]


@dataclass(frozen=True)
class Line:
    """One line of a document.

    Attributes:
        text: the words, without their ends blank.
        form: what the file itself says it is; plain text says nothing.
        level: of a heading, 1 for a chapter; 0 is unknown.
        page: from 1; 0 when the file has no pages.
        table, row, column: of a cell, from 1; 0 for anything else.
        left_out: Dutch, why it is no part of the text, such as a page number; mostly empty.
    """

    text: str
    form: Form = "text"
    level: int = 0
    page: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    left_out: str = ""


@dataclass(frozen=True)
class Span:
    """A place in the text of a document: from ``start`` up to, not including, ``end``."""

    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """The lines of a document; its text is those lines under each other."""

    lines: tuple[Line, ...]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Document":
        return cls(tuple(lines))

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(accumulate((len(line.text) + 1 for line in self.lines), initial=0))

    def span(self, first: int, last: int | None = None) -> Span:
        """Return the place of a line, or of all lines from ``first`` through ``last``."""
        last = first if last is None else last
        return Span(self._starts[first], self._starts[last] + len(self.lines[last].text))

    def cut(self, span: Span) -> str:
        """Return the words at a place."""
        return self.text[span.start : span.end]

    def line_at(self, place: int) -> int:
        """Return the index of the line in which a place lies."""
        return max(0, min(bisect_right(self._starts, place) - 1, len(self.lines) - 1))

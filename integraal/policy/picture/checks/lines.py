"""The texts of a picture line by line, as they read, knowing which words are figures. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from integraal.policy.picture.parts import WHOLE
from integraal.policy.picture.writing.rendering import Line, blocks_of

Json = dict[str, Any]
_END = re.compile(r"(?<=[.!?])\s+|\n")


@dataclass(frozen=True)
class ReadLine:
    """A line of a text.

    Attributes:
        words: as they read.
        figures: where in the words a picked figure stands, from and to.
    """

    words: str
    figures: tuple[tuple[int, int], ...]

    def is_typed(self, start: int, end: int) -> bool:
        """Whether this stretch was typed by hand, and is no part of a figure."""
        return all(end <= first or start >= last for first, last in self.figures)

    def sentence_at(self, place: int) -> str:
        """Return the sentence that stands at a place."""
        begin = 0
        for end in _END.finditer(self.words):
            if end.start() > place:
                return self.words[begin : end.start()].strip()
            begin = end.end()
        return self.words[begin:].strip()


@dataclass(frozen=True)
class Text:
    """One text with where it stands.

    Attributes:
        theme: code of its theme, or ``WHOLE``.
        theme_name: in words, as it stands after "bij".
        part: code of the part.
        text: as it is stored.
    """

    theme: str
    theme_name: str
    part: str
    text: str


def texts_of(themes: list[Json], whole: Json | None) -> list[Text]:
    """Return the texts of these themes, and those of the picture as a whole when it is given."""
    found = [
        Text(theme["code"], theme["short_name"], part, one["text"])
        for theme in themes
        for part, one in theme["passages"].items()
    ]
    of_whole = whole["passages"] if whole else {}
    return found + [
        Text(WHOLE, "het beeld als geheel", part, one["text"]) for part, one in of_whole.items()
    ]


def lines_of(text: str, content: Json) -> Iterator[ReadLine]:
    """Yield the lines of a text; the items of a list are lines of their own."""
    for block in blocks_of(text, content):
        for line in block.lines:
            yield _read(line)


def _read(line: Line) -> ReadLine:
    words, figures = "", []
    for piece in line:
        if piece.kind in ("figure", "missing"):
            figures.append((len(words), len(words) + len(piece.words)))
        words += piece.words
    return ReadLine(words, tuple(figures))

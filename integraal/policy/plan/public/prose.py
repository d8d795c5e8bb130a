"""A text for residents: its words, with terms that explain themselves where they first stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from integraal.policy.picture.writing.rendering import Line, Piece, blocks_of
from integraal.policy.plan.document_parts.words import Term

Json = dict[str, Any]


@dataclass(frozen=True)
class PublicPiece:
    """A piece of a line: ``text``, ``bold`` or ``term`` with what it means and its own name."""

    kind: str
    words: str
    meaning: str = ""
    place: str = ""


@dataclass(frozen=True)
class PublicBlock:
    """A heading, a paragraph or a list; only a list has more lines than one."""

    kind: str
    lines: tuple[tuple[PublicPiece, ...], ...]


class Prose:
    """Makes the texts of one page; each term explains itself once in a section."""

    def __init__(self, figures: Json, terms: Sequence[Term]) -> None:
        self.figures = figures
        self.meanings = {one.name.casefold(): one.meaning for one in terms}
        names = sorted((re.escape(one.name) for one in terms), key=len, reverse=True)
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", re.I) if names else None
        self.places = count(1)

    def section(self, *texts: str) -> tuple[PublicBlock, ...]:
        """Return the blocks of the texts of one section, one after the other."""
        explained: set[str] = set()
        return tuple(
            PublicBlock(
                block.kind,
                tuple(tuple(self._line(line, block.kind, explained)) for line in block.lines),
            )
            for text in texts
            for block in blocks_of(text, self.figures)
        )

    def _line(self, line: Line, kind: str, explained: set[str]) -> Iterator[PublicPiece]:
        for piece in line:
            if piece.kind == "text" and kind != "heading":
                yield from self._explained(piece.words, explained)
            else:
                yield PublicPiece(_kind(piece), piece.words)

    def _explained(self, words: str, explained: set[str]) -> Iterator[PublicPiece]:
        place = 0
        for found in self.pattern.finditer(words) if self.pattern else ():
            name = found.group().casefold()
            if name in explained:
                continue
            explained.add(name)
            if found.start() > place:
                yield PublicPiece("text", words[place : found.start()])
            own = f"uitleg-{next(self.places)}"
            yield PublicPiece("term", found.group(), self.meanings[name], own)
            place = found.end()
        if words[place:]:
            yield PublicPiece("text", words[place:])


def _kind(piece: Piece) -> str:
    return "bold" if piece.kind == "bold" else "text"

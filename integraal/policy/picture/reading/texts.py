"""The texts of a picture as a reader gets them: every figure in them is a link, and has a place.

The place is a name inside the page, so that a figure leads back to the very sentence it stands in.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from integraal.policy.picture.parts import part_named
from integraal.policy.picture.writing import rendering
from integraal.policy.picture.writing.tokens import Token

Json = dict[str, Any]
Link = Callable[[Token], str]
"""From a figure in a text to where it leads; empty leads nowhere."""


@dataclass(frozen=True)
class Piece:
    """A piece of a line: ``text``, ``bold``, ``figure`` or ``missing``."""

    kind: str
    words: str
    token: Token | None = None
    place: str = ""
    url: str = ""


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or a list; only a list has more lines than one."""

    kind: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Text:
    """One text of the picture: what it is called, its blocks, by which function and when."""

    anchor: str
    name: str
    blocks: tuple[Block, ...]
    by: str
    on: date | None


def anchor_of(theme: str, part: str) -> str:
    """Return the name of a text in the page; ``theme`` is empty for one of the whole picture."""
    return f"tekst-{theme or 'beeld'}-{part}"


def text_of(content: Json, theme: str, part: str, passage: Json, link: Link) -> Text:
    """Return one text of the content of a picture.

    Args:
        content: of the picture, which the figures in the text are read from.
        theme: code of the theme; empty for a text of the whole picture.
        part: code of the part.
        passage: the text with who and when, as the content holds it.
        link: where a figure leads.
    """
    anchor, known = anchor_of(theme, part), part_named(theme, part)
    places = (f"{anchor}-{number}" for number in count(1))
    return Text(
        anchor=anchor,
        name=known.name if known else part,
        blocks=tuple(
            Block(block.kind, tuple(_line(line, places, link) for line in block.lines))
            for block in rendering.blocks_of(passage["text"], content)
        ),
        by=passage["by"],
        on=date.fromisoformat(passage["on"]) if passage["on"] else None,
    )


def _line(line: rendering.Line, places: Iterator[str], link: Link) -> Line:
    return tuple(_piece(piece, places, link) for piece in line)


def _piece(piece: rendering.Piece, places: Iterator[str], link: Link) -> Piece:
    if piece.kind != "figure" or piece.token is None:
        return Piece(piece.kind, piece.words)
    return Piece("figure", piece.words, piece.token, next(places), link(piece.token))

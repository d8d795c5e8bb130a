"""A text as blocks for paper: headings, paragraphs and lists of pieces; never markup."""

from collections.abc import Mapping
from typing import Any

from integraal.policy.picture.writing.rendering import Block, Line, Piece, blocks_of

Json = dict[str, Any]
Numbers = Mapping[str, int]
"""Number of the source of each indicator, as the list of sources has it."""


def prose_of(text: str, content: Json, numbers: Numbers) -> list[Json]:
    """Return the blocks of a text; a figure says from which numbered source it comes."""
    return [_block(one, numbers) for one in blocks_of(text, content)]


def _block(block: Block, numbers: Numbers) -> Json:
    return {"kind": block.kind, "lines": [_line(line, numbers) for line in block.lines]}


def _line(line: Line, numbers: Numbers) -> list[Json]:
    return [_piece(piece, numbers) for piece in line]


def _piece(piece: Piece, numbers: Numbers) -> Json:
    source = numbers.get(piece.token.indicator, 0) if piece.token else 0
    return {
        "kind": piece.kind,
        "text": piece.words,
        "source": source if piece.kind == "figure" else 0,
    }

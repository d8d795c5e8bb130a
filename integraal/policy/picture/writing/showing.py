"""A text as a page shows it: its blocks, its figures with their address, and what is wrong."""

import uuid
from dataclasses import dataclass
from typing import Any, Literal

from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.writing.links import figure_url
from integraal.policy.picture.writing.rendering import Piece, blocks_of
from integraal.policy.picture.writing.tokens import NAMES, figures_in

Json = dict[str, Any]


@dataclass(frozen=True)
class ShownPiece:
    """A piece of text; of a figure with the address of its page and what it is."""

    kind: Literal["text", "bold", "figure", "missing"]
    words: str
    url: str = ""
    title: str = ""


@dataclass(frozen=True)
class ShownBlock:
    """A heading, paragraph or list as ``{% prose %}`` shows it."""

    kind: Literal["heading", "paragraph", "list"]
    lines: tuple[tuple[ShownPiece, ...], ...]


@dataclass(frozen=True)
class Shown:
    """A text for a reader, and for its writer what is wrong with the figures in it."""

    blocks: tuple[ShownBlock, ...] = ()
    problems: tuple[str, ...] = ()


def shown(text: str, content: Json, picture: uuid.UUID) -> Shown:
    """Return a text as a page shows it.

    Args:
        text: as it is stored.
        content: holds the figures that the text names; see ``content_for``.
        picture: whose text it is.
    """
    blocks = blocks_of(text, content)
    missing = [one for block in blocks for one in block.pieces if one.kind == "missing"]
    return Shown(
        tuple(
            ShownBlock(
                block.kind,
                tuple(tuple(_piece(one, content, picture) for one in line) for line in block.lines),
            )
            for block in blocks
        ),
        tuple(dict.fromkeys(f"{one.words} klopt niet. {one.problem}" for one in missing)),
    )


def content_for(texts: list[str], picture: Picture, theme: Json | None) -> Json:
    """Return content that holds every figure these texts name, and no more than is needed.

    Args:
        texts: of one page.
        picture: whose texts they are.
        theme: the theme that is at hand, as the content holds it; ``None`` for none.
    """
    named = {token.indicator for text in texts for token in figures_in(text)}
    themes = [theme] if theme else []
    at_hand = {one["code"] for each in themes for one in each["indicators"]}
    if named <= at_hand:
        return {"year": picture.year, "themes": themes}
    return content_of(picture)


def _piece(piece: Piece, content: Json, picture: uuid.UUID) -> ShownPiece:
    if piece.kind != "figure" or piece.token is None:
        return ShownPiece(piece.kind, piece.words, title=piece.problem)
    token = piece.token
    where = f", gebied {token.area}" if token.area else ""
    return ShownPiece(
        "figure",
        piece.words,
        url=figure_url(picture, token.indicator, token.year, token.area),
        title=f"{token.indicator}, {NAMES[token.what]}, {token.year or content['year']}{where}",
    )

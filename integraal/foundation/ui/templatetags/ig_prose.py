"""Running text, as plans and pictures hold it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.html import escape
from django.utils.safestring import SafeString

register = template.Library()


class Block(Protocol):
    """A heading, a paragraph (each with one line) or a list; a line is a row of pieces."""

    @property
    def kind(self) -> str: ...

    @property
    def lines(self) -> Sequence[Sequence[Any]]: ...


@register.simple_tag
def prose(blocks: Iterable[Block]) -> SafeString:
    """Show headings, paragraphs and lists; a figure with an address is a link.

    Not a template: a page holds thousands of pieces, and one in a template takes ten times as long.
    """
    return SafeString("".join(_block(one) for one in blocks))


def _block(block: Block) -> str:
    if block.kind == "list":
        items = "".join(f"<li>{_line(line)}</li>" for line in block.lines)
        return f'<ul class="ig-list">{items}</ul>'
    name = "h4" if block.kind == "heading" else "p"
    return f"<{name}>{_line(block.lines[0])}</{name}>"


def _line(pieces: Iterable[Any]) -> str:
    return "".join(_piece(one) for one in pieces)


def _piece(piece: Any) -> str:
    title = escape(getattr(piece, "title", ""))
    if piece.kind == "figure" and getattr(piece, "url", ""):
        address = escape(piece.url)
        words = escape(piece.words)
        return f'<a class="utrecht-link ig-cite" href="{address}" title="{title}">{words}</a>'
    if piece.kind == "missing":
        about = f' class="ig-missing" title="{title}"' if title else ""
        return f"<mark{about}>{escape(piece.words)}</mark>"
    words = linebreaksbr(piece.words) if "\n" in piece.words else escape(piece.words)
    return f"<strong>{words}</strong>" if piece.kind == "bold" else words

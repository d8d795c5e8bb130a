"""From a text as it is stored to what every reader shows: page, PDF, Word, API and search.

Light marks only: ``## Kop`` on a line of its own, ``- lijst`` at the beginning of a line and
``**vet**`` inside a paragraph. Figures are tokens (see ``tokens``). Everything else, HTML and
template syntax included, is literal text; who shows it escapes it as any text. Pure; a text
never makes it raise.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.picture.writing.resolving import Resolver
from integraal.policy.picture.writing.tokens import Marked, Token, marked_in, why_broken

Json = dict[str, Any]
_HEADING = re.compile(r"## +(?=\S)")
_ITEM = re.compile(r"- +(?=\S)")
_BOLD = "**"


@dataclass(frozen=True)
class Piece:
    """A piece of a line of text.

    Attributes:
        kind: "missing" is a figure that cannot be shown; an adopted picture holds none.
        words: what the reader reads, always plain text. A line break inside a paragraph is a
            newline in the words. Of a missing figure the words are as they were typed.
        token: of a figure: which one (indicator, what, year, area).
        theme: of a figure: code of the theme it belongs to.
        problem: of a missing figure: a sentence that says why.
    """

    kind: Literal["text", "bold", "figure", "missing"]
    words: str
    token: Token | None = None
    theme: str = ""
    problem: str = ""


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or a list.

    Attributes:
        kind: which of the three.
        lines: a heading or a paragraph has one; a list has one per item.
    """

    kind: Literal["heading", "paragraph", "list"]
    lines: tuple[Line, ...]

    @property
    def pieces(self) -> Line:
        """All its pieces in order, those of every item of a list."""
        return tuple(piece for line in self.lines for piece in line)


def blocks_of(text: str, content: Json) -> list[Block]:
    """Return the blocks of a text, its figures read from the content of its picture.

    Args:
        text: as a ``Passage`` or the content of a picture holds it.
        content: of the picture, live or frozen, in today's form.
    """
    resolver = Resolver(content)
    return [_block(kind, lines, resolver) for kind, lines in _cut(cleaned(text))]


def plain_text(text: str, content: Json) -> str:
    """Return a text as the reader sees it, without marks: for Word, search and summaries.

    Blank lines part the blocks; an item of a list starts with "- ".
    """
    return "\n\n".join(_plain(block) for block in blocks_of(text, content))


def problems_in(text: str, content: Json) -> list[Piece]:
    """Return the figures of a text that cannot be shown, each with its problem."""
    if "[[" not in text:
        return []
    found = (piece for block in blocks_of(text, content) for piece in block.pieces)
    return [piece for piece in found if piece.kind == "missing"]


def _plain(block: Block) -> str:
    lines = ["".join(piece.words for piece in line) for line in block.lines]
    return "\n".join(f"- {line}" for line in lines) if block.kind == "list" else lines[0]


Cut = tuple[Literal["heading", "paragraph", "list"], list[str]]


def _cut(text: str) -> Iterator[Cut]:
    """Yield the kind and the lines of each block."""
    gathered: list[str] = []
    kind: Literal["paragraph", "list"] = "paragraph"
    for line in [*text.split("\n"), ""]:
        stripped = line.strip()
        heading, item = _HEADING.match(stripped), _ITEM.match(stripped)
        line_kind: Literal["paragraph", "list"] = "list" if item else "paragraph"
        if gathered and (not stripped or heading or line_kind != kind):
            yield kind, gathered
            gathered = []
        kind = line_kind
        if heading:
            yield "heading", [stripped[heading.end() :]]
        elif stripped:
            gathered.append(stripped[item.end() :] if item else stripped)


def _block(kind: Any, lines: list[str], resolver: Resolver) -> Block:
    whole = ["\n".join(lines)] if kind == "paragraph" else lines
    return Block(kind, tuple(tuple(_pieces(line, resolver)) for line in whole))


def _pieces(line: str, resolver: Resolver) -> Iterator[Piece]:
    """Yield the pieces of a line: its figures, and between them text, bold or not."""
    marked = {one.start: one for one in marked_in(line)}
    ends = {**{start: one.end for start, one in marked.items()}, **_bold_marks(line, marked)}
    place, is_bold = 0, False
    for start in sorted(ends):
        yield from _text(line[place:start], is_bold=is_bold)
        if start in marked:
            yield _figure(marked[start], resolver)
        else:
            is_bold = not is_bold
        place = ends[start]
    yield from _text(line[place:], is_bold=is_bold)


def _text(words: str, *, is_bold: bool) -> Iterator[Piece]:
    if words:
        yield Piece("bold" if is_bold else "text", words)


def _figure(marked: Marked, resolver: Resolver) -> Piece:
    if marked.token is None:
        return Piece("missing", marked.words, problem=why_broken(marked.words))
    read = resolver.resolve(marked.token)
    if read.problem:
        return Piece("missing", marked.words, marked.token, problem=read.problem)
    return Piece("figure", read.words, marked.token, theme=read.theme)


def _bold_marks(line: str, marked: Mapping[int, Marked]) -> dict[int, int]:
    """Return where the marks of bold begin and end, outside figures; those without a mate are text.

    One pass over the line: a text of nothing but asterisks must not keep the server busy.
    """
    letters = list(line)
    for one in marked.values():
        letters[one.start : one.end] = "x" * (one.end - one.start)
    line = "".join(letters)
    marks: dict[int, int] = {}
    opened: int | None = None
    place = line.find(_BOLD)
    while place >= 0:
        after = place + len(_BOLD)
        closes = opened is not None and place > opened + len(_BOLD)
        if opened is not None and closes and not line[place - 1].isspace():
            marks |= {opened: opened + len(_BOLD), place: after}
            opened = None
        elif opened is None and line[after : after + 1].strip():
            opened = place
        place = line.find(_BOLD, after)
    return marks

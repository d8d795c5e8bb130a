"""What is found in a document: parts, proposals, gaps and lines left out, each a place. Pure."""

from dataclasses import dataclass, field
from typing import Literal

from integraal.policy.plan.importing.document import Span

PartKind = Literal["opening", "chapter", "theme", "partners", "words", "laws"]
GapKind = Literal["goals", "points", "table", "colon"]


@dataclass(frozen=True)
class Part:
    """A part of the document, in its order.

    Attributes:
        kind: "opening" is what stands before the first heading; the last three are what is
            recognised all through the document.
        theme: code of the theme it is about; a new one when the municipality has none like it.
        block: the kind of block its text seems to be, outside the themes.
        name: the place of its heading; ``None`` when the document has none.
        level: of its heading.
        first, last: its lines.
        how: Dutch, how it was recognised.
    """

    kind: PartKind
    first: int
    last: int
    theme: str = ""
    block: str = ""
    name: Span | None = None
    level: int = 0
    how: str = ""


@dataclass(frozen=True)
class Proposal:
    """A block that a person may take over; its words are places in the document.

    Attributes:
        part: number of its part.
        kind: code of a kind of block.
        theme: code of its theme; empty for the plan as a whole.
        title, text: places of its words.
        details: code of a field of the kind to the place of its words.
        link: address of the law, from the shipped list.
        meaning: what the word means, from the shipped list; never from the document.
        why: Dutch, by what it was recognised.
        is_sure: whether the document says itself what it is; a sentence that only looks like a
            goal is not.
        times: how often the document names it.
    """

    part: int
    kind: str
    theme: str = ""
    title: Span | None = None
    text: Span | None = None
    details: dict[str, Span] = field(default_factory=dict)
    link: str = ""
    meaning: str = ""
    why: str = ""
    is_sure: bool = True
    times: int = 1


@dataclass(frozen=True)
class Gap:
    """A place where something fell out of the document, such as a list without its points."""

    part: int
    kind: GapKind
    span: Span
    theme: str = ""
    count: int = 1


@dataclass(frozen=True)
class LeftOut:
    """Lines that are no part of the text, and why (Dutch)."""

    span: Span
    why: str


@dataclass(frozen=True)
class Found:
    """Everything that was found."""

    title: Span | None
    first_year: int
    last_year: int
    parts: tuple[Part, ...]
    proposals: tuple[Proposal, ...]
    gaps: tuple[Gap, ...]
    left_out: tuple[LeftOut, ...]
    new_themes: dict[str, Span]

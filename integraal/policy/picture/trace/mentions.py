"""Find the sentences of a picture in which a figure stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from integraal.policy.picture.reading.texts import Line, text_of
from integraal.policy.picture.texts_content import all_texts
from integraal.policy.picture.trace.sentences import sentence_around
from integraal.policy.picture.writing.tokens import Token

Json = dict[str, Any]
Wanted = Callable[[Token], bool]
WHOLE_PICTURE = "Het hele beeld"


@dataclass(frozen=True)
class Mention:
    """A figure in a text: where, the sentence cut around it, and its place in the page."""

    where: str
    before: str
    figure: str
    after: str
    place: str


def mentions_in(content: Json, wanted: Wanted) -> list[Mention]:
    """Return the sentences of a picture's content with a figure that is ``wanted``."""
    return [mention for _, mention in _mentions(content, wanted)]


def all_mentions(content: Json) -> list[tuple[Token, Mention]]:
    """Return every figure in the texts of a picture's content, with the sentence it stands in."""
    return list(_mentions(content, lambda _: True))


def _mentions(content: Json, wanted: Wanted) -> Iterator[tuple[Token, Mention]]:
    names = {theme["code"]: theme["name"] for theme in content["themes"]}
    for theme, part, passage in all_texts(content):
        if "[[" not in passage["text"]:
            continue
        text = text_of(content, theme, part, passage, lambda _: "")
        where = f"{names.get(theme, WHOLE_PICTURE)}: {text.name}"
        for block in text.blocks:
            for line in block.lines:
                yield from _in_line(line, where, wanted)


def _in_line(line: Line, where: str, wanted: Wanted) -> Iterator[tuple[Token, Mention]]:
    words = "".join(piece.words for piece in line)
    start = 0
    for piece in line:
        end = start + len(piece.words)
        if piece.token and wanted(piece.token):
            before, after = sentence_around(words, start, end)
            yield piece.token, Mention(where, before, piece.words, after, piece.place)
        start = end
